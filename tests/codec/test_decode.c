/* Every vector: whole, byte by byte, at odd sizes, and at every cut. */
#include <string.h>

#include "tests/codec/outcome.h"
#include "tests/codec/suites.h"

START_TEST(vectors_whole_and_in_chunks)
{
    const vector *row = vector_at((size_t)_i);
    outcome got = decode(row, row->bytes.length + 1);

    check_outcome(row, &got, 0);
    for (size_t chunk = 1; chunk <= 31; chunk++) {
        got = decode(row, chunk);
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

    for (size_t first = 0; first <= length; first++) {
        for (size_t second = first; second <= length && second <= first + reach;
             second++) {
            outcome got = decode_split(row, first, second);

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

    for (row.bytes.length = 1; row.bytes.length < length; row.bytes.length++) {
        outcome got = decode(&row, 7);

        if (got.code == DSI_E_TRUNCATED) {
            ck_assert_uint_eq(got.offset, row.bytes.length);
        }
        ck_assert_msg(got.code != DSI_E_INTERNAL, "%s cut to %zu", row.name,
                      row.bytes.length);
    }
}
END_TEST

/* Any byte for any other: an error or a message, never yajl and the guard at odds. */
START_TEST(vectors_with_one_byte_changed)
{
    vector row = *vector_at((size_t)_i);
    size_t length = row.bytes.length;
    char copy[1024];

    if (length > sizeof copy) {
        return;
    }
    memcpy(copy, row.bytes.data, length);
    row.bytes.data = copy;
    for (size_t i = 0; i < length; i++) {
        char original = copy[i];

        for (int byte = 0; byte < 256; byte++) {
            outcome got;

            copy[i] = (char)byte;
            got = decode(&row, length);
            ck_assert_msg(got.code != DSI_E_INTERNAL, "%s, byte %zu is %d", row.name, i,
                          byte);
        }
        copy[i] = original;
    }
}
END_TEST

START_TEST(vector_names_are_unique)
{
    for (size_t i = 0; vector_at(i) != NULL; i++) {
        for (size_t j = 0; j < i; j++) {
            ck_assert_str_ne(vector_at(i)->name, vector_at(j)->name);
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
