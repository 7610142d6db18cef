/* dsi decode, of get-requests, which are targets or JSON objects. */
#include "tests/support.h"
#include "tests/tool/rows.h"
#include "tests/tool/target.h"

#define DECODE "decode", "get-request"
#define SEVEN "{\"introspectionId\":\"7\"}\n"

static const tool_row decode_rows[] = {
    {"a target",
     "its members are printed as JSON",
     {DECODE},
     .input = INPUT(EXAMPLE_TARGET),
     .output = EXAMPLE_JSON "\n"},
    {"a target's line",
     "a newline ends the target",
     {DECODE},
     .input = INPUT(PATH "7\n"),
     .output = SEVEN},
    {"a target's line of HTTP",
     "CR LF also ends the target",
     {DECODE, "-"},
     .input = INPUT(PATH "7\r\n"),
     .output = SEVEN},
    {"a target in absolute form",
     "a server must accept it (RFC 9112, 3.2.2)",
     {DECODE},
     .input = INPUT("http://appsync.example:8080" PATH "7\n"),
     .output = SEVEN},
    {"the same in capitals, byte by byte",
     "a scheme is not case-sensitive",
     {DECODE, "--chunk", "1"},
     .input = INPUT("HTTPS://h" PATH "7"),
     .output = SEVEN},
    {"a target with a query and a line's end",
     "the token does not contain the line end",
     {DECODE},
     .input = INPUT(PATH "7?nextToken=t\r\n"),
     .output = "{\"introspectionId\":\"7\",\"nextToken\":\"t\"}\n"},
    {"a target as others write it",
     "decoded; the first of a name is used, unknown names are left out",
     {DECODE},
     .input = INPUT(PATH "%37/?maxResults=-5&x&maxResults=6&includeModelsSDL=false"),
     .output =
         "{\"introspectionId\":\"7\",\"includeModelsSDL\":false,\"maxResults\":-5}\n"},
    {"a target, byte by byte",
     "the result is the same as for the whole input",
     {DECODE, "--chunk", "1"},
     .input = INPUT(EXAMPLE_TARGET "\r\n"),
     .output = EXAMPLE_JSON "\n"},
    {"a target, strictly",
     "strict accepts known members",
     {DECODE, "--strict"},
     .input = INPUT(EXAMPLE_TARGET),
     .output = EXAMPLE_JSON "\n"},
    {"a target, with --json",
     "--json changes only how errors are reported",
     {DECODE, "--json"},
     .input = INPUT(PATH "7"),
     .output = SEVEN},
    {"NUL in a target",
     "NUL is kept",
     {DECODE},
     .input = INPUT(PATH "%00?nextToken=a%00b"),
     .output = "{\"introspectionId\":\"\\u0000\",\"nextToken\":\"a\\u0000b\"}\n"},
    {"JSON",
     "canonical",
     {DECODE},
     .input = INPUT(" { \"maxResults\":25, \"x\":1, \"nextToken\":null, "
                    "\"introspectionId\":\"7\"}\n"),
     .output = "{\"introspectionId\":\"7\",\"maxResults\":25}\n"},
    {"JSON, byte by byte",
     "the result is the same as for the whole input",
     {DECODE, "--chunk", "1"},
     .input = INPUT(EXAMPLE_JSON),
     .output = EXAMPLE_JSON "\n"},
    {"no members",
     "decode does not check constraints",
     {DECODE},
     .input = INPUT("{}"),
     .output = "{}\n"},
};

#define REPORT(code, offset, path, message)                                            \
    "{\"ok\":false,\"code\":\"" code "\",\"offset\":" offset ",\"path\":\"" path       \
    "\",\"message\":\"" message "\"}\n"

