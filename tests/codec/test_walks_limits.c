/*
 * For every vector: each limit one too small, just enough and one more; and every size
 * of room for results. Also two chunks, each flush against an unreadable page.
 */
#include <string.h>

#include "codec/decoder.h"
#include "fuzz/oracle.h"
#include "tests/codec/fence.h"
#include "tests/codec/outcome.h"
#include "tests/support.h"

/* ------------------------------------------------------------- what a message needs */

/*
 * The depth and longest token of a message, and the offset where a limit one lower
 * refuses it.
 */
typedef struct needs {
    size_t depth;
    size_t depth_at;
    size_t token;
    size_t token_at;
} needs;

static size_t token_length(const char *bytes, size_t start, size_t length)
{
    size_t i = start + 1;

    if (bytes[start] != '"') {
        while (i < length && memchr("{}[],: \t\r\n", bytes[i], 10) == NULL) {
            i++;
        }
        return i - start;
    }
    while (bytes[i] != '"') {
        i += bytes[i] == '\\' ? 2 : 1;
    }
    return i + 1 - start;
}

static void note_token(needs *found, size_t start, size_t length)
{
    if (length > found->token) {
        found->token = length;
        found->token_at = start + length - 1;
    }
}

static void note_bracket(needs *found, size_t *depth, char bracket, size_t at)
{
    if (bracket == '}' || bracket == ']') {
        (*depth)--;
    } else if (++*depth > found->depth) {
        found->depth = *depth;
        found->depth_at = at;
    }
}

/* The text must be JSON. */
static needs measure(dsi_string text)
{
    needs found = {.depth = 0};
    size_t depth = 0;
    size_t i = 0;

    while (i < text.length) {
        char byte = text.data[i];

        if (memchr("{}[]", byte, 4) != NULL) {
            note_bracket(&found, &depth, byte, i++);
        } else if (memchr(",: \t\r\n", byte, 6) != NULL) {
            i++;
        } else {
            size_t length = token_length(text.data, i, text.length);

            note_token(&found, i, length);
            i += length;
        }
    }
    return found;
}

/* ----------------------------------------------------------- one less, enough, more */

typedef struct limit_row {
    const char *name;
    dsi_code code;
    size_t enough;
    uint64_t offset; /* where a limit one too small refuses */
} limit_row;

static dsi_limits with_limit(const dsi_limits *base, const limit_row *limit,
                             size_t value)
{
    dsi_limits limits = *base;

    limits.max_bytes = limit->code == DSI_E_MAX_BYTES ? value : base->max_bytes;
    limits.max_depth = limit->code == DSI_E_MAX_DEPTH ? value : base->max_depth;
    limits.max_token = limit->code == DSI_E_MAX_TOKEN ? value : base->max_token;
    return limits;
}

static void check_too_small(const vector *row, const limit_row *limit, size_t chunk)
{
    vector limited = *row;
    outcome got;

    limited.options.limits = with_limit(&row->options.limits, limit, limit->enough - 1);
    decode_to(&limited, chunk, &got);
    expect(got.code == limit->code && got.offset == limit->offset &&
               got.limit == (is_service_error(row) ? 0 : limit->enough - 1),
           "%s, %s of %zu: %s at %llu, not %llu", row->name, limit->name,
           limit->enough - 1, dsi_code_name(got.code), (unsigned long long)got.offset,
           (unsigned long long)limit->offset);
}

static void check_limit(const vector *row, const limit_row *limit)
{
    for (size_t chunk = 1; chunk <= 1000; chunk *= 10) {
        if (limit->enough > 1) { /* 0 is the default */
            check_too_small(row, limit, chunk);
        }
        for (size_t more = 0; more <= 1 && limit->enough > 0; more++) {
            vector limited = *row;
            outcome got;

            limited.options.limits = with_limit(&row->options.limits, limit,
                                                limit->enough + more);
            if (limited.options.limits.max_depth <= DSI_MAX_DEPTH_MAX) {
                decode_to(&limited, chunk, &got);
                check_outcome(&limited, &got, chunk);
            }
        }
    }
}

