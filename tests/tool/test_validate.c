/* dsi validate, of start-requests and start-responses: reports, levels, carets. */
#include <string.h>

#include "tests/support.h"
#include "tests/tool/rows.h"

#define CLUSTER "arn:aws:rds:us-east-1:123456789012:cluster:orders"
#define SECRET "arn:aws:secretsmanager:us-east-1:123456789012:secret:orders-AbCdEf"
#define REQUEST(resource, secret)                                                      \
    "{\"rdsDataApiConfig\":{\"resourceArn\":\"" resource "\",\"secretArn\":\"" secret  \
    "\",\"databaseName\":\"orders\"}}"

#define FAILED "' failed to satisfy constraint: Member must "
#define RESOURCE "'/rdsDataApiConfig/resourceArn" FAILED
#define SECRET_AT "'/rdsDataApiConfig/secretArn" FAILED
#define DATABASE "'/rdsDataApiConfig/databaseName" FAILED
#define CLUSTER_RULE                                                                   \
    "satisfy regular expression pattern: "                                             \
    "^arn:[a-z-]*:rds:[a-z0-9-]*:\\d{12}:cluster:[0-9A-Za-z_/-]*$"
#define CLUSTER_RULE_JSON                                                              \
    "satisfy regular expression pattern: "                                             \
    "^arn:[a-z-]*:rds:[a-z0-9-]*:\\\\d{12}:cluster:[0-9A-Za-z_/-]*$"

#define RESOURCE_LENGTH                                                                \
    "Value with length 0 at " RESOURCE "have length between 20 and 2048, inclusive"
#define RESOURCE_PATTERN "Value at " RESOURCE CLUSTER_RULE
#define RESOURCE_PATTERN_JSON "Value at " RESOURCE CLUSTER_RULE_JSON
#define SECRET_REQUIRED "Value at " SECRET_AT "not be null"
#define DATABASE_LENGTH                                                                \
    "Value with length 0 at " DATABASE "have length between 1 and 128, inclusive"

#define FIELD(text, member)                                                            \
    "{\"message\":\"" text "\",\"path\":\"/rdsDataApiConfig/" member "\"}"

#define EMPTY_TEXTS                                                                    \
    "{\"rdsDataApiConfig\":{\"resourceArn\":\"\",\"databaseName\":\"\"}}"

static const tool_row report_rows[] = {
    {"a valid request",
     "nothing is printed",
     {"validate", "start-request"},
     .input = INPUT(REQUEST(CLUSTER, SECRET))},
    {"a valid request, as JSON",
     "nothing is printed",
     {"validate", "start-request", "--json", "--level", "agreement"},
     .input = INPUT(REQUEST(CLUSTER, SECRET))},
    {"many violations",
     "violations are in the model's order, length before pattern",
     {"validate", "start-request", "--json"},
     .input = INPUT(EMPTY_TEXTS),
     .status = 1,
     .output =
         "{\"message\":\"4 validation errors detected. " RESOURCE_LENGTH
         "; " RESOURCE_PATTERN_JSON "; " SECRET_REQUIRED "; " DATABASE_LENGTH
         "\",\"fieldList\":[" FIELD(RESOURCE_LENGTH, "resourceArn") "," FIELD(
             RESOURCE_PATTERN_JSON,
             "resourceArn") "," FIELD(SECRET_REQUIRED,
                                      "secretArn") "," FIELD(DATABASE_LENGTH,
                                                             "databaseName") "]}\n"},
    {"the same violations as lines",
     "values are not shown, because stdout is not a terminal",
     {"validate", "start-request"},
     .input = INPUT(EMPTY_TEXTS),
     .status = 1,
     .output = RESOURCE_LENGTH "\n" RESOURCE_PATTERN
                               " (an ARN begins with 'arn:')\n" SECRET_REQUIRED
                               "\n" DATABASE_LENGTH "\n"},
    {"a message without the object",
     "the model does not require the object",
     {"validate", "start-request"},
     .input = INPUT("{}")},
    {"an answer",
     "responses have no constraints",
     {"validate", "start-response", "--level", "agreement"},
     .input = INPUT("{\"introspectionStatus\":\"LATER\"}")},
    {"a response that does not decode",
     "the input must decode",
     {"validate", "start-response", "--json"},
     .input = INPUT("{} x"),
     .status = 3,
     .output = "{\"ok\":false,\"code\":\"DSI_E_TRAILING\",\"offset\":3,\"path\":\"\","
               "\"message\":\"bytes follow the end of the message at line 1, column 4, "
               "byte 3: found 'x'\"}\n"},
    {"a request that does not decode",
     "the input must decode",
     {"validate", "start-request", "--max-depth", "1"},
     .input = INPUT("{\"rdsDataApiConfig\":{}}"),
     .status = 3,
     .words =
         "dsi: standard input: the message is nested deeper than max_depth (limit 1) "
         "at line 1, column 21, byte 20 in '/rdsDataApiConfig'; raise --max-depth\n"},
};

#define OTHER_SECRET "arn:aws:secretsmanager:eu-west-1:123456789012:secret:x-AbCdEf"
#define DISAGREEMENT                                                                   \
    "Value at '/rdsDataApiConfig/secretArn' does not agree: the secret must be in "    \
    "the "                                                                             \
    "cluster's region\n"

