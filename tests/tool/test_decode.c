/* dsi decode, of messages that decode: outputs and service errors. */
#include "tests/support.h"
#include "tests/tool/rows.h"

#define CODE_ERRORS                                                                    \
    "\"message\":\"bad\",\"reason\":\"CODE_ERROR\",\"detail\":{\"codeErrors\":["       \
    "{\"errorType\":\"PARSER\",\"value\":\"x\",\"location\":{\"line\":1,\"column\":2," \
    "\"span\":-1}},{\"errorType\":\"LATER\"}]}"

static const tool_row output_rows[] = {
    {"a request",
     "the output is canonical: no white space, and the model's order",
     {"decode", "start-request"},
     .input = INPUT(" { \"rdsDataApiConfig\" : { \"databaseName\" : \"\\u006frders\" ,"
                    "\"resourceArn\":\"\" } } \n"),
     .output =
         "{\"rdsDataApiConfig\":{\"resourceArn\":\"\",\"databaseName\":\"orders\"}}\n"},
    {"a response",
     "unknown and null members are left out",
     {"decode", "start-response", "-"},
     .input = INPUT("{\"introspectionStatus\":\"PROCESSING\",\"x\":{\"y\":[null]},"
                    "\"introspectionStatusDetail\":null,\"introspectionId\":\"7\"}"),
     .output = "{\"introspectionId\":\"7\",\"introspectionStatus\":\"PROCESSING\"}\n"},
    {"any 2xx",
     "an emulator answers 201",
     {"decode", "start-response", "--status", "201"},
     .input = INPUT("{\"introspectionStatus\":\"LATER\"}"),
     .output = "{\"introspectionStatus\":\"LATER\"}\n"},
    {"an empty response",
     "with a status, an empty body is the same as {}",
     {"decode", "start-response", "--status", "200"},
     .output = "{}\n"},
    {"NUL in a text",
     "NUL is kept",
     {"decode", "start-response"},
     .input = INPUT("{\"introspectionId\":\"a\\u0000b\"}"),
     .output = "{\"introspectionId\":\"a\\u0000b\"}\n"},
    {"byte by byte",
     "the result is the same as for the whole input",
     {"decode", "start-response", "--chunk", "1"},
     .input = INPUT(
         "{\"introspectionStatusDetail\":\"\\ud83d\\ude00 \xf0\x9f\x98\x80\","
         "\"n\":-1.5e+3,\"introspectionId\":\"7\"} "),
     .output = "{\"introspectionId\":\"7\",\"introspectionStatusDetail\":"
               "\"\xf0\x9f\x98\x80 \xf0\x9f\x98\x80\"}\n"},
    {"the longest chunk",
     "memory follows the input's length, not the chunk's",
     {"decode", "start-response", "--chunk", "1073741824"},
     .input = INPUT("{\"introspectionId\":\"7\"}"),
     .output = "{\"introspectionId\":\"7\"}\n"},
    {"strict, and nothing unknown",
     "strict accepts known members",
     {"decode", "start-response", "--strict"},
     .input = INPUT("{\"introspectionId\":\"7\"}"),
     .output = "{\"introspectionId\":\"7\"}\n"},
    {"a --json that is not needed",
     "--json changes only how errors are reported",
     {"decode", "start-response", "--json"},
     .input = INPUT("{\"introspectionId\":\"7\"}"),
     .output = "{\"introspectionId\":\"7\"}\n"},
};

static const tool_row error_rows[] = {
    {"code errors",
     "every member of the error is printed",
     {"decode", "start-response", "--status", "400", "--header",
      "x-amzn-ErrorType: BadRequestException:http://x/", "--header",
      "X-Amzn-RequestId: r-1"},
     .input = INPUT("{" CODE_ERRORS ",\"more\":1}"),
     .status = 4,
     .output = "{\"error\":{\"type\":\"BadRequestException\",\"status\":400,\"fault\":"
               "\"client\",\"class\":\"modelled\"," CODE_ERRORS
               ",\"requestId\":\"r-1\"}}\n"},
    {"HTML",
     "a front end's page is not a decode error",
     {"decode", "start-response", "--status", "503"},
     .input = INPUT("<html>Service Unavailable</html>"),
     .status = 4,
     .output =
         "{\"error\":{\"status\":503,\"fault\":\"server\",\"class\":\"transient\","
         "\"message\":\"<html>Service Unavailable</html>\",\"unread\":{\"code\":"
         "\"DSI_E_SYNTAX\",\"offset\":0}}}\n"},
    {"nothing",
     "the status is kept",
     {"decode", "start-response", "--status", "429"},
     .status = 4,
     .output =
         "{\"error\":{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\"}}\n"},
    {"a header line with its carriage return",
     "a line copied from a file of headers may end with CR",
     {"decode", "start-response", "--status=404", "--header",
      "X-AMZN-ERRORTYPE:NotFoundException\r"},
     .input = INPUT("{\"message\":null}"),
     .status = 4,
     .output = "{\"error\":{\"type\":\"NotFoundException\",\"status\":404,\"fault\":"
               "\"client\",\"class\":\"modelled\"}}\n"},
    {"type in the body",
     "Message with a capital is also read",
     {"decode", "start-response", "--status", "403", "--chunk", "1"},
     .input = INPUT(
         "{\"__type\":\"com.amazon#AccessDeniedException\",\"Message\":\"no\"}"),
     .status = 4,
     .output =
         "{\"error\":{\"type\":\"AccessDeniedException\",\"status\":403,\"fault\":"
         "\"client\",\"class\":\"auth\",\"message\":\"no\"}}\n"},
    {"strict",
     "service errors are never strict",
     {"decode", "start-response", "--status", "500", "--strict"},
     .input = INPUT("{\"more\":1}"),
     .status = 4,
     .output =
         "{\"error\":{\"status\":500,\"fault\":\"server\",\"class\":\"transient\"}}\n"},
};

START_TEST(outputs)
{
    check_row(&output_rows[_i]);
}
END_TEST

START_TEST(service_errors)
{
    check_row(&error_rows[_i]);
}
END_TEST

#define MIB ((size_t)1 << 20)

static double decode_long_string(size_t length)
{
    const char *const arguments[] = {"decode",      "start-response", "--chunk",
                                     "1024",        "--max-token",    "100000000",
                                     "--max-bytes", "100000000",      NULL};
    run_input input = {.head = "{\"x\":\"",
                       .head_length = 6,
                       .fill = 'a',
                       .count = length,
                       .tail = "\"}"};
    run_result result = run_program(arguments, &input, RUN_KEPT);
    double seconds = result.seconds;

    ck_assert_str_eq(result.words, "");
    ck_assert_int_eq(result.status, 0);
    ck_assert_str_eq(result.output, "{}\n");
    run_free(&result);
    return seconds;
}

/*
 * Eight times the bytes take eight times as long. A quadratic decoder would take 64
 * times as long.
 */
START_TEST(long_string_takes_linear_time)
{
    double part = decode_long_string(8 * MIB);
    double whole = decode_long_string(64 * MIB);

    ck_assert_msg(whole < 24 * part + 0.5, "8 MiB: %f s, 64 MiB: %f s", part, whole);
}
END_TEST

SUITE(decode)
{
    Suite *suite = suite_create("tool/decode");

    add_rows(suite, "outputs", outputs, COUNT(output_rows));
    add_rows(suite, "service errors", service_errors, COUNT(error_rows));
    add_test(suite, "a long string takes linear time", long_string_takes_linear_time);
    return suite;
}
