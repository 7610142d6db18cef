/*
 * Error answers: dumps of real ones, documented ones, and what a hostile or broken
 * front end may say. An error answer is never a decode failure for want of JSON.
 */
#include "tests/codec/outcome.h"

#define HEADER(key, text)                                                              \
    {                                                                                  \
        .name = TEXT_ROW(key), .value = TEXT_ROW(text)                                 \
    }

#define ERROR(id, reason, http_status, text, expected, ...)                            \
    {                                                                                  \
        .name = (id), .why = (reason), .kind = ANSWER, .status = (http_status),        \
        .bytes = TEXT_ROW(text), .output = (expected), .headers = {                    \
            __VA_ARGS__                                                                \
        }                                                                              \
    }
#define BAD(id, reason, http_status, text, error, at, where)                           \
    {                                                                                  \
        .name = (id), .why = (reason), .kind = ANSWER, .status = (http_status),        \
        .bytes = TEXT_ROW(text), .code = (error), .offset = (at), .path = (where)      \
    }

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

    ERROR("error-html", "a proxy's page is its own message", 503,
          "<html>Service Unavailable</html>",
          "{\"status\":503,\"fault\":\"server\",\"class\":\"transient\","
          "\"message\":\"<html>Service Unavailable</html>\"}",
          HEADER("content-type", "text/html")),
    ERROR("plain-text", "so is plain text, with the type of the header", 500,
          "upstream gone\n",
          "{\"type\":\"Gone\",\"status\":500,\"fault\":\"server\",\"class\":"
          "\"transient\","
          "\"message\":\"upstream gone\\n\"}",
          HEADER("x-amzn-errortype", "Gone")),
    ERROR("no-body", "nothing is a body, too", 504, "",
          "{\"status\":504,\"fault\":\"server\",\"class\":\"transient\"}",
          HEADER("a", "b")),
    ERROR("cut-json", "a body that was cut is text; what it said so far is not used",
          500, "{\"code\":\"A\",\"message\":\"m",
          "{\"status\":500,\"fault\":\"server\",\"class\":\"transient\","
          "\"message\":\"{\\\"code\\\":\\\"A\\\",\\\"message\\\":\\\"m\"}",
          HEADER("a", "b")),
    ERROR("json-array", "JSON, but no object: text", 502, "[1]",
          "{\"status\":502,\"fault\":\"server\",\"class\":\"transient\",\"message\":\"["
          "1]\"}",
          HEADER("a", "b")),
    ERROR("half-pair", "no JSON text: taken as it stands", 400,
          "{\"message\":\"\\ud800\"}",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\","
          "\"message\":\"{\\\"message\\\":\\\"\\\\ud800\\\"}\"}",
          HEADER("a", "b")),
    ERROR("not-utf8", "the message ends where the text does", 400, "caf\xe9 au lait",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"message\":"
          "\"caf\"}",
          HEADER("a", "b")),
    ERROR("redirect", "what is neither 2xx nor an error is not an output", 302, "",
          "{\"status\":302,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("a", "b")),
    {.name = "created",
     .why = "an emulator answers 201: any 2xx is an output",
     .kind = ANSWER,
     .status = 201,
     .bytes = TEXT_ROW("{\"introspectionId\":\"i\"}"),
     .output = "{\"introspectionId\":\"i\"}"},
    {.name = "strict-error",
     .why = "front ends add members of their own",
     .kind = ANSWER,
     .status = 400,
     .options = {.strict = true},
     .bytes = TEXT_ROW("{\"message\":\"m\",\"more\":1}"),
     .output = "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"message\":"
               "\"m\"}"},
    {.name = "raw-max-bytes",
     .why = "text is as long as may be",
     .kind = ANSWER,
     .status = 502,
     .options = {.limits = {.max_bytes = 11}},
     .bytes = TEXT_ROW("Bad Gateway"),
     .output = "{\"status\":502,\"fault\":\"server\",\"class\":\"transient\","
               "\"message\":\"Bad Gateway\"}"},
    {.name = "raw-over-max-bytes",
     .why = "text has a limit, too",
     .kind = ANSWER,
     .status = 502,
     .options = {.limits = {.max_bytes = 10}},
     .bytes = TEXT_ROW("Bad Gateway"),
     .code = DSI_E_MAX_BYTES,
     .offset = 10,
     .path = ""},
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
     .why = "a fault in an item is the item's, though it is not known yet what it is",
     .kind = ANSWER,
     .status = 400,
     .options = {.limits = {.max_token = 12}},
     .bytes = TEXT_ROW("{\"detail\":{\"codeErrors\":[{},\"aaaaaaaaaaaaaaaaaa\"]}}"),
     .code = DSI_E_MAX_TOKEN,
     .offset = 40,
     .path = "/detail/codeErrors/1"},
    {.name = "list-between-items",
     .why = "a fault between two items is the list's",
     .kind = ANSWER,
     .status = 400,
     .options = {.limits = {.max_bytes = 28}},
     .bytes = TEXT_ROW("{\"detail\":{\"codeErrors\":[{}, {}]}}"),
     .code = DSI_E_MAX_BYTES,
     .offset = 28,
     .path = "/detail/codeErrors"},
    BAD("list-in-item", "a fault in an item is that item's", 400,
        "{\"detail\":{\"codeErrors\":[null,{},{\"value\":\"a\",\"value\":\"b\"}]}}",
        DSI_E_DUPLICATE, 46, "/detail/codeErrors/2/value"),

    BAD("error-duplicate", "which one counts would be a guess", 400,
        "{\"message\":\"a\",\"message\":\"b\"}", DSI_E_DUPLICATE, 15, "/message"),
    BAD("error-duplicate-inside", "at any depth", 400,
        "{\"detail\":{\"codeErrors\":[{},{\"value\":\"a\",\"value\":\"b\"}]}}",
        DSI_E_DUPLICATE, 41, "/detail/codeErrors/1/value"),
    {.name = "error-depth",
     .why = "an error's JSON has limits, too",
     .kind = ANSWER,
     .status = 400,
     .options = {.limits = {.max_depth = 2}},
     .bytes = TEXT_ROW("{\"detail\":{\"codeErrors\":[]}}"),
     .code = DSI_E_MAX_DEPTH,
     .offset = 24,
     .path = "/detail/codeErrors"},
};

const vector_list vectors_answer = {.items = rows, .count = COUNT(rows)};
