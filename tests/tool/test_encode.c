/* dsi encode, of start-requests and start-responses. */
#include "tests/support.h"
#include "tests/tool/rows.h"

#define CLUSTER "arn:aws:rds:us-east-1:123456789012:cluster:my-cluster"
#define SECRET "arn:aws:secretsmanager:us-east-1:123456789012:secret:db/creds-AbCdEf"
#define CONFIG(database)                                                               \
    "{\"rdsDataApiConfig\":{\"resourceArn\":\"" CLUSTER "\",\"secretArn\":\"" SECRET   \
    "\",\"databaseName\":\"" database "\"}}"

#define GOOD_ARNS "--resource-arn", CLUSTER, "--secret-arn", SECRET

static const tool_row request_rows[] = {
    {"all fields",
     "the exact bytes, without a newline",
     {"encode", "start-request", GOOD_ARNS, "--database-name", "orders"},
     .output = CONFIG("orders")},
    {"options before the message",
     "options may come anywhere",
     {"encode", GOOD_ARNS, "--database-name=orders", "start-request"},
     .output = CONFIG("orders")},
    {"no field",
     "the model requires no member",
     {"encode", "start-request", "--from", "-"},
     .input = INPUT("{}"),
     .output = "{}"},
    {"no field, for a mock",
     "absent members are written as null",
     {"encode", "start-request", "--nulls", "--from", "-"},
     .input = INPUT("{}"),
     .output = "{\"rdsDataApiConfig\":null}"},
    {"indented",
     "--pretty indents for people",
     {"encode", "start-request", "--pretty", "--no-validate", "--database-name", "x"},
     .output = "{\n  \"rdsDataApiConfig\": {\n    \"databaseName\": \"x\"\n  }\n}\n"},
    {"one field",
     "a field makes its object, whose other members are then required",
     {"encode", "start-request", "--database-name", "orders"},
     .status = 1,
     .words =
         "dsi: Value at '/rdsDataApiConfig/resourceArn' failed to satisfy constraint: "
         "Member must not be null\n"
         "dsi: Value at '/rdsDataApiConfig/secretArn' failed to satisfy constraint: "
         "Member must not be null\n"},
    {"one field, unchecked",
     "tests of servers need invalid requests",
     {"encode", "start-request", "--database-name", "orders", "--no-validate"},
     .output = "{\"rdsDataApiConfig\":{\"databaseName\":\"orders\"}}"},
    {"a text that is not UTF-8",
     "a violation",
     {"encode", "start-request", GOOD_ARNS, "--database-name", "a\xff"},
     .status = 1,
     .words = "Value at '/rdsDataApiConfig/databaseName' failed to satisfy constraint: "
              "Member must be well-formed UTF-8"},
    {"a text that is not UTF-8, unchecked",
     "no part of the message is printed",
     {"encode", "start-request", GOOD_ARNS, "--database-name", "a\xff",
      "--no-validate"},
     .status = 3,
     .words = "dsi: encode: these bytes are not UTF-8 at byte 1 in "
              "'/rdsDataApiConfig/databaseName'\n"},
    {"over HTTP",
     "the head has no Host",
     {"encode", "start-request", "--http", "--from", "-"},
     .input = INPUT("{}"),
     .output = "POST /v1/datasources/introspections HTTP/1.1\r\n"
               "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"},
    {"over HTTP, indented",
     "Content-Length counts the bytes of the body",
     {"encode", "start-request", "--http", "--nulls", "--pretty", "--from", "-"},
     .input = INPUT("{}"),
     .output = "POST /v1/datasources/introspections HTTP/1.1\r\n"
               "Content-Type: application/json\r\nContent-Length: 31\r\n\r\n"
               "{\n  \"rdsDataApiConfig\": null\n}\n"},
};

