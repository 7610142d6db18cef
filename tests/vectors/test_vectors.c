/* Every vector's verdict, as dsi itself sees it. */
#include <jansson.h>
#include <string.h>

#include "tests/support.h"
#include "tests/vectors/verdict.h"
#include "vectors/breaks.h"

/* Of each message. */
#define SEEDS 6
#define EACH 4000

static const char *const names[] = {"start-request", "start-response", "get-request",
                                    "get-response"};

static dsi_vectors vectors;

static void check_verdict(const dsi_vector *vector, const verdict *found, uint64_t seed,
                          int index)
{
    bool constraint = dsi_code_band(vector->code) == DSI_BAND_CONSTRAINT;

    expect(found->code == vector->code && strcmp(found->path, vector->path) == 0,
           "seed %u, %d, '%s': %s at '%s' instead of %s at '%s': %.*s", (unsigned)seed,
           index, vector->why, dsi_code_name(found->code), found->path,
           dsi_code_name(vector->code), vector->path, (int)vector->bytes.length,
           vector->bytes.data);
    expect(found->violations == (constraint ? 1 : 0),
           "seed %u, %d, '%s': %zu violations", (unsigned)seed, index, vector->why,
           found->violations);
}

START_TEST(verdicts)
{
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        dsi_vectors_begin(&vectors, (dsi_vector_message)_i, seed, true);
        for (int i = 0; i < EACH; i++) {
            dsi_vector vector;
            verdict found;

            dsi_vectors_next(&vectors, &vector);
            expect((vector.code != DSI_OK) == (i % 2 == 1), "seed %u: %d",
                   (unsigned)seed, i);
            judge((dsi_vector_message)_i, vector.bytes, 1 + (size_t)i % 33, &found);
            check_verdict(&vector, &found, seed, i);
        }
    }
}
END_TEST

/* Whether another strict parser takes it for JSON. What it cannot hold is JSON yet. */
static bool second_opinion(dsi_string bytes)
{
    json_error_t error;
    json_t *root = json_loadb(bytes.data, bytes.length, JSON_ALLOW_NUL, &error);

    if (root != NULL) {
        json_decref(root);
        return true;
    }
    return json_error_code(&error) == json_error_numeric_overflow ||
           json_error_code(&error) == json_error_null_byte_in_key;
}

START_TEST(second_parser)
{
    dsi_vector_message message = (dsi_vector_message)_i;

    if (message == DSI_VECTOR_GET_REQUEST) {
        return; /* no JSON */
    }
    dsi_vectors_begin(&vectors, message, 7, false);
    for (int i = 0; i < EACH; i++) {
        dsi_vector vector;

        dsi_vectors_next(&vectors, &vector);
        expect(second_opinion(vector.bytes), "%d: %.*s", i, (int)vector.bytes.length,
               vector.bytes.data);
    }
}
END_TEST

/* What breaks JSON, it refuses; it may stop earlier at what it cannot hold. */
START_TEST(second_parser_broken)
{
    dsi_vector_message message = (dsi_vector_message)_i;

    if (message == DSI_VECTOR_GET_REQUEST) {
        return; /* no JSON */
    }
    dsi_vectors_begin(&vectors, message, 7, true);
    for (int i = 0; i < 2 * EACH; i++) {
        dsi_vector vector;
        dsi_band band;

        dsi_vectors_next(&vectors, &vector);
        band = dsi_code_band(vector.code);
        if (band == DSI_BAND_SYNTAX || band == DSI_BAND_TEXT) {
            expect(json_loadb(vector.bytes.data, vector.bytes.length, JSON_ALLOW_NUL,
                              NULL) == NULL,
                   "%d, '%s': %.*s", i, vector.why, (int)vector.bytes.length,
                   vector.bytes.data);
        }
    }
}
END_TEST

START_TEST(same_seed)
{
    static dsi_vectors again;

    dsi_vectors_begin(&vectors, (dsi_vector_message)_i, 42, true);
    dsi_vectors_begin(&again, (dsi_vector_message)_i, 42, true);
    for (int i = 0; i < 1000; i++) {
        dsi_vector left;
        dsi_vector right;

        dsi_vectors_next(&vectors, &left);
        dsi_vectors_next(&again, &right);
        expect(dsi_string_equal(left.bytes, right.bytes) && left.code == right.code &&
                   strcmp(left.path, right.path) == 0 && left.why == right.why,
               "%s: %d differs", names[_i], i);
    }
}
END_TEST

START_TEST(another_seed)
{
    static dsi_vectors other;
    int same = 0;

    dsi_vectors_begin(&vectors, (dsi_vector_message)_i, 1, false);
    dsi_vectors_begin(&other, (dsi_vector_message)_i, 2, false);
    for (int i = 0; i < 1000; i++) {
        dsi_vector left;
        dsi_vector right;

        dsi_vectors_next(&vectors, &left);
        dsi_vectors_next(&other, &right);
        ck_assert_int_eq(left.code, DSI_OK);
        same += dsi_string_equal(left.bytes, right.bytes);
    }
    ck_assert_int_lt(same, 50);
}
END_TEST

/* A broken message is the one before it but for what is broken: it begins alike. */
START_TEST(pairs)
{
    dsi_vectors_begin(&vectors, DSI_VECTOR_START_REQUEST, 3, true);
    for (int i = 0; i < 1000; i++) {
        static char good[DSI_VECTOR_MAX];
        dsi_vector vector;
        size_t length;

        dsi_vectors_next(&vectors, &vector);
        length = vector.bytes.length;
        memcpy(good, vector.bytes.data, length);
        dsi_vectors_next(&vectors, &vector);
        expect(vector.bytes.length != length ||
                   memcmp(good, vector.bytes.data, length) != 0,
               "%d, '%s': the same", i, vector.why);
        if (vector.code == DSI_E_TRAILING) {
            expect(memcmp(good, vector.bytes.data, length) == 0, "%d: %.*s", i,
                   (int)length, good);
        }
    }
}
END_TEST

/* No row of the table is for nothing, and the largest message is far from the end. */
START_TEST(every_break)
{
    static bool seen[256];
    size_t longest = 0;

    ck_assert_uint_le(dsi_break_count, COUNT(seen));
    for (int message = 0; message < (int)COUNT(names); message++) {
        dsi_vectors_begin(&vectors, (dsi_vector_message)message, 11, true);
        for (int i = 0; i < 4 * EACH; i++) {
            dsi_vector vector;

            dsi_vectors_next(&vectors, &vector);
            longest = vector.bytes.length > longest ? vector.bytes.length : longest;
            for (size_t row = 0; row < dsi_break_count; row++) {
                seen[row] = seen[row] || vector.why == dsi_breaks[row].why;
            }
        }
    }
    for (size_t row = 0; row < dsi_break_count; row++) {
        ck_assert_msg(seen[row], "never: %s", dsi_breaks[row].why);
    }
    ck_assert_uint_lt(longest, DSI_VECTOR_MAX * 3 / 4);
}
END_TEST

SUITE(vectors)
{
    Suite *suite = suite_create("vectors");

    set_long(add_rows(suite, "verdicts", verdicts, COUNT(names)));
    add_rows(suite, "second parser", second_parser, COUNT(names));
    add_rows(suite, "second parser, broken", second_parser_broken, COUNT(names));
    add_rows(suite, "same seed", same_seed, COUNT(names));
    add_rows(suite, "another seed", another_seed, COUNT(names));
    add_test(suite, "pairs", pairs);
    set_long(add_test(suite, "every break", every_break));
    return suite;
}
