/*
 * dsi decode --http, of heads that are accepted. Each row runs with the whole input and
 * in chunks, with the same result.
 */
#include <stdio.h>
#include <string.h>

#include "tests/support.h"
#include "tests/tool/rows.h"
#include "tests/tool/target.h"

#define START "decode", "start-response", "--http"
#define GET "decode", "get-response", "--http"

#define JSON_200 "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
#define ID "{\"introspectionId\":\"7\"}"

/* A service error without a type has status, fault and class. */
#define ERROR(status, fault, class, more)                                              \
    "{\"error\":{\"status\":" status ",\"fault\":\"" fault                             \
    "\",\"class\":\"" class "\"" more "}}\n"
#define FORBIDDEN(more)                                                                \
    "{\"error\":{\"type\":\"ForbiddenException\",\"status\":403,\"fault\":\"client\"," \
    "\"class\":\"auth\"" more "}}\n"

/* Any head that is accepted, before a body with one id. */
#define GOOD(name_, why_, head_)                                                       \
    {                                                                                  \
        .name = (name_), .why = (why_), .arguments = {START},                          \
        .input = INPUT(head_ ID), .output = ID "\n"                                    \
    }

static const tool_row status_line_rows[] = {
    GOOD("HTTP/1.0", "old proxies send it", "HTTP/1.0 200 OK\r\n\r\n"),
    GOOD("HTTP/1.1", "most servers send it", "HTTP/1.1 200 OK\r\n\r\n"),
    GOOD("no reason", "the space before it is also missing", "HTTP/1.1 200\r\n\r\n"),
    GOOD("an empty reason", "the space before it is present", "HTTP/1.1 200 \r\n\r\n"),
    GOOD("a reason of any bytes", "the reason is ignored",
         "HTTP/1.1 200 \xe9\t: 403\r\n\r\n"),
    GOOD("HTTP/2", "curl prints it with a space at the end", "HTTP/2 200 \r\n\r\n"),
    GOOD("HTTP/2 without the space", "some tools trim lines", "HTTP/2 200\r\n\r\n"),
    GOOD("HTTP/3", "curl's spelling", "HTTP/3 200 \r\n\r\n"),
    GOOD("line feeds alone", "many pipelines use tr -d '\\r'",
         "HTTP/1.1 200 OK\na: b\n\n"),
    GOOD("both line ends", "each line may have another line end",
         "HTTP/1.1 200 OK\na: b\r\n\n"),
    GOOD("any 2xx", "an emulator answers 201", "HTTP/1.1 201 Created\r\n\r\n"),
    GOOD("an empty value", "a header may have an empty value",
         "HTTP/1.1 200 OK\r\na:\r\n\r\n"),
    {"status 600",
     "allowed, and counts as 5xx",
     {START},
     .input = INPUT("HTTP/1.1 600 Odd\r\n\r\n"),
     .status = 4,
     .output = ERROR("600", "server", "server", "")},
    {"status 999",
     "allowed, and kept as it is",
     {START},
     .input = INPUT("HTTP/1.1 999 Request denied\r\n\r\n"),
     .status = 4,
     .output = ERROR("999", "server", "server", "")},
    {"status 302",
     "a redirect is never an output",
     {START},
     .input = INPUT("HTTP/1.1 302 Found\r\nLocation: /login\r\n\r\n"),
     .status = 4,
     .output = ERROR("302", "client", "client", "")},
};

static const tool_row skipped_rows[] = {
    GOOD("100 Continue", "curl sends Expect, and prints the interim head",
         "HTTP/1.1 100 Continue\r\n\r\n" JSON_200),
    GOOD("103 Early Hints", "an interim head may have headers",
         "HTTP/1.1 103 Early Hints\r\nx-amzn-errortype: A\r\n\r\n" JSON_200),
    GOOD("two interim heads", "a server may send many interim heads",
         "HTTP/2 103 \r\n\r\nHTTP/2 103 \r\n\r\nHTTP/2 200 \r\n\r\n"),
    GOOD("CONNECT", "a proxy's head comes first",
         "HTTP/1.1 200 Connection established\r\n\r\n" JSON_200),
    GOOD("CONNECT with headers", "the headers do not announce a body",
         "HTTP/1.0 200 OK\nVia: proxy\nProxy-Agent: squid\n\nHTTP/2 200 \n\n"),
    GOOD("CONNECT with a length of 0", "a length of 0 does not announce a body",
         "HTTP/1.1 200 OK\r\nContent-Length:  00\r\n\r\n" JSON_200),
    GOOD("CONNECT, then 100, then 200", "all kinds of heads that are skipped",
         "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" JSON_200),
    {"CONNECT, then an error",
     "the service's status counts, not the proxy's",
     {GET},
     .input = INPUT("HTTP/1.1 200 Connection established\r\n\r\n"
                    "HTTP/2 403 \r\nx-amzn-errortype: ForbiddenException\r\n\r\n"),
     .status = 4,
     .output = FORBIDDEN("")},
    {"100, then an error",
     "only the last head's headers are used",
     {GET},
     .input = INPUT("HTTP/1.1 100 Continue\r\nx-amzn-requestid: no\r\n\r\n"
                    "HTTP/1.1 503 Down\r\nretry-after: 3\r\n\r\n"),
     .status = 4,
     .output = ERROR("503", "server", "transient", ",\"retryAfterMs\":3000")},
};