static const tool_row from_rows[] = {
    {"from JSON",
     "the output is canonical",
     {"encode", "start-request", "--from", "-"},
     .input = INPUT("{ \"rdsDataApiConfig\" : {\"databaseName\":\"orders\","
                    "\"secretArn\":\"" SECRET "\",\"resourceArn\":\"" CLUSTER "\"}}\n"),
     .output = CONFIG("orders")},
    {"from JSON, one field over it",
     "a field of the command line replaces the input's",
     {"encode", "start-request", "--from", "-", "--database-name", "other"},
     .input = INPUT(CONFIG("orders")),
     .output = CONFIG("other")},
    {"from JSON without the object",
     "a field makes its object",
     {"encode", "start-request", "--from", "-", "--no-validate", "--database-name",
      "b"},
     .input = INPUT("{\"rdsDataApiConfig\":null}"),
     .output = "{\"rdsDataApiConfig\":{\"databaseName\":\"b\"}}"},
    {"from bytes that are not JSON",
     "the input must decode",
     {"encode", "start-request", "--from", "-"},
     .input = INPUT("{]"),
     .status = 3,
     .words = "dsi: standard input: this byte is not allowed here at line 1, column 2, "
              "byte 1: found ']'\n"},
    {"from JSON that breaks a rule",
     "the input is validated as fields are",
     {"encode", "start-request", "--from", "-"},
     .input = INPUT("{\"rdsDataApiConfig\":{\"resourceArn\":\"" CLUSTER
                    "\",\"secretArn\":\"" SECRET "\",\"databaseName\":\"\"}}"),
     .status = 1,
     .words = "dsi: Value with length 0 at '/rdsDataApiConfig/databaseName'"},
    {"from a file that is not there",
     "the error names the file",
     {"encode", "start-request", "--from", "/nonexistent/body.json"},
     .status = 5,
     .words = "dsi: /nonexistent/body.json: No such file or directory\n"},
};

#define WARNING "dsi: standard input: warning: "
#define UNKNOWN                                                                        \
    "{\"y/z\":1,\"rdsDataApiConfig\":{\"databasename\":\"a\",\"secretArn\":\"" SECRET  \
    "\",\"resourceArn\":\"" CLUSTER "\",\"databaseName\":\"orders\"}}"
#define VALUE_WARNING "dsi: encode: warning: --status-text "
#define UNKNOWN_FIRST "'/y~1z' is not known\n"
#define UNKNOWN_SECOND                                                                 \
    "'/rdsDataApiConfig/databasename' is not known; did you mean 'databaseName'?\n"

static const tool_row unknown_rows[] = {
    {"unknown members",
     "they are left out, so a mistyped name would lose its value",
     {"encode", "start-request", "--from", "-"},
     .input = INPUT(UNKNOWN),
     .output = CONFIG("orders"),
     .words = WARNING UNKNOWN_FIRST WARNING UNKNOWN_SECOND},
    {"unknown members, without a check",
     "--no-validate is about the rules of known members",
     {"encode", "start-request", "--from", "-", "--no-validate"},
     .input = INPUT("{\"x\":1}"),
     .output = "{}",
     .words = WARNING "'/x' is not known\n"},
    {"unknown members of a response",
     "a mock can have mistyped names as well",
     {"encode", "start-response", "--from", "-"},
     .input = INPUT("{\"introspectionid\":\"7\"}"),
     .output = "{}",
     .words = WARNING "'/introspectionid' is not known; did you mean "
                      "'introspectionId'?\n"},
    {"an unknown parameter",
     "a target has members as well",
     {"encode", "get-request", "--from", "-"},
     .input = INPUT("/v1/datasources/introspections/7?maxResult=1"),
     .output = "/v1/datasources/introspections/7",
     .words = WARNING "'/maxResult' is not known; did you mean 'maxResults'?\n"},
    {"unknown members, strictly",
     "nothing is printed of a message that is refused",
     {"encode", "start-request", "--from", "-", "--strict"},
     .input = INPUT(UNKNOWN),
     .status = 1,
     .words = "dsi: " UNKNOWN_FIRST "dsi: " UNKNOWN_SECOND},
    {"strictly, without a check",
     "the two options are about different members",
     {"encode", "start-request", "--from", "-", "--strict", "--no-validate"},
     .input = INPUT("{\"x\":1}"),
     .status = 1,
     .words = "dsi: '/x' is not known\n"},
    {"strictly, with a violation",
     "one run shows both",
     {"encode", "get-request", "--from", "-", "--strict"},
     .input = INPUT("{\"introspectionId\":\"7\",\"maxResults\":26,\"x\":1}"),
     .status = 1,
     .words = "between 0 and 25, inclusive\ndsi: '/x' is not known\n"},
    {"strictly, and nothing unknown",
     "nothing is refused",
     {"encode", "start-request", "--from", "-", "--strict"},
     .input = INPUT(CONFIG("orders")),
     .output = CONFIG("orders")},
};

