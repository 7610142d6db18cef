/*
 * Random messages of every kind. A second parser must find the struct's values in the
 * encoded text. Decoding the text, kept or streamed, must give a struct that encodes to
 * the same text.
 */
#include <string.h>

#include "codec/decoder.h"
#include "fuzz/judge.h"
#include "fuzz/make.h"
#include "fuzz/oracle.h"
#include "fuzz/same.h"
#include "tests/model/bytes.h"
#include "tests/model/items.h"
#include "tests/support.h"

#define TEXT_MAX (1u << 18)
#define CHOICES 4096

/* A random message, and its encoding. */
typedef struct sample {
    const dsi_message *message;
    model_message account;
    void *object;
    const model_shape *shape; /* of its body */
    void *body;               /* part of the object */
    char text[TEXT_MAX];
    size_t length;
} sample;

/* A random generator of our own, so that a seed gives the same messages everywhere. */
static fuzz_input choices_of(uint64_t seed)
{
    static uint8_t bytes[CHOICES];
    uint64_t state = seed;

    for (size_t i = 0; i < CHOICES; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        bytes[i] = (uint8_t)(state >> 56);
    }
    return (fuzz_input){.data = bytes, .size = CHOICES};
}

/* One answer in four is a service error. */
static void make_body(fuzz_input *input, sample *made)
{
    const model_answer *places = &made->account.operation->answer;
    bool is_error = !made->account.is_request && fuzz_byte(input) % 4 == 0;
    dsi_answer_kind kind = is_error ? DSI_SERVICE_ERROR : DSI_OUTPUT;
    char *object = made->object;

    made->shape = is_error ? &model_exception : made->account.shape;
    made->body = object + (is_error ? places->error : made->account.offset);
    if (!made->account.is_request) {
        memcpy(object + places->kind, &kind, sizeof kind);
    }
    make_good_object(input, made->shape, made->body);
}

static void write_object(sample *made, const void *object,
                         const dsi_encode_options *options)
{
    gathered text = {.bytes = made->text, .capacity = TEXT_MAX};
    dsi_sink sink = {.write = gather, .context = &text};
    dsi_error error;

    ck_assert_msg(dsi_message_write(made->message, object, &sink, options, &error),
                  "%s at %s", dsi_code_name(error.code), error.path);
    made->length = text.length;
}

/* Makes a message and encodes it; false if it is too deep to be encoded. */
static bool make_sample(sample *made, const dsi_message *message, fuzz_input *input)
{
    verdict found;

    *made = (sample){.message = message, .account = model_of(message)};
    made->object = make_memory(made->account.size);
    make_body(input, made);
    found = judge_body(made->shape, made->body);
    ck_assert_msg(found.code == DSI_OK || found.code == DSI_E_MAX_DEPTH, "%s at %s",
                  dsi_code_name(found.code), found.path);
    if (found.code == DSI_OK) {
        write_object(made, made->object, NULL);
    }
    return found.code == DSI_OK;
}

static void check_json(const sample *made)
{
    json_t *json = oracle_load(made->text, made->length, JSON_REJECT_DUPLICATES, NULL);

    ck_assert_msg(same_json(made->shape, made->body, json, false), "%.*s",
                  (int)made->length, made->text);
    json_decref(json);
}

/* Decodes the text in chunks of 1 to 40 bytes. */
static const void *decode(const sample *made, fuzz_input *input, items_taken *taken)
{
    static unsigned char block[8u << 20];
    dsi_message_options options = {
        .decode = {.strict = true, .limits = {.max_depth = DSI_MAX_DEPTH_MAX}},
        .head = {.status = made->shape == &model_exception ? 400 : 200}};
    dsi_decoder *decoder;
    dsi_error error;

    if (taken != NULL) {
        options.items = items_begin(taken, made->message);
    }
    decoder = dsi_message_begin(made->message, block, sizeof block, &options, &error);
    for (size_t at = 0, piece; at < made->length; at += piece) {
        piece = 1 + fuzz_byte(input) % 40u;
        piece = piece < made->length - at ? piece : made->length - at;
        ck_assert(dsi_feed(decoder, made->text + at, piece));
    }
    return dsi_message_finish(made->message, decoder, &error);
}

