/* dsi encode. */
#include "tests/support.h"
#include "tests/tool/rows.h"

#define CLUSTER "arn:aws:rds:us-east-1:123456789012:cluster:my-cluster"
#define SECRET "arn:aws:secretsmanager:us-east-1:123456789012:secret:db/creds-AbCdEf"
#define CONFIG(database)                                                               \
    "{\"rdsDataApiConfig\":{\"resourceArn\":\"" CLUSTER "\",\"secretArn\":\"" SECRET   \
    "\",\"databaseName\":\"" database "\"}}"

#define GOOD_ARNS "--resource-arn", CLUSTER, "--secret-arn", SECRET

static const tool_row request_rows[] = {
    {"the issue's example",
     "to the byte, no newline",
     {"encode", "start-request", GOOD_ARNS, "--database-name", "orders"},
     .output = CONFIG("orders")},
    {"options before the message",
     "they stand anywhere",
     {"encode", GOOD_ARNS, "--database-name=orders", "start-request"},
     .output = CONFIG("orders")},
    {"no field", "legal by the model", {"encode", "start-request"}, .output = "{}"},
    {"no field, for a mock",
     "unset is null",
     {"encode", "start-request", "--nulls"},
     .output = "{\"rdsDataApiConfig\":null}"},
    {"indented",
     "for people",
     {"encode", "start-request", "--pretty", "--no-validate", "--database-name", "x"},
     .output = "{\n  \"rdsDataApiConfig\": {\n    \"databaseName\": \"x\"\n  }\n}\n"},
    {"one field",
     "the object is there, the rest is missed",
     {"encode", "start-request", "--database-name", "orders"},
     .status = 1,
     .words =
         "dsi: Value at '/rdsDataApiConfig/resourceArn' failed to satisfy constraint: "
         "Member must not be null\n"
         "dsi: Value at '/rdsDataApiConfig/secretArn' failed to satisfy constraint: "
         "Member must not be null\n"},
    {"one field, unchecked",
     "for tests of servers",
     {"encode", "start-request", "--database-name", "orders", "--no-validate"},
     .output = "{\"rdsDataApiConfig\":{\"databaseName\":\"orders\"}}"},
    {"a text that is not UTF-8",
     "a violation",
     {"encode", "start-request", GOOD_ARNS, "--database-name", "a\xff"},
     .status = 1,
     .words = "Value at '/rdsDataApiConfig/databaseName' failed to satisfy constraint: "
              "Member must be well-formed UTF-8"},
    {"a text that is not UTF-8, unchecked",
     "nothing is printed of the message",
     {"encode", "start-request", GOOD_ARNS, "--database-name", "a\xff",
      "--no-validate"},
     .status = 3,
     .words = "dsi: encode: these bytes are not UTF-8 at byte 1 in "
              "'/rdsDataApiConfig/databaseName'\n"},
    {"over HTTP",
     "without a Host",
     {"encode", "start-request", "--http"},
     .output = "POST /v1/datasources/introspections HTTP/1.1\r\n"
               "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"},
    {"over HTTP, indented",
     "the length is of what follows",
     {"encode", "start-request", "--http", "--nulls", "--pretty"},
     .output = "POST /v1/datasources/introspections HTTP/1.1\r\n"
               "Content-Type: application/json\r\nContent-Length: 31\r\n\r\n"
               "{\n  \"rdsDataApiConfig\": null\n}\n"},
};

static const tool_row from_rows[] = {
    {"from JSON",
     "canonical: unknown members are gone",
     {"encode", "start-request", "--from", "-"},
     .input = INPUT("{ \"x\" : [1], \"rdsDataApiConfig\":{\"databaseName\":\"orders\","
                    "\"secretArn\":\"" SECRET "\",\"resourceArn\":\"" CLUSTER "\"}}\n"),
     .output = CONFIG("orders")},
    {"from JSON, one field over it",
     "fields of the command line win",
     {"encode", "start-request", "--from", "-", "--database-name", "other"},
     .input = INPUT(CONFIG("orders")),
     .output = CONFIG("other")},
    {"from JSON without the object",
     "a field makes it",
     {"encode", "start-request", "--from", "-", "--no-validate", "--database-name",
      "b"},
     .input = INPUT("{\"rdsDataApiConfig\":null}"),
     .output = "{\"rdsDataApiConfig\":{\"databaseName\":\"b\"}}"},
    {"from JSON that is none",
     "not an acceptable message",
     {"encode", "start-request", "--from", "-"},
     .input = INPUT("{]"),
     .status = 3,
     .words = "dsi: standard input: this byte is not allowed here at byte 1\n"},
    {"from JSON that breaks a rule",
     "checked as fields are",
     {"encode", "start-request", "--from", "-"},
     .input = INPUT("{\"rdsDataApiConfig\":{\"resourceArn\":\"" CLUSTER
                    "\",\"secretArn\":\"" SECRET "\",\"databaseName\":\"\"}}"),
     .status = 1,
     .words = "dsi: Value with length 0 at '/rdsDataApiConfig/databaseName'"},
    {"from a file that is not there",
     "named in the words",
     {"encode", "start-request", "--from", "/nonexistent/body.json"},
     .status = 5,
     .words = "dsi: /nonexistent/body.json: No such file or directory\n"},
};

static const tool_row response_rows[] = {
    {"no field", "legal by the model", {"encode", "start-response"}, .output = "{}"},
    {"all fields",
     "in the model's order",
     {"encode", "start-response", "--detail", "d", "--status-text", "FAILED",
      "--introspection-id", "7"},
     .output = "{\"introspectionId\":\"7\",\"introspectionStatus\":\"FAILED\","
               "\"introspectionStatusDetail\":\"d\"}"},
    {"a status that the model does not list",
     "for tests of clients",
     {"encode", "start-response", "--status-text", "LATER"},
     .output = "{\"introspectionStatus\":\"LATER\"}"},
    {"for a mock",
     "unset is null",
     {"encode", "start-response", "--nulls", "--introspection-id", "7"},
     .output = "{\"introspectionId\":\"7\",\"introspectionStatus\":null,"
               "\"introspectionStatusDetail\":null}"},
    {"over HTTP",
     "a success",
     {"encode", "start-response", "--http", "--introspection-id", "7"},
     .output = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
               "Content-Length: 23\r\n\r\n{\"introspectionId\":\"7\"}"},
    {"from JSON",
     "with a field over it",
     {"encode", "start-response", "--from", "-", "--status-text", "SUCCESS"},
     .input = INPUT(
         "{\"introspectionStatus\":\"PROCESSING\",\"introspectionId\":\"7\"}"),
     .output = "{\"introspectionId\":\"7\",\"introspectionStatus\":\"SUCCESS\"}"},
    {"a text that is not UTF-8",
     "answers are not checked, but encoded strictly",
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

SUITE(encode)
{
    Suite *suite = suite_create("tool/encode");

    add_rows(suite, "requests", requests, COUNT(request_rows));
    add_rows(suite, "requests from JSON", requests_from_json, COUNT(from_rows));
    add_rows(suite, "responses", responses, COUNT(response_rows));
    return suite;
}
