/* dsi validate, of members that the model does not know. */
#include <stdio.h>
#include <string.h>

#include "tests/support.h"
#include "tests/tool/rows.h"

#define CLUSTER "arn:aws:rds:us-east-1:123456789012:cluster:orders"
#define SECRET "arn:aws:secretsmanager:us-east-1:123456789012:secret:orders-AbCdEf"
#define GOOD                                                                           \
    "\"resourceArn\":\"" CLUSTER "\",\"secretArn\":\"" SECRET "\",\"databaseName\":"   \
    "\"orders\""
#define REQUEST(more) "{\"rdsDataApiConfig\":{" GOOD more "}}"
#define WARNING "dsi: standard input: warning: "
#define FAILED "' failed to satisfy constraint: Member must "

#define START "validate", "start-request"
#define GET "validate", "get-response"

static const tool_row warning_rows[] = {
    {"a name in another case",
     "names must match exactly",
     {START},
     .input = INPUT("{\"rdsDataApiConfig\":{" GOOD ",\"resourceARN\":1}}"),
     .words = WARNING "'/rdsDataApiConfig/resourceARN' is not known; did you mean "
                      "'resourceArn'?\n"},
    {"a name that is like no other",
     "nothing is suggested",
     {START},
     .input = INPUT("{\"comment\":\"\"}"),
     .words = WARNING "'/comment' is not known\n"},
    {"a name of another structure",
     "names are suggested only where they are known",
     {START},
     .input = INPUT("{\"resourceArm\":\"\"}"),
     .words = WARNING "'/resourceArm' is not known\n"},
    {"a known name in the wrong structure",
     "the name itself is no suggestion",
     {START},
     .input = INPUT("{\"secretArn\":\"\"}"),
     .words = WARNING "'/secretArn' is not known\n"},
    {"two members",
     "the order is that of the message",
     {START},
     .input = INPUT("{\"b\":1,\"a\":2}"),
     .words = WARNING "'/b' is not known\n" WARNING "'/a' is not known\n"},
    {"a name with every kind of character",
     "a JSON Pointer escapes, and so does a terminal's line",
     {START},
     .input = INPUT("{\"a/b~c\\u0000\\n\\u001b\xc3\xa9\":1}"),
     .words = WARNING "'/a~1b~0c\\x00\\x0A\\x1B\\u{E9}' is not known\n"},
    {"inside an unknown member",
     "the outer one is enough",
     {START},
     .input = INPUT("{\"x\":{\"y\":1}}"),
     .words = WARNING "'/x' is not known\n"},
    {"a model's member",
     "lists have structures too",
     {GET},
     .input = INPUT("{\"introspectionResult\":{\"models\":[{},{\"nam\":1}]}}"),
     .words = WARNING "'/introspectionResult/models/1/nam' is not known; did you mean "
                      "'name'?\n"},
    {"a result's member",
     "a structure with a list has other members",
     {GET},
     .input = INPUT("{\"introspectionResult\":{\"next_token\":1}}"),
     .words = WARNING "'/introspectionResult/next_token' is not known; did you mean "
                      "'nextToken'?\n"},
    {"a field's member",
     "structures are nested",
     {GET},
     .input = INPUT("{\"introspectionResult\":{\"models\":[{\"fields\":[{},{},{"
                    "\"lenght\":1}]}]}}"),
     .words = WARNING "'/introspectionResult/models/0/fields/2/lenght' is not known; "
                      "did you mean 'length'?\n"},
    {"a type in a type",
     "a type can hold a type",
     {GET},
     .input = INPUT("{\"introspectionResult\":{\"models\":[{\"fields\":[{\"type\":{"
                    "\"type\":{\"valves\":[]}}}]}]}}"),
     .words = WARNING
     "'/introspectionResult/models/0/fields/0/type/type/valves' is not "
     "known; did you mean 'values'?\n"},
    {"a key's member",
     "structures have different members",
     {GET},
     .input = INPUT("{\"introspectionResult\":{\"models\":[{\"primaryKey\":{\"feilds\":"
                    "[]}}]}}"),
     .words = WARNING "'/introspectionResult/models/0/primaryKey/feilds' is not known; "
                      "did you mean 'fields'?\n"},
    {"a parameter",
     "a query has members as well",
     {"validate", "get-request"},
     .input = INPUT("/v1/datasources/introspections/7?maxResult=1"),
     .words = WARNING "'/maxResult' is not known; did you mean 'maxResults'?\n"},
    {"a violation as well",
     "warnings do not replace it",
     {START},
     .input = INPUT("{\"rdsDataApiConfig\":{\"resourceArn\":\"" CLUSTER "\","
                    "\"secretArn\":\"" SECRET "\",\"dataBaseName\":\"orders\"}}"),
     .status = 1,
     .output = "Value at '/rdsDataApiConfig/databaseName" FAILED "not be null\n",
     .words = WARNING "'/rdsDataApiConfig/dataBaseName' is not known; did you mean "
                      "'databaseName'?\n"},
    {"a message that is refused",
     "only the error is told",
     {START},
     .input = INPUT("{\"x\":1"),
     .status = 3,
     .words =
         "dsi: standard input: the message ends too early at line 1, column 7, byte "
         "6\n"},
};

