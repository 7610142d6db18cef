/* The server's side of Get: status, error type and body. */
#include <string.h>

#include "tests/support.h"

static void check_body(const dsi_get_answer *answer, const char *expected)
{
    char body[512];
    dsi_error error;
    size_t length = dsi_get_answer_encode(answer, body, sizeof body, &error);

    ck_assert_uint_eq(length, dsi_get_answer_size(answer, &error));
    ck_assert_msg(length == strlen(expected) && memcmp(body, expected, length) == 0,
                  "%.*s", (int)length, body);
}

typedef struct head_row {
    const char *type;
    int status;
    int expected;
} head_row;

static const head_row heads[] = {
    {"BadRequestException", 0, 400},
    {"NotFoundException", 500, 404},
    {"InternalFailureException", 0, 500},
    {"UnauthorizedException", 0, 500}, /* only Start models it */
    {"UnauthorizedException", 401, 401},
    {"TooManyRequestsException", 429, 429},
    {"Other", 399, 500},
    {NULL, 599, 599},
    {NULL, 600, 500},
};

START_TEST(server_status_follows_the_model)
{
    const head_row *row = &heads[_i];
    dsi_get_answer answer = {
        .kind = DSI_SERVICE_ERROR,
        .error = {.type = dsi_str(row->type), .status = row->status}};
    dsi_answer_head head = dsi_get_answer_head(&answer);

    ck_assert_int_eq(head.status, row->expected);
    ck_assert_str_eq(head.content_type.data, "application/json");
    ck_assert(dsi_string_equal(head.error_type, dsi_str(row->type)));
}
END_TEST

START_TEST(server_answers_an_output_or_an_error)
{
    dsi_get_answer answer = {.kind = DSI_OUTPUT, .status = 404};
    dsi_answer_head head = dsi_get_answer_head(&answer);

    ck_assert_int_eq(head.status, 200);
    ck_assert_str_eq(head.content_type.data, "application/json");
    ck_assert_ptr_null(head.error_type.data);
    check_body(&answer, "{}");
    answer = (dsi_get_answer){.kind = DSI_SERVICE_ERROR,
                              .error = {.type = TEXT("NotFoundException"),
                                        .message = TEXT("m"),
                                        .request_id = TEXT("r")},
                              .output = {.introspection_id = TEXT("no")}};
    check_body(&answer, "{\"message\":\"m\"}");
}
END_TEST

START_TEST(missing_arguments_are_refused)
{
    dsi_get_answer no_kind = {.status = 200};
    dsi_get_answer answer = {.kind = DSI_OUTPUT};
    dsi_sink no_function = {.context = &answer};
    char buffer[16];
    dsi_error error;

    ck_assert_uint_eq(dsi_get_answer_encode(NULL, buffer, sizeof buffer, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_uint_eq(dsi_get_answer_size(&no_kind, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert(!dsi_get_answer_write(&answer, NULL, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert(!dsi_get_answer_write(&answer, &no_function, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert(!dsi_model_write(NULL, &no_function, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert(!dsi_model_write(&(dsi_model){0}, NULL, NULL, NULL));
}
END_TEST

SUITE(get_server)
{
    Suite *suite = suite_create("get server");

    add_rows(suite, "server status follows the model", server_status_follows_the_model,
             COUNT(heads));
    add_test(suite, "server answers an output or an error",
             server_answers_an_output_or_an_error);
    add_test(suite, "missing arguments are refused", missing_arguments_are_refused);
    return suite;
}
