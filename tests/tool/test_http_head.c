/*
 * dsi decode --http, of heads that are refused, and empty inputs. Each head is cut at
 * every byte, and runs whole and in chunks with the same result.
 */
#include <stdio.h>
#include <string.h>

#include "tests/support.h"
#include "tests/tool/rows.h"
#include "tests/tool/target.h"

#define NO_ANSWER "no HTTP head: does curl print it (-i)?"
#define NO_REQUEST "no HTTP head: a request begins with METHOD TARGET HTTP/1.1"
#define NO_HEADER "a line of the HTTP head is not 'NAME: VALUE'"
#define CUT "the HTTP head is cut short"
#define NO_BYTES "no bytes: did the transfer fail?"

/*
 * The head is refused at byte `offset`. Every shorter prefix is a head that is cut
 * short.
 */
typedef struct head_row {
    const char *name;
    const char *message;
    run_input input;
    dsi_code code;
    unsigned offset;
    const char *words;
} head_row;

#define ANSWER(name, text, offset, words)                                              \
    {                                                                                  \
        name, "start-response", INPUT(text), DSI_E_SYNTAX, offset, words               \
    }
#define REQUEST(name, text, code, offset, words)                                       \
    {                                                                                  \
        name, "start-request", INPUT(text), code, offset, words                        \
    }

#define POST "POST /v1/datasources/introspections"

static const head_row rows[] = {
    ANSWER("JSON", "{\"introspectionId\":\"7\"}", 0, NO_ANSWER),
    ANSWER("HTML", "<html>\r\n\r\n", 0, NO_ANSWER),
    ANSWER("an empty line first", "\r\nHTTP/1.1 200 OK\r\n\r\n", 1, NO_ANSWER),
    ANSWER("a request", "POST / HTTP/1.1\r\n\r\n", 0, NO_ANSWER),
    ANSWER("a status line in lower case", "http/1.1 200 OK\r\n\r\n", 0, NO_ANSWER),
    ANSWER("status 099", "HTTP/1.1 099 X\r\n\r\n", 9, NO_ANSWER),
    ANSWER("status 1000", "HTTP/1.1 1000 X\r\n\r\n", 12, NO_ANSWER),
    ANSWER("a status of two digits", "HTTP/1.1 20\r\n\r\n", 12, NO_ANSWER),
    ANSWER("a status with a sign", "HTTP/1.1 +20\r\n\r\n", 9, NO_ANSWER),
    ANSWER("no status", "HTTP/1.1\n\n", 8, NO_ANSWER),
    ANSWER("two spaces before the status", "HTTP/1.1  200 OK\r\n\r\n", 9, NO_ANSWER),
    ANSWER("HTTP/1.2", "HTTP/1.2 200 OK\r\n\r\n", 7, NO_ANSWER),
    ANSWER("HTTP/2.0", "HTTP/2.0 200 OK\r\n\r\n", 6, NO_ANSWER),
    ANSWER("HTTP/4", "HTTP/4 200 OK\r\n\r\n", 5, NO_ANSWER),
    ANSWER("a carriage return in a status", "HTTP/1.1 200\rOK\r\n\r\n", 13, NO_ANSWER),
    ANSWER("no second head", "HTTP/1.1 100 Continue\r\n\r\n{}", 25, NO_ANSWER),
    ANSWER("a header without a colon", "HTTP/1.1 200 OK\r\nab\r\n\r\n", 20, NO_HEADER),
    ANSWER("a header without a name", "HTTP/1.1 200 OK\r\n: b\r\n\r\n", 17, NO_HEADER),
    ANSWER("a space before the colon", "HTTP/1.1 200 OK\na : b\n\n", 17, NO_HEADER),
    ANSWER("a tab in a name", "HTTP/1.1 200 OK\na: b\nc\td: e\n\n", 22, NO_HEADER),
    ANSWER("a NUL in a name", "HTTP/1.1 200 OK\na\0b: c\n\n", 17, NO_HEADER),
    ANSWER("a carriage return in a name", "HTTP/1.1 200 OK\na\rb: c\n\n", 18,
           NO_HEADER),
    ANSWER("two carriage returns", "HTTP/1.1 200 OK\r\n\r\r\n", 18, NO_HEADER),
    ANSWER("a folded line before any header", "HTTP/1.1 200 OK\r\n a: b\r\n\r\n", 17,
           NO_HEADER),

    REQUEST("JSON for a request", "{}", DSI_E_SYNTAX, 0, NO_REQUEST),
    REQUEST("an answer for a request", "HTTP/1.1 200 OK\r\n\r\n", DSI_E_SYNTAX, 4,
            NO_REQUEST),
    REQUEST("no target", "POST  HTTP/1.1\r\n\r\n", DSI_E_SYNTAX, 5, NO_REQUEST),
    REQUEST("no version", POST "\r\n\r\n", DSI_E_SYNTAX, 36, NO_REQUEST),
    REQUEST("a request of HTTP/2", POST " HTTP/2\r\n\r\n", DSI_E_SYNTAX, 41,
            NO_REQUEST),
    REQUEST("bytes after the version", POST " HTTP/1.1 \r\n\r\n", DSI_E_SYNTAX, 44,
            NO_REQUEST),
};

