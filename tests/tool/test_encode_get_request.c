/* dsi encode, of get-requests: the target is printed. */
#include "tests/support.h"
#include "tests/tool/rows.h"
#include "tests/tool/target.h"

#define FAILED "' failed to satisfy constraint: Member must "

#define ENCODE "encode", "get-request"
#define ID "--introspection-id"

static const tool_row encode_rows[] = {
    {"an id", "the target, no newline", {ENCODE, ID, "7"}, .output = PATH "7"},
    {"the issue's example",
     "canonical, to the byte",
     {ENCODE, ID, EXAMPLE_ID, "--next-token", EXAMPLE_TOKEN, "--max-results", "25",
      "--include-models-sdl"},
     .output = EXAMPLE_TARGET},
    {"over HTTP",
     "no body, and so neither type nor length",
     {ENCODE, "--http", ID, "7", "--include-models-sdl"},
     .output = "GET " PATH "7?includeModelsSDL=true HTTP/1.1\r\n\r\n"},
    {"indented, with nulls",
     "there is no body that could be",
     {ENCODE, ID, "7", "--pretty", "--nulls"},
     .output = PATH "7"},
    {"no models",
     "0 is set",
     {ENCODE, ID, "7", "--max-results=0"},
     .output = PATH "7?maxResults=0"},
    {"no field",
     "there is no such path",
     {ENCODE},
     .status = 1,
     .words = "dsi: Value at '/introspectionId" FAILED "not be null\n"},
    {"no id, unchecked",
     "there is no such path",
     {ENCODE, "--no-validate", "--max-results", "1"},
     .status = 1,
     .words = "dsi: encode: a required member is missing in '/introspectionId'\n"},
    {"an empty id",
     "there is no such path",
     {ENCODE, ID, ""},
     .status = 1,
     .words = "dsi: Value with length 0 at '/introspectionId" FAILED
              "have length greater than or equal to 1\n"},
    {"a dot",
     "it is gone before it is sent",
     {ENCODE, ID, "."},
     .status = 1,
     .words = "dsi: Value at '/introspectionId" FAILED "not be a dot segment\n"},
    {"two dots, unchecked",
     "they would never arrive",
     {ENCODE, ID, "..", "--no-validate"},
     .status = 1,
     .words = "dsi: encode: HTTP clients remove '.' and '..' from a path in "
              "'/introspectionId'\n"},
    {"too many models",
     "and each violation has its line",
     {ENCODE, ID, "7", "--max-results", "26", "--next-token", "a b"},
     .status = 1,
     .words = "dsi: Value at '/nextToken" FAILED
              "satisfy regular expression pattern: ^[\\S]+$\n"
              "dsi: Value at '/maxResults" FAILED "be between 0 and 25, inclusive\n"},
    {"less than no models",
     "an integer, but none that is allowed",
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
     "on a command line they are no fault",
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
     "nothing is printed of the target",
     {ENCODE, ID, "a", "--next-token", "ab\xc3", "--http", "--no-validate"},
     .status = 3,
     .words = "dsi: encode: these bytes are not UTF-8 at byte 2 in '/nextToken'\n"},
};

#define FROM ENCODE, "--from", "-"

static const tool_row from_rows[] = {
    {"from JSON",
     "the members' names",
     {FROM},
     .input = INPUT(EXAMPLE_JSON),
     .output = EXAMPLE_TARGET},
    {"from JSON, any order",
     "unknown and null members are gone",
     {FROM},
     .input = INPUT(" {\"x\":[{}],\"maxResults\":null,\"includeModelsSDL\":false,"
                    "\"introspectionId\":\"\\u0037\\u0000\"} \n"),
     .output = PATH "7%00?includeModelsSDL=false"},
    {"from JSON, with fields",
     "fields of the command line win",
     {FROM, ID, "8", "--include-models-sdl", "--max-results", "0", "--next-token", "u"},
     .input = INPUT("{\"introspectionId\":\"7\",\"includeModelsSDL\":false,"
                    "\"nextToken\":\"t\",\"maxResults\":1}"),
     .output = PATH "8?includeModelsSDL=true&maxResults=0&nextToken=u"},
    {"from JSON, with the id",
     "the rest stays",
     {FROM, ID, "8"},
     .input = INPUT("{\"nextToken\":\"t\",\"maxResults\":1}"),
     .output = PATH "8?maxResults=1&nextToken=t"},
    {"from a target that is none",
     "no leading zero, as in JSON",
     {FROM},
     .input = INPUT(PATH "a%2fb/?&nextToken=%74+&x=y&maxResults=05\n"),
     .status = 3,
     .words = "dsi: standard input: the number is not written as an integer at byte 69 "
              "in '/maxResults'\n"},
    {"from a target",
     "in canonical form",
     {FROM, "--http", "--include-models-sdl"},
     .input = INPUT(PATH "a%2fb/?&nextToken=%74+&x=y&maxResults=5&\r\n"),
     .output = "GET " PATH "a%2Fb?includeModelsSDL=true&maxResults=5&nextToken=t%2B "
               "HTTP/1.1\r\n\r\n"},
    {"from JSON that breaks a rule",
     "checked as fields are",
     {FROM},
     .input = INPUT("{\"introspectionId\":\"..\",\"maxResults\":99}"),
     .status = 1,
     .words = "dsi: Value at '/introspectionId" FAILED "not be a dot segment\n"
              "dsi: Value at '/maxResults" FAILED "be between 0 and 25, inclusive\n"},
    {"from JSON that is none",
     "not an acceptable message",
     {FROM},
     .input = INPUT("{\"maxResults\":\"1\"}"),
     .status = 3,
     .words = "dsi: standard input: the value has the wrong JSON type (expected a "
              "number, found a string) at byte 14 in '/maxResults'\n"},
    {"from another operation's target",
     "not an acceptable message",
     {FROM},
     .input = INPUT("/v1/datasources/introspections"),
     .status = 3,
     .words = "dsi: standard input: the target is not this operation's at byte 30\n"},
    {"from a file that is not there",
     "named in the words",
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
