/* The server's side of answers, and the functions for heads and header names. */
#include <string.h>

#include "tests/support.h"

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

typedef struct sent_type_row {
    dsi_string type;
    const char *sent; /* NULL: absent */
} sent_type_row;

/* A type is sent only if it is a token: any other could end the header. */
static const sent_type_row sent_types[] = {
    {TEXT_ROW("BadRequestException"), "BadRequestException"},
    {TEXT_ROW("Made.Up_by-me9"), "Made.Up_by-me9"},
    {TEXT_ROW("X\r\n\r\n<script>"), NULL},
    {TEXT_ROW("A\0B"), NULL},
    {TEXT_ROW("ns#A"), NULL},
    {TEXT_ROW("A:http://x/"), NULL},
    {TEXT_ROW(" A"), NULL},
    {TEXT_ROW("A,B"), NULL},
    {TEXT_ROW("429"), NULL},
    {TEXT_ROW(""), NULL},
    {TEXT_ROW("F\xc3\xb6\xc3\xb6"), NULL},
    {{NULL, 0}, NULL},
};

START_TEST(server_sends_only_types_that_are_tokens)
{
    const sent_type_row *row = &sent_types[_i];
    dsi_start_answer answer = {.kind = DSI_SERVICE_ERROR, .error = {.type = row->type}};
    dsi_string sent = dsi_start_answer_head(&answer).error_type;

    ck_assert_msg(dsi_string_equal(sent, dsi_str(row->sent)), "%.*s", (int)sent.length,
                  sent.data);
    ck_assert(sent.data == NULL || sent.data == row->type.data);
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
    {TEXT_ROW("application/json\r\n"), true},
    {TEXT_ROW("application/json\r\ntext/html"), true},
    {TEXT_ROW("\napplication/json"), false},
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

typedef struct header_row {
    dsi_string name;
    bool known;
    const char *why;
} header_row;

static const header_row header_names[] = {
    {TEXT_ROW("x-amzn-errortype"), true, "the type"},
    {TEXT_ROW("x-amzn-error-message"), true, "the message"},
    {TEXT_ROW("x-amzn-requestid"), true, "the request id"},
    {TEXT_ROW("x-amz-request-id"), true, "the request id, by its older name"},
    {TEXT_ROW("x-amz-retry-after"), true, "a hint in milliseconds"},
    {TEXT_ROW("retry-after"), true, "a hint in seconds"},
    {TEXT_ROW("X-Amzn-ErrorType"), true, "names are not case-sensitive"},
    {TEXT_ROW("RETRY-AFTER"), true, "the same for the last name of the list"},
    {TEXT_ROW("x-amzn-errortyp"), false, "a byte is missing"},
    {TEXT_ROW("x-amzn-errortypes"), false, "a byte too many"},
    {TEXT_ROW("x-amzn-errortype\0"), false, "a NUL too many"},
    {TEXT_ROW(" retry-after"), false, "spaces are not trimmed"},
    {TEXT_ROW("content-type"), false, "only the transport needs it"},
    {TEXT_ROW(""), false, "no name"},
    {{NULL, 0}, false, "absent"},
};

START_TEST(known_headers_are_those_of_the_lookups)
{
    const header_row *row = &header_names[_i];

    ck_assert_msg(dsi_header_is_known(row->name) == row->known, "%s", row->why);
}
END_TEST

SUITE(answer_server)
{
    Suite *suite = suite_create("answers of servers");

    add_test(suite, "server answers an output", server_answers_an_output);
    add_test(suite, "server answers a bad request", server_answers_a_bad_request);
    add_rows(suite, "server status follows the model", server_status_follows_the_model,
             COUNT(error_statuses));
    add_rows(suite, "server sends only types that are tokens",
             server_sends_only_types_that_are_tokens, COUNT(sent_types));
    add_test(suite, "request head is the model's", request_head_is_the_models);
    add_rows(suite, "content type ignores parameters", content_type_ignores_parameters,
             COUNT(content_types));
    add_rows(suite, "known headers are those of the lookups",
             known_headers_are_those_of_the_lookups, COUNT(header_names));
    return suite;
}