/* An attacker who chooses the body must not choose the status. */
static const tool_row smuggled_rows[] = {
    {"a head in the body of an error",
     "the status stays 403",
     {START},
     .input = INPUT("HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\n"
                    "Content-Length: 42\r\nx-amzn-errortype: ForbiddenException\r\n\r\n"
                    "HTTP/1.1 200 OK\r\n\r\n" ID),
     .status = 4,
     .output = FORBIDDEN(
         ",\"message\":\"HTTP/1.1 200 OK\\r\\n\\r\\n{\\\"introspectionId\\\":"
         "\\\"7\\\"}\",\"unread\":{\"code\":\"DSI_E_SYNTAX\",\"offset\":110}")},
    {"a head in the body of an error without headers",
     "a head with an error is not the answer to CONNECT",
     {START},
     .input = INPUT("HTTP/1.1 403 Forbidden\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}"),
     .status = 4,
     .output = ERROR("403", "client", "auth",
                     ",\"message\":\"HTTP/1.1 200 OK\\r\\n\\r\\n{}\",\"unread\":{"
                     "\"code\":\"DSI_E_SYNTAX\",\"offset\":26}")},
#define IN_BODY(name_, header, offset_)                                                \
    {                                                                                  \
        .name = (name_), .why = "the head announces a body, so a body follows it",     \
        .arguments = {START, "--json"},                                                \
        .input = INPUT("HTTP/1.1 200 OK\r\n" header                                    \
                       "\r\n\r\nHTTP/1.1 403 No\r\n\r\n"),                             \
        .status = 3,                                                                   \
        .output = "{\"ok\":false,\"code\":\"DSI_E_SYNTAX\",\"offset\":" offset_        \
                  ",\"path\":\"\",\"message\":\"this byte is not allowed here at "     \
                  "line 4, column 1, byte " offset_ ": found 'H'\"}\n"                 \
    }
    IN_BODY("a head after a content type", "content-type: text/html", "44"),
    IN_BODY("a head after a content length", "CONTENT-LENGTH: 19", "39"),
    IN_BODY("a head after a transfer encoding", "Transfer-Encoding: chunked", "47"),
    {"the beginning of a head",
     "it could begin a head, but it is part of the body",
     {START, "--json"},
     .input = INPUT("HTTP/1.1 200 OK\r\n\r\nHTTP"),
     .status = 3,
     .output = "{\"ok\":false,\"code\":\"DSI_E_SYNTAX\",\"offset\":19,\"path\":\"\","
               "\"message\":\"this byte is not allowed here at line 3, column 1, byte "
               "19: found 'H'\"}\n"},
    {"almost a head",
     "it could begin a head, but it is part of the body",
     {START},
     .input = INPUT("HTTP/1.1 200 OK\r\n\r\nHTTQ/1.1 200 OK\r\n\r\n"),
     .status = 3,
     .words = "dsi: standard input: this byte is not allowed here at line 3, column 1, "
              "byte 19: found 'H'\n"},
};