static const tool_row refusal_rows[] = {
    {"another path",
     "as JSON",
     {DECODE, "--json"},
     .input = INPUT("/v1/datasources/introspections/a/b"),
     .status = 3,
     .output = REPORT(
         "DSI_E_ROUTE", "33", "",
         "the target is not this operation's at line 1, column 34, byte 33")},
    {"a slash",
     "a slash begins a target, and this one is too short",
     {DECODE},
     .input = INPUT("/"),
     .status = 3,
     .words = "dsi: standard input: the target is not this operation's at line 1, "
              "column 2, byte 1\n"},
    {"a slash on a line",
     "a slash begins a target, and this one is too short",
     {DECODE},
     .input = INPUT("/\r\n"),
     .status = 3,
     .words = "dsi: standard input: the target is not this operation's at line 1, "
              "column 2, byte 1\n"},
    {"two line ends",
     "only one line end is ignored",
     {DECODE, "--chunk", "1"},
     .input = INPUT(PATH "7\n\n"),
     .status = 3,
     .words = "dsi: standard input: this byte is not allowed here at line 1, column "
              "33, byte 32: found byte 0x0A\n"},
    {"a carriage return",
     "a CR alone does not end the line",
     {DECODE},
     .input = INPUT(PATH "7\r"),
     .status = 3,
     .words = "dsi: standard input: this byte is not allowed here at line 1, column "
              "33, byte 32: found byte 0x0D\n"},
    {"two targets",
     "a message is one target",
     {DECODE},
     .input = INPUT(PATH "7\n" PATH "8\n"),
     .status = 3,
     .words = "dsi: standard input: this byte is not allowed here at line 1, column "
              "33, byte 32: found byte 0x0A\n"},
    {"a space before the target",
     "a target begins with a slash or a scheme",
     {DECODE},
     .input = INPUT(" " PATH "7"),
     .status = 3,
     .words = "dsi: standard input: this byte is not allowed here at line 1, column 2, "
              "byte 1: found '/'\n"},
    {"a line of HTTP",
     "a request line is more than a target",
     {DECODE},
     .input = INPUT("GET " PATH "7 HTTP/1.1"),
     .status = 3,
     .words = "dsi: standard input: this byte is not allowed here at line 1, column 1, "
              "byte 0: found an HTTP head; 'dsi decode' reads it with --http\n"},
    {"a broken escape",
     "as JSON",
     {DECODE, "--json", "--chunk", "1"},
     .input = INPUT(PATH "7?nextToken=a%4"),
     .status = 3,
     .output = REPORT("DSI_E_ESCAPE", "44", "/nextToken",
                      "this is not a valid escape at line 1, column 45, byte 44 in "
                      "'/nextToken': found '%'")},
    {"text that is not UTF-8",
     "as JSON",
     {DECODE, "--json"},
     .input = INPUT(PATH "7%c3/"),
     .status = 3,
     .output = REPORT("DSI_E_UTF8", "32", "/introspectionId",
                      "these bytes are not UTF-8 at line 1, column 33, byte 32 in "
                      "'/introspectionId': found '%'")},
    {"a value that is not a boolean",
     "as JSON",
     {DECODE, "--json"},
     .input = INPUT(PATH "7?includeModelsSDL=1"),
     .status = 3,
     .output = REPORT("DSI_E_TYPE", "50", "/includeModelsSDL",
                      "a boolean is true or false, in lower case, in "
                      "'/includeModelsSDL' (line 1, column 51, byte 50)")},
    {"an integer of 33 bits",
     "as JSON",
     {DECODE, "--json"},
     .input = INPUT(PATH "7?maxResults=2147483648"),
     .status = 3,
     .output = REPORT("DSI_E_INTEGER_RANGE", "44", "/maxResults",
                      "the integer does not fit the member's width at line 1, column "
                      "45, byte 44 in '/maxResults'")},
    {"an unknown parameter",
     "strictly",
     {DECODE, "--strict"},
     .input = INPUT(PATH "7?nextToken=t&a=b"),
     .status = 3,
     .words = "dsi: standard input: the member is not known at line 1, column 46, byte "
              "45\n"},
    {"an unknown member",
     "strictly",
     {DECODE, "--strict", "--json"},
     .input = INPUT("{\"x\":1}"),
     .status = 3,
     .output = REPORT("DSI_E_UNKNOWN_MEMBER", "1", "",
                      "the member is not known at line 1, column 2, byte 1")},
    {"a member twice",
     "JSON refuses a repeated member",
     {DECODE},
     .input = INPUT("{\"maxResults\":1,\"maxResults\":1}"),
     .status = 3,
     .words = "dsi: standard input: the member is given twice at line 1, column 17, "
              "byte 16 in "
              "'/maxResults'\n"},
};

START_TEST(decodes)
{
    check_row(&decode_rows[_i]);
}
END_TEST

START_TEST(refuses)
{
    check_row(&refusal_rows[_i]);
}
END_TEST

SUITE(decode_get_request)
{
    Suite *suite = suite_create("tool/decode get-request");

    add_rows(suite, "decodes", decodes, COUNT(decode_rows));
    add_rows(suite, "refuses", refuses, COUNT(refusal_rows));
    return suite;
}
