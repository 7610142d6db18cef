/*
 * Error answers: dumps of real ones, documented ones, and what a hostile or broken
 * front end may say. An error answer is never a decode failure, whatever its body is.
 */
#include "tests/codec/outcome.h"

#define HEADER(key, text)                                                              \
    {                                                                                  \
        .name = TEXT_ROW(key), .value = TEXT_ROW(text)                                 \
    }

#define ERROR(id, reason, http_status, text, expected, ...)                            \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "start-response",                    \
        .status = (http_status), .bytes = TEXT_ROW(text), .output = (expected),        \
        .headers = {                                                                   \
            __VA_ARGS__                                                                \
        }                                                                              \
    }
#define UNREAD(id, reason, http_status, error, at, text, expected, ...)                \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "start-response",                    \
        .status = (http_status), .bytes = TEXT_ROW(text), .code = (error),             \
        .offset = (at), .output = (expected), .headers = {                             \
            __VA_ARGS__                                                                \
        }                                                                              \
    }

/* What a service error without a type says of a body that could not be read. */
#define UNTYPED(http_status, of_class, message, code, offset)                          \
    "{\"status\":" http_status ",\"fault\":\"" of_class "\",\"message\":\"" message    \
    "\",\"unread\":{\"code\":\"" code "\",\"offset\":" offset "}}"
#define CLIENT "client\",\"class\":\"client"
#define TRANSIENT "server\",\"class\":\"transient"

