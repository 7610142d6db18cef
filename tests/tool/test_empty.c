/* Inputs of no bytes, and answers without a byte of their body. */
#include "tests/support.h"
#include "tests/tool/rows.h"

#define NO_BYTES "no bytes: did the transfer fail?"
#define REPORT(code, offset, path, message)                                            \
    "{\"ok\":false,\"code\":\"" code "\",\"offset\":" offset ",\"path\":\"" path       \
    "\",\"message\":\"" message "\"}\n"

/* ------------------------------------------------------------------------- no bytes */

#define EMPTY(name_, ...)                                                              \
    {                                                                                  \
        .name = (name_), .why = "a transfer that fails leaves no bytes",               \
        .arguments = {__VA_ARGS__}, .status = 3,                                       \
        .words = "dsi: standard input: " NO_BYTES "\n"                                 \
    }

static const tool_row empty_rows[] = {
    EMPTY("decode a start-request", "decode", "start-request"),
    EMPTY("decode a start-response", "decode", "start-response"),
    EMPTY("decode a get-request", "decode", "get-request"),
    EMPTY("decode a get-response", "decode", "get-response", "--header", "a: b"),
    EMPTY("decode a stream", "decode", "get-response", "--stream"),
    EMPTY("decode a file", "decode", "get-response", "-", "--chunk", "1"),
    EMPTY("decode an HTTP answer", "decode", "get-response", "--http", "--stream"),
    EMPTY("decode an HTTP request", "decode", "get-request", "--http"),
    EMPTY("validate a start-request", "validate", "start-request"),
    EMPTY("validate a start-response", "validate", "start-response"),
    EMPTY("validate a get-request", "validate", "get-request", "--show-values"),
    EMPTY("validate a get-response", "validate", "get-response"),
    EMPTY("encode from nothing", "encode", "start-response", "--from", "-"),
    EMPTY("encode from nothing, over HTTP", "encode", "get-request", "--from", "-",
          "--http", "--introspection-id", "7"),
    {"as JSON",
     "--json reports code and offset",
     {"validate", "get-response", "--json"},
     .status = 3,
     .output = REPORT("DSI_E_TRUNCATED", "0", "", NO_BYTES)},
    {"with status 200",
     "the status says that an answer without a body arrived",
     {"decode", "start-response", "--status", "200", "--json"},
     .output = "{}\n"},
    {"with status 503",
     "the status is kept",
     {"decode", "get-response", "--status", "503", "--stream"},
     .status = 4,
     .output = "{\"error\":{\"status\":503,\"fault\":\"server\",\"class\":"
               "\"transient\"}}\n"},
};

START_TEST(empty)
{
    check_row(&empty_rows[_i]);
}
END_TEST

/* -------------------------------------------- an answer without a byte of its body */

#define HEAD_OF(status, headers) INPUT("HTTP/1.1 " status "\r\n" headers "\r\n")
#define LACKS(at)                                                                      \
    REPORT("DSI_E_TRUNCATED", at, "",                                                  \
           "no byte of the body: was the transfer cut? (line 4, column 1, byte " at    \
           ")")

static const tool_row bodiless_rows[] = {
    {"an output that is cut before its body",
     "the head announces a body",
     {"decode", "start-response", "--http", "--json"},
     .input = HEAD_OF("200 OK", "Content-Length: 27\r\n"),
     .status = 3,
     .output = LACKS("39")},
    {"a page that is cut before its body",
     "no line is printed that could pass for the last one",
     {"decode", "get-response", "--http", "--stream", "--json"},
     .input = HEAD_OF("202 Accepted", "content-length: 1\r\n"),
     .status = 3,
     .output = LACKS("44")},
    {"an output without a body",
     "the head says that the body is empty",
     {"decode", "start-response", "--http"},
     .input = HEAD_OF("200 OK", "Content-Length: 0\r\n"),
     .output = "{}\n"},
    {"an output whose head says nothing about a body",
     "the body may be empty, because HTTP/2 and chunks need no length",
     {"decode", "start-response", "--http"},
     .input = HEAD_OF("200 OK", ""),
     .output = "{}\n"},
    {"an error that is cut before its body",
     "the status is kept",
     {"decode", "start-response", "--http"},
     .input = HEAD_OF("503 Busy", "Content-Length: 27\r\n"),
     .status = 4,
     .output = "{\"error\":{\"status\":503,\"fault\":\"server\",\"class\":"
               "\"transient\"}}\n"},
};

START_TEST(bodiless)
{
    check_row(&bodiless_rows[_i]);
}
END_TEST

SUITE(empty)
{
    Suite *suite = suite_create("tool/empty");

    add_rows(suite, "no bytes", empty, COUNT(empty_rows));
    add_rows(suite, "no byte of a body", bodiless, COUNT(bodiless_rows));
    return suite;
}