static run_result head_run(const head_row *row, size_t length, const char *chunk,
                           const char *json)
{
    const char *const arguments[] = {"decode", row->message, "--http", "--chunk",
                                     chunk,    json,         NULL};
    run_input input = {.head = row->input.head, .head_length = length};

    return run_program(arguments, &input, RUN_KEPT);
}

/* The error names the place, and the byte if there is one. */
static void head_text(char *text, size_t capacity, const head_row *row, size_t length)
{
    size_t offset = length <= row->offset ? length : row->offset;
    char place[64];
    char found[64];

    place_text(place, sizeof place, &row->input, offset);
    found_text(found, sizeof found, &row->input, offset);
    if (length == 0) {
        snprintf(text, capacity, "%s", NO_BYTES);
    } else if (length <= row->offset) {
        snprintf(text, capacity, "%s (%s)", CUT, place);
    } else {
        snprintf(text, capacity, "%s (%s): %s", row->words, place, found);
    }
}

static void head_check(const head_row *row, size_t length, const char *chunk)
{
    bool cut = length <= row->offset;
    size_t offset = cut ? length : row->offset;
    run_result result = head_run(row, length, chunk, "--json");
    char text[256];
    char expected[512];

    head_text(text, sizeof text, row, length);
    snprintf(expected, sizeof expected,
             "{\"ok\":false,\"code\":\"%s\",\"offset\":%zu,\"path\":\"\",\"message\":"
             "\"%s\"}\n",
             dsi_code_name(cut ? DSI_E_TRUNCATED : row->code), offset, text);
    ck_assert_msg(result.status == 3 && strcmp(result.output, expected) == 0,
                  "%s, %zu bytes by %s: exit %d, <%s>, not <%s>", row->name, length,
                  chunk, result.status, result.output, expected);
    ck_assert_str_eq(result.words, "");
    run_free(&result);
}

START_TEST(refused)
{
    static const char *const chunks[] = {"1", "2", "3", "7", "65536"};
    const head_row *row = &rows[_i];

    for (size_t i = 0; i < COUNT(chunks); i++) {
        head_check(row, row->input.head_length, chunks[i]);
    }
    for (size_t length = 0; length < row->input.head_length; length++) {
        head_check(row, length, "65536");
    }
}
END_TEST

START_TEST(refused_in_words)
{
    const head_row *row = &rows[_i];
    run_result result = head_run(row, row->input.head_length, "65536", NULL);
    char text[256];
    char expected[512];

    head_text(text, sizeof text, row, row->input.head_length);
    snprintf(expected, sizeof expected, "dsi: standard input: %s\n", text);
    ck_assert_msg(result.status == 3, "%s: exit %d", row->name, result.status);
    ck_assert_msg(strcmp(result.words, expected) == 0, "%s: %s", row->name,
                  result.words);
    ck_assert_str_eq(result.output, "");
    run_free(&result);
}
END_TEST