static const vector rows[] = {
    ERROR("forbidden", "AppSync's control plane, unsigned request", 403,
          "{\"message\":\"Forbidden\"}",
          "{\"type\":\"ForbiddenException\",\"status\":403,\"fault\":\"client\","
          "\"class\":\"auth\",\"message\":\"Forbidden\","
          "\"requestId\":\"6304d639-8431-4188-8718-791c79c003b9\"}",
          HEADER("x-amzn-requestid", "6304d639-8431-4188-8718-791c79c003b9"),
          HEADER("x-amzn-errortype", "ForbiddenException")),
    ERROR("unrecognized-client", "API Gateway, unknown key; header in another case",
          403,
          "{\"message\":\"The security token included in the request is invalid.\"}",
          "{\"type\":\"UnrecognizedClientException\",\"status\":403,"
          "\"fault\":\"client\",\"class\":\"auth\","
          "\"message\":\"The security token included in the request is invalid.\"}",
          HEADER("x-amzn-ErrorType", "UnrecognizedClientException")),
    ERROR("access-denied", "IAM writes Message", 403,
          "{\"Message\":\"User: anonymous is not authorized to perform: "
          "execute-api:Invoke\"}",
          "{\"type\":\"AccessDeniedException\",\"status\":403,\"fault\":\"client\","
          "\"class\":\"auth\",\"message\":\"User: anonymous is not authorized to "
          "perform: execute-api:Invoke\",\"requestId\":\"58831b0a\"}",
          HEADER("X-AMZN-ERRORTYPE", "AccessDeniedException"),
          HEADER("x-amzn-RequestId", "58831b0a")),
    ERROR("too-many-requests", "API Gateway, throttled", 429,
          "{\"message\":\"Too Many Requests\"}",
          "{\"type\":\"TooManyRequestsException\",\"status\":429,\"fault\":\"client\","
          "\"class\":\"throttle\",\"message\":\"Too Many Requests\"}",
          HEADER("x-amzn-errortype", "TooManyRequestsException")),
    ERROR("throttled-400", "throttled by name, whatever the status", 400, "{}",
          "{\"type\":\"ThrottlingException\",\"status\":400,\"fault\":\"client\","
          "\"class\":\"throttle\"}",
          HEADER("x-amzn-errortype", "ThrottlingException")),
    ERROR("bad-request", "the model's error, with all its members", 400,
          "{\"message\":\"string\",\"reason\":\"CODE_ERROR\",\"detail\":{"
          "\"codeErrors\":[{"
          "\"errorType\":\"PARSER_ERROR\",\"value\":\"Unterminated string literal\","
          "\"location\":{\"line\":123,\"column\":0,\"span\":-1}},{\"errorType\":\"X\"}]"
          "}}",
          "{\"type\":\"BadRequestException\",\"status\":400,\"fault\":\"client\","
          "\"class\":\"modelled\",\"message\":\"string\",\"reason\":\"CODE_ERROR\","
          "\"detail\":{\"codeErrors\":[{\"errorType\":\"PARSER_ERROR\","
          "\"value\":\"Unterminated string literal\",\"location\":{\"line\":123,"
          "\"column\":0,\"span\":-1}},{\"errorType\":\"X\"}]}}",
          HEADER("x-amzn-errortype", "BadRequestException:http://x/")),
    ERROR("not-found", "the model's error", 404, "{\"message\":\"no such thing\"}",
          "{\"type\":\"NotFoundException\",\"status\":404,\"fault\":\"client\","
          "\"class\":\"modelled\",\"message\":\"no such thing\"}",
          HEADER("x-amzn-errortype", "NotFoundException")),
    ERROR("internal-failure", "the model's error; the server's fault", 500, "{}",
          "{\"type\":\"InternalFailureException\",\"status\":500,\"fault\":\"server\","
          "\"class\":\"modelled\"}",
          HEADER("x-amzn-errortype", "InternalFailureException")),
    ERROR("modelled-other-status", "the type decides before the status", 503, "{}",
          "{\"type\":\"NotFoundException\",\"status\":503,\"fault\":\"client\","
          "\"class\":\"modelled\"}",
          HEADER("x-amzn-errortype", "NotFoundException")),

    ERROR("type-in-code", "no header: the body's code", 400, "{\"code\":\"FooError\"}",
          "{\"type\":\"FooError\",\"status\":400,\"fault\":\"client\",\"class\":"
          "\"client\"}",
          HEADER("date", "x")),
    ERROR("type-in-type", "no header: the body's __type, cut on both sides", 400,
          "{\"__type\":\"aws.protocoltests.restjson#FooError:http://internal.example/"
          "x\"}",
          "{\"type\":\"FooError\",\"status\":400,\"fault\":\"client\",\"class\":"
          "\"client\"}",
          HEADER("date", "x")),
    ERROR("type-code-first", "code before __type", 400,
          "{\"__type\":\"B\",\"code\":\"ns#A\"}",
          "{\"type\":\"A\",\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("date", "x")),
    ERROR("type-header-first", "the header before the body", 400,
          "{\"__type\":\"B\",\"code\":\"A\"}",
          "{\"type\":\"H\",\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("x-amzn-errortype", " ns#H:x \t")),
    ERROR("type-line", "with the end of its line, as libcurl hands it over", 429, "",
          "{\"type\":\"SlowDown\",\"status\":429,\"fault\":\"client\",\"class\":"
          "\"throttle\"}",
          HEADER("x-amzn-errortype", " SlowDown\r\n")),
    ERROR("type-nested", "only the top level counts", 400,
          "{\"x\":{\"__type\":\"N\",\"code\":\"N\"},\"errors\":[{\"code\":\"N\"}]}",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("a", "b")),
    ERROR("type-number", "a value that is no string is ignored", 400,
          "{\"code\":429,\"__type\":\"FooError\"}",
          "{\"type\":\"FooError\",\"status\":400,\"fault\":\"client\",\"class\":"
          "\"client\"}",
          HEADER("a", "b")),
    ERROR("type-numeric-string", "a number in quotes is no type", 400,
          "{\"code\":\"429\"}",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("a", "b")),
    ERROR("type-bad-header", "a header that is not UTF-8 is none", 403,
          "{\"code\":\"A\"}",
          "{\"type\":\"A\",\"status\":403,\"fault\":\"client\",\"class\":\"auth\"}",
          HEADER("x-amzn-errortype", "A\xff")),
    ERROR("request-id-other", "the older name of the header", 404, "",
          "{\"status\":404,\"fault\":\"client\",\"class\":\"client\",\"requestId\":"
          "\"r\"}",
          HEADER("x-amz-request-id", "r")),

    ERROR(
        "message-order", "message before Message before errorMessage", 400,
        "{\"errorMessage\":\"c\",\"Message\":\"b\",\"message\":\"a\"}",
        "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"message\":\"a\"}",
        HEADER("a", "b")),
    ERROR(
        "message-error", "errorMessage alone", 400, "{\"errorMessage\":\"c\"}",
        "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"message\":\"c\"}",
        HEADER("a", "b")),
    ERROR(
        "message-null", "null is absent: the next one counts", 400,
        "{\"message\":null,\"Message\":\"b\"}",
        "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"message\":\"b\"}",
        HEADER("a", "b")),
    ERROR("message-object", "a value of the wrong type is ignored, with all it holds",
          400,
          "{\"message\":{\"message\":\"no\",\"x\":[1]},\"reason\":[\"CODE_ERROR\"],"
          "\"detail\":\"no\",\"code\":\"A\"}",
          "{\"type\":\"A\",\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("a", "b")),
    ERROR("detail-wrong-types", "what is usable in the detail stays", 400,
          "{\"detail\":{\"codeErrors\":[null,5,{\"location\":{\"line\":\"1\","
          "\"column\":1.0,"
          "\"span\":2147483648}},{\"value\":\"v\",\"location\":[]}]}}",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"detail\":"
          "{\"codeErrors\":[{\"location\":{}},{\"value\":\"v\"}]}}",
          HEADER("a", "b")),
    ERROR("detail-integers", "the ends of 32 bits, and minus zero", 400,
          "{\"detail\":{\"codeErrors\":[{\"location\":{\"line\":2147483647,"
          "\"column\":-2147483648,\"span\":-0}}]}}",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"detail\":"
          "{\"codeErrors\":[{\"location\":{\"line\":2147483647,\"column\":-2147483648,"
          "\"span\":0}}]}}",
          HEADER("a", "b")),
    ERROR("detail-empty-list", "an empty list is not absent", 400,
          "{\"detail\":{\"codeErrors\":[]},\"reason\":\"OTHER\"}",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"reason\":"
          "\"OTHER\","
          "\"detail\":{\"codeErrors\":[]}}",
          HEADER("a", "b")),

    UNREAD("error-html", "a proxy's page is its own message", 503, DSI_E_SYNTAX, 0,
           "<html>Service Unavailable</html>",
           "{\"status\":503,\"fault\":\"server\",\"class\":\"transient\","
           "\"message\":\"<html>Service Unavailable</html>\""
           ",\"unread\":{\"code\":\"DSI_E_SYNTAX\",\"offset\":0}}",
           HEADER("content-type", "text/html")),
    UNREAD("plain-text", "so is plain text, with the type of the header", 500,
           DSI_E_SYNTAX, 0, "upstream gone\n",
           "{\"type\":\"Gone\",\"status\":500,\"fault\":\"server\",\"class\":"
           "\"transient\","
           "\"message\":\"upstream gone\\n\""
           ",\"unread\":{\"code\":\"DSI_E_SYNTAX\",\"offset\":0}}",
           HEADER("x-amzn-errortype", "Gone")),
    ERROR("no-body", "nothing is a body, too", 504, "",
          "{\"status\":504,\"fault\":\"server\",\"class\":\"transient\"}",
          HEADER("a", "b")),
    UNREAD("cut-json", "a body that was cut is text; what it said so far is not used",
           500, DSI_E_TRUNCATED, 24, "{\"code\":\"A\",\"message\":\"m",
           "{\"status\":500,\"fault\":\"server\",\"class\":\"transient\","
           "\"message\":\"{\\\"code\\\":\\\"A\\\",\\\"message\\\":\\\"m\""
           ",\"unread\":{\"code\":\"DSI_E_TRUNCATED\",\"offset\":24}}",
           HEADER("a", "b")),
    UNREAD(
        "json-array", "JSON, but no object: text", 502, DSI_E_NOT_OBJECT, 0, "[1]",
        "{\"status\":502,\"fault\":\"server\",\"class\":\"transient\",\"message\":\"["
        "1]\""
        ",\"unread\":{\"code\":\"DSI_E_NOT_OBJECT\",\"offset\":0}}",
        HEADER("a", "b")),
    UNREAD("half-pair", "no JSON text: taken as it stands", 400, DSI_E_SURROGATE, 12,
           "{\"message\":\"\\ud800\"}",
           "{\"status\":400,\"fault\":\"client\",\"class\":\"client\","
           "\"message\":\"{\\\"message\\\":\\\"\\\\ud800\\\"}\""
           ",\"unread\":{\"code\":\"DSI_E_SURROGATE\",\"offset\":12}}",
           HEADER("a", "b")),
    UNREAD("not-utf8", "the message ends where the text does", 400, DSI_E_SYNTAX, 0,
           "caf\xe9 au lait",
           "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"message\":"
           "\"caf\""
           ",\"unread\":{\"code\":\"DSI_E_SYNTAX\",\"offset\":0}}",
           HEADER("a", "b")),
    ERROR("redirect", "what is neither 2xx nor an error is not an output", 302, "",
          "{\"status\":302,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("a", "b")),
    {.name = "created",
     .why = "an emulator answers 201: any 2xx is an output",
     .message = "start-response",
     .status = 201,
     .bytes = TEXT_ROW("{\"introspectionId\":\"i\"}"),
     .output = "{\"introspectionId\":\"i\"}"},
    {.name = "strict-error",
     .why = "front ends add members of their own",
     .message = "start-response",
     .status = 400,
     .options = {.strict = true},
     .bytes = TEXT_ROW("{\"message\":\"m\",\"more\":1}"),
     .output = "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"message\":"
               "\"m\"}"},
    {.name = "raw-max-bytes",
     .why = "text is as long as may be",
     .message = "start-response",
     .status = 502,
     .options = {.limits = {.max_bytes = 11}},
     .bytes = TEXT_ROW("Bad Gateway"),
     .code = DSI_E_SYNTAX,
     .output = UNTYPED("502", TRANSIENT, "Bad Gateway", "DSI_E_SYNTAX", "0")},
    {.name = "raw-over-max-bytes",
     .why = "of a longer text, what is within the limit is kept, however it is cut",
     .message = "start-response",
     .status = 502,
     .options = {.limits = {.max_bytes = 10}},
     .bytes = TEXT_ROW("Bad Gateway, and more"),
     .code = DSI_E_SYNTAX,
     .output = UNTYPED("502", TRANSIENT, "Bad Gatewa", "DSI_E_SYNTAX", "0")},
    {.name = "json-over-max-bytes",
     .why = "the same of JSON: the status is not lost, and nothing of it is used",
     .message = "start-response",
     .status = 503,
     .options = {.limits = {.max_bytes = 18}},
     .bytes = TEXT_ROW("{\"code\":\"SlowDown\",\"message\":\"m\"}"),
     .code = DSI_E_MAX_BYTES,
     .offset = 18,
     .output = UNTYPED("503", TRANSIENT, "{\\\"code\\\":\\\"SlowDown\\\"",
                       "DSI_E_MAX_BYTES", "18")},
    ERROR("type-cut-by-finish", "finish may be called again: the type stays as it is",
          400, "{\"__type\":\"ThrottlingException:http://x\"}",
          "{\"type\":\"ThrottlingException\",\"status\":400,\"fault\":\"client\","
          "\"class\":\"throttle\"}",
          HEADER("a", "b")),
    ERROR("request-id-empty", "an empty header does not hide the other one", 404, "",
          "{\"status\":404,\"fault\":\"client\",\"class\":\"client\",\"requestId\":"
          "\"r\"}",
          HEADER("x-amzn-requestid", " "), HEADER("x-amz-request-id", "r")),
    {.name = "list-item-begun",
     .why = "a token that is too long, in an item",
     .message = "start-response",
     .status = 400,
     .options = {.limits = {.max_token = 12}},
     .bytes = TEXT_ROW("{\"detail\":{\"codeErrors\":[{},\"aaaaaaaaaaaaaaaaaa\"]}}"),
     .code = DSI_E_MAX_TOKEN,
     .offset = 40,
     .output = UNTYPED("400", CLIENT,
                       "{\\\"detail\\\":{\\\"codeErrors\\\":[{},"
                       "\\\"aaaaaaaaaaaaaaaaaa\\\"]}}",
                       "DSI_E_MAX_TOKEN", "40")},
    {.name = "list-between-items",
     .why = "a body that is too long, between two items",
     .message = "start-response",
     .status = 400,
     .options = {.limits = {.max_bytes = 28}},
     .bytes = TEXT_ROW("{\"detail\":{\"codeErrors\":[{}, {}]}}"),
     .code = DSI_E_MAX_BYTES,
     .offset = 28,
     .output = UNTYPED("400", CLIENT, "{\\\"detail\\\":{\\\"codeErrors\\\":[{},",
                       "DSI_E_MAX_BYTES", "28")},
    UNREAD("list-in-item", "a member twice, in an item", 400, DSI_E_DUPLICATE, 46,
           "{\"detail\":{\"codeErrors\":[null,{},{\"value\":\"a\",\"value\":\"b\"}]}}",
           UNTYPED("400", CLIENT,
                   "{\\\"detail\\\":{\\\"codeErrors\\\":[null,{},{\\\"value\\\":"
                   "\\\"a\\\",\\\"value\\\":\\\"b\\\"}]}}",
                   "DSI_E_DUPLICATE", "46"),
           HEADER("a", "b")),
    UNREAD("error-duplicate", "which one counts would be a guess: neither does", 400,
           DSI_E_DUPLICATE, 15, "{\"message\":\"a\",\"message\":\"b\"}",
           UNTYPED("400", CLIENT,
                   "{\\\"message\\\":\\\"a\\\",\\\"message\\\":\\\"b\\\"}",
                   "DSI_E_DUPLICATE", "15"),
           HEADER("a", "b")),
    UNREAD("error-duplicate-503", "a retry is not lost to it", 503, DSI_E_DUPLICATE, 15,
           "{\"message\":\"a\",\"message\":\"b\"}",
           UNTYPED("503", TRANSIENT,
                   "{\\\"message\\\":\\\"a\\\",\\\"message\\\":\\\"b\\\"}",
                   "DSI_E_DUPLICATE", "15"),
           HEADER("a", "b")),
    UNREAD("error-duplicate-type", "the type of such a body is not used, either", 400,
           DSI_E_DUPLICATE, 21, "{\"__type\":\"SlowDown\",\"__type\":\"A\"}",
           UNTYPED("400", CLIENT,
                   "{\\\"__type\\\":\\\"SlowDown\\\",\\\"__type\\\":\\\"A\\\"}",
                   "DSI_E_DUPLICATE", "21"),
           HEADER("a", "b")),
    UNREAD("error-duplicate-header", "the type of the header is", 400, DSI_E_DUPLICATE,
           15, "{\"message\":\"a\",\"message\":\"b\"}",
           "{\"type\":\"SlowDown\",\"status\":400,\"fault\":\"client\",\"class\":"
           "\"throttle\",\"message\":\"{\\\"message\\\":\\\"a\\\",\\\"message\\\":"
           "\\\"b\\\"}"
           "\",\"requestId\":\"r\",\"unread\":{\"code\":\"DSI_E_DUPLICATE\",\"offset\":"
           "15}}",
           HEADER("x-amzn-errortype", "SlowDown"), HEADER("x-amzn-requestid", "r")),
    UNREAD("error-duplicate-inside", "at any depth", 400, DSI_E_DUPLICATE, 41,
           "{\"detail\":{\"codeErrors\":[{},{\"value\":\"a\",\"value\":\"b\"}]}}",
           UNTYPED("400", CLIENT,
                   "{\\\"detail\\\":{\\\"codeErrors\\\":[{},{\\\"value\\\":\\\"a\\\","
                   "\\\"value\\\":\\\"b\\\"}]}}",
                   "DSI_E_DUPLICATE", "41"),
           HEADER("a", "b")),
    {.name = "error-depth",
     .why = "an error's JSON has limits, and its status stands",
     .message = "start-response",
     .status = 400,
     .options = {.limits = {.max_depth = 2}},
     .bytes = TEXT_ROW("{\"detail\":{\"codeErrors\":[]}}"),
     .code = DSI_E_MAX_DEPTH,
     .offset = 24,
     .output = UNTYPED("400", CLIENT, "{\\\"detail\\\":{\\\"codeErrors\\\":[]}}",
                       "DSI_E_MAX_DEPTH", "24")},
    {.name = "error-token",
     .why = "a long string ends the reading, not the answer",
     .message = "start-response",
     .status = 429,
     .options = {.limits = {.max_token = 10}},
     .bytes = TEXT_ROW("{\"message\":\"123456789\"}"),
     .code = DSI_E_MAX_TOKEN,
     .offset = 21,
     .output =
         "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\",\"message\":"
         "\"{\\\"message\\\":\\\"123456789\\\"}\",\"unread\":{\"code\":"
         "\"DSI_E_MAX_TOKEN\",\"offset\":21}}"},
    UNREAD("error-trailing", "bytes after the object", 503, DSI_E_TRAILING, 3, "{} x",
           UNTYPED("503", TRANSIENT, "{} x", "DSI_E_TRAILING", "3"), HEADER("a", "b")),
    UNREAD("error-gzip", "not text at all: the status stands", 503, DSI_E_SYNTAX, 0,
           "\x1f\x8b\x08",
           "{\"status\":503,\"fault\":\"server\",\"class\":\"transient\","
           "\"unread\":{\"code\":\"DSI_E_SYNTAX\",\"offset\":0}}",
           HEADER("a", "b")),
    UNREAD("error-control", "the message ends where the text does", 503, DSI_E_SYNTAX,
           0, "a\tb\r\n\x1b[31mc",
           UNTYPED("503", TRANSIENT, "a\\tb\\r\\n", "DSI_E_SYNTAX", "0"),
           HEADER("a", "b")),
    UNREAD("error-del", "DEL is a control character", 503, DSI_E_SYNTAX, 0, "a\x7f",
           UNTYPED("503", TRANSIENT, "a", "DSI_E_SYNTAX", "0"), HEADER("a", "b")),
    ERROR("error-blank", "white space alone is an empty body, and not one that was cut",
          403, " \r\n\t",
          "{\"status\":403,\"fault\":\"client\",\"class\":\"auth\",\"message\":\"h\"}",
          HEADER("x-amzn-error-message", "h")),
    UNREAD("error-binary", "not one byte of text: the header has the message", 503,
           DSI_E_SYNTAX, 0, "\xff\xfe{\0",
           "{\"status\":503,\"fault\":\"server\",\"class\":\"transient\",\"message\":"
           "\"h\","
           "\"unread\":{\"code\":\"DSI_E_SYNTAX\",\"offset\":0}}",
           HEADER("x-amzn-error-message", "h")),

    ERROR("type-list", "a header that was sent twice: the first element", 400, "{}",
          "{\"type\":\"ThrottlingException\",\"status\":400,\"fault\":\"client\","
          "\"class\":\"throttle\"}",
          HEADER("x-amzn-errortype", "ThrottlingException,BadRequestException")),
    ERROR("type-list-empty", "an empty first element is no type: the body's", 400,
          "{\"code\":\"A\"}",
          "{\"type\":\"A\",\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("x-amzn-errortype", " ,BadRequestException")),
    ERROR("type-capital-code", "Code counts, as Message does", 400,
          "{\"Code\":\"ThrottlingException\",\"Message\":\"slow\"}",
          "{\"type\":\"ThrottlingException\",\"status\":400,\"fault\":\"client\","
          "\"class\":\"throttle\",\"message\":\"slow\"}",
          HEADER("a", "b")),
    ERROR("type-capital-code-second", "after code, before __type", 400,
          "{\"__type\":\"T\",\"Code\":\"C\"}",
          "{\"type\":\"C\",\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("a", "b")),
    ERROR("type-code-before-capital", "code before Code", 400,
          "{\"Code\":\"C\",\"code\":\"c\"}",
          "{\"type\":\"c\",\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("a", "b")),
    ERROR("type-not-a-token", "what would split a response that repeats it", 400,
          "{\"__type\":\"X\\r\\n\\r\\n<script>\"}",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("a", "b")),
    ERROR("type-two-lines", "the next line is not part of the value", 400, "{}",
          "{\"type\":\"SlowDown\",\"status\":400,\"fault\":\"client\",\"class\":"
          "\"throttle\",\"requestId\":\"r\"}",
          HEADER("x-amzn-errortype", "SlowDown\r\nx-amzn-errortype: B"),
          HEADER("x-amzn-requestid", "r\nx: y")),
    ERROR("value-nul", "nor is what follows NUL", 400, "{}",
          "{\"type\":\"A\",\"status\":400,\"fault\":\"client\",\"class\":\"client\","
          "\"requestId\":\"r\"}",
          HEADER("x-amzn-errortype", "A\0B"), HEADER("x-amzn-requestid", "r\0s")),
    ERROR("value-cr", "a CR alone ends a value", 400, "{}",
          "{\"type\":\"A\",\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("x-amzn-errortype", "A\rB")),
    ERROR("request-id-list", "a request id that was sent twice", 404, "",
          "{\"status\":404,\"fault\":\"client\",\"class\":\"client\",\"requestId\":"
          "\"r\"}",
          HEADER("x-amzn-requestid", "r , s")),
    ERROR("request-id-list-empty", "an empty first element does not hide the other",
          404, "",
          "{\"status\":404,\"fault\":\"client\",\"class\":\"client\",\"requestId\":"
          "\"o\"}",
          HEADER("x-amzn-requestid", ", s"), HEADER("x-amz-request-id", "o")),
    ERROR("message-header", "an empty body: the header has the message", 400, "",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"message\":"
          "\"Bad, very bad\"}",
          HEADER("X-Amzn-Error-Message", " Bad, very bad ")),
    ERROR(
        "message-header-last", "the body's message comes first", 400,
        "{\"errorMessage\":\"b\"}",
        "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"message\":\"b\"}",
        HEADER("x-amzn-error-message", "h")),
    UNREAD("message-header-text", "and so does its text", 400, DSI_E_NOT_OBJECT, 0,
           "text", UNTYPED("400", CLIENT, "text", "DSI_E_NOT_OBJECT", "0"),
           HEADER("x-amzn-error-message", "h")),
    ERROR("message-header-not-utf8", "a header that is not text is absent", 400, "",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("x-amzn-error-message", "caf\xe9")),
    ERROR("status-600", "over 599 counts as 5xx, and the number is kept", 600, "{}",
          "{\"status\":600,\"fault\":\"server\",\"class\":\"server\"}",
          HEADER("a", "b")),
    ERROR("status-999", "the largest that a head can have", 999, "",
          "{\"status\":999,\"fault\":\"server\",\"class\":\"server\"}",
          HEADER("a", "b")),
    ERROR("retry-after-ms", "AWS's hint, in milliseconds, comes first", 503, "{}",
          "{\"status\":503,\"fault\":\"server\",\"class\":\"transient\","
          "\"retryAfterMs\":1500}",
          HEADER("x-amz-retry-after", "1500"), HEADER("Retry-After", "7")),
    ERROR("retry-after", "HTTP's, in seconds", 429, "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\","
          "\"retryAfterMs\":7000}",
          HEADER("Retry-After", " 007\r\n")),
    ERROR("retry-after-zero", "0 is a hint", 429, "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\","
          "\"retryAfterMs\":0}",
          HEADER("retry-after", "0")),
    ERROR("retry-after-list", "sent twice", 429, "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\","
          "\"retryAfterMs\":5000}",
          HEADER("retry-after", "5, 9")),
    ERROR("retry-after-date", "a date: there is no clock", 429, "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\"}",
          HEADER("retry-after", "Fri, 31 Dec 1999 23:59:59 GMT")),
    ERROR("retry-after-sign", "nonsense is absent, and the other header counts", 429,
          "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\","
          "\"retryAfterMs\":2000}",
          HEADER("x-amz-retry-after", "-1"), HEADER("retry-after", "2")),
    ERROR("retry-after-fraction", "so is a fraction", 429, "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\"}",
          HEADER("retry-after", "1.5"), HEADER("x-amz-retry-after", "0x10")),
    ERROR("retry-after-most", "the most that a number of 64 bits holds", 429, "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\","
          "\"retryAfterMs\":9223372036854775000}",
          HEADER("retry-after", "9223372036854775")),
    ERROR("retry-after-over", "one second more is none", 429, "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\"}",
          HEADER("retry-after", "9223372036854776")),
    ERROR("retry-after-ms-most", "the same in milliseconds", 429, "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\","
          "\"retryAfterMs\":9223372036854775807}",
          HEADER("x-amz-retry-after", "9223372036854775807")),
    ERROR("retry-after-ms-over", "one more is none", 429, "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\"}",
          HEADER("x-amz-retry-after", "9223372036854775808")),
    ERROR("retry-after-redirect", "a redirect may have one as well", 300, "{}",
          "{\"status\":300,\"fault\":\"client\",\"class\":\"client\","
          "\"retryAfterMs\":1000}",
          HEADER("retry-after", "1")),
};

const vector_list vectors_answer = {.items = rows, .count = COUNT(rows)};
