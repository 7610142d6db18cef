/* Encodes into buffers of every size and sinks that fail; and what encoding refuses. */
#include <string.h>

#include "fuzz/oracle.h"
#include "tests/codec/encoding.h"
#include "tests/support.h"

#define ARN_RDS "arn:aws:rds:us-east-1:123456789012:cluster:orders"
#define ARN_SECRET "arn:aws:secretsmanager:us-east-1:123456789012:secret:o-AbCdEf"

static const dsi_rds_data_api_config config = {.resource_arn = TEXT_ROW(ARN_RDS),
                                               .secret_arn = TEXT_ROW(ARN_SECRET),
                                               .database_name = TEXT_ROW("orders")};
static const dsi_start_request request = {.rds_data_api_config = &config};
static const char expected[] = "{\"rdsDataApiConfig\":{\"resourceArn\":\"" ARN_RDS
                               "\",\"secretArn\":\"" ARN_SECRET
                               "\",\"databaseName\":\"orders\"}}";

START_TEST(buffer_of_every_size)
{
    check_buffers("start-request", &request, expected);
}
END_TEST

/* Derives DSI_START_REQUEST_MAX: the longest valid request has exactly this length. */
START_TEST(no_valid_request_is_longer_than_the_maximum)
{
    static char resource[2048];
    static char secret[2048];
    static char name[128];
    static char body[DSI_START_REQUEST_MAX + 1];
    dsi_error error;
    static const char resource_start[] = "arn:aws:rds:us-east-1:123456789012:cluster:";
    static const char secret_start[] =
        "arn:aws:secretsmanager:us-east-1:123456789012:secret:";
    dsi_rds_data_api_config longest = {.resource_arn = {resource, sizeof resource},
                                       .secret_arn = {secret, sizeof secret},
                                       .database_name = {name, sizeof name}};
    dsi_start_request worst = {.rds_data_api_config = &longest};

    memset(resource, 'a', sizeof resource);
    memcpy(resource, resource_start, sizeof resource_start - 1);
    memset(secret, '/', sizeof secret);
    memcpy(secret, secret_start, sizeof secret_start - 1);
    memset(name, 0x01, sizeof name);
    ck_assert_uint_eq(dsi_start_request_validate(&worst, NULL), 0);
    for (size_t room = DSI_START_REQUEST_MAX - 1; room <= sizeof body; room++) {
        bool good = room >= DSI_START_REQUEST_MAX;

        ck_assert_uint_eq(dsi_start_request_encode(&worst, body, room, &error),
                          good ? DSI_START_REQUEST_MAX : 0);
        ck_assert_int_eq(error.code, good ? DSI_OK : DSI_E_BUFFER_SIZE);
    }
}
END_TEST

/* No character of a valid name needs more bytes than the derivation assumes. */
START_TEST(no_character_takes_more_than_six_bytes)
{
    for (unsigned byte = 0; byte < 0x80; byte++) {
        char character = (char)byte;
        dsi_rds_data_api_config one = {.database_name = {&character, 1}};
        dsi_start_request just = {.rds_data_api_config = &one};
        size_t around = strlen("{\"rdsDataApiConfig\":{\"databaseName\":\"\"}}");

        ck_assert_uint_le(dsi_start_request_size(&just, NULL), around + 6);
        ck_assert_uint_ge(dsi_start_request_size(&just, NULL), around + 1);
    }
}
END_TEST

START_TEST(sink_failure_is_latched_at_every_call)
{
    check_sinks("start-request", &request, expected);
}
END_TEST

#define PIECE ((size_t)512) /* as dsi/encode.h says */

/* A sink that compares the pieces with the message, and checks their sizes. */
typedef struct piece_sink {
    size_t calls_left;
    size_t calls;
    size_t last; /* length of the last piece */
    const char *expected;
    size_t length;
} piece_sink;

static bool piece_write(void *context, const char *bytes, size_t length)
{
    piece_sink *sink = context;

    sink->calls++;
    ck_assert_uint_gt(length, 0);
    ck_assert_int_eq(memcmp(bytes, sink->expected + sink->length, length), 0);
    if (length > PIECE) { /* a part of one string, without its quotes */
        ck_assert_ptr_null(memchr(bytes, '"', length));
    } else if (sink->calls > 1 && sink->last <= PIECE) {
        ck_assert_uint_gt(sink->last + length, PIECE);
    }
    sink->last = length;
    sink->length += length;
    return sink->calls_left-- > 0;
}