static const tool_row level_rows[] = {
    {"by the model",
     "this level allows two regions",
     {"validate", "start-request", "--level", "model"},
     .input = INPUT(REQUEST(CLUSTER, OTHER_SECRET))},
    {"by the documentation",
     "this level allows two regions",
     {"validate", "start-request", "--level", "documented"},
     .input = INPUT(REQUEST(CLUSTER, OTHER_SECRET))},
    {"by agreement",
     "agreement refuses two regions",
     {"validate", "start-request", "--level", "agreement"},
     .input = INPUT(REQUEST(CLUSTER, OTHER_SECRET)),
     .status = 1,
     .output = DISAGREEMENT},
    {"by agreement, with the value",
     "the caret is under the region",
     {"validate", "start-request", "--level", "agreement", "--show-values"},
     .input = INPUT(REQUEST(CLUSTER, OTHER_SECRET)),
     .status = 1,
     .output = DISAGREEMENT "    " OTHER_SECRET "\n"
                            "                           ^ region\n"},
    {"a cluster's upper case by the documentation",
     "the model allows it, the documentation does not",
     {"validate", "start-request", "--level", "documented", "--show-values"},
     .input = INPUT(
         REQUEST("arn:aws:rds:us-east-1:123456789012:cluster:Orders", SECRET)),
     .status = 1,
     .output =
         "Value at '/rdsDataApiConfig/resourceArn' failed to satisfy documented "
         "constraint: the resource is 'cluster:' and a name of 1 to 63 lower-case "
         "letters, digits and hyphens that begins with a letter, does not end with a "
         "hyphen and has no two hyphens in a row\n"
         "    arn:aws:rds:us-east-1:123456789012:cluster:Orders\n"
         "                                               ^ resource\n"},
};

#define SHORT_ACCOUNT "arn:aws:rds:us-east-1:1234:cluster:orders"

static const tool_row caret_rows[] = {
    {"a value and a caret",
     "the caret is under the refused byte",
     {"validate", "start-request", "--show-values"},
     .input = INPUT(REQUEST(SHORT_ACCOUNT, SECRET)),
     .status = 1,
     .output = RESOURCE_PATTERN " (the account is twelve digits)\n"
                                "    " SHORT_ACCOUNT "\n"
                                "                              ^ account\n"},
    {"control characters",
     "all of them are escaped",
     {"validate", "start-request", "--show-values"},
     .input = INPUT(REQUEST("arn:\\u001b[2J\\n\\u0085\\u202e\\u200b\\ufeff\\\\\xf0"
                            "\x9f\x98\x80:rds:",
                            SECRET)),
     .status = 1,
     .output = RESOURCE_PATTERN
     " (the partition is made of lower-case letters and hyphens)\n"
     "    arn:\\x1B[2J\\x0A\\u{85}\\u{202E}\\u{200B}\\u{FEFF}"
     "\\\\\\u{1F600}:rds:\n"
     "        ^ partition\n"},
    {"an invisible character",
     "the caret is under its escape",
     {"validate", "start-request", "--show-values"},
     .input = INPUT(REQUEST("arn:aws:rds:us-east-1\\u2066:1234:cluster:o", SECRET)),
     .status = 1,
     .output = RESOURCE_PATTERN
     " (the region is made of lower-case letters, digits and hyphens)\n"
     "    arn:aws:rds:us-east-1\\u{2066}:1234:cluster:o\n"
     "                         ^ region\n"},
};

START_TEST(reports)
{
    check_row(&report_rows[_i]);
}
END_TEST

START_TEST(levels)
{
    check_row(&level_rows[_i]);
}
END_TEST

START_TEST(carets)
{
    check_row(&caret_rows[_i]);
}
END_TEST

/* A terminal shows values, but their bytes cannot control it. */
START_TEST(terminal)
{
    const char *const arguments[] = {"validate", "start-request", "--color=never",
                                     NULL};
    run_input input = INPUT(
        REQUEST("arn:aws\\u001b]0;x\\u0007\xc2\x9b\xe2\x80\xae", SECRET));
    run_result result = run_program(arguments, &input, RUN_TERMINAL);

    ck_assert_int_eq(result.status, 1);
    ck_assert_ptr_nonnull(strstr(result.output,
                                 "    arn:aws\\x1B]0;x\\x07\\u{9B}\\u{202E}\r\n"
                                 "           ^ partition\r\n"));
    for (const char *byte = result.output; *byte != '\0'; byte++) {
        ck_assert((*byte >= ' ' && *byte <= '~') || *byte == '\n' || *byte == '\r');
    }
    run_free(&result);
}
END_TEST

SUITE(validate)
{
    Suite *suite = suite_create("tool/validate");

    add_rows(suite, "reports", reports, COUNT(report_rows));
    add_rows(suite, "levels", levels, COUNT(level_rows));
    add_rows(suite, "carets", carets, COUNT(caret_rows));
    if (run_has_terminal()) {
        add_test(suite, "terminal", terminal);
    }
    return suite;
}