#define X_UNKNOWN "'/x' is not known"
#define NAME_UNKNOWN                                                                   \
    "'/rdsDataApiConfig/databasename' is not known; did you mean 'databaseName'?"

static const tool_row strict_rows[] = {
    {"a violation",
     "--strict makes it one",
     {START, "--strict"},
     .input = INPUT("{\"x\":1}"),
     .status = 1,
     .output = X_UNKNOWN "\n"},
    {"violations of both kinds",
     "those of the model come first",
     {START, "--strict"},
     .input = INPUT("{\"x\":1,\"rdsDataApiConfig\":{\"resourceArn\":\"" CLUSTER "\","
                    "\"secretArn\":\"" SECRET "\"}}"),
     .status = 1,
     .output = "Value at '/rdsDataApiConfig/databaseName" FAILED
               "not be null\n" X_UNKNOWN "\n"},
    {"nothing unknown",
     "nothing is printed",
     {START, "--strict", "--json"},
     .input = INPUT(REQUEST(""))},
    {"as JSON",
     "an object is printed even if the message is valid",
     {START, "--json"},
     .input = INPUT(REQUEST(",\"databasename\":1,\"\\u0007\\u00e9\":1")),
     .output = "{\"message\":\"0 validation errors detected.\",\"fieldList\":[],"
               "\"unknown\":[{\"path\":\"/rdsDataApiConfig/databasename\","
               "\"suggestion\":\"databaseName\"},{\"path\":\"/rdsDataApiConfig/"
               "\\u0007\xc3\xa9\"}]}\n"},
    {"as JSON, strictly",
     "each is a violation in fieldList",
     {START, "--json", "--strict"},
     .input = INPUT(REQUEST(",\"databasename\":1")),
     .status = 1,
     .output = "{\"message\":\"1 validation error detected. " NAME_UNKNOWN
               "\",\"fieldList\":[{\"message\":\"" NAME_UNKNOWN "\",\"path\":"
               "\"/rdsDataApiConfig/databasename\"}],\"unknown\":[{\"path\":"
               "\"/rdsDataApiConfig/databasename\",\"suggestion\":\"databaseName\"}]}"
               "\n"},
    {"as JSON, with a violation",
     "both have a list",
     {"validate", "get-request", "--json", "--strict"},
     .input = INPUT("{\"introspectionId\":\"\",\"x\":1}"),
     .status = 1,
     .output = "{\"message\":\"2 validation errors detected. Value with length 0 at "
               "'/introspectionId" FAILED
               "have length greater than or equal to 1; " X_UNKNOWN
               "\",\"fieldList\":[{\"message\":\"Value with length 0 at "
               "'/introspectionId" FAILED "have length greater than or equal to 1\","
               "\"path\":\"/introspectionId\"},{\"message\":\"" X_UNKNOWN
               "\",\"path\":\"/x\"}],\"unknown\":[{\"path\":\"/x\"}]}\n"},
};

START_TEST(warnings)
{
    check_row(&warning_rows[_i]);
}
END_TEST

START_TEST(strict)
{
    check_row(&strict_rows[_i]);
}
END_TEST

/* An attacker chooses how many unknown members there are. */
START_TEST(no_more_than_are_read)
{
    static const char *const arguments[] = {START, "--json", NULL};
    static char text[1500 * 9 + 8]; /* ,"1499":0 has nine bytes */
    run_input input = {.head = text};
    run_result result;
    char *at = text;

    at += sprintf(at, "{");
    for (int i = 0; i < 1500; i++) {
        at += sprintf(at, "%s\"%d\":0", i > 0 ? "," : "", i);
    }
    sprintf(at, "}");
    input.head_length = strlen(text);
    result = run_program(arguments, &input, RUN_KEPT);
    ck_assert_int_eq(result.status, 0);
    ck_assert_ptr_nonnull(strstr(result.output, "{\"path\":\"/999\"}],"));
    ck_assert_ptr_nonnull(strstr(result.output, "\"moreUnknown\":500}"));
    run_free(&result);
}
END_TEST

SUITE(unknown)
{
    Suite *suite = suite_create("tool/unknown");

    add_rows(suite, "warnings", warnings, COUNT(warning_rows));
    add_rows(suite, "strict", strict, COUNT(strict_rows));
    add_test(suite, "no more than are read", no_more_than_are_read);
    return suite;
}
