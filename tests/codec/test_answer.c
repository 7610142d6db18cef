/* Answers: what a report does not show, and the server's side. */
#include <stdio.h>
#include <string.h>

#include "tests/codec/suites.h"
#include "tests/support.h"

static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

static const dsi_start_answer *answer_of(int status, const dsi_header *headers,
                                         size_t header_count, dsi_string body)
{
    dsi_received_head head = {
        .status = status, .headers = headers, .header_count = header_count};
    dsi_decoder *decoder = dsi_start_answer_begin(block, sizeof block, &head, NULL,
                                                  NULL);

    (void)dsi_feed(decoder, body.data, body.length);
    return dsi_start_answer_finish(decoder, NULL);
}

START_TEST(output_has_status_and_request_id)
{
    dsi_header headers[] = {{TEXT("Date"), TEXT("x")},
                            {TEXT("X-Amzn-RequestId"), TEXT("\t id-1 ")},
                            {TEXT("x-amzn-requestid"), TEXT("id-2")}};
    const dsi_start_answer *answer = answer_of(
        201, headers, COUNT(headers), TEXT("{\"introspectionStatus\":\"SUCCESS\"}"));

    ck_assert_int_eq(answer->kind, DSI_OUTPUT);
    ck_assert_int_eq(answer->status, 201);
    ck_assert_str_eq(answer->request_id.data, "id-1");
    ck_assert_int_eq(answer->output.introspection_status.value, DSI_STATUS_SUCCESS);
    ck_assert_ptr_null(answer->output.introspection_id.data);
    ck_assert_int_eq(answer->error.status, 0);
}
END_TEST

typedef struct status_row {
    const char *body;
    dsi_introspection_status value;
    const char *text;
} status_row;

static const status_row statuses[] = {
    {"{\"introspectionStatus\":\"PROCESSING\"}", DSI_STATUS_PROCESSING, "PROCESSING"},
    {"{\"introspectionStatus\":\"FAILED\"}", DSI_STATUS_FAILED, "FAILED"},
    {"{\"introspectionStatus\":\"SUCCESS\"}", DSI_STATUS_SUCCESS, "SUCCESS"},
    {"{\"introspectionStatus\":\"SUCCESSES\"}", DSI_STATUS_UNKNOWN, "SUCCESSES"},
    {"{\"introspectionStatus\":\"success\"}", DSI_STATUS_UNKNOWN, "success"},
    {"{\"introspectionStatus\":\"\"}", DSI_STATUS_UNKNOWN, ""},
    {"{\"introspectionStatus\":null}", DSI_STATUS_UNKNOWN, NULL},
    {"{}", DSI_STATUS_UNKNOWN, NULL},
};

START_TEST(status_keeps_its_text)
{
    const status_row *row = &statuses[_i];
    const dsi_start_answer *answer = answer_of(200, NULL, 0, dsi_str(row->body));

    ck_assert_int_eq(answer->output.introspection_status.value, row->value);
    ck_assert_msg(
        dsi_string_equal(answer->output.introspection_status.text, dsi_str(row->text)),
        "%s", row->body);
}
END_TEST

START_TEST(code_errors_show_presence_and_dropped_nulls)
{
    const dsi_start_answer *answer = answer_of(
        400, NULL, 0,
        TEXT(
            "{\"reason\":\"CODE_ERROR\",\"detail\":{\"codeErrors\":[null,{\"location\":"
            "{\"line\":0,\"column\":null}},null,{}]}}"));
    const dsi_code_errors *list = &answer->error.detail->code_errors;

    ck_assert_int_eq(answer->kind, DSI_SERVICE_ERROR);
    ck_assert_int_eq(answer->error.reason.value, DSI_REASON_CODE_ERROR);
    ck_assert_uint_eq(list->count, 2);
    ck_assert_uint_eq(list->dropped, 2);
    ck_assert(list->items[0].location->line.present);
    ck_assert_int_eq(list->items[0].location->line.value, 0);
    ck_assert(!list->items[0].location->column.present);
    ck_assert(!list->items[0].location->span.present);
    ck_assert_ptr_null(list->items[1].location);
    ck_assert_ptr_null(answer->output.introspection_id.data);
}
END_TEST