/* A page that is decoded again in a larger block has each of its members once. */
START_TEST(unknown_once)
{
    const char *const arguments[] = {"encode", "get-response", "--from", "-", NULL};
    run_input input = {.head = "{\"x\":1,\"introspectionResult\":{\"models\":[{}",
                       .head_length = 42,
                       .part = ",{}",
                       .parts = 100000,
                       .tail = "]},\"y\":1}"};
    run_result result = run_program(arguments, &input, RUN_KEPT);

    ck_assert_int_eq(result.status, 0);
    ck_assert_str_eq(result.words,
                     WARNING "'/x' is not known\n" WARNING "'/y' is not known\n");
    run_free(&result);
}
END_TEST

static const tool_row response_rows[] = {
    {"no field",
     "the model requires no member",
     {"encode", "start-response", "--from", "-"},
     .input = INPUT("{}"),
     .output = "{}"},
    {"all fields",
     "members are in the model's order",
     {"encode", "start-response", "--detail", "d", "--status-text", "FAILED",
      "--introspection-id", "7"},
     .output = "{\"introspectionId\":\"7\",\"introspectionStatus\":\"FAILED\","
               "\"introspectionStatusDetail\":\"d\"}"},
    {"a status that the model does not list",
     "tests of clients need unknown values",
     {"encode", "start-response", "--status-text", "LATER"},
     .output = "{\"introspectionStatus\":\"LATER\"}"},
    {"a status that is nearly right",
     "a warning is enough, because any text is allowed",
     {"encode", "start-response", "--status-text", "PROCESING"},
     .output = "{\"introspectionStatus\":\"PROCESING\"}",
     .words = VALUE_WARNING "'PROCESING' is not known; did you mean 'PROCESSING'?\n"},
    {"a status in another case",
     "names must match exactly",
     {"encode", "get-response", "--status-text", "success"},
     .output = "{\"introspectionStatus\":\"success\"}",
     .words = VALUE_WARNING "'success' is not known; did you mean 'SUCCESS'?\n"},
    {"a status that the service may add",
     "it is a form of a known one, not a typing mistake",
     {"encode", "start-response", "--status-text", "PROCESSED"},
     .output = "{\"introspectionStatus\":\"PROCESSED\"}"},
    {"a text that is no status",
     "only a value of an enum is compared",
     {"encode", "start-response", "--detail", "SUCESS"},
     .output = "{\"introspectionStatusDetail\":\"SUCESS\"}"},
    {"for a mock",
     "absent members are written as null",
     {"encode", "start-response", "--nulls", "--introspection-id", "7"},
     .output = "{\"introspectionId\":\"7\",\"introspectionStatus\":null,"
               "\"introspectionStatusDetail\":null}"},
    {"over HTTP",
     "a success",
     {"encode", "start-response", "--http", "--introspection-id", "7"},
     .output = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
               "Content-Length: 23\r\n\r\n{\"introspectionId\":\"7\"}"},
    {"from JSON",
     "a field replaces the input's",
     {"encode", "start-response", "--from", "-", "--status-text", "SUCCESS"},
     .input = INPUT(
         "{\"introspectionStatus\":\"PROCESSING\",\"introspectionId\":\"7\"}"),
     .output = "{\"introspectionId\":\"7\",\"introspectionStatus\":\"SUCCESS\"}"},
    {"a text that is not UTF-8",
     "responses are not validated, but their text must be UTF-8",
     {"encode", "start-response", "--detail", "\xed\xa0\x80"},
     .status = 3,
     .words = "these bytes are not UTF-8 at byte 0 in '/introspectionStatusDetail'"},
};

START_TEST(requests)
{
    check_row(&request_rows[_i]);
}
END_TEST

START_TEST(requests_from_json)
{
    check_row(&from_rows[_i]);
}
END_TEST

START_TEST(responses)
{
    check_row(&response_rows[_i]);
}
END_TEST

START_TEST(unknown)
{
    check_row(&unknown_rows[_i]);
}
END_TEST

SUITE(encode)
{
    Suite *suite = suite_create("tool/encode");

    add_rows(suite, "requests", requests, COUNT(request_rows));
    add_rows(suite, "requests from JSON", requests_from_json, COUNT(from_rows));
    add_rows(suite, "unknown", unknown, COUNT(unknown_rows));
    add_test(suite, "unknown once", unknown_once);
    add_rows(suite, "responses", responses, COUNT(response_rows));
    return suite;
}
