/*
 * Vectors: dsi and a second parser agree with each verdict, and a seed fixes the bytes.
 */
#include <inttypes.h>
#include <string.h>

#include "codec/decoder.h"
#include "fuzz/oracle.h"
#include "tests/model/model.h"
#include "tests/odd.h"
#include "tests/support.h"
#include "tests/vectors/verdict.h"
#include "vectors/mutations.h"

/*
 * The number of vectors for each message. The odd messages are larger, so an eighth is
 * enough for them.
 */
#define SEEDS 6
#define EACH 4000

static int each_of(int index)
{
    return dsi_message_at((size_t)index) != NULL ? EACH : EACH / 8;
}

static dsi_vectors vectors;

static void check_verdict(const char *name, const dsi_vector *vector,
                          const verdict *found)
{
    bool constraint = dsi_code_band(vector->code) == DSI_BAND_CONSTRAINT;

    expect(found->code == vector->code && strcmp(found->path, vector->path) == 0,
           "%s, '%s': %s at '%s' instead of %s at '%s': %.*s", name, vector->why,
           dsi_code_name(found->code), found->path, dsi_code_name(vector->code),
           vector->path, DSI_PRINT(vector->bytes));
    expect(found->violations == (constraint ? 1 : 0), "%s, '%s': %zu violations: %.*s",
           name, vector->why, found->violations, DSI_PRINT(vector->bytes));
}

START_TEST(verdicts)
{
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        dsi_vectors_begin(&vectors, any_message(_i), seed, true);
        for (int i = 0; i < each_of(_i); i++) {
            dsi_vector vector;
            verdict found;

            dsi_vectors_next(&vectors, &vector);
            expect((vector.code != DSI_OK) == (i % 2 == 1), "seed %u: %d",
                   (unsigned)seed, i);
            judge(any_message(_i), vector.bytes, 1 + (size_t)i % 33, &found);
            check_verdict(any_message(_i)->name, &vector, &found);
        }
    }
}
END_TEST

/*
 * Another strict parser must accept each good vector. Vectors with values that it
 * cannot represent are still JSON.
 */
START_TEST(second_parser)
{
    const dsi_message *message = any_message(_i);

    if (!dsi_message_has_body(message)) {
        return; /* the message is not JSON */
    }
    dsi_vectors_begin(&vectors, message, 7, false);
    for (int i = 0; i < each_of(_i); i++) {
        dsi_vector vector;

        dsi_vectors_next(&vectors, &vector);
        expect(oracle_is_json(vector.bytes.data, vector.bytes.length, 0), "%d: %.*s", i,
               DSI_PRINT(vector.bytes));
    }
}
END_TEST

/*
 * It must also refuse each vector that is not JSON. It may report another error, for a
 * value before it that it cannot represent.
 */
START_TEST(second_parser_broken)
{
    const dsi_message *message = any_message(_i);

    if (!dsi_message_has_body(message)) {
        return; /* the message is not JSON */
    }
    dsi_vectors_begin(&vectors, message, 7, true);
    for (int i = 0; i < 2 * each_of(_i); i++) {
        dsi_vector vector;
        dsi_band band;

        dsi_vectors_next(&vectors, &vector);
        band = dsi_code_band(vector.code);
        if (band == DSI_BAND_SYNTAX || band == DSI_BAND_TEXT) {
            expect(oracle_load(vector.bytes.data, vector.bytes.length, 0, NULL) == NULL,
                   "%d, '%s': %.*s", i, vector.why, DSI_PRINT(vector.bytes));
        }
    }
}
END_TEST

/*
 * Vectors try what is unusual: unknown members with parts, numbers at their ends, deep
 * nesting. So only a part of them is read directly; of the model's messages it must be
 * more than half.
 */
START_TEST(share_that_is_read_directly)
{
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    const dsi_message *message = any_message(_i);
    const dsi_message_options options = {.head = {.status = 200}};
    bool built = true;
    int direct = 0;

    if (!dsi_message_has_body(message)) {
        return; /* the message is not JSON */
    }
    dsi_vectors_begin(&vectors, message, 7, false);
    for (int i = 0; i < each_of(_i); i++) {
        dsi_vector vector;
        dsi_decoder *decoder = dsi_message_begin(message, block, sizeof block, &options,
                                                 NULL);

        dsi_vectors_next(&vectors, &vector);
        (void)dsi_feed(decoder, vector.bytes.data, vector.bytes.length);
        direct += decoder->read_directly > 0 ? 1 : 0;
        built = decoder->direct;
    }
    printf("%s: %d of %d vectors are read directly\n", dsi_message_name(message),
           direct, each_of(_i));
    expect(!built || dsi_message_at((size_t)_i) == NULL || direct > each_of(_i) / 2,
           "only %d of %d", direct, each_of(_i));
}
END_TEST