/* Valid heads, cut at every byte: without the empty line they are cut short. */
START_TEST(cut)
{
    static const char *const heads[] = {
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\na:\r\n b\r\n\r\n",
        "HTTP/2 403 \nx-amzn-errortype: ForbiddenException\n\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"};
    const char *head = heads[_i];
    size_t length = strlen(head);
    head_row row = {.name = head,
                    .message = "get-response",
                    .input = {.head = head},
                    .offset = (unsigned)length};
    run_result result;

    for (size_t part = 0; part < length; part++) {
        head_check(&row, part, "1");
        head_check(&row, part, "65536");
    }
    result = head_run(&row, length, "65536", NULL);
    ck_assert_int_eq(result.status, _i == 1 ? 4 : 0);
    run_free(&result);
}
END_TEST

/* ------------------------------------------------------------------------ the bound */

#define LONG_HEAD "HTTP/1.1 200 OK\r\na: "
#define LONG_END "\r\n\r\n"
#define LONG_FILL (65536 - (sizeof LONG_HEAD - 1) - (sizeof LONG_END - 1))
#define LONG_INPUT(count_, tail_)                                                      \
    {                                                                                  \
        .head = LONG_HEAD, .head_length = sizeof LONG_HEAD - 1, .fill = 'b',           \
        .count = (count_), .tail = (tail_)                                             \
    }
#define TOO_LONG "dsi: standard input: the HTTP head is longer than 64 KiB ("

static const tool_row bound_rows[] = {
    {"64 KiB",
     "the longest head that is accepted",
     {"decode", "start-response", "--http"},
     .input = LONG_INPUT(LONG_FILL, LONG_END "{}"),
     .output = "{}\n"},
    {"64 KiB and a byte",
     "one byte is too many",
     {"decode", "start-response", "--http"},
     .input = LONG_INPUT(LONG_FILL + 1, LONG_END "{}"),
     .status = 3,
     .words = TOO_LONG "line 3, column 2, byte 65536)\n"},
    {"64 KiB and a byte, in pieces",
     "chunks do not change the offset",
     {"decode", "start-response", "--http", "--chunk", "7"},
     .input = LONG_INPUT(LONG_FILL + 1, LONG_END "{}"),
     .status = 3,
     .words = TOO_LONG "line 3, column 2, byte 65536)\n"},
    {"a head that never ends",
     "the program stops reading at the bound",
     {"decode", "start-response", "--http"},
     .input = {.head = LONG_HEAD,
               .head_length = sizeof LONG_HEAD - 1,
               .part = "\nc: d",
               .parts = 200000},
     .status = 3,
     .words = TOO_LONG "line 13106, column 1, byte 65536)\n"},
    {"as many headers as fit",
     "there is room for each of them",
     {"decode", "start-response", "--http"},
     .input = {.head = "HTTP/1.1 403\n",
               .head_length = sizeof "HTTP/1.1 403\n" - 1,
               .part = "a:\n",
               .parts = (65536 - 13 - 1) / 3,
               .tail = "\n"},
     .status = 4,
     .output =
         "{\"error\":{\"status\":403,\"fault\":\"client\",\"class\":\"auth\"}}\n"},
    {"a long text that is not a head",
     "it is refused at its first byte, not for its length",
     {"decode", "start-response", "--http"},
     .input = {.head = "{\"x\":\"", .head_length = 6, .fill = 'a', .count = 70000},
     .status = 3,
     .words = "dsi: standard input: " NO_ANSWER
              " (line 1, column 1, byte 0): found '{'\n"},
};

START_TEST(bounds)
{
    check_row(&bound_rows[_i]);
}
END_TEST

/* ------------------------------------------------------------------------ requests */

#define DECODE_START "decode", "start-request", "--http"
#define DECODE_GET "decode", "get-request", "--http"
#define REPORT(code, offset, path, message)                                            \
    "{\"ok\":false,\"code\":\"" code "\",\"offset\":" offset ",\"path\":\"" path       \
    "\",\"message\":\"" message "\"}\n"