/* With nulls and white space, the text is another one of the same meaning. */
static void check_forms(const sample *made, fuzz_input *input)
{
    static sample again;

    for (unsigned form = 0; form < 4; form++) {
        dsi_encode_options options = {(form & 1) != 0, (form & 2) != 0};
        const char *decoded;

        again = (sample){.message = made->message, .shape = made->shape};
        write_object(&again, made->object, &options);
        decoded = decode(&again, input, NULL);
        ck_assert_ptr_nonnull(decoded);
        ck_assert(value_decoded(made->shape, made->body,
                                decoded + ((char *)made->body - (char *)made->object)));
        write_object(&again, decoded, NULL);
        ck_assert_uint_eq(again.length, made->length);
        ck_assert_int_eq(memcmp(again.text, made->text, made->length), 0);
    }
}

/* The items that were handed over, put back into the rest, give the same text. */
static void check_streamed(sample *made, fuzz_input *input)
{
    static items_taken taken;
    static char bytes[TEXT_MAX];
    gathered again = {.bytes = bytes, .capacity = sizeof bytes};
    dsi_sink sink = {.write = gather, .context = &again};
    items_copy rest = items_replace(&made->account, made->object, NULL);
    const void *decoded;

    decoded = decode(made, input, &taken);
    ck_assert_ptr_nonnull(decoded);
    ck_assert_uint_eq(taken.count, rest.before.items != NULL ? rest.before.count : 0);
    ck_assert_pstr_eq(items_write(&taken, decoded, &sink, NULL), NULL);
    if (taken.count == 0 && rest.answer != NULL) {
        /* Streaming makes an empty list absent. */
        write_object(made, rest.answer, NULL);
    }
    ck_assert(gathered_same(&again, made->text, made->length));
    items_free(&rest);
}

#define SEEDS 500

START_TEST(generated_messages)
{
    const dsi_message *message = dsi_message_at((size_t)_i);
    static sample made;
    size_t encoded = 0;

    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        fuzz_input input = choices_of(seed);

        if (make_sample(&made, message, &input)) {
            check_json(&made);
            check_forms(&made, &input);
            if (dsi_message_has_items(message) && made.shape == made.account.shape) {
                check_streamed(&made, &input);
            }
            encoded++;
        }
        make_free();
    }
    ck_assert_msg(encoded > SEEDS / 2, "%s: only %zu are not too deep",
                  dsi_message_name(message), encoded);
}
END_TEST

/* A number of so many digits may be out of its kind's range: the stream reads it. */
static bool has_long_number(const char *text, size_t length)
{
    bool in_string = false;
    size_t digits = 0;

    for (size_t i = 0; i < length && digits < 10; i++) {
        if (in_string && text[i] == '\\') {
            i++;
        } else if (text[i] == '"') {
            in_string = !in_string;
        } else if (!in_string) {
            digits = text[i] >= '0' && text[i] <= '9' ? digits + 1 : 0;
        }
    }
    return digits == 10;
}

START_TEST(what_dsi_writes_is_read_directly)
{
    static unsigned char block[8u << 20];
    const dsi_message *message = dsi_message_at((size_t)_i);
    static sample made;

    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        fuzz_input input = choices_of(seed);
        dsi_message_options options = {
            .decode = {.limits = {.max_depth = DSI_MAX_DEPTH_MAX}}};
        dsi_decoder *decoder;

        if (make_sample(&made, message, &input) &&
            !has_long_number(made.text, made.length)) {
            options.head.status = made.shape == &model_exception ? 400 : 200;
            decoder = dsi_message_begin(message, block, sizeof block, &options, NULL);
            ck_assert(dsi_feed(decoder, made.text, made.length));
            ck_assert_msg(decoder->read_directly == (decoder->direct ? made.length : 0),
                          "%.*s", (int)made.length, made.text);
        }
        make_free();
    }
}
END_TEST

SUITE(identity)
{
    Suite *suite = suite_create("identity");

    add_rows(suite, "generated messages", generated_messages, message_count());
    add_rows(suite, "what dsi writes is read directly",
             what_dsi_writes_is_read_directly, message_count());
    return suite;
}