START_TEST(same_seed)
{
    static dsi_vectors again;

    dsi_vectors_begin(&vectors, any_message(_i), 42, true);
    dsi_vectors_begin(&again, any_message(_i), 42, true);
    for (int i = 0; i < each_of(_i) / 4; i++) {
        dsi_vector left;
        dsi_vector right;

        dsi_vectors_next(&vectors, &left);
        dsi_vectors_next(&again, &right);
        expect(dsi_string_equal(left.bytes, right.bytes) && left.code == right.code &&
                   strcmp(left.path, right.path) == 0 && left.why == right.why,
               "%s: %d differs", any_message(_i)->name, i);
    }
}
END_TEST

/* FNV-1a. The sum only shows that vectors have changed. */
static uint64_t sum_bytes(uint64_t sum, const void *bytes, size_t length)
{
    const unsigned char *at = bytes;

    for (size_t i = 0; i < length; i++) {
        sum = (sum ^ at[i]) * 0x100000001b3u;
    }
    return sum;
}

static uint64_t sum_of(const dsi_message *message)
{
    uint64_t sum = 0xcbf29ce484222325u;

    dsi_vectors_begin(&vectors, message, 42, true);
    for (int i = 0; i < 2000; i++) {
        dsi_vector vector;
        const char *code;

        dsi_vectors_next(&vectors, &vector);
        code = dsi_code_name(vector.code);
        sum = sum_bytes(sum, code, strlen(code) + 1);
        sum = sum_bytes(sum, vector.path, strlen(vector.path) + 1);
        sum = sum_bytes(sum, vector.bytes.data, vector.bytes.length);
    }
    return sum;
}

/*
 * Users rely on equal vectors for a seed. A change of a sum belongs in the change log.
 */
START_TEST(same_in_each_release)
{
    const dsi_message *message = dsi_message_at((size_t)_i);
    const model_operation *operation = model_of(message).operation;
    uint64_t sum = dsi_message_is_request(message) ? operation->request_sum
                                                   : operation->response_sum;

    ck_assert_msg(sum_of(message) == sum, "%s: its sum is 0x%016" PRIx64,
                  dsi_message_name(message), sum_of(message));
}
END_TEST

START_TEST(another_seed)
{
    static dsi_vectors other;
    int same = 0;

    dsi_vectors_begin(&vectors, any_message(_i), 1, false);
    dsi_vectors_begin(&other, any_message(_i), 2, false);
    for (int i = 0; i < each_of(_i) / 4; i++) {
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

/* A bad vector is the good one before it, with one mutation. */
START_TEST(pairs)
{
    dsi_vectors_begin(&vectors, dsi_message_at(0), 3, true);
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

/* Every mutation of the table must occur. */
START_TEST(every_mutation)
{
    static bool seen[256];
    const dsi_message *message;

    ck_assert_uint_le(dsi_mutation_count, COUNT(seen));
    for (int index = 0; (message = any_message(index)) != NULL; index++) {
        dsi_vectors_begin(&vectors, message, 11, true);
        for (int i = 0; i < 4 * each_of(index); i++) {
            dsi_vector vector;

            dsi_vectors_next(&vectors, &vector);
            for (size_t row = 0; row < dsi_mutation_count; row++) {
                seen[row] = seen[row] || vector.why == dsi_mutations[row].why;
            }
        }
    }
    for (size_t row = 0; row < dsi_mutation_count; row++) {
        ck_assert_msg(seen[row], "this mutation never occurs: %s",
                      dsi_mutations[row].why);
    }
}
END_TEST

/* Every vector leaves a quarter of DSI_VECTOR_MAX unused. */
START_TEST(every_message_has_room)
{
    const dsi_message *message = dsi_message_at((size_t)_i);

    dsi_vectors_begin(&vectors, message, 11, true);
    for (int i = 0; i < 4 * EACH; i++) {
        dsi_vector vector;

        dsi_vectors_next(&vectors, &vector);
        expect(vector.bytes.length < DSI_VECTOR_MAX * 3 / 4, "%s: %zu bytes",
               dsi_message_name(message), vector.bytes.length);
    }
}
END_TEST

SUITE(vectors)
{
    Suite *suite = suite_create("vectors");

    set_long(add_rows(suite, "verdicts", verdicts, any_message_count()));
    add_rows(suite, "share that is read directly", share_that_is_read_directly,
             any_message_count());
    add_rows(suite, "second parser", second_parser, any_message_count());
    add_rows(suite, "second parser, broken", second_parser_broken, any_message_count());
    add_rows(suite, "same seed", same_seed, any_message_count());
    add_rows(suite, "same in each release", same_in_each_release, message_count());
    add_rows(suite, "another seed", another_seed, message_count());
    add_test(suite, "pairs of good and bad", pairs);
    set_long(add_test(suite, "every mutation", every_mutation));
    set_long(add_rows(suite, "room", every_message_has_room, message_count()));
    return suite;
}