static bool is_json(dsi_string text)
{
    json_t *json = oracle_load(text.data, text.length, 0, NULL);

    json_decref(json);
    return json != NULL;
}

START_TEST(one_less_enough_and_one_more)
{
    const vector *row = vector_at((size_t)_i);
    needs found;

    if (row->code != DSI_OK) {
        return;
    }
    check_limit(row, &(limit_row){"bytes", DSI_E_MAX_BYTES, row->bytes.length,
                                  row->bytes.length - 1});
    if (is_json(row->bytes)) {
        found = measure(row->bytes);
        check_limit(
            row, &(limit_row){"depth", DSI_E_MAX_DEPTH, found.depth, found.depth_at});
        check_limit(
            row, &(limit_row){"token", DSI_E_MAX_TOKEN, found.token, found.token_at});
    }
}
END_TEST

/*
 * --------------------------------------------------------------- every room for
 * results
 */

static max_align_t block[65536];

/*
 * Shortens the room for results, as if the block were smaller. Checks that the bytes
 * after it keep their values.
 */
static void decode_in_room(const vector *row, size_t room, outcome *result)
{
    dsi_error error = {.code = DSI_OK};
    dsi_decoder *decoder = decode_begin(row, block, sizeof block, &error);
    char *end = decoder->arena.bottom + room;

    decoder->arena.top = end;
    memset(end, 0xa5, 64);
    (void)dsi_feed(decoder, row->bytes.data, row->bytes.length);
    decode_end(row, decoder, &error, result);
    for (size_t i = 0; i < 64; i++) {
        expect((unsigned char)end[i] == 0xa5, "%s: written after %zu bytes", row->name,
               room);
    }
}

/* Every room is refused as too small, until one is enough. Then every larger one is. */
START_TEST(every_room_is_refused_or_enough)
{
    const vector *row = vector_at((size_t)_i);
    size_t enough = 0;
    outcome got;

    while (decode_in_room(row, enough, &got), got.code == DSI_E_MEMORY) {
        enough++;
    }
    ck_assert_uint_le(enough, 16384);
    for (size_t more = 0; more <= 64; more++) {
        decode_in_room(row, enough + more, &got);
        check_outcome(row, &got, row->bytes.length);
    }
}
END_TEST

/* ----------------------------------------------------------------- unreadable pages */

static void check_fenced(const vector *row, const fence *made, size_t cut, bool first)
{
    dsi_error error = {.code = DSI_OK};
    dsi_decoder *decoder = decode_begin(row, block, sizeof block, &error);
    size_t rest = row->bytes.length - cut;
    outcome got;

    (void)dsi_feed(decoder, fence_put(made, row->bytes.data, cut, first), cut);
    (void)dsi_feed(decoder, fence_put(made, row->bytes.data + cut, rest, first), rest);
    decode_end(row, decoder, &error, &got);
    check_outcome(row, &got, cut);
}

START_TEST(pieces_are_not_read_beside)
{
    const vector *row = vector_at((size_t)_i);
    fence made = fence_open();

    for (size_t cut = 0; cut <= row->bytes.length; cut++) {
        check_fenced(row, &made, cut, true);
        check_fenced(row, &made, cut, false);
    }
    fence_close(&made);
}
END_TEST

SUITE(walks_limits)
{
    Suite *suite = suite_create("walks at limits");
    size_t rows = vector_count();

    add_rows(suite, "one less, enough and one more", one_less_enough_and_one_more,
             rows);
    add_rows(suite, "every room is refused or enough", every_room_is_refused_or_enough,
             rows);
    add_rows(suite, "pieces are not read beside", pieces_are_not_read_beside, rows);
    return suite;
}
