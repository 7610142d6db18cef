/*
 * Service errors: recorded ones, documented ones, and what an attacker or a broken
 * front end may send. A service error never fails to decode, whatever its body is.
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

/* The report of a service error whose body could not be read, and that has no type. */
#define UNTYPED(http_status, of_class, message, code, offset)                          \
    "{\"status\":" http_status ",\"fault\":\"" of_class "\",\"message\":\"" message    \
    "\",\"unread\":{\"code\":\"" code "\",\"offset\":" offset "}}"
#define CLIENT "client\",\"class\":\"client"
#define TRANSIENT "server\",\"class\":\"transient"

static const vector rows[] = {
    ERROR("forbidden", "AppSync's control plane refuses an unsigned request", 403,
          "{\"message\":\"Forbidden\"}",
          "{\"type\":\"ForbiddenException\",\"status\":403,\"fault\":\"client\","
          "\"class\":\"auth\",\"message\":\"Forbidden\","
          "\"requestId\":\"6304d639-8431-4188-8718-791c79c003b9\"}",
          HEADER("x-amzn-requestid", "6304d639-8431-4188-8718-791c79c003b9"),
          HEADER("x-amzn-errortype", "ForbiddenException")),
    ERROR("unrecognized-client",
          "API Gateway refuses a key; the header's name is in another case", 403,
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
    ERROR("throttled-400",
          "the type says that the service throttles, whatever the status is", 400, "{}",
          "{\"type\":\"ThrottlingException\",\"status\":400,\"fault\":\"client\","
          "\"class\":\"throttle\"}",
          HEADER("x-amzn-errortype", "ThrottlingException")),
    ERROR("bad-request", "a modelled error with all its members", 400,
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
    ERROR("not-found", "a modelled error", 404, "{\"message\":\"no such thing\"}",
          "{\"type\":\"NotFoundException\",\"status\":404,\"fault\":\"client\","
          "\"class\":\"modelled\",\"message\":\"no such thing\"}",
          HEADER("x-amzn-errortype", "NotFoundException")),
    ERROR("internal-failure", "a modelled error, which is the server's fault", 500,
          "{}",
          "{\"type\":\"InternalFailureException\",\"status\":500,\"fault\":\"server\","
          "\"class\":\"modelled\"}",
          HEADER("x-amzn-errortype", "InternalFailureException")),
    ERROR("modelled-other-status", "the type decides before the status", 503, "{}",
          "{\"type\":\"NotFoundException\",\"status\":503,\"fault\":\"client\","
          "\"class\":\"modelled\"}",
          HEADER("x-amzn-errortype", "NotFoundException")),

    ERROR("type-in-code", "without a header, the body's code is the type", 400,
          "{\"code\":\"FooError\"}",
          "{\"type\":\"FooError\",\"status\":400,\"fault\":\"client\",\"class\":"
          "\"client\"}",
          HEADER("date", "x")),
    ERROR("type-in-type",
          "without a header, the body's __type is the type, without namespace and URI",
          400,
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
    ERROR("type-line", "libcurl passes a header with its CRLF", 429, "",
          "{\"type\":\"SlowDown\",\"status\":429,\"fault\":\"client\",\"class\":"
          "\"throttle\"}",
          HEADER("x-amzn-errortype", " SlowDown\r\n")),
    ERROR("type-nested", "only the top level counts", 400,
          "{\"x\":{\"__type\":\"N\",\"code\":\"N\"},\"errors\":[{\"code\":\"N\"}]}",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("a", "b")),
    ERROR("type-number", "a value that is not a string is ignored", 400,
          "{\"code\":429,\"__type\":\"FooError\"}",
          "{\"type\":\"FooError\",\"status\":400,\"fault\":\"client\",\"class\":"
          "\"client\"}",
          HEADER("a", "b")),
    ERROR("type-numeric-string", "a number in quotes is not a type", 400,
          "{\"code\":\"429\"}",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("a", "b")),
    ERROR("type-bad-header", "a header that is not UTF-8 is ignored", 403,
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
        "message-null", "null is absent, so the next name is used", 400,
        "{\"message\":null,\"Message\":\"b\"}",
        "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"message\":\"b\"}",
        HEADER("a", "b")),
    ERROR("message-object",
          "a value of the wrong type is ignored, with everything inside it", 400,
          "{\"message\":{\"message\":\"no\",\"x\":[1]},\"reason\":[\"CODE_ERROR\"],"
          "\"detail\":\"no\",\"code\":\"A\"}",
          "{\"type\":\"A\",\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("a", "b")),
    ERROR("detail-wrong-types", "the usable members of the detail are kept", 400,
          "{\"detail\":{\"codeErrors\":[null,5,{\"location\":{\"line\":\"1\","
          "\"column\":1.0,"
          "\"span\":2147483648}},{\"value\":\"v\",\"location\":[]}]}}",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"detail\":"
          "{\"codeErrors\":[{\"location\":{}},{\"value\":\"v\"}]}}",
          HEADER("a", "b")),
    ERROR("detail-integers", "the bounds of 32 bits, and minus zero", 400,
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

    UNREAD("error-html", "the message is the whole page that a proxy sent", 503,
           DSI_E_SYNTAX, 0, "<html>Service Unavailable</html>",
           "{\"status\":503,\"fault\":\"server\",\"class\":\"transient\","
           "\"message\":\"<html>Service Unavailable</html>\""
           ",\"unread\":{\"code\":\"DSI_E_SYNTAX\",\"offset\":0}}",
           HEADER("content-type", "text/html")),
    UNREAD("plain-text", "plain text is the message, and the header has the type", 500,
           DSI_E_SYNTAX, 0, "upstream gone\n",
           "{\"type\":\"Gone\",\"status\":500,\"fault\":\"server\",\"class\":"
           "\"transient\","
           "\"message\":\"upstream gone\\n\""
           ",\"unread\":{\"code\":\"DSI_E_SYNTAX\",\"offset\":0}}",
           HEADER("x-amzn-errortype", "Gone")),
    ERROR("no-body", "an empty body is allowed", 504, "",
          "{\"status\":504,\"fault\":\"server\",\"class\":\"transient\"}",
          HEADER("a", "b")),
    UNREAD("cut-json",
           "a truncated body becomes the message; none of its members is used", 500,
           DSI_E_TRUNCATED, 24, "{\"code\":\"A\",\"message\":\"m",
           "{\"status\":500,\"fault\":\"server\",\"class\":\"transient\","
           "\"message\":\"{\\\"code\\\":\\\"A\\\",\\\"message\\\":\\\"m\""
           ",\"unread\":{\"code\":\"DSI_E_TRUNCATED\",\"offset\":24}}",
           HEADER("a", "b")),
    UNREAD(
        "json-array", "JSON that is not an object becomes the message", 502,
        DSI_E_NOT_OBJECT, 0, "[1]",
        "{\"status\":502,\"fault\":\"server\",\"class\":\"transient\",\"message\":\"["
        "1]\""
        ",\"unread\":{\"code\":\"DSI_E_NOT_OBJECT\",\"offset\":0}}",
        HEADER("a", "b")),
    UNREAD("half-pair",
           "half a surrogate pair is not JSON: the body becomes the message", 400,
           DSI_E_SURROGATE, 12, "{\"message\":\"\\ud800\"}",
           "{\"status\":400,\"fault\":\"client\",\"class\":\"client\","
           "\"message\":\"{\\\"message\\\":\\\"\\\\ud800\\\"}\""
           ",\"unread\":{\"code\":\"DSI_E_SURROGATE\",\"offset\":12}}",
           HEADER("a", "b")),
    UNREAD("not-utf8", "the message ends before the first byte that is not UTF-8", 400,
           DSI_E_SYNTAX, 0, "caf\xe9 au lait",
           "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"message\":"
           "\"caf\""
           ",\"unread\":{\"code\":\"DSI_E_SYNTAX\",\"offset\":0}}",
           HEADER("a", "b")),
    ERROR("redirect", "a status that is not 2xx never has an output", 302, "",
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
     .why = "the text has exactly max_bytes",
     .message = "start-response",
     .status = 502,
     .options = {.limits = {.max_bytes = 11}},
     .bytes = TEXT_ROW("Bad Gateway"),
     .code = DSI_E_SYNTAX,
     .output = UNTYPED("502", TRANSIENT, "Bad Gateway", "DSI_E_SYNTAX", "0")},
    {.name = "raw-over-max-bytes",
     .why = "a longer text is kept up to the limit, in whatever chunks it comes",
     .message = "start-response",
     .status = 502,
     .options = {.limits = {.max_bytes = 10}},
     .bytes = TEXT_ROW("Bad Gateway, and more"),
     .code = DSI_E_SYNTAX,
     .output = UNTYPED("502", TRANSIENT, "Bad Gatewa", "DSI_E_SYNTAX", "0")},
    {.name = "json-over-max-bytes",
     .why = "JSON over the limit: the status is kept, and no member is used",
     .message = "start-response",
     .status = 503,
     .options = {.limits = {.max_bytes = 18}},
     .bytes = TEXT_ROW("{\"code\":\"SlowDown\",\"message\":\"m\"}"),
     .code = DSI_E_MAX_BYTES,
     .offset = 18,
     .output = UNTYPED("503", TRANSIENT, "{\\\"code\\\":\\\"SlowDown\\\"",
                       "DSI_E_MAX_BYTES", "18")},
    ERROR("type-cut-by-finish", "a second finish does not shorten the type again", 400,
          "{\"__type\":\"ThrottlingException:http://x\"}",
          "{\"type\":\"ThrottlingException\",\"status\":400,\"fault\":\"client\","
          "\"class\":\"throttle\"}",
          HEADER("a", "b")),
    ERROR("request-id-empty", "an empty header does not hide the older name's", 404, "",
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
    UNREAD("error-duplicate", "using one of two would be a guess, so neither is used",
           400, DSI_E_DUPLICATE, 15, "{\"message\":\"a\",\"message\":\"b\"}",
           UNTYPED("400", CLIENT,
                   "{\\\"message\\\":\\\"a\\\",\\\"message\\\":\\\"b\\\"}",
                   "DSI_E_DUPLICATE", "15"),
           HEADER("a", "b")),
    UNREAD("error-duplicate-503", "the error can still be retried", 503,
           DSI_E_DUPLICATE, 15, "{\"message\":\"a\",\"message\":\"b\"}",
           UNTYPED("503", TRANSIENT,
                   "{\\\"message\\\":\\\"a\\\",\\\"message\\\":\\\"b\\\"}",
                   "DSI_E_DUPLICATE", "15"),
           HEADER("a", "b")),
    UNREAD("error-duplicate-type", "the type of such a body is also not used", 400,
           DSI_E_DUPLICATE, 21, "{\"__type\":\"SlowDown\",\"__type\":\"A\"}",
           UNTYPED("400", CLIENT,
                   "{\\\"__type\\\":\\\"SlowDown\\\",\\\"__type\\\":\\\"A\\\"}",
                   "DSI_E_DUPLICATE", "21"),
           HEADER("a", "b")),
    UNREAD("error-duplicate-header", "the type of the header is used", 400,
           DSI_E_DUPLICATE, 15, "{\"message\":\"a\",\"message\":\"b\"}",
           "{\"type\":\"SlowDown\",\"status\":400,\"fault\":\"client\",\"class\":"
           "\"throttle\",\"message\":\"{\\\"message\\\":\\\"a\\\",\\\"message\\\":"
           "\\\"b\\\"}"
           "\",\"requestId\":\"r\",\"unread\":{\"code\":\"DSI_E_DUPLICATE\",\"offset\":"
           "15}}",
           HEADER("x-amzn-errortype", "SlowDown"), HEADER("x-amzn-requestid", "r")),
    UNREAD("error-duplicate-inside", "a member twice, at any depth", 400,
           DSI_E_DUPLICATE, 41,
           "{\"detail\":{\"codeErrors\":[{},{\"value\":\"a\",\"value\":\"b\"}]}}",
           UNTYPED("400", CLIENT,
                   "{\\\"detail\\\":{\\\"codeErrors\\\":[{},{\\\"value\\\":\\\"a\\\","
                   "\\\"value\\\":\\\"b\\\"}]}}",
                   "DSI_E_DUPLICATE", "41"),
           HEADER("a", "b")),
    {.name = "error-depth",
     .why = "limits apply to the body of an error; its status is kept",
     .message = "start-response",
     .status = 400,
     .options = {.limits = {.max_depth = 2}},
     .bytes = TEXT_ROW("{\"detail\":{\"codeErrors\":[]}}"),
     .code = DSI_E_MAX_DEPTH,
     .offset = 24,
     .output = UNTYPED("400", CLIENT, "{\\\"detail\\\":{\\\"codeErrors\\\":[]}}",
                       "DSI_E_MAX_DEPTH", "24")},
    {.name = "error-token",
     .why = "a string over the limit ends the parsing, but not the answer",
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
    UNREAD("error-gzip", "the body is not text; the status is kept", 503, DSI_E_SYNTAX,
           0, "\x1f\x8b\x08",
           "{\"status\":503,\"fault\":\"server\",\"class\":\"transient\","
           "\"unread\":{\"code\":\"DSI_E_SYNTAX\",\"offset\":0}}",
           HEADER("a", "b")),
    UNREAD("error-control", "the message ends before a control character", 503,
           DSI_E_SYNTAX, 0, "a\tb\r\n\x1b[31mc",
           UNTYPED("503", TRANSIENT, "a\\tb\\r\\n", "DSI_E_SYNTAX", "0"),
           HEADER("a", "b")),
    UNREAD("error-del", "DEL is a control character", 503, DSI_E_SYNTAX, 0, "a\x7f",
           UNTYPED("503", TRANSIENT, "a", "DSI_E_SYNTAX", "0"), HEADER("a", "b")),
    ERROR("error-white-space",
          "white space alone counts as an empty body, not a truncated one", 403,
          " \r\n\t",
          "{\"status\":403,\"fault\":\"client\",\"class\":\"auth\",\"message\":\"h\"}",
          HEADER("x-amzn-error-message", "h")),
    UNREAD("error-binary", "the body has no text, so the header has the message", 503,
           DSI_E_SYNTAX, 0, "\xff\xfe{\0",
           "{\"status\":503,\"fault\":\"server\",\"class\":\"transient\",\"message\":"
           "\"h\","
           "\"unread\":{\"code\":\"DSI_E_SYNTAX\",\"offset\":0}}",
           HEADER("x-amzn-error-message", "h")),

    ERROR("type-list", "a header sent twice is a list: its first element is used", 400,
          "{}",
          "{\"type\":\"ThrottlingException\",\"status\":400,\"fault\":\"client\","
          "\"class\":\"throttle\"}",
          HEADER("x-amzn-errortype", "ThrottlingException,BadRequestException")),
    ERROR("type-list-empty", "an empty first element is not a type: the body has it",
          400, "{\"code\":\"A\"}",
          "{\"type\":\"A\",\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("x-amzn-errortype", " ,BadRequestException")),
    ERROR("type-capital-code", "Code is read, as Message is", 400,
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
    ERROR("type-not-a-token",
          "a type with a line end could split a response that repeats it", 400,
          "{\"__type\":\"X\\r\\n\\r\\n<script>\"}",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("a", "b")),
    ERROR("type-two-lines", "the next line is not part of the value", 400, "{}",
          "{\"type\":\"SlowDown\",\"status\":400,\"fault\":\"client\",\"class\":"
          "\"throttle\",\"requestId\":\"r\"}",
          HEADER("x-amzn-errortype", "SlowDown\r\nx-amzn-errortype: B"),
          HEADER("x-amzn-requestid", "r\nx: y")),
    ERROR("value-nul", "bytes after NUL are not part of the value", 400, "{}",
          "{\"type\":\"A\",\"status\":400,\"fault\":\"client\",\"class\":\"client\","
          "\"requestId\":\"r\"}",
          HEADER("x-amzn-errortype", "A\0B"), HEADER("x-amzn-requestid", "r\0s")),
    ERROR("value-cr", "a CR alone ends a value", 400, "{}",
          "{\"type\":\"A\",\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("x-amzn-errortype", "A\rB")),
    ERROR("request-id-list", "a request id sent twice: its first element is used", 404,
          "",
          "{\"status\":404,\"fault\":\"client\",\"class\":\"client\",\"requestId\":"
          "\"r\"}",
          HEADER("x-amzn-requestid", "r , s")),
    ERROR("request-id-list-empty",
          "an empty first element does not hide the older name's", 404, "",
          "{\"status\":404,\"fault\":\"client\",\"class\":\"client\",\"requestId\":"
          "\"o\"}",
          HEADER("x-amzn-requestid", ", s"), HEADER("x-amz-request-id", "o")),
    ERROR("message-header", "the body is empty, so the header has the message", 400, "",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"message\":"
          "\"Bad, very bad\"}",
          HEADER("X-Amzn-Error-Message", " Bad, very bad ")),
    ERROR(
        "message-header-last", "the body's message is preferred to the header's", 400,
        "{\"errorMessage\":\"b\"}",
        "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"message\":\"b\"}",
        HEADER("x-amzn-error-message", "h")),
    UNREAD("message-header-text", "the body's text is also preferred", 400,
           DSI_E_NOT_OBJECT, 0, "text",
           UNTYPED("400", CLIENT, "text", "DSI_E_NOT_OBJECT", "0"),
           HEADER("x-amzn-error-message", "h")),
    ERROR("message-header-empty", "an empty header is no message", 400, "",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("x-amzn-error-message", " ")),
    ERROR("message-header-not-utf8", "a header that is not UTF-8 is ignored", 400, "",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("x-amzn-error-message", "caf\xe9")),
    ERROR("status-600", "a status over 599 counts as 5xx, and is kept", 600, "{}",
          "{\"status\":600,\"fault\":\"server\",\"class\":\"server\"}",
          HEADER("a", "b")),
    ERROR("status-999", "the largest status that a head can have", 999, "",
          "{\"status\":999,\"fault\":\"server\",\"class\":\"server\"}",
          HEADER("a", "b")),
    ERROR("retry-after-ms", "AWS's hint in milliseconds is preferred", 503, "{}",
          "{\"status\":503,\"fault\":\"server\",\"class\":\"transient\","
          "\"retryAfterMs\":1500}",
          HEADER("x-amz-retry-after", "1500"), HEADER("Retry-After", "7")),
    ERROR("retry-after", "HTTP's hint is in seconds", 429, "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\","
          "\"retryAfterMs\":7000}",
          HEADER("Retry-After", " 007\r\n")),
    ERROR("retry-after-zero", "0 is a valid hint", 429, "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\","
          "\"retryAfterMs\":0}",
          HEADER("retry-after", "0")),
    ERROR("retry-after-list", "a hint sent twice: its first element is used", 429, "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\","
          "\"retryAfterMs\":5000}",
          HEADER("retry-after", "5, 9")),
    ERROR("retry-after-date", "a date is ignored, because dsi has no clock", 429, "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\"}",
          HEADER("retry-after", "Fri, 31 Dec 1999 23:59:59 GMT")),
    ERROR("retry-after-sign",
          "a hint that is not a number is ignored, and the other header is used", 429,
          "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\","
          "\"retryAfterMs\":2000}",
          HEADER("x-amz-retry-after", "-1"), HEADER("retry-after", "2")),
    ERROR("retry-after-fraction", "a fraction is ignored", 429, "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\"}",
          HEADER("retry-after", "1.5"), HEADER("x-amz-retry-after", "0x10")),
    ERROR("retry-after-most", "the most seconds whose milliseconds fit 64 bits", 429,
          "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\","
          "\"retryAfterMs\":9223372036854775000}",
          HEADER("retry-after", "9223372036854775")),
    ERROR("retry-after-over", "one second more is ignored", 429, "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\"}",
          HEADER("retry-after", "9223372036854776")),
    ERROR("retry-after-ms-most", "the most milliseconds that fit 64 bits", 429, "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\","
          "\"retryAfterMs\":9223372036854775807}",
          HEADER("x-amz-retry-after", "9223372036854775807")),
    ERROR("retry-after-ms-over", "one millisecond more is ignored", 429, "{}",
          "{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\"}",
          HEADER("x-amz-retry-after", "9223372036854775808")),
    ERROR("retry-after-redirect", "a redirect may also have a hint", 300, "{}",
          "{\"status\":300,\"fault\":\"client\",\"class\":\"client\","
          "\"retryAfterMs\":1000}",
          HEADER("retry-after", "1")),
};

const vector_list vectors_answer = {.items = rows, .count = COUNT(rows)};