static const tool_row request_rows[] = {
    {"headers of a request",
     "headers of a request are ignored",
     {DECODE_START},
     .input = INPUT(POST " HTTP/1.0\nHost: h\nExpect: 100-continue\n\n{}"),
     .output = "{}\n"},
    {"a target in absolute form",
     "a server must accept it (RFC 9112, 3.2.2)",
     {DECODE_START},
     .input = INPUT("POST http://h/v1/datasources/introspections HTTP/1.1\n\n{}"),
     .output = "{}\n"},
    {"another target in absolute form",
     "this is not the operation's request",
     {DECODE_START, "--json"},
     .input = INPUT("POST http://h/v2 HTTP/1.1\n\n{}"),
     .status = 3,
     .output = REPORT(
         "DSI_E_ROUTE", "15", "",
         "the target is not this operation's at line 1, column 16, byte 15")},
    {"another method",
     "this is not the operation's request",
     {DECODE_START, "--json"},
     .input = INPUT("PUT /v1/datasources/introspections HTTP/1.1\r\n\r\n{}"),
     .status = 3,
     .output = REPORT("DSI_E_ROUTE", "1", "",
                      "the method is not this operation's (line 1, column 2, byte 1)")},
    {"another target",
     "this is not the operation's request",
     {DECODE_START, "--json"},
     .input = INPUT(POST "/7 HTTP/1.1\r\n\r\n{}"),
     .status = 3,
     .output = REPORT(
         "DSI_E_ROUTE", "35", "",
         "the target is not this operation's at line 1, column 36, byte 35")},
    {"the other operation's request",
     "this is not the operation's request",
     {DECODE_GET},
     .input = INPUT(POST " HTTP/1.1\r\n\r\n{}"),
     .status = 3,
     .words = "dsi: standard input: the method is not this operation's (line 1, column "
              "1, byte 0)\n"},
    {"a start-request without a body",
     "a start-request needs a body",
     {DECODE_START},
     .input = INPUT(POST " HTTP/1.1\r\n\r\n"),
     .status = 3,
     .words = "dsi: standard input: the message ends too early at line 3, column 1, "
              "byte 48\n"},
    {"an error in a start-request",
     "offsets count from the start of the input",
     {DECODE_START},
     .input = INPUT(POST " HTTP/1.1\r\n\r\n{]"),
     .status = 3,
     .words = "dsi: standard input: this byte is not allowed here at line 3, column 2, "
              "byte 49: found ']'\n"},
    {"another path",
     "this is not the operation's request",
     {DECODE_GET, "--json"},
     .input = INPUT("GET /v2/x HTTP/1.1\r\n\r\n"),
     .status = 3,
     .output = REPORT(
         "DSI_E_ROUTE", "6", "",
         "the target is not this operation's at line 1, column 7, byte 6")},
    {"an error in a target",
     "offsets count from the start of the input",
     {DECODE_GET, "--json"},
     .input = INPUT("GET " PATH "7?maxResults=x HTTP/1.1\r\n\r\n"),
     .status = 3,
     .output = REPORT(
         "DSI_E_INTEGER", "48", "/maxResults",
         "the number is not written as an integer at line 1, column 49, byte 48 in "
         "'/maxResults'")},
    {"a target over a limit",
     "the limit is for the target, and the error names its option",
     {DECODE_GET, "--max-bytes", "31"},
     .input = INPUT("GET " PATH "7 HTTP/1.1\r\n\r\n"),
     .status = 3,
     .words = "dsi: standard input: the message is longer than max_bytes (limit 31) at "
              "line 1, column 36, byte 35; raise --max-bytes\n"},
    {"a body of a get-request",
     "a get-request has no body",
     {DECODE_GET, "--json"},
     .input = INPUT("GET " PATH "7 HTTP/1.1\r\n\r\n{}"),
     .status = 3,
     .output = REPORT("DSI_E_TRAILING", "49", "",
                      "bytes follow the end of the message at line 3, column 1, byte "
                      "49: found '{'")},
};

START_TEST(requests)
{
    check_row(&request_rows[_i]);
}
END_TEST

SUITE(http_head)
{
    Suite *suite = suite_create("tool/http head");

    set_long(add_rows(suite, "refused", refused, COUNT(rows)));
    add_rows(suite, "refused in words", refused_in_words, COUNT(rows));
    set_long(add_rows(suite, "cut", cut, 3));
    add_rows(suite, "bounds", bounds, COUNT(bound_rows));
    add_rows(suite, "requests", requests, COUNT(request_rows));
    return suite;
}