/* Nothing in an item that is skipped is taken or counted, whatever its type. */
START_TEST(item_of_another_type_is_one_that_is_dropped)
{
    const dsi_start_answer *answer = answer_of(
        400, NULL, 0,
        TEXT("{\"detail\":{\"codeErrors\":[[null,{\"value\":\"x\"},[null]],7,"
             "{\"value\":\"y\"}]}}"));
    const dsi_code_errors *list = &answer->error.detail->code_errors;

    ck_assert_uint_eq(list->count, 1);
    ck_assert_uint_eq(list->dropped, 2);
    ck_assert_str_eq(list->items[0].value.data, "y");
}
END_TEST

/* Behind the fault that makes it one, a text may have what JSON could not. */
START_TEST(text_is_not_looked_at)
{
    static const char deep[] = "[[[[[[[[[[[[[[[[";
    dsi_received_head head = {.status = 400};
    dsi_decode_options options = {.limits = {.max_depth = 4}};
    dsi_decoder *decoder = dsi_start_answer_begin(block, sizeof block, &head, &options,
                                                  NULL);

    ck_assert(dsi_feed(decoder, "{\"a\":x", 6));
    ck_assert(dsi_feed(decoder, deep, sizeof deep - 1));
    ck_assert_str_eq(dsi_start_answer_finish(decoder, NULL)->error.message.data,
                     "{\"a\":x[[[[[[[[[[[[[[[[");
}
END_TEST

START_TEST(many_code_errors_keep_their_order)
{
    char body[8192];
    char *at = body + sprintf(body, "{\"detail\":{\"codeErrors\":[");
    const dsi_start_answer *answer;
    const dsi_code_errors *list;

    for (int i = 0; i < 100; i++) {
        at += sprintf(at, "%s{\"location\":{\"line\":%d},\"value\":\"%d\"}",
                      i == 0 ? "" : ",", i, i);
    }
    (void)sprintf(at, "]}}");
    answer = answer_of(400, NULL, 0, dsi_str(body));
    ck_assert_ptr_nonnull(answer);
    list = &answer->error.detail->code_errors;
    ck_assert_uint_eq(list->count, 100);
    for (int i = 0; i < 100; i++) {
        char value[16];

        (void)snprintf(value, sizeof value, "%d", i);
        ck_assert_int_eq(list->items[i].location->line.value, i);
        ck_assert_str_eq(list->items[i].value.data, value);
    }
}
END_TEST

START_TEST(type_is_terminated_where_it_is_cut)
{
    dsi_header header = {TEXT("x-amzn-errortype"), TEXT("ns#A:http://x/")};

    ck_assert_str_eq(answer_of(400, &header, 1, TEXT("{}"))->error.type.data, "A");
    ck_assert_str_eq(
        answer_of(400, NULL, 0, TEXT("{\"__type\":\"ns#B:x\"}"))->error.type.data, "B");
}
END_TEST

/* One less, just enough, one more, and much more. */
START_TEST(raw_message_is_bounded_and_says_so)
{
    static const size_t lengths[] = {DSI_RAW_MESSAGE_MAX - 1, DSI_RAW_MESSAGE_MAX,
                                     DSI_RAW_MESSAGE_MAX + 1,
                                     (size_t)3 * DSI_RAW_MESSAGE_MAX};
    static char page[3 * DSI_RAW_MESSAGE_MAX];
    size_t kept = lengths[_i] < DSI_RAW_MESSAGE_MAX ? lengths[_i] : DSI_RAW_MESSAGE_MAX;
    const dsi_start_answer *answer;

    memset(page, 'x', sizeof page);
    answer = answer_of(502, NULL, 0, (dsi_string){.data = page, .length = lengths[_i]});
    ck_assert(answer->error.message_is_raw);
    ck_assert_uint_eq(answer->error.message.length, kept);
    ck_assert_uint_eq(strlen(answer->error.message.data), kept);
    ck_assert(answer->error.message_cut == (lengths[_i] > kept));
}
END_TEST

START_TEST(raw_message_is_not_cut_inside_a_character)
{
    static char page[DSI_RAW_MESSAGE_MAX + 1];
    const dsi_start_answer *answer;

    memset(page, 'x', sizeof page);
    page[DSI_RAW_MESSAGE_MAX - 1] = '\xc3';
    page[DSI_RAW_MESSAGE_MAX] = '\xa9';
    answer = answer_of(502, NULL, 0, (dsi_string){.data = page, .length = sizeof page});
    ck_assert_uint_eq(answer->error.message.length, DSI_RAW_MESSAGE_MAX - 1);
    ck_assert(answer->error.message_cut);
    ck_assert_int_eq(answer->error.message.data[DSI_RAW_MESSAGE_MAX - 1], '\0');
}
END_TEST

