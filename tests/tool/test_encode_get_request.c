/* dsi encode, of get-requests, which are printed as targets. */
#include "tests/support.h"
#include "tests/tool/rows.h"
#include "tests/tool/target.h"

#define FAILED "' failed to satisfy constraint: Member must "

#define ENCODE "encode", "get-request"
#define ID "--introspection-id"

static const tool_row encode_rows[] = {
    {"an id", "the target without a newline", {ENCODE, ID, "7"}, .output = PATH "7"},
    {"every special character",
     "the exact bytes of the canonical form",
     {ENCODE, ID, EXAMPLE_ID, "--next-token", EXAMPLE_TOKEN, "--max-results", "25",
      "--include-models-sdl"},
     .output = EXAMPLE_TARGET},
    {"over HTTP",
     "without a body there is no type and no length",
     {ENCODE, "--http", ID, "7", "--include-models-sdl"},
     .output = "GET " PATH "7?includeModelsSDL=true HTTP/1.1\r\n\r\n"},
    {"indented, with nulls",
     "only bodies can be indented or have nulls",
     {ENCODE, ID, "7", "--pretty", "--nulls"},
     .output = PATH "7"},
    {"no models",
     "0 is present",
     {ENCODE, ID, "7", "--max-results=0"},
     .output = PATH "7?maxResults=0"},
    {"no field",
     "a target needs an id",
     {ENCODE, "--from", "-"},
     .input = INPUT("{}"),
     .status = 1,
     .words = "dsi: Value at '/introspectionId" FAILED "not be null\n"},
    {"no id, unchecked",
     "a target needs an id",
     {ENCODE, "--no-validate", "--max-results", "1"},
     .status = 1,
     .words = "dsi: encode: a required member is missing in '/introspectionId'\n"},
    {"an empty id",
     "a target needs an id",
     {ENCODE, ID, ""},
     .status = 1,
     .words = "dsi: Value with length 0 at '/introspectionId" FAILED
              "have length greater than or equal to 1\n"},
    {"a dot",
     "HTTP clients remove a dot segment before they send the target",
     {ENCODE, ID, "."},
     .status = 1,
     .words = "dsi: Value at '/introspectionId" FAILED "not be a dot segment\n"},
    {"two dots, unchecked",
     "the server would never get them",
     {ENCODE, ID, "..", "--no-validate"},
     .status = 1,
     .words = "dsi: encode: HTTP clients remove '.' and '..' from a path in "
              "'/introspectionId'\n"},
    {"too many models",
     "each violation has its line",
     {ENCODE, ID, "7", "--max-results", "26", "--next-token", "a b"},
     .status = 1,
     .words = "dsi: Value at '/nextToken" FAILED
              "satisfy regular expression pattern: ^[\\S]+$\n"
              "dsi: Value at '/maxResults" FAILED "be between 0 and 25, inclusive\n"},
    {"a negative number of models",
     "an integer, but outside the range",
     {ENCODE, ID, "7", "--max-results", "-1"},
     .status = 1,
     .words = "dsi: Value at '/maxResults" FAILED "be between 0 and 25, inclusive\n"},
    {"the least integer, unchecked",
     "32 bits",
     {ENCODE, ID, "7", "--max-results", "-2147483648", "--no-validate"},
     .output = PATH "7?maxResults=-2147483648"},
    {"the most, unchecked",
     "32 bits",
     {ENCODE, ID, "7", "--max-results=2147483647", "--no-validate"},
     .output = PATH "7?maxResults=2147483647"},
    {"zeros before an integer",
     "a command line allows leading zeros",
     {ENCODE, ID, "7", "--max-results", "-00", "--max-results=007"},
     .output = PATH "7?maxResults=7"},
    {"an empty token",
     "empty is not absent",
     {ENCODE, ID, "7", "--next-token", ""},
     .status = 1,
     .words = "dsi: Value with length 0 at '/nextToken" FAILED
              "have length between 1 and 65536, inclusive\n"},
    {"an empty token, unchecked",
     "empty is not absent",
     {ENCODE, ID, "7", "--next-token=", "--no-validate"},
     .output = PATH "7?nextToken="},
    {"an id that is not UTF-8",
     "a violation",
     {ENCODE, ID, "a\xff"},
     .status = 1,
     .words = "dsi: Value at '/introspectionId" FAILED "be well-formed UTF-8"},
    {"a token that is not UTF-8, unchecked",
     "no part of the target is printed",
     {ENCODE, ID, "a", "--next-token", "ab\xc3", "--http", "--no-validate"},
     .status = 3,
     .words = "dsi: encode: these bytes are not UTF-8 at byte 2 in '/nextToken'\n"},
};

