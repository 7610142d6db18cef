/*
 * Where a fault of the input is, and what was found there. Each row runs whole and in
 * pieces, and always says the same.
 */
#include "tests/support.h"
#include "tests/tool/rows.h"

#define SAYS(words) "dsi: standard input: " words "\n"
#define NOT_HERE "this byte is not allowed here at "
#define PATH "/v1/datasources/introspections/7"

/* A response that is refused with these words. */
#define FAULT(name, why, literal, words_)                                              \
    {                                                                                  \
        (name), (why), {"decode", "start-response"},                                   \
            .input = INPUT(literal), .status = 3, .words = SAYS(words_)                \
    }

static const tool_row place_rows[] = {
    FAULT("third line", "lines and columns count from 1, bytes from 0",
          "{\n\n  \"introspectionId\" \"7\"}",
          NOT_HERE "line 3, column 21, byte 23 in '/introspectionId': found '\"'"),
    FAULT("a line feed", "it belongs to the line that it ends",
          "{\"introspectionId\":\n\"a\n\"}",
          "a control character in a string is not escaped at line 2, column 3, byte 22 "
          "in '/introspectionId': found byte 0x0A"),
    FAULT("CRLF", "the line feed ends the line", "{\r\n\r\n]",
          NOT_HERE "line 3, column 1, byte 5: found ']'"),
    FAULT("beyond ASCII", "a column is a byte", "{\"\xc3\xa9\":\"\xc3\xa9\"]",
          NOT_HERE "line 1, column 11, byte 10: found ']'"),
    FAULT("an ill-formed character", "its first byte is shown",
          "{\n\"a\":\"\xe2\x82\"}",
          "these bytes are not UTF-8 at line 2, column 6, byte 7: found byte 0xE2"),
    FAULT("cut short", "no byte was found", "{\n",
          "the message ends too early at line 2, column 1, byte 2"),
    FAULT("a wrong type", "the words say what was found",
          "\n{\"introspectionId\":\n7\n}",
          "the value has the wrong JSON type (expected a string, found a number) at "
          "line 3, column 1, byte 21 in '/introspectionId'"),
    FAULT("a name before its line", "the name is earlier than the piece with its end",
          "{\"introspectionId\":\"1\",\n\"introspectionId\"\n\n:\"2\"}",
          "the member is given twice at line 2, column 1, byte 24 in "
          "'/introspectionId'"),
    {"in a head",
     "lines count from the first line of the input",
     {"decode", "start-response", "--http"},
     .input = INPUT("HTTP/1.1 200 OK\r\nbad header\r\n\r\n"),
     .status = 3,
     .words = SAYS("a line of the HTTP head is not 'NAME: VALUE' (line 2, column 4, "
                   "byte 20): found byte 0x20")},
    {"after a head",
     "lines count from the first line of the input",
     {"decode", "start-response", "--http"},
     .input = INPUT("HTTP/1.1 200 OK\r\nContent-Type: a\r\n\r\n{\n]"),
     .status = 3,
     .words = SAYS(NOT_HERE "line 5, column 1, byte 38: found ']'")},
    {"in the target of a head",
     "the target is in the first line",
     {"decode", "get-request", "--http"},
     .input = INPUT("GET " PATH "?maxResults=x HTTP/1.1\r\na: b\r\nc: d\r\n\r\n"),
     .status = 3,
     .words = SAYS("the number is not written as an integer at line 1, column 49, "
                   "byte 48 in '/maxResults'")},
    {"a boolean of a query",
     "the rule is told, and not a type of JSON",
     {"decode", "get-request"},
     .input = INPUT(PATH "?includeModelsSDL=True"),
     .status = 3,
     .words = SAYS("a boolean is true or false, in lower case, in '/includeModelsSDL' "
                   "(line 1, column 51, byte 50)")},
};

#define LOOKS_LIKE(name, literal, words)                                               \
    FAULT(name, "people feed this", literal, NOT_HERE words)
