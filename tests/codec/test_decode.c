/* Decodes every vector whole, byte by byte and in chunks of other sizes. */
#include <string.h>

#include "tests/codec/outcome.h"
#include "tests/support.h"

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

/* A second finish has the same outcome. */
START_TEST(vectors_finished_twice)
{
    const vector *row = vector_at((size_t)_i);
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    dsi_error error = {.code = DSI_OK};
    dsi_decoder *decoder = decode_begin(row, block, sizeof block, &error);
    outcome first;
    outcome second;

    (void)dsi_feed(decoder, row->bytes.data, row->bytes.length);
    decode_end(row, decoder, &error, &first);
    check_outcome(row, &first, 0);
    decode_end(row, decoder, &error, &second);
    expect(outcomes_equal(&first, &second), "%s", row->name);
}
END_TEST

/* The typed functions of a message have the same outcome as the functions by name. */
START_TEST(vectors_by_typed_functions)
{
    vector row = *vector_at((size_t)_i);
    outcome got;

    row.typed = true;
    for (size_t chunk = 1; chunk < 100; chunk += 33) {
        decode_to(&row, chunk, &got);
        check_outcome(&row, &got, chunk);
    }
}
END_TEST

/* A body that is decoded in one call has the same outcome, whichever function does it. */
START_TEST(vectors_in_one_call)
{
    vector row = *vector_at((size_t)_i);
    outcome got;

    decode_at_once(&row, &got);
    check_outcome(&row, &got, 0);
    row.typed = true;
    decode_at_once(&row, &got);
    check_outcome(&row, &got, 0);
}
END_TEST

/* The numbers of an error are also the same for every chunk size. */
START_TEST(vectors_report_the_same_numbers)
{
    const vector *row = vector_at((size_t)_i);
    outcome whole = decode(row, row->bytes.length + 1);
    outcome bytewise = decode(row, 1);

    ck_assert_uint_eq(whole.limit, bytewise.limit);
    ck_assert_uint_eq(whole.actual, bytewise.actual);
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

/* How many vectors of a message decode, and how many are refused. */
typedef struct vector_tally {
    size_t good;
    size_t bad;
    size_t errors; /* service errors */
} vector_tally;

static vector_tally tally_of(const dsi_message *message)
{
    vector_tally tally = {.good = 0};

    for (size_t i = 0; vector_at(i) != NULL; i++) {
        const vector *row = vector_at(i);

        if (vector_message(row) == message) {
            tally.errors += is_service_error(row);
            tally.good += !is_service_error(row) && row->code == DSI_OK;
            tally.bad += !is_service_error(row) && row->code != DSI_OK;
        }
    }
    return tally;
}

START_TEST(every_message_has_vectors)
{
    for (size_t i = 0; dsi_message_at(i) != NULL; i++) {
        const dsi_message *message = dsi_message_at(i);
        vector_tally tally = tally_of(message);

        ck_assert_msg(tally.good > 0 && tally.bad > 0, "%s: %zu good vectors, %zu bad",
                      dsi_message_name(message), tally.good, tally.bad);
        ck_assert_msg(tally.errors > 0 || dsi_message_is_request(message),
                      "%s: no service error", dsi_message_name(message));
    }
}
END_TEST

/* Every code that the bytes of a message can cause has a vector. */
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

SUITE(decode)
{
    Suite *suite = suite_create("decode");
    size_t rows = vector_count();

    add_rows(suite, "vectors whole and in chunks of 1 to 31",
             vectors_whole_and_in_chunks, rows);
    add_rows(suite, "vectors finished twice", vectors_finished_twice, rows);
    add_rows(suite, "vectors report the same numbers", vectors_report_the_same_numbers,
             rows);
    add_rows(suite, "vectors by typed functions", vectors_by_typed_functions, rows);
    add_rows(suite, "in one call", vectors_in_one_call, rows);
    add_test(suite, "vector names are unique", vector_names_are_unique);
    add_test(suite, "every message has vectors", every_message_has_vectors);
    add_rows(suite, "vectors reach every code", vectors_reach_every_code_of_a_message,
             14);
    return suite;
}
