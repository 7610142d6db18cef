/*
 * For every vector: all cuts into two and three chunks, every prefix, and every byte
 * replaced by every other byte.
 */
#include <stdio.h>
#include <string.h>

#include "tests/codec/outcome.h"
#include "tests/model/items.h"
#include "tests/support.h"

/*
 * The walks take time with the square or cube of a vector's length. Only four vectors
 * are longer than SHORT: those with the guide's whole answer, whose parts are vectors
 * themselves. They are cut in two everywhere, and in three only with a middle of up to
 * NEAR bytes. Their bytes are replaced by only a few others.
 */
#define SHORT 300
#define NEAR 8

static bool is_short(const vector *row)
{
    return row->bytes.length <= SHORT;
}

START_TEST(cut_in_two_and_in_three)
{
    const vector *row = vector_at((size_t)_i);
    size_t length = row->bytes.length;
    size_t reach = is_short(row) ? length : NEAR;
    outcome got;

    for (size_t first = 0; first <= length; first++) {
        for (size_t second = first; second <= length && second <= first + reach;
             second++) {
            decode_split(row, first, second, &got);
            check_outcome(row, &got, first);
        }
    }
}
END_TEST

/* --------------------------------------------------------------------- every prefix */

static bool is_white_space(dsi_string text, size_t start)
{
    return start + strspn(text.data + start, " \t\r\n") >= text.length;
}

/* A prefix is a whole message if the bytes that are missing were not needed. */
static bool is_whole(const vector *row, size_t length)
{
    bool answer = !dsi_message_is_request(vector_message(row));
    bool trailing = row->code == DSI_E_TRAILING || row->code == DSI_E_MAX_BYTES;

    return (length == 0 && answer) ||
           (row->code == DSI_OK && is_white_space(row->bytes, length)) ||
           (trailing && length <= row->offset);
}

/*
 * A prefix is truncated until it contains the vector's own error. From there on, every
 * longer prefix reports that error.
 */
static void check_prefix(const vector *row, size_t length, const outcome *got,
                         bool *failed)
{
    if (got->code == DSI_E_TRUNCATED) {
        expect(!*failed && got->offset == length, "%s cut to %zu: truncated at %llu",
               row->name, length, (unsigned long long)got->offset);
    } else if (got->code == DSI_OK) {
        expect(!*failed && is_whole(row, length), "%s cut to %zu is accepted",
               row->name, length);
    } else {
        check_code(row, got, length);
        *failed = true;
    }
}

START_TEST(every_prefix)
{
    vector row = *vector_at((size_t)_i);
    const vector *full = vector_at((size_t)_i);
    bool failed = false;

    for (size_t length = 0; length < full->bytes.length; length++) {
        outcome whole;
        outcome bytewise;

        row.bytes.length = length;
        decode_to(&row, length + 1, &whole);
        decode_to(&row, 1, &bytewise);
        expect(outcomes_equal(&whole, &bytewise), "%s cut to %zu: %s, byte by byte %s",
               row.name, length, dsi_code_name(whole.code),
               dsi_code_name(bytewise.code));
        check_prefix(full, length, &whole, &failed);
    }
}
END_TEST

/* ----------------------------------------------------------------------- every byte */

/*
 * One byte of each kind that the guard distinguishes. Every other byte is handled like
 * one of these, so it is tried only in a whole message, not byte by byte.
 */
static const char telling[] =
    "{}[],:\"\\ \n\t019-+.eEtrfnulsbaAdDcC/\0\x1f\x7f\x80\x8f"
    "\x90\x9f\xa0\xbf\xc1\xc2\xe0\xe1\xed\xef\xf0\xf1\xf4\xf5";

static bool is_telling(int byte)
{
    return memchr(telling, byte, sizeof telling - 1) != NULL;
}

/*
 * A vector is tried with all 256 bytes when it is kept. Streamed, a few are compared
 * with that.
 */
static bool is_tried(const vector *row, int byte)
{
    static const char few[] = "{}[],:\"\\ 0-.etu\0\x1f\xc3\xa9\xed\xff";

    if (!is_short(row)) {
        return memchr(few, byte, sizeof few - 1) != NULL;
    }
    return !row->streamed || is_telling(byte);
}

/* The output of a decode is a message, and decodes to the same output. */
static void check_identity(const vector *row, const outcome *got)
{
    vector again = {.name = row->name,
                    .why = "decoded again",
                    .message = row->message,
                    .streamed = row->streamed,
                    .bytes = dsi_str(got->output),
                    .output = got->output};
    outcome second;

    if (!is_service_error(row)) { /* the output of a service error is a report */
        decode_to(&again, again.bytes.length, &second);
        check_outcome(&again, &second, 0);
    }
}

/* A streamed answer is the same as a kept one, except for an empty list of items. */
static void check_kept_agrees(const vector *row, const outcome *streamed)
{
    vector kept = *row;
    char empty[64];
    outcome got;

    (void)snprintf(empty, sizeof empty, "\"%s\":[]", items_name(vector_message(row)));
    kept.streamed = false;
    decode_to(&kept, 5, &got);
    expect(got.code == streamed->code && got.offset == streamed->offset &&
               strcmp(got.path, streamed->path) == 0,
           "%s kept: %s at %llu in '%s'", row->name, dsi_code_name(got.code),
           (unsigned long long)got.offset, got.path);
    expect(strcmp(got.output, streamed->output) == 0 ||
               strstr(got.output, empty) != NULL,
           "%s kept: %.1000s", row->name, got.output);
}

static void check_byte_by_byte(const vector *row, const outcome *whole)
{
    outcome bytewise;

    decode_to(row, 1, &bytewise);
    expect(outcomes_equal(whole, &bytewise), "%s: %s, byte by byte %s", row->name,
           dsi_code_name(whole->code), dsi_code_name(bytewise.code));
}

/*
 * The outcome is a message, or an error with an offset in it; never an internal error.
 */
static void check_changed(const vector *row, size_t at, int byte)
{
    outcome got;

    decode_to(row, row->bytes.length, &got);
    expect(got.code != DSI_E_INTERNAL && got.offset <= row->bytes.length,
           "%s, byte %zu is 0x%02x: %s at %llu", row->name, at, (unsigned)byte,
           dsi_code_name(got.code), (unsigned long long)got.offset);
    if (got.code == DSI_OK) {
        check_identity(row, &got);
    }
    if (is_telling(byte) && is_short(row)) {
        check_byte_by_byte(row, &got);
    }
    if (row->streamed) {
        check_kept_agrees(row, &got);
    }
}

START_TEST(every_byte_changed)
{
    vector row = *vector_at((size_t)_i);
    char copy[2048];

    ck_assert_uint_le(row.bytes.length, sizeof copy);
    memcpy(copy, row.bytes.data, row.bytes.length);
    row.bytes.data = copy;
    for (size_t i = 0; i < row.bytes.length; i++) {
        char original = copy[i];

        for (int byte = 0; byte < 256; byte++) {
            if (is_tried(&row, byte)) {
                copy[i] = (char)byte;
                check_changed(&row, i, byte);
            }
        }
        copy[i] = original;
    }
}
END_TEST

SUITE(walks)
{
    Suite *suite = suite_create("walks");
    size_t rows = vector_count();

    set_long(add_rows(suite, "cut in two and in three", cut_in_two_and_in_three, rows));
    add_rows(suite, "every prefix", every_prefix, rows);
    set_long(add_rows(suite, "every byte changed", every_byte_changed, rows));
    return suite;
}
