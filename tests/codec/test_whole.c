/*
 * A whole body in one call: the outcome is that of begin, feed and finish. The block
 * may be small, and the one that dsi_message_bound asks for is always enough.
 */
#include <stdlib.h>
#include <string.h>

#include "tests/model/bytes.h"
#include "tests/odd.h"
#include "tests/support.h"

/* Room for a message of a few hundred bytes. */
#define SMALL_BLOCK ((size_t)16 * 1024)

#define REQUEST                                                                        \
    "{\"rdsDataApiConfig\":{\"resourceArn\":"                                          \
    "\"arn:aws:rds:us-east-1:123456789012:cluster:orders\",\"secretArn\":"             \
    "\"arn:aws:secretsmanager:us-east-1:123456789012:secret:db/orders-AbCdEf\","       \
    "\"databaseName\":\"orders\"}}"

static const dsi_received_head ok = {.status = 200};
static const dsi_received_head busy = {.status = 503};

/* --------------------------------------------------------------------- small blocks */

START_TEST(short_messages_fit_16_kib)
{
    static unsigned char block[SMALL_BLOCK];
    dsi_string answer = dsi_str("{\"introspectionId\":\"a1234567\","
                                "\"introspectionStatus\":\"PROCESSING\"}");
    const dsi_start_request *request = dsi_start_request_decode(
        block, sizeof block, dsi_str(REQUEST), NULL, NULL);
    const dsi_start_answer *started;
    const dsi_get_answer *got;

    ck_assert_ptr_nonnull(request);
    ck_assert_str_eq(request->rds_data_api_config->database_name.data, "orders");
    started = dsi_start_answer_decode(block, sizeof block, &ok, answer, NULL, NULL);
    ck_assert_ptr_nonnull(started);
    ck_assert_int_eq(started->output.introspection_status.value, DSI_STATUS_PROCESSING);
    got = dsi_get_answer_decode(block, sizeof block, &ok, answer, NULL, NULL, NULL);
    ck_assert_ptr_nonnull(got);
    ck_assert_str_eq(got->output.introspection_id.data, "a1234567");
    ck_assert_ptr_nonnull(dsi_get_request_decode(
        block, sizeof block, dsi_str("{\"introspectionId\":\"i\"}"), NULL, NULL));
}
END_TEST