#define AT_0 "line 1, column 1, byte 0: found "
#define HEAD_WORDS AT_0 "an HTTP head; 'dsi decode' reads it with --http"
#define UTF32_WORDS "UTF-32; convert it to UTF-8"
#define UTF16_WORDS "UTF-16; convert it to UTF-8"
#define MARK_WORDS "a byte order mark (EF BB BF); remove it"
#define GZIP_WORDS "gzip; decompress it, or give curl --compressed"

static const tool_row look_rows[] = {
    LOOKS_LIKE("a byte order mark", "\xef\xbb\xbf{}", AT_0 MARK_WORDS),
    LOOKS_LIKE("a byte order mark alone", "\xef\xbb\xbf", AT_0 MARK_WORDS),
    LOOKS_LIKE("a part of a byte order mark", "\xef\xbb", AT_0 "byte 0xEF"),
    LOOKS_LIKE("UTF-16", "\xff\xfe{\0}\0", AT_0 UTF16_WORDS),
    LOOKS_LIKE("UTF-16, big-endian", "\xfe\xff\0{\0}", AT_0 UTF16_WORDS),
    LOOKS_LIKE("UTF-32", "\xff\xfe\0\0{\0\0\0", AT_0 UTF32_WORDS),
    LOOKS_LIKE("UTF-32, big-endian", "\0\0\xfe\xff\0\0\0{", AT_0 UTF32_WORDS),
    LOOKS_LIKE("UTF-32 without a mark", "{\0\0\0}\0\0\0",
               "line 1, column 2, byte 1: found " UTF32_WORDS),
    LOOKS_LIKE("UTF-32, big-endian, without a mark", "\0\0\0{\0\0\0}",
               AT_0 UTF32_WORDS),
    LOOKS_LIKE("UTF-16 without a mark", "{\0}\0",
               "line 1, column 2, byte 1: found " UTF16_WORDS),
    LOOKS_LIKE("UTF-16, big-endian, without a mark", "\0{\0}", AT_0 UTF16_WORDS),
    LOOKS_LIKE("gzip", "\x1f\x8b\x08\0\0\0\0\0", AT_0 GZIP_WORDS),
    LOOKS_LIKE("an answer's head", "HTTP/1.1 200 OK\r\n\r\n{}", HEAD_WORDS),
    LOOKS_LIKE("a request's head", "POST /v1 HTTP/1.1\r\n\r\n{}", HEAD_WORDS),
    LOOKS_LIKE("nearly an answer's head", "HTTP", AT_0 "'H'"),
    {"a head in place of a target",
     "a target can begin with http",
     {"decode", "get-request"},
     .input = INPUT("HTTP/1.1 200 OK\r\n\r\n{}"),
     .status = 3,
     .words = SAYS("the target is not this operation's at " HEAD_WORDS)},
    {"a body in gzip",
     "curl -i prints the body as it came",
     {"decode", "start-response", "--http"},
     .input = INPUT("HTTP/1.1 200 OK\r\nContent-Type: a\r\n\r\n\x1f\x8b\x08"),
     .status = 3,
     .words = SAYS(NOT_HERE "line 4, column 1, byte 36: found " GZIP_WORDS)},
    {"a body that is a head",
     "--http is already given",
     {"decode", "start-response", "--http"},
     .input = INPUT("HTTP/1.1 200 OK\r\nContent-Type: a\r\n\r\nHTTP/1.1 200 OK\r\n"),
     .status = 3,
     .words = SAYS(NOT_HERE "line 4, column 1, byte 36: found 'H'")},
    {"gzip in place of a head",
     "it is refused at its first line end, or at its end",
     {"decode", "start-response", "--http"},
     .input = INPUT("\x1f\x8b\x08\n"),
     .status = 3,
     .words = SAYS("no HTTP head: does curl print it (-i)? ("
                   "line 1, column 1, byte "
                   "0): found " GZIP_WORDS)},
};

START_TEST(places)
{
    check_in_pieces(&place_rows[_i]);
}
END_TEST

START_TEST(looks)
{
    check_in_pieces(&look_rows[_i]);
}
END_TEST

SUITE(fault)
{
    Suite *suite = suite_create("tool/fault");

    add_rows(suite, "places", places, COUNT(place_rows));
    add_rows(suite, "looks", looks, COUNT(look_rows));
    return suite;
}