#define FROM ENCODE, "--from", "-"

static const tool_row from_rows[] = {
    {"from JSON",
     "JSON has the members' names",
     {FROM},
     .input = INPUT(EXAMPLE_JSON),
     .output = EXAMPLE_TARGET},
    {"from JSON, any order",
     "unknown and null members are left out",
     {FROM},
     .input = INPUT(" {\"x\":[{}],\"maxResults\":null,\"includeModelsSDL\":false,"
                    "\"introspectionId\":\"\\u0037\\u0000\"} \n"),
     .output = PATH "7%00?includeModelsSDL=false",
     .words = "dsi: standard input: warning: '/x' is not known\n"},
    {"from JSON, with fields",
     "a field of the command line replaces the input's",
     {FROM, ID, "8", "--include-models-sdl", "--max-results", "0", "--next-token", "u"},
     .input = INPUT("{\"introspectionId\":\"7\",\"includeModelsSDL\":false,"
                    "\"nextToken\":\"t\",\"maxResults\":1}"),
     .output = PATH "8?includeModelsSDL=true&maxResults=0&nextToken=u"},
    {"from JSON, with the id",
     "the other members are kept",
     {FROM, ID, "8"},
     .input = INPUT("{\"nextToken\":\"t\",\"maxResults\":1}"),
     .output = PATH "8?maxResults=1&nextToken=t"},
    {"from an invalid target",
     "a target allows no leading zeros, as JSON",
     {FROM},
     .input = INPUT(PATH "a%2fb/?&nextToken=%74+&x=y&maxResults=05\n"),
     .status = 3,
     .words = "dsi: standard input: the number is not written as an integer at line 1, "
              "column 70, byte 69 "
              "in '/maxResults'\n"},
    {"from a target",
     "the target is printed in canonical form",
     {FROM, "--http", "--include-models-sdl"},
     .input = INPUT(PATH "a%2fb/?&nextToken=%74+&x=y&maxResults=5&\r\n"),
     .output = "GET " PATH "a%2Fb?includeModelsSDL=true&maxResults=5&nextToken=t%2B "
               "HTTP/1.1\r\n\r\n",
     .words = "dsi: standard input: warning: '/x' is not known\n"},
    {"from JSON that breaks a rule",
     "the input is validated as fields are",
     {FROM},
     .input = INPUT("{\"introspectionId\":\"..\",\"maxResults\":99}"),
     .status = 1,
     .words = "dsi: Value at '/introspectionId" FAILED "not be a dot segment\n"
              "dsi: Value at '/maxResults" FAILED "be between 0 and 25, inclusive\n"},
    {"from JSON that does not decode",
     "the input must decode",
     {FROM},
     .input = INPUT("{\"maxResults\":\"1\"}"),
     .status = 3,
     .words =
         "dsi: standard input: the value has the wrong JSON type (expected a "
         "number, found a string) at line 1, column 15, byte 14 in '/maxResults'\n"},
    {"from another operation's target",
     "the input must decode",
     {FROM},
     .input = INPUT("/v1/datasources/introspections"),
     .status = 3,
     .words = "dsi: standard input: the target is not this operation's at line 1, "
              "column 31, byte 30\n"},
    {"from a file that is not there",
     "the error names the file",
     {ENCODE, "--from", "/nonexistent/x"},
     .status = 5,
     .words = "dsi: /nonexistent/x: No such file or directory\n"},
};

START_TEST(encodes)
{
    check_row(&encode_rows[_i]);
}
END_TEST

START_TEST(encodes_from)
{
    check_row(&from_rows[_i]);
}
END_TEST

SUITE(encode_get_request)
{
    Suite *suite = suite_create("tool/encode get-request");

    add_rows(suite, "encodes", encodes, COUNT(encode_rows));
    add_rows(suite, "encodes from", encodes_from, COUNT(from_rows));
    return suite;
}