static const tool_row header_rows[] = {
    {"as curl -i prints it over HTTP/2",
     "lower-case names, and a space at the end of the status line",
     {GET},
     .input = INPUT("HTTP/2 400 \r\n"
                    "date: Tue, 07 Nov 2023 09:15:02 GMT\r\n"
                    "content-type: application/json\r\n"
                    "content-length: 51\r\n"
                    "x-amzn-requestid: 8d6b1a7e-6b0c-4f3e-9d1b-2f1f5b7c9a10\r\n"
                    "x-amzn-errortype: BadRequestException:http://internal/\r\n"
                    "x-cache: Error from cloudfront\r\n"
                    "via: 1.1 d3adb33f.cloudfront.net (CloudFront)\r\n"
                    "\r\n"
                    "{\"message\":\"bad\",\"reason\":\"CODE_ERROR\",\"detail\":{}}"),
     .status = 4,
     .output = "{\"error\":{\"type\":\"BadRequestException\",\"status\":400,\"fault\":"
               "\"client\",\"class\":\"modelled\",\"message\":\"bad\",\"reason\":"
               "\"CODE_ERROR\",\"detail\":{},\"requestId\":"
               "\"8d6b1a7e-6b0c-4f3e-9d1b-2f1f5b7c9a10\"}}\n"},
    {"a folded value",
     "the value continues after the line end",
     {START},
     .input = INPUT("HTTP/1.1 403 No\r\nx-amzn-errortype:\r\n\t ForbiddenException\r\n"
                    "\r\n"),
     .status = 4,
     .output = FORBIDDEN("")},
    {"a value that is folded twice",
     "each line end becomes spaces, also a bare line feed",
     {START},
     .input = INPUT("HTTP/1.1 403 No\nx-amzn-errortype: ForbiddenException\n"
                    "x-amzn-requestid: a\n b\n \n  c\na: b\n\n"),
     .status = 4,
     .output = FORBIDDEN(",\"requestId\":\"a  b     c\"")},
    {"a carriage return in a value",
     "a CR ends the value",
     {START},
     .input = INPUT("HTTP/1.1 403 No\r\nx-amzn-errortype: ForbiddenException\r:x\r\n"
                    "x-amzn-requestid: r\r\r\n\r\n"),
     .status = 4,
     .output = FORBIDDEN(",\"requestId\":\"r\"")},
    {"a type that was sent twice",
     "the first type is used",
     {START},
     .input = INPUT("HTTP/1.1 403 No\r\nX-Amzn-ErrorType: ForbiddenException\r\n"
                    "x-amzn-errortype: BadRequestException\r\n\r\n"),
     .status = 4,
     .output = FORBIDDEN("")},
    {"a name with bytes beyond ASCII",
     "bytes of a name are not checked",
     {START},
     .input = INPUT("HTTP/1.1 200 OK\r\n\xc3\xa9(): b\r\n\r\n" ID),
     .output = ID "\n"},
};

static const tool_row body_rows[] = {
    {"204",
     "the status allows no body",
     {START},
     .input = INPUT("HTTP/1.1 204 No\r\n\r\n"),
     .output = "{}\n"},
    {"200 without a body",
     "the head is an answer, so an empty body is the same as {}",
     {GET},
     .input = INPUT(JSON_200),
     .output = "{}\n"},
    {"503 without a body",
     "the status is kept",
     {GET},
     .input = INPUT("HTTP/1.1 503 Service Unavailable\r\n\r\n"),
     .status = 4,
     .output = ERROR("503", "server", "transient", "")},
    {"an error in the body",
     "offsets count from the start of the input",
     {START, "--json"},
     .input = INPUT("HTTP/1.1 100 Continue\r\n\r\n" JSON_200 "{]"),
     .status = 3,
     .output = "{\"ok\":false,\"code\":\"DSI_E_SYNTAX\",\"offset\":77,\"path\":\"\","
               "\"message\":\"this byte is not allowed here at line 6, column 2, byte "
               "77: found ']'\"}\n"},
    {"a body that is cut short",
     "a truncated body must not pass for a whole one",
     {START},
     .input = INPUT(JSON_200 "{\"introspectionId\":"),
     .status = 3,
     .words = "dsi: standard input: the message ends too early at line 4, column 20, "
              "byte 70 in '/introspectionId'\n"},
    {"a body over a limit",
     "the limit is for the body, and the error names its option",
     {START, "--max-bytes", "4"},
     .input = INPUT(JSON_200 "{   }"),
     .status = 3,
     .words = "dsi: standard input: the message is longer than max_bytes (limit 4) at "
              "line 4, column 5, byte 55; raise --max-bytes\n"},
    {"models as they come",
     "each model is a line",
     {GET, "--stream"},
     .input = INPUT(JSON_200 "{\"introspectionResult\":{\"models\":[{\"name\":\"m\"},"
                             "{\"name\":\"n\"}]}}"),
     .output = "{\"name\":\"m\"}\n{\"name\":\"n\"}\n{\"introspectionResult\":{}}\n"},
    {"an error in place of models",
     "the error is the only line",
     {GET, "--stream"},
     .input = INPUT("HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\n"
                    "x-amzn-errortype: UnauthorizedException\r\n\r\n"
                    "{\"message\":\"no\",\"introspectionResult\":{\"models\":[{}]}}"),
     .status = 4,
     .output = "{\"error\":{\"type\":\"UnauthorizedException\",\"status\":401,"
               "\"fault\":\"client\",\"class\":\"auth\",\"message\":\"no\"}}\n"},
    {"a page of HTML in place of models",
     "the error is the only line",
     {GET, "--stream", "--json"},
     .input = INPUT("HTTP/1.1 502 Bad Gateway\r\n\r\n<html>"),
     .status = 4,
     .output = ERROR("502", "server", "transient",
                     ",\"message\":\"<html>\",\"unread\":{\"code\":\"DSI_E_SYNTAX\","
                     "\"offset\":28}")},
};

START_TEST(status_lines)
{
    check_in_pieces(&status_line_rows[_i]);
}
END_TEST

