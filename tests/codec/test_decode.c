/* Every vector: whole, byte by byte, at odd sizes, and at every cut. */
#include <string.h>

#include "tests/codec/outcome.h"
#include "tests/codec/suites.h"

START_TEST(vectors_whole_and_in_chunks)
{
    const vector *row = vector_at((size_t)_i);
    outcome got;

    decode_to(row, row->bytes.length + 1, &got);
    check_outcome(row, &got, 0);
    for (size_t chunk = 1; chunk <= 31; chunk++) {
        decode_to(row, chunk, &got);
        check_outcome(row, &got, chunk);
    }
}
END_TEST

/* Three pieces: every pair of cuts of a short vector, of a long one the near pairs. */
START_TEST(vectors_at_every_cut)
{
    const vector *row = vector_at((size_t)_i);
    size_t length = row->bytes.length;
    size_t reach = length <= 80 ? length : 3;
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

/* The numbers of an error are the same for every chunking, too. */
START_TEST(vectors_report_the_same_numbers)
{
    const vector *row = vector_at((size_t)_i);
    outcome whole = decode(row, row->bytes.length + 1);
    outcome bytewise = decode(row, 1);

    ck_assert_uint_eq(whole.limit, bytewise.limit);
    ck_assert_uint_eq(whole.actual, bytewise.actual);
}
END_TEST

/* A cut message is refused, never taken for the whole; an error answer becomes text. */
START_TEST(vectors_cut_anywhere)
{
    vector row = *vector_at((size_t)_i);
    size_t length = row.bytes.length;
    outcome got;

    for (row.bytes.length = 1; row.bytes.length < length; row.bytes.length++) {
        decode_to(&row, 7, &got);
        expect(got.code != DSI_E_TRUNCATED || got.offset == row.bytes.length,
               "%s cut to %zu", row.name, row.bytes.length);
        expect(got.code != DSI_E_INTERNAL, "%s cut to %zu", row.name, row.bytes.length);
    }
}
END_TEST

/* Kept or streamed, an answer is the same; only an empty list of models is not. */
static void check_kept_agrees(const vector *row, const outcome *streamed)
{
    vector kept = *row;
    outcome got;

    kept.kind = GET_ANSWER;
    decode_to(&kept, 5, &got);
    expect(got.code == streamed->code && got.offset == streamed->offset &&
               strcmp(got.path, streamed->path) == 0,
           "%s kept: %s at %llu in '%s'", row->name, dsi_code_name(got.code),
           (unsigned long long)got.offset, got.path);
    expect(strcmp(got.output, streamed->output) == 0 ||
               strstr(got.output, "\"models\":[]") != NULL,
           "%s kept: %.1000s", row->name, got.output);
}

/* Any byte for any other: an error or a message, never yajl and the guard at odds. */
static void check_byte_changed(vector *row, char *byte, const char *bytes, size_t count)
{
    char original = *byte;
    outcome got;

    for (size_t i = 0; i < count; i++) {
        *byte = bytes[i];
        decode_to(row, row->bytes.length, &got);
        expect(got.code != DSI_E_INTERNAL, "%s, byte %td is %d", row->name,
               byte - row->bytes.data, bytes[i]);
        if (row->kind == GET_STREAMED) {
            check_kept_agrees(row, &got);
        }
    }
    *byte = original;
}

/* To Get's, which are longer, only bytes that JSON tells apart. */
START_TEST(vectors_with_one_byte_changed)
{
    static const char telling[] =
        "{}[],:\"\\ \n0-.eEtrfnulb/A\0\x1f\x7f\xc3\xa9\xed\xff";
    vector row = *vector_at((size_t)_i);
    char every[256];
    char copy[1024];

    if (row.bytes.length > sizeof copy) {
        return;
    }
    for (int byte = 0; byte < 256; byte++) {
        every[byte] = (char)byte;
    }
    memcpy(copy, row.bytes.data, row.bytes.length);
    row.bytes.data = copy;
    for (size_t i = 0; i < row.bytes.length; i++) {
        if (row.kind < GET_REQUEST) {
            check_byte_changed(&row, &copy[i], every, sizeof every);
        } else {
            check_byte_changed(&row, &copy[i], telling, sizeof telling - 1);
        }
    }
}
END_TEST

START_TEST(vector_names_are_unique)
{
    for (size_t i = 0; vector_at(i) != NULL; i++) {
        for (size_t j = 0; j < i; j++) {
            expect(strcmp(vector_at(i)->name, vector_at(j)->name) != 0, "%s twice",
                   vector_at(i)->name);
        }
    }
}
END_TEST

/* Every code that a message can cause is in some vector. */
START_TEST(vectors_reach_every_code_of_a_message)
{
    static const dsi_code codes[] = {
        DSI_E_SYNTAX,    DSI_E_NOT_OBJECT, DSI_E_TRUNCATED,      DSI_E_TRAILING,
        DSI_E_CONTROL,   DSI_E_ESCAPE,     DSI_E_UTF8,           DSI_E_SURROGATE,
        DSI_E_TYPE,      DSI_E_DUPLICATE,  DSI_E_UNKNOWN_MEMBER, DSI_E_MAX_BYTES,
        DSI_E_MAX_DEPTH, DSI_E_MAX_TOKEN};
    size_t row = 0;

    while (vector_at(row) != NULL && vector_at(row)->code != codes[_i]) {
        row++;
    }
    ck_assert_msg(vector_at(row) != NULL, "no vector for %s", dsi_code_name(codes[_i]));
}
END_TEST

Suite *suite_decode(void)
{
    Suite *suite = suite_create("decode");
    size_t rows = vector_count();

    add_rows(suite, "vectors whole and in chunks of 1 to 31",
             vectors_whole_and_in_chunks, rows);
    add_rows(suite, "vectors at every cut", vectors_at_every_cut, rows);
    add_rows(suite, "vectors report the same numbers", vectors_report_the_same_numbers,
             rows);
    add_rows(suite, "vectors cut anywhere", vectors_cut_anywhere, rows);
    add_rows(suite, "vectors with one byte changed", vectors_with_one_byte_changed,
             rows);
    add_test(suite, "vector names are unique", vector_names_are_unique);
    add_rows(suite, "vectors reach every code", vectors_reach_every_code_of_a_message,
             14);
    return suite;
}