START_TEST(json_message_is_not_raw)
{
    const dsi_start_answer *answer = answer_of(400, NULL, 0,
                                               TEXT("{\"message\":\"m\"}"));

    ck_assert(!answer->error.message_is_raw);
    ck_assert(!answer->error.message_cut);
}
END_TEST

START_TEST(header_values_are_bounded)
{
    static char value[DSI_HEADER_VALUE_MAX + 1];
    dsi_header header = {TEXT("x-amzn-errortype"), {value, DSI_HEADER_VALUE_MAX - 1}};

    memset(value, 'T', sizeof value);
    ck_assert_uint_eq(answer_of(400, &header, 1, TEXT(""))->error.type.length,
                      DSI_HEADER_VALUE_MAX - 1);
    header.value.length++;
    ck_assert_uint_eq(answer_of(400, &header, 1, TEXT(""))->error.type.length,
                      DSI_HEADER_VALUE_MAX);
    header.value.length++;
    ck_assert_ptr_null(answer_of(400, &header, 1, TEXT(""))->error.type.data);
}
END_TEST

/* 100 and 599 are the ends of what is a status at all. */
START_TEST(only_200_to_299_is_success)
{
    for (int status = 100; status <= 599; status++) {
        const dsi_start_answer *answer = answer_of(status, NULL, 0, TEXT("{}"));
        bool success = status / 100 == 2;

        ck_assert_int_eq(answer->kind, success ? DSI_OUTPUT : DSI_SERVICE_ERROR);
    }
}
END_TEST

/* What is not text is no value: the other header with that meaning counts. */
START_TEST(header_values_are_text)
{
    dsi_header headers[] = {{TEXT("x-amzn-errortype"), TEXT("T\xff")},
                            {TEXT("x-amzn-requestid"), TEXT("id-1\xc3")},
                            {TEXT("x-amz-request-id"), TEXT("id-2")}};
    const dsi_start_answer *answer = answer_of(400, headers, COUNT(headers), TEXT(""));

    ck_assert_ptr_null(answer->error.type.data);
    ck_assert_str_eq(answer->error.request_id.data, "id-2");
    ck_assert_ptr_null(answer_of(400, headers, 2, TEXT(""))->error.request_id.data);
}
END_TEST

START_TEST(finish_can_be_asked_again)
{
    dsi_received_head head = {.status = 400};
    dsi_decoder *decoder = dsi_start_answer_begin(block, sizeof block, &head, NULL,
                                                  NULL);
    const dsi_start_answer *first;

    (void)dsi_feed(decoder, "oops", 4);
    first = dsi_start_answer_finish(decoder, NULL);
    ck_assert_ptr_nonnull(first);
    ck_assert_ptr_eq(dsi_start_answer_finish(decoder, NULL), first);
    ck_assert_str_eq(first->error.message.data, "oops");
}
END_TEST

/* ------------------------------------------------------------------ server's side */

static void check_body(const dsi_start_answer *answer, const char *expected)
{
    char body[512];
    dsi_error error;
    size_t length = dsi_start_answer_encode(answer, body, sizeof body, &error);

    ck_assert_uint_eq(length, dsi_start_answer_size(answer, &error));
    ck_assert_msg(length == strlen(expected) && memcmp(body, expected, length) == 0,
                  "%.*s", (int)length, body);
}

START_TEST(server_answers_an_output)
{
    dsi_start_answer answer = {
        .kind = DSI_OUTPUT,
        .output = {.introspection_id = TEXT("i"),
                   .introspection_status = {.text = TEXT("PROCESSING")}}};
    dsi_answer_head head = dsi_start_answer_head(&answer);

    ck_assert_int_eq(head.status, 200);
    ck_assert_str_eq(head.content_type.data, "application/json");
    ck_assert_ptr_null(head.error_type.data);
    check_body(&answer,
               "{\"introspectionId\":\"i\",\"introspectionStatus\":\"PROCESSING\"}");
}
END_TEST

START_TEST(server_answers_a_bad_request)
{
    dsi_code_error_location location = {.line = {true, 3}, .span = {true, -1}};
    dsi_code_error code_error = {
        .error_type = TEXT("E"), .value = TEXT("v"), .location = &location};
    dsi_bad_request_detail detail = {.code_errors = {.items = &code_error, .count = 1}};
    dsi_start_answer answer = {.kind = DSI_SERVICE_ERROR,
                               .error = {.type = TEXT("BadRequestException"),
                                         .message = TEXT("m"),
                                         .reason = {.text = TEXT("CODE_ERROR")},
                                         .detail = &detail}};
    dsi_answer_head head = dsi_start_answer_head(&answer);

    ck_assert_int_eq(head.status, 400);
    ck_assert_str_eq(head.error_type.data, "BadRequestException");
    check_body(
        &answer,
        "{\"message\":\"m\",\"reason\":\"CODE_ERROR\",\"detail\":{\"codeErrors\":[{"
        "\"errorType\":\"E\",\"value\":\"v\",\"location\":{\"line\":3,\"span\":-1}}]}"
        "}");
}
END_TEST