/* The text grows over the size of a piece, so the next pieces end at every place. */
START_TEST(pieces_are_full_or_one_string)
{
    static char text[3 * PIECE];
    static char body[8 * PIECE];
    dsi_start_answer answer = {
        .kind = DSI_OUTPUT,
        .output = {.introspection_id = {.data = text, .length = (size_t)_i},
                   .introspection_status_detail = TEXT("d")}};
    bool done = false;
    size_t length;

    memset(text, 'x', sizeof text);
    length = dsi_start_answer_encode(&answer, body, sizeof body, NULL);
    ck_assert_uint_gt(length, (size_t)_i);
    for (size_t good = 0; !done; good++) {
        piece_sink pieces = {.calls_left = good, .expected = body};
        dsi_sink sink = {.write = piece_write, .context = &pieces};
        dsi_error error;

        done = dsi_start_answer_write(&answer, &sink, NULL, &error);
        ck_assert_int_eq(error.code, done ? DSI_OK : DSI_E_SINK);
        ck_assert_str_eq(error.path, "");
        ck_assert_uint_eq(pieces.calls, done ? good : good + 1);
        ck_assert(!done || pieces.length == length);
    }
}
END_TEST

/* After a sink refused a piece, encoding stops. So a later error is not found. */
START_TEST(nothing_is_encoded_after_a_refusal)
{
    static const char text[2 * PIECE] = {'x'};
    dsi_start_answer answer = {
        .kind = DSI_OUTPUT,
        .output = {.introspection_id = {.data = text, .length = sizeof text},
                   .introspection_status_detail = TEXT("\xff")}};
    counting_sink failing = {.calls_left = 0};
    dsi_sink sink = {.write = counting_write, .context = &failing};
    dsi_error error;

    ck_assert(!dsi_start_answer_write(&answer, &sink, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_SINK);
    ck_assert_uint_eq(failing.calls, 1);
}
END_TEST

START_TEST(options_change_the_form_only)
{
    dsi_start_answer answer = {.kind = DSI_OUTPUT,
                               .output = {.introspection_id = TEXT("i")}};

    check_written("start-response", &answer, (dsi_encode_options){0},
                  TEXT("{\"introspectionId\":\"i\"}"));
    check_written("start-response", &answer, (dsi_encode_options){.nulls = true},
                  TEXT("{\"introspectionId\":\"i\",\"introspectionStatus\":null,"
                       "\"introspectionStatusDetail\":null}"));
    check_written("start-response", &answer, (dsi_encode_options){.pretty = true},
                  TEXT("{\n  \"introspectionId\": \"i\"\n}\n"));
}
END_TEST

typedef struct ill_formed_row {
    dsi_string text;
    size_t offset;
} ill_formed_row;

static const ill_formed_row ill_formed[] = {
    {TEXT_ROW("\xc0\x80"), 0},      {TEXT_ROW("ok\xed\xa0\x80"), 2},
    {TEXT_ROW("a\xe0\x80\xaf"), 1}, {TEXT_ROW("\xf4\x90\x80\x80"), 0},
    {TEXT_ROW("caf\xe9"), 3},       {TEXT_ROW("abcdefgh\xff"), 8},
    {TEXT_ROW("\xe2\x82"), 0},      {TEXT_ROW("\xf0\x9f\x91\x8d\x80"), 4},
};

START_TEST(text_that_is_not_utf8_is_refused)
{
    dsi_rds_data_api_config bad = {.secret_arn = ill_formed[_i].text};
    dsi_start_request asked = {.rds_data_api_config = &bad};
    char buffer[256];
    dsi_error error;

    ck_assert_uint_eq(dsi_start_request_encode(&asked, buffer, sizeof buffer, &error),
                      0);
    ck_assert_int_eq(error.code, DSI_E_UTF8);
    ck_assert_uint_eq(error.offset, ill_formed[_i].offset);
    ck_assert_uint_eq(error.limit, 0);
    ck_assert_str_eq(error.path, "/rdsDataApiConfig/secretArn");
    ck_assert_uint_eq(dsi_start_request_size(&asked, NULL), 0);
}
END_TEST

START_TEST(path_of_a_refused_text_counts_items)
{
    dsi_code_error items[] = {{.value = TEXT("good")}, {.value = TEXT("b\xff")}};
    dsi_bad_request_detail detail = {.code_errors = {.items = items, .count = 2}};
    dsi_start_answer answer = {.kind = DSI_SERVICE_ERROR, .error = {.detail = &detail}};
    dsi_error error;

    ck_assert_uint_eq(dsi_start_answer_size(&answer, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_UTF8);
    ck_assert_uint_eq(error.offset, 1);
    ck_assert_str_eq(error.path, "/detail/codeErrors/1/value");
}
END_TEST

START_TEST(absent_and_empty_lists_differ)
{
    dsi_code_error none;
    dsi_bad_request_detail detail = {.code_errors = {.items = NULL}};
    dsi_start_answer answer = {.kind = DSI_SERVICE_ERROR, .error = {.detail = &detail}};

    check_written("start-response", &answer, (dsi_encode_options){0},
                  TEXT("{\"detail\":{}}"));
    detail.code_errors.items = &none;
    check_written("start-response", &answer, (dsi_encode_options){0},
                  TEXT("{\"detail\":{\"codeErrors\":[]}}"));
}
END_TEST

START_TEST(missing_arguments_are_refused)
{
    dsi_sink no_function = {.write = NULL};
    dsi_start_answer no_kind = {.status = 200};
    dsi_error error;

    ck_assert_uint_eq(dsi_start_request_encode(NULL, NULL, 0, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert(!dsi_start_request_write(&request, NULL, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert(!dsi_start_request_write(&request, &no_function, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_uint_eq(dsi_start_answer_size(&no_kind, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_uint_eq(dsi_start_answer_size(NULL, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert(!dsi_service_error_write(NULL, &no_function, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_uint_eq(dsi_start_request_encode(&request, NULL, 100, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_BUFFER_SIZE);
}
END_TEST

/* A second parser decodes the text that dsi encoded. */
START_TEST(a_second_parser_reads_every_ascii_character)
{
    char all[128];
    char body[1024];
    dsi_rds_data_api_config one = {.database_name = {all, sizeof all}};
    dsi_start_request asked = {.rds_data_api_config = &one};
    size_t length;
    json_t *root;
    json_t *name;

    for (size_t i = 0; i < sizeof all; i++) {
        all[i] = (char)i;
    }
    length = dsi_start_request_encode(&asked, body, sizeof body, NULL);
    root = oracle_load(body, length, JSON_REJECT_DUPLICATES, NULL);
    ck_assert_ptr_nonnull(root);
    name = json_object_get(json_object_get(root, "rdsDataApiConfig"), "databaseName");
    ck_assert_uint_eq(json_string_length(name), sizeof all);
    ck_assert_int_eq(memcmp(json_string_value(name), all, sizeof all), 0);
    json_decref(root);
}
END_TEST

SUITE(encode)
{
    Suite *suite = suite_create("encode");

    add_test(suite, "buffer of every size", buffer_of_every_size);
    add_test(suite, "no valid request is longer than the maximum",
             no_valid_request_is_longer_than_the_maximum);
    add_test(suite, "no character takes more than six bytes",
             no_character_takes_more_than_six_bytes);
    add_test(suite, "sink failure is latched at every call",
             sink_failure_is_latched_at_every_call);
    add_rows(suite, "pieces are full or one string", pieces_are_full_or_one_string,
             3 * PIECE);
    add_test(suite, "nothing is encoded after a refusal",
             nothing_is_encoded_after_a_refusal);
    add_test(suite, "options change the form only", options_change_the_form_only);
    add_rows(suite, "text that is not UTF-8 is refused",
             text_that_is_not_utf8_is_refused, COUNT(ill_formed));
    add_test(suite, "path of a refused text counts items",
             path_of_a_refused_text_counts_items);
    add_test(suite, "absent and empty lists differ", absent_and_empty_lists_differ);
    add_test(suite, "missing arguments are refused", missing_arguments_are_refused);
    add_test(suite, "a second parser reads every ASCII character",
             a_second_parser_reads_every_ascii_character);
    return suite;
}