START_TEST(skipped)
{
    check_in_pieces(&skipped_rows[_i]);
}
END_TEST

START_TEST(smuggled)
{
    check_in_pieces(&smuggled_rows[_i]);
}
END_TEST

START_TEST(headers)
{
    check_in_pieces(&header_rows[_i]);
}
END_TEST

START_TEST(bodies)
{
    check_in_pieces(&body_rows[_i]);
}
END_TEST

/* ----------------------------------------------------------------- the round trips */

typedef struct trip_row {
    const char *name;
    const char *message;
    const char *encode[9]; /* after `encode MESSAGE --http` */
    run_input from;
    const char *output;
} trip_row;

#define CLUSTER "arn:aws:rds:us-east-1:123456789012:cluster:c"
#define SECRET "arn:aws:secretsmanager:us-east-1:123456789012:secret:s"
#define PAGE                                                                           \
    "{\"introspectionStatus\":\"SUCCESS\",\"introspectionResult\":{\"models\":[{"      \
    "\"name\":\"HTTP/1.1 200 OK\\r\\n\\r\\n\"}],\"nextToken\":\"t\"}}"

static const trip_row trip_rows[] = {
    {"an empty start-request", "start-request", {"--from", "-"}, INPUT("{}"), "{}\n"},
    {"a start-request",
     "start-request",
     {"--resource-arn", CLUSTER, "--secret-arn", SECRET, "--database-name",
      "\xc3\xa9\xf0\x9f\x98\x80"},
     INPUT(""),
     "{\"rdsDataApiConfig\":{\"resourceArn\":\"" CLUSTER "\",\"secretArn\":\"" SECRET
     "\",\"databaseName\":\"\xc3\xa9\xf0\x9f\x98\x80\"}}\n"},
    {"a start-request, indented",
     "start-request",
     {"--database-name", "x", "--no-validate", "--pretty", "--nulls"},
     INPUT(""),
     "{\"rdsDataApiConfig\":{\"databaseName\":\"x\"}}\n"},
    {"an empty start-response", "start-response", {"--from", "-"}, INPUT("{}"), "{}\n"},
    {"a start-response",
     "start-response",
     {"--introspection-id", "7", "--status-text", "LATER", "--detail", "\r\n\r\n"},
     INPUT(""),
     "{\"introspectionId\":\"7\",\"introspectionStatus\":\"LATER\","
     "\"introspectionStatusDetail\":\"\\r\\n\\r\\n\"}\n"},
    {"a get-request of an id alone",
     "get-request",
     {"--introspection-id", "7"},
     INPUT(""),
     "{\"introspectionId\":\"7\"}\n"},
    {"a get-request of all its members",
     "get-request",
     {"--introspection-id", EXAMPLE_ID, "--next-token", EXAMPLE_TOKEN,
      "--include-models-sdl", "--max-results", "25"},
     INPUT(""),
     EXAMPLE_JSON "\n"},
    {"an empty get-response",
     "get-response",
     {"--nulls", "--from", "-"},
     INPUT("{}"),
     "{}\n"},
    {"a page of models", "get-response", {"--from", "-"}, INPUT(PAGE), PAGE "\n"},
    {"a page of models, indented",
     "get-response",
     {"--from", "-", "--pretty", "--nulls"},
     INPUT(PAGE),
     PAGE "\n"},
};

static run_result trip_encode(const trip_row *row)
{
    const char *arguments[RUN_ARGUMENTS_MAX + 1] = {"encode", row->message, "--http"};

    for (size_t i = 0; row->encode[i] != NULL; i++) {
        arguments[3 + i] = row->encode[i];
    }
    return run_program(arguments, &row->from, RUN_KEPT);
}

/* decode --http reads the output of encode --http. */
START_TEST(round_trips)
{
    const trip_row *row = &trip_rows[_i];
    run_result encoded = trip_encode(row);
    tool_row decode = {
        .name = row->name,
        .why = "decode reads what encode prints",
        .arguments = {"decode", row->message, "--http"},
        .input = {.head = encoded.output, .head_length = strlen(encoded.output)},
        .output = row->output};

    ck_assert_msg(encoded.status == 0, "%s: %s", row->name, encoded.words);
    check_in_pieces(&decode);
    run_free(&encoded);
}
END_TEST

SUITE(http)
{
    Suite *suite = suite_create("tool/http");

    add_rows(suite, "status lines", status_lines, COUNT(status_line_rows));
    add_rows(suite, "skipped", skipped, COUNT(skipped_rows));
    add_rows(suite, "smuggled", smuggled, COUNT(smuggled_rows));
    add_rows(suite, "headers", headers, COUNT(header_rows));
    add_rows(suite, "bodies", bodies, COUNT(body_rows));
    add_rows(suite, "round trips", round_trips, COUNT(trip_rows));
    return suite;
}
