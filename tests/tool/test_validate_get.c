/* dsi validate, of get-requests, and of get-responses, which have no constraints. */
#include "tests/support.h"
#include "tests/tool/rows.h"
#include "tests/tool/target.h"

#define REQUEST "validate", "get-request"
#define RESPONSE "validate", "get-response"

#define FAILED "' failed to satisfy constraint: Member must "
#define ID_DOT "Value at '/introspectionId" FAILED "not be a dot segment"
#define ID_REQUIRED "Value at '/introspectionId" FAILED "not be null"
#define TOKEN_LENGTH                                                                   \
    "Value with length 0 at '/nextToken" FAILED                                        \
    "have length between 1 and 65536, inclusive"
#define TOKEN_RULE "satisfy regular expression pattern: ^[\\S]+$"
#define TOKEN_RULE_JSON "satisfy regular expression pattern: ^[\\\\S]+$"
#define TOKEN_PATTERN "Value at '/nextToken" FAILED TOKEN_RULE
#define TOKEN_PATTERN_JSON "Value at '/nextToken" FAILED TOKEN_RULE_JSON
#define RESULTS "Value at '/maxResults" FAILED "be between 0 and 25, inclusive"

static const tool_row request_rows[] = {
    {"a target",
     "a valid target",
     {REQUEST},
     .input = INPUT(PATH "7?nextToken=t&maxResults=25\n")},
    {"JSON",
     "a request that is valid at every level",
     {REQUEST, "--level", "agreement", "--json"},
     .input = INPUT("{\"introspectionId\":\"7\",\"maxResults\":0}")},
    {"JSON without the id",
     "the id is required",
     {REQUEST},
     .input = INPUT("{}"),
     .status = 1,
     .output = ID_REQUIRED "\n"},
    {"everything is wrong",
     "violations are in the model's order; values are not shown",
     {REQUEST},
     .input = INPUT(PATH ".?maxResults=-1&nextToken="),
     .status = 1,
     .output = ID_DOT "\n" TOKEN_LENGTH "\n" TOKEN_PATTERN "\n" RESULTS "\n"},
    {"everything is wrong, as JSON",
     "the report has the form of the service's error",
     {REQUEST, "--json", "--level", "documented"},
     .input = INPUT("{\"maxResults\":26,\"nextToken\":\"a\\u2029\"}"),
     .status = 1,
     .output = "{\"message\":\"3 validation errors detected. " ID_REQUIRED
               "; " TOKEN_PATTERN_JSON "; " RESULTS "\",\"fieldList\":["
               "{\"message\":\"" ID_REQUIRED "\",\"path\":\"/introspectionId\"},"
               "{\"message\":\"" TOKEN_PATTERN_JSON "\",\"path\":\"/nextToken\"},"
               "{\"message\":\"" RESULTS "\",\"path\":\"/maxResults\"}]}\n"},
    {"one rule, as JSON",
     "the words are singular",
     {REQUEST, "--json"},
     .input = INPUT(PATH ".."),
     .status = 1,
     .output = "{\"message\":\"1 validation error detected. " ID_DOT
               "\",\"fieldList\":["
               "{\"message\":\"" ID_DOT "\",\"path\":\"/introspectionId\"}]}\n"},
    {"a value and a caret",
     "the caret is under the first refused byte of the decoded value",
     {REQUEST, "--show-values"},
     .input = INPUT(PATH "7?nextToken=%C3%A9b%20c"),
     .status = 1,
     .output = TOKEN_PATTERN "\n"
                             "    \\u{E9}b c\n"
                             "           ^\n"},
    {"a value with control characters",
     "all of them are escaped",
     {REQUEST, "--show-values"},
     .input = INPUT("{\"introspectionId\":\"7\",\"nextToken\":"
                    "\"\\u001b[2J\\u202e\\ufeff\"}"),
     .status = 1,
     .output = TOKEN_PATTERN "\n"
                             "    \\x1B[2J\\u{202E}\\u{FEFF}\n"
                             "                   ^\n"},
    {"a number has no caret",
     "a number needs no caret",
     {REQUEST, "--show-values"},
     .input = INPUT(PATH "..?maxResults=99"),
     .status = 1,
     .output = ID_DOT "\n" RESULTS "\n"},
    {"an invalid target",
     "the input must decode",
     {REQUEST},
     .input = INPUT(PATH "%"),
     .status = 3,
     .words = "dsi: standard input: this is not a valid escape at line 1, column 32, "
              "byte 31 in '/introspectionId': found '%'\n"},
    {"JSON that does not decode",
     "the input must decode",
     {REQUEST, "--json"},
     .input = INPUT("{\"maxResults\":1.0}"),
     .status = 3,
     .output = "{\"ok\":false,\"code\":\"DSI_E_INTEGER\",\"offset\":14,\"path\":\"/"
               "maxResults\",\"message\":\"the number is not written as an integer at "
               "line 1, column 15, byte 14 in '/maxResults'\"}\n"},
};

static const tool_row response_rows[] = {
    {"models",
     "responses have no constraints",
     {RESPONSE, "--level", "agreement"},
     .input = INPUT("{\"introspectionId\":\"\",\"introspectionStatus\":\"LATER\","
                    "\"introspectionResult\":{\"models\":[{},null,{\"name\":\"\"}],"
                    "\"nextToken\":\"a b\"}}")},
    {"an empty object",
     "the model requires no member",
     {RESPONSE, "--json", "--show-values"},
     .input = INPUT("{}")},
    {"a model that does not decode",
     "the input must decode",
     {RESPONSE},
     .input = INPUT("{\"introspectionResult\":{\"models\":[{},{\"name\":1}]}}"),
     .status = 3,
     .words =
         "dsi: standard input: the value has the wrong JSON type (expected a string, "
         "found a number) at line 1, column 46, byte 45 in "
         "'/introspectionResult/models/1/name'\n"},
    {"a model that does not decode, as JSON",
     "no model is printed",
     {RESPONSE, "--json"},
     .input = INPUT("{\"introspectionResult\":{\"models\":[{\"name\":\"m\"},[]]}}"),
     .status = 3,
     .output =
         "{\"ok\":false,\"code\":\"DSI_E_TYPE\",\"offset\":47,\"path\":"
         "\"/introspectionResult/models/1\",\"message\":\"the value has the wrong "
         "JSON type (expected an object, found an array) at line 1, column 48, byte 47 "
         "in "
         "'/introspectionResult/models/1'\"}\n"},
    {"cut short",
     "the input must decode",
     {RESPONSE},
     .input = INPUT("{\"introspectionResult\":{\"models\":[{}]}"),
     .status = 3,
     .words = "dsi: standard input: the message ends too early at line 1, column 39, "
              "byte 38\n"},
    {"20,000 models",
     "models are not kept, so a block for a few is enough",
     {RESPONSE, "--memory", "500000"},
     .input = {.head = "{\"introspectionResult\":{\"models\":[{}",
               .head_length = 36,
               .part = ",{\"name\":\"a\",\"fields\":[{\"name\":\"f\",\"length\":0}]}",
               .parts = 20000,
               .tail = "]}}"}},
};

START_TEST(requests)
{
    check_row(&request_rows[_i]);
}
END_TEST

START_TEST(responses)
{
    check_row(&response_rows[_i]);
}
END_TEST

SUITE(validate_get)
{
    Suite *suite = suite_create("tool/validate get");

    add_rows(suite, "requests", requests, COUNT(request_rows));
    add_rows(suite, "responses", responses, COUNT(response_rows));
    return suite;
}