typedef struct error_status_row {
    const char *type;
    int status;
    int expected;
} error_status_row;

static const error_status_row error_statuses[] = {
    {"BadRequestException", 0, 400},
    {"UnauthorizedException", 500, 401},
    {"NotFoundException", 0, 404},
    {"InternalFailureException", 0, 500},
    {"TooManyRequestsException", 429, 429},
    {"Other", 0, 500},
    {"Other", 200, 500},
    {NULL, 599, 599},
    {NULL, 600, 500},
};

START_TEST(server_status_follows_the_model)
{
    const error_status_row *row = &error_statuses[_i];
    dsi_start_answer answer = {
        .kind = DSI_SERVICE_ERROR,
        .error = {.type = dsi_str(row->type), .status = row->status}};

    ck_assert_int_eq(dsi_start_answer_head(&answer).status, row->expected);
}
END_TEST

START_TEST(request_head_is_the_models)
{
    dsi_request_head head = dsi_start_request_head();

    ck_assert_str_eq(head.method.data, "POST");
    ck_assert_str_eq(head.target.data, "/v1/datasources/introspections");
    ck_assert_str_eq(head.content_type.data, "application/json");
}
END_TEST

typedef struct content_type_row {
    dsi_string text;
    bool json;
} content_type_row;

static const content_type_row content_types[] = {
    {TEXT_ROW("application/json"), true},
    {TEXT_ROW("application/json; charset=utf-8"), true},
    {TEXT_ROW("application/json;charset=latin1;x"), true},
    {TEXT_ROW(" Application/JSON \t; x"), true},
    {TEXT_ROW("application/jsonx"), false},
    {TEXT_ROW("application/jso"), false},
    {TEXT_ROW("application/json,text/html"), false},
    {TEXT_ROW("application/x-amz-json-1.1"), false},
    {TEXT_ROW("text/html"), false},
    {TEXT_ROW(";application/json"), false},
    {TEXT_ROW(""), false},
    {{NULL, 0}, false},
};

START_TEST(content_type_ignores_parameters)
{
    ck_assert_msg(dsi_content_type_is_json(content_types[_i].text) ==
                      content_types[_i].json,
                  "row %d", _i);
}
END_TEST

Suite *suite_answer(void)
{
    Suite *suite = suite_create("answer");

    add_test(suite, "output has status and request id",
             output_has_status_and_request_id);
    add_rows(suite, "status keeps its text", status_keeps_its_text, COUNT(statuses));
    add_test(suite, "code errors show presence and dropped nulls",
             code_errors_show_presence_and_dropped_nulls);
    add_test(suite, "many code errors keep their order",
             many_code_errors_keep_their_order);
    add_test(suite, "type is terminated where it is cut",
             type_is_terminated_where_it_is_cut);
    add_rows(suite, "raw message is bounded and says so",
             raw_message_is_bounded_and_says_so, 4);
    add_test(suite, "raw message is not cut inside a character",
             raw_message_is_not_cut_inside_a_character);
    add_test(suite, "json message is not raw", json_message_is_not_raw);
    add_test(suite, "header values are bounded", header_values_are_bounded);
    add_test(suite, "only 200 to 299 is success", only_200_to_299_is_success);
    add_test(suite, "item of another type is one that is dropped",
             item_of_another_type_is_one_that_is_dropped);
    add_test(suite, "text is not looked at", text_is_not_looked_at);
    add_test(suite, "header values are text", header_values_are_text);
    add_test(suite, "finish can be asked again", finish_can_be_asked_again);
    add_test(suite, "server answers an output", server_answers_an_output);
    add_test(suite, "server answers a bad request", server_answers_a_bad_request);
    add_rows(suite, "server status follows the model", server_status_follows_the_model,
             COUNT(error_statuses));
    add_test(suite, "request head is the model's", request_head_is_the_models);
    add_rows(suite, "content type ignores parameters", content_type_ignores_parameters,
             COUNT(content_types));
    return suite;
}