START_TEST(a_block_that_is_too_small_is_told_its_size)
{
    dsi_error error;
    unsigned char *block = malloc(1);

    ck_assert_ptr_null(
        dsi_start_request_decode(block, 1, dsi_str(REQUEST), NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_BLOCK_SIZE);
    free(block);
    ck_assert_uint_lt(error.actual, SMALL_BLOCK);
    block = malloc((size_t)error.actual);
    ck_assert_ptr_nonnull(dsi_start_request_decode(block, (size_t)error.actual,
                                                   dsi_str(REQUEST), NULL, &error));
    free(block);
}
END_TEST

/* The size that is told is enough for a token as long as the body. A byte less is not. */
START_TEST(a_block_that_is_a_byte_too_small_is_refused)
{
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    static char text[8000];
    const dsi_string body = {.data = text, .length = sizeof text};
    dsi_error error;
    size_t least;

    memset(text, 'x', sizeof text);
    memcpy(text, "{\"unknown\":\"", 12);
    memcpy(text + sizeof text - 2, "\"}", 2);
    ck_assert_ptr_null(dsi_start_request_decode(block, 1, body, NULL, &error));
    least = (size_t)error.actual;
    ck_assert_ptr_null(dsi_start_request_decode(block, least - 1, body, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_BLOCK_SIZE);
    ck_assert_ptr_nonnull(dsi_start_request_decode(block, least, body, NULL, &error));
    least = dsi_decoder_size(NULL);
    ck_assert_ptr_null(dsi_start_answer_begin(block, least - 1, &busy, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_BLOCK_SIZE);
}
END_TEST

#define PAGE_MODELS 25
#define PAGE_FIELDS 11
#define SDL_FIELDS                                                                     \
    "  order_reference: AWSDateTime!\n"                                                \
    "  order_reference: AWSDateTime!\n"                                                \
    "  order_reference: AWSDateTime!\n"

/* A page as the service writes it: wrapper types without names, and nulls. */
static size_t write_page(char *text, size_t capacity)
{
    gathered page = {.bytes = text, .capacity = capacity};
    const dsi_model_field_type scalar = {.kind = DSI_STR("Scalar"),
                                         .name = DSI_STR("AWSDateTime")};
    const dsi_model_field_type wrapper = {.kind = DSI_STR("NonNull"), .type = &scalar};
    const dsi_string key = DSI_STR("order_reference");
    const dsi_model_index primary = {.name = DSI_STR("PRIMARY_KEY"),
                                     .fields = {.items = &key, .count = 1}};
    dsi_model_field fields[PAGE_FIELDS];
    dsi_model models[PAGE_MODELS];
    const dsi_introspection_result result = {
        .models = {.items = models, .count = PAGE_MODELS}};
    const dsi_get_answer answer = {.kind = DSI_OUTPUT,
                                   .output = {.introspection_result = &result}};
    const dsi_sink sink = {.write = gather, .context = &page};
    const dsi_encode_options options = {.nulls = true};

    for (size_t i = 0; i < PAGE_FIELDS; i++) {
        fields[i] = (dsi_model_field){
            .name = key, .type = &wrapper, .length = {.present = true, .value = 0}};
    }
    for (size_t i = 0; i < PAGE_MODELS; i++) {
        models[i] = (dsi_model){
            .name = DSI_STR("order_table_00001"),
            .fields = {.items = fields, .count = PAGE_FIELDS},
            .primary_key = &primary,
            .sdl = DSI_STR(
                "type order_table_00001\n@model\n{\n" SDL_FIELDS SDL_FIELDS SDL_FIELDS
                "}\n")};
    }
    ck_assert(dsi_get_answer_write(&answer, &sink, &options, NULL));
    return page.length;
}

START_TEST(a_page_fits_four_times_its_length)
{
    static char text[65536];
    dsi_string page = {.data = text, .length = write_page(text, sizeof text)};
    unsigned char *block = malloc(4 * page.length);
    const dsi_get_answer *answer = dsi_get_answer_decode(block, 4 * page.length, &ok,
                                                         page, NULL, NULL, NULL);

    ck_assert_uint_gt(page.length, 40000);
    ck_assert_ptr_nonnull(answer);
    ck_assert_uint_eq(answer->output.introspection_result->models.count, PAGE_MODELS);
    free(block);
}
END_TEST

/* The smallest block that a service error is accepted in, whatever its body is. */
static size_t least_block(dsi_string body)
{
    char block[1];
    dsi_error error;

    ck_assert_ptr_null(
        dsi_start_answer_decode(block, sizeof block, &busy, body, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_BLOCK_SIZE);
    return (size_t)error.actual;
}

/* The head's values have the greatest length that is kept, so they need most room. */
static void check_refused(dsi_string body, size_t size)
{
    static char value[DSI_HEADER_VALUE_MAX];
    const dsi_string longest = {.data = value, .length = sizeof value};
    const dsi_header headers[] = {{DSI_STR("x-amzn-requestid"), longest},
                                  {DSI_STR("x-amzn-errortype"), longest},
                                  {DSI_STR("x-amzn-error-message"), longest}};
    const dsi_received_head head = {
        .status = 503, .headers = headers, .header_count = COUNT(headers)};
    unsigned char *block = malloc(size);
    const dsi_start_answer *answer;
    dsi_error error;

    memset(value, 'v', sizeof value);
    answer = dsi_start_answer_decode(block, size, &head, body, NULL, &error);
    ck_assert_msg(answer != NULL, "a block of %zu: %s", size,
                  dsi_code_name(error.code));
    ck_assert_int_eq(answer->kind, DSI_SERVICE_ERROR);
    ck_assert_int_eq(answer->error.status, 503);
    ck_assert_uint_eq(answer->error.request_id.length, sizeof value);
    ck_assert_uint_eq(answer->error.type.length, sizeof value);
    ck_assert_ptr_nonnull(answer->error.message.data);
    free(block);
}

typedef struct refused_row {
    const char *begin;
    char fill;
    const char *end;
    const char *why;
} refused_row;

static const refused_row refused_rows[] = {
    {"{\"message\":\"", 'x', "\"}", "a long token"},
    {"{\"detail\":", '[', "", "many levels, and cut"},
    {"<html>", 'x', "", "long text"},
    {"{}", ' ', "", "long white space"},
};

/* However small the block is that is accepted at all; 16 KiB always are. */
START_TEST(a_status_is_not_lost_to_a_small_block)
{
    static const size_t lengths[] = {600, 1550, 5000, 20000, 100000};
    static char text[100000];
    const refused_row *row = &refused_rows[_i];

    for (size_t i = 0; i < COUNT(lengths); i++) {
        dsi_string body = {.data = text, .length = lengths[i]};
        size_t least;

        memset(text, row->fill, body.length);
        memcpy(text, row->begin, strlen(row->begin));
        memcpy(text + body.length - strlen(row->end), row->end, strlen(row->end));
        least = least_block(body);
        ck_assert_uint_le(least, SMALL_BLOCK);
        for (size_t size = least; size < 2 * SMALL_BLOCK; size += 97) {
            check_refused(body, size);
        }
        check_refused(body, SMALL_BLOCK);
        check_refused(body, 4 * sizeof text);
    }
}
END_TEST

/* A small block costs the text of the body, or a part of it. */
START_TEST(the_answer_says_what_did_not_fit)
{
    static char text[20000];
    static unsigned char block[8 * sizeof text];
    const dsi_string body = {.data = text, .length = sizeof text};
    size_t least;
    const dsi_start_answer *answer;

    memset(text, 'x', sizeof text);
    memcpy(text, "{\"message\":\"", 12);
    memcpy(text + sizeof text - 2, "\"}", 2);
    least = least_block(body);
    answer = dsi_start_answer_decode(block, least, &busy, body, NULL, NULL);
    ck_assert_int_eq(answer->error.unread.code, DSI_E_MAX_TOKEN);
    ck_assert(answer->error.message_is_raw);
    ck_assert(answer->error.message_cut);
    ck_assert_uint_eq(strlen(answer->error.message.data), answer->error.message.length);
    answer = dsi_start_answer_decode(block, sizeof block, &busy, body, NULL, NULL);
    ck_assert_int_eq(answer->error.unread.code, DSI_OK);
    ck_assert_uint_eq(answer->error.message.length, sizeof text - 14);
}
END_TEST

/* ---------------------------------------------------------------------- the outcome */

static const char *const bodies[] = {
    "",
    " ",
    "{}",
    "{\"a\":1}",
    "{\"a\":",
    "[]",
    "{\"a\":\"b",
    "{\"a\":12",
    "{\"a\":nul",
    "{\"a\":}",
    "{\"a\":1}}",
    "nothing",
    "{\"message\":\"not now\"}",
    "{\"introspectionId\":1}",
    "{\"introspectionId\":\"i\",\"introspectionId\":\"i\"}",
};

/* Begin, feed and finish, in a block of the default size. */
static const void *in_steps(const dsi_message *message, dsi_string body,
                            const dsi_message_options *options, dsi_error *error)
{
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    dsi_decoder *decoder = dsi_message_begin(message, block, sizeof block, options,
                                             error);

    (void)dsi_feed(decoder, body.data, body.length);
    return dsi_message_finish(message, decoder, error);
}

/* What a struct says, as JSON; "" for no struct. */
static void write_struct(const dsi_message *message, const void *object, char *text,
                         size_t capacity)
{
    gathered said = {.bytes = text, .capacity = capacity - 1};
    const dsi_sink sink = {.write = gather, .context = &said};
    const dsi_service_error *failed = object != NULL
                                          ? dsi_message_error(message, object)
                                          : NULL;

    if (failed != NULL) {
        ck_assert(dsi_service_error_write(failed, &sink, NULL));
    } else if (object != NULL) {
        ck_assert(dsi_message_write(message, object, &sink, NULL, NULL));
    }
    text[said.length] = '\0';
}

START_TEST(the_outcome_is_that_of_the_steps)
{
    static unsigned char block[SMALL_BLOCK];
    const dsi_message *message = any_message(_i);

    for (size_t i = 0; i < 2 * COUNT(bodies); i++) {
        dsi_string body = dsi_str(bodies[i / 2]);
        const dsi_message_options options = {.head = i % 2 == 0 ? ok : busy};
        dsi_error steps;
        dsi_error whole;
        char expected[1024];
        char got[1024];

        write_struct(message, in_steps(message, body, &options, &steps), expected,
                     sizeof expected);
        write_struct(
            message,
            dsi_message_decode(message, block, sizeof block, body, &options, &whole),
            got, sizeof got);
        ck_assert_str_eq(got, expected);
        ck_assert_int_eq(whole.code, steps.code);
        ck_assert_uint_eq(whole.offset, steps.offset);
        ck_assert_str_eq(whole.path, steps.path);
    }
}
END_TEST

START_TEST(a_body_that_is_no_memory_is_refused)
{
    static unsigned char block[SMALL_BLOCK];
    dsi_error error;

    ck_assert_ptr_null(dsi_start_request_decode(
        block, sizeof block, (dsi_string){.data = NULL, .length = 2}, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_ptr_nonnull(
        dsi_start_answer_decode(block, sizeof block, &ok,
                                (dsi_string){.data = NULL, .length = 0}, NULL, &error));
    ck_assert_ptr_null(dsi_get_answer_decode(block, sizeof block, &ok, dsi_str("{}"),
                                             &(dsi_model_sink){.take = NULL}, NULL,
                                             &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
}
END_TEST

static bool count_model(void *context, const dsi_model *model)
{
    ck_assert_ptr_nonnull(model);
    (*(size_t *)context)++;
    return true;
}

START_TEST(models_are_handed_over)
{
    static unsigned char block[SMALL_BLOCK];
    size_t count = 0;
    const dsi_model_sink models = {.take = count_model, .context = &count};
    const dsi_get_answer *answer = dsi_get_answer_decode(
        block, sizeof block, &ok,
        dsi_str("{\"introspectionResult\":{\"models\":[{},{\"name\":\"n\"}]}}"),
        &models, NULL, NULL);

    ck_assert_ptr_nonnull(answer);
    ck_assert_uint_eq(answer->models_taken, 2);
    ck_assert_uint_eq(count, 2);
}
END_TEST

/* ------------------------------------------------------------------------ the bound */

/* What costs most: an item again and again, in its shortest form. */
typedef struct costly_row {
    const char *message;
    const char *before;
    const char *item;
    const char *after;
} costly_row;

static const costly_row costly[] = {
    {"get-response", "{\"introspectionResult\":{\"models\":[", "{}", "]}}"},
    {"get-response", "{\"introspectionResult\":{\"models\":[{\"fields\":[", "{}",
     "]}]}}"},
    {"get-response",
     "{\"introspectionResult\":{\"models\":[{\"primaryKey\":{\"fields\":[", "\"\"",
     "]}}]}}"},
    {"put-request", "{\"pages\":[", "{}", "]}"},
    {"put-request", "{\"grid\":[", "[]", "]}"},
    {"put-request", "{\"grid\":[", "[\"\"]", "]}"},
    {"put-request", "{\"numbers\":[", "0", "]}"},
    {"put-request", "{\"weights\":[", "0", "]}"},
    {"put-request", "{\"flags\":[", "true", "]}"},
    {"put-request", "{\"colors\":[", "\"\"", "]}"},
    {"put-request", "{\"u\":[", "0", "]}"},
};

#define COSTLY_MAX 65536

static size_t costly_write(const costly_row *row, size_t count, char *text)
{
    gathered all = {.bytes = text, .capacity = COSTLY_MAX};

    ck_assert(gather(&all, row->before, strlen(row->before)));
    for (size_t i = 0; i < count; i++) {
        ck_assert(gather(&all, ",", i > 0 ? 1 : 0));
        ck_assert(gather(&all, row->item, strlen(row->item)));
    }
    ck_assert(gather(&all, row->after, strlen(row->after)));
    return all.length;
}

START_TEST(the_bound_is_enough)
{
    static char text[COSTLY_MAX];
    const costly_row *row = &costly[_i];
    const dsi_message *message = any_message_named(row->message);
    const dsi_message_options options = {.head = ok};

    for (size_t count = 1; count <= 8192; count *= 2) {
        dsi_string body = {.data = text, .length = costly_write(row, count, text)};
        size_t size = dsi_message_bound(message, body.length, NULL);
        unsigned char *block = malloc(size);
        dsi_error error;

        ck_assert_msg(
            dsi_message_decode(message, block, size, body, &options, &error) != NULL,
            "%s: %s", row->item, dsi_code_name(error.code));
        free(block);
    }
}
END_TEST

START_TEST(a_bound_follows_limits_and_length)
{
    const dsi_message *message = dsi_message_find(dsi_str("start-response"));
    const dsi_limits deep = {.max_depth = DSI_MAX_DEPTH_MAX};
    const dsi_limits deeper = {.max_depth = DSI_MAX_DEPTH_MAX + 1};

    ck_assert_uint_lt(dsi_message_bound(message, 151, NULL), 2 * SMALL_BLOCK);
    ck_assert_uint_lt(dsi_message_bound(message, 151, NULL),
                      dsi_message_bound(message, 151, &deep));
    ck_assert_uint_lt(dsi_message_bound(message, 151, NULL),
                      dsi_message_bound(message, 15100, NULL));
    ck_assert_uint_eq(dsi_message_bound(message, 151, &deeper), 0);
    ck_assert_uint_eq(dsi_message_bound(message, SIZE_MAX, NULL), 0);
}
END_TEST

SUITE(whole)
{
    Suite *suite = suite_create("whole");

    add_test(suite, "short messages fit 16 KiB", short_messages_fit_16_kib);
    add_test(suite, "a block that is a byte too small is refused",
             a_block_that_is_a_byte_too_small_is_refused);
    add_test(suite, "a page fits four times its length",
             a_page_fits_four_times_its_length);
    add_test(suite, "a block that is too small is told its size",
             a_block_that_is_too_small_is_told_its_size);
    add_rows(suite, "a status is not lost to a small block",
             a_status_is_not_lost_to_a_small_block, COUNT(refused_rows));
    add_test(suite, "the answer says what did not fit",
             the_answer_says_what_did_not_fit);
    add_rows(suite, "the outcome is that of the steps",
             the_outcome_is_that_of_the_steps, any_message_count());
    add_test(suite, "a body that is no memory is refused",
             a_body_that_is_no_memory_is_refused);
    add_test(suite, "models are handed over", models_are_handed_over);
    add_rows(suite, "the bound is enough", the_bound_is_enough, COUNT(costly));
    add_test(suite, "a bound follows limits and length",
             a_bound_follows_limits_and_length);
    return suite;
}
