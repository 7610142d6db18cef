/*
 * The developer guide's answer, which is the only real body that is published; and the
 * service errors of Get.
 */
#include "tests/codec/outcome.h"

static const char guide[] =
    "{\n"
    "  \"introspectionId\": \"a1234567-8910-abcd-efgh-identifier\",\n"
    "  \"introspectionStatus\": \"SUCCESS\",\n"
    "  \"introspectionStatusDetail\": null,\n"
    "  \"introspectionResult\": {\n"
    "    \"models\": [\n"
    "      {\n"
    "        \"name\": \"todos\",\n"
    "        \"fields\": [\n"
    "          {\n"
    "            \"name\": \"description\",\n"
    "            \"type\": {\n"
    "              \"kind\": \"Scalar\",\n"
    "              \"name\": \"String\",\n"
    "              \"type\": null,\n"
    "              \"values\": null\n"
    "            },\n"
    "            \"length\": 0\n"
    "          },\n"
    "          {\n"
    "            \"name\": \"due\",\n"
    "            \"type\": {\n"
    "              \"kind\": \"Scalar\",\n"
    "              \"name\": \"AWSDateTime\",\n"
    "              \"type\": null,\n"
    "              \"values\": null\n"
    "            },\n"
    "            \"length\": 0\n"
    "          },\n"
    "          {\n"
    "            \"name\": \"id\",\n"
    "            \"type\": {\n"
    "              \"kind\": \"NonNull\",\n"
    "              \"name\": null,\n"
    "              \"type\": {\n"
    "                \"kind\": \"Scalar\",\n"
    "                \"name\": \"Int\",\n"
    "                \"type\": null,\n"
    "                \"values\": null\n"
    "              },\n"
    "              \"values\": null\n"
    "            },\n"
    "            \"length\": 0\n"
    "          },\n"
    "          {\n"
    "            \"name\": \"createdAt\",\n"
    "            \"type\": {\n"
    "              \"kind\": \"Scalar\",\n"
    "              \"name\": \"AWSDateTime\",\n"
    "              \"type\": null,\n"
    "              \"values\": null\n"
    "            },\n"
    "            \"length\": 0\n"
    "          }\n"
    "        ],\n"
    "        \"primaryKey\": {\n"
    "          \"name\": \"PRIMARY_KEY\",\n"
    "          \"fields\": [\n"
    "            \"id\"\n"
    "          ]\n"
    "        },\n"
    "        \"indexes\": [],\n"
    "        \"sdl\": \"type todos\\n{\\ndescription: String\\n\\ndue: "
    "AWSDateTime\\n\\nid: Int!\\n\\ncreatedAt: AWSDateTime\\n}\\n\"\n"
    "      }\n"
    "    ],\n"
    "    \"nextToken\": null\n"
    "  }\n"
    "}\n";

/* The same answer without white space, as a mock writes it. */
static const char guide_compact[] =
    "{\"introspectionId\":\"a1234567-8910-abcd-efgh-identifier\","
    "\"introspectionStatus\":\"SUCCESS\",\"introspectionStatusDetail\":null,"
    "\"introspectionResult\":{\"models\":[{\"name\":\"todos\","
    "\"fields\":[{\"name\":\"description\",\"type\":{\"kind\":\"Scalar\","
    "\"name\":\"String\",\"type\":null,\"values\":null},\"length\":0},"
    "{\"name\":\"due\",\"type\":{\"kind\":\"Scalar\",\"name\":\"AWSDateTime\","
    "\"type\":null,\"values\":null},\"length\":0},{\"name\":\"id\","
    "\"type\":{\"kind\":\"NonNull\",\"name\":null,"
    "\"type\":{\"kind\":\"Scalar\",\"name\":\"Int\",\"type\":null,"
    "\"values\":null},\"values\":null},\"length\":0},{\"name\":\"createdAt\","
    "\"type\":{\"kind\":\"Scalar\",\"name\":\"AWSDateTime\",\"type\":null,"
    "\"values\":null},\"length\":0}],\"primaryKey\":{\"name\":\"PRIMARY_KEY\","
    "\"fields\":[\"id\"]},\"indexes\":[],"
    "\"sdl\":\"type todos\\n{\\ndescription: String\\n\\ndue: AWSDateTime\\n\\nid: "
    "Int!\\n\\ncreatedAt: AWSDateTime\\n}\\n\"}],"
    "\"nextToken\":null}}";

/* The same answer without its nulls. */
static const char guide_output[] =
    "{\"introspectionId\":\"a1234567-8910-abcd-efgh-identifier\","
    "\"introspectionStatus\":\"SUCCESS\","
    "\"introspectionResult\":{\"models\":[{\"name\":\"todos\","
    "\"fields\":[{\"name\":\"description\",\"type\":{\"kind\":\"Scalar\","
    "\"name\":\"String\"},\"length\":0},{\"name\":\"due\","
    "\"type\":{\"kind\":\"Scalar\",\"name\":\"AWSDateTime\"},\"length\":0},"
    "{\"name\":\"id\",\"type\":{\"kind\":\"NonNull\","
    "\"type\":{\"kind\":\"Scalar\",\"name\":\"Int\"}},\"length\":0},"
    "{\"name\":\"createdAt\",\"type\":{\"kind\":\"Scalar\","
    "\"name\":\"AWSDateTime\"},\"length\":0}],"
    "\"primaryKey\":{\"name\":\"PRIMARY_KEY\",\"fields\":[\"id\"]},"
    "\"indexes\":[],"
    "\"sdl\":\"type todos\\n{\\ndescription: String\\n\\ndue: AWSDateTime\\n\\nid: "
    "Int!\\n\\ncreatedAt: AWSDateTime\\n}\\n\"}]}}";

#define HEADER(key, text)                                                              \
    {                                                                                  \
        .name = TEXT_ROW(key), .value = TEXT_ROW(text)                                 \
    }

#define ERROR(id, reason, http_status, text, expected, ...)                            \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "get-response",                      \
        .status = (http_status), .bytes = TEXT_ROW(text), .output = (expected),        \
        .headers = {                                                                   \
            __VA_ARGS__                                                                \
        }                                                                              \
    }

static const vector rows[] = {
    {.name = "get-guide",
     .why = "the developer guide's answer, byte for byte",
     .message = "get-response",
     .bytes = TEXT_ROW(guide),
     .output = guide_output},
    {.name = "get-guide-compact",
     .why = "the guide's answer on one line",
     .message = "get-response",
     .bytes = TEXT_ROW(guide_compact),
     .output = guide_output},
    {.name = "get-guide-strict",
     .why = "strict: the model lists every member of the guide's answer",
     .message = "get-response",
     .bytes = TEXT_ROW(guide_compact),
     .options = {.strict = true},
     .output = guide_output},
    {.name = "get-guide-created",
     .why = "any 2xx is an output",
     .message = "get-response",
     .status = 201,
     .bytes = TEXT_ROW(guide_output),
     .output = guide_output},

    ERROR("get-error-not-found", "a modelled error", 404,
          "{\"message\":\"No such introspection\"}",
          "{\"type\":\"NotFoundException\",\"status\":404,\"fault\":\"client\","
          "\"class\":\"modelled\",\"message\":\"No such introspection\",\"requestId\":"
          "\"r\"}",
          HEADER("x-amzn-errortype", "NotFoundException"),
          HEADER("x-amzn-requestid", "r")),
    ERROR(
        "get-error-bad-request", "a modelled error with all its members", 400,
        "{\"__type\":\"BadRequestException\",\"message\":\"m\",\"reason\":"
        "\"CODE_ERROR\",\"detail\":{\"codeErrors\":[null,{\"location\":{\"line\":1}}]}"
        "}",
        "{\"type\":\"BadRequestException\",\"status\":400,\"fault\":\"client\","
        "\"class\":\"modelled\",\"message\":\"m\",\"reason\":\"CODE_ERROR\",\"detail\":"
        "{\"codeErrors\":[{\"location\":{\"line\":1}}]}}",
        HEADER("date", "x")),
    ERROR("get-error-unauthorized", "only Start models this error, so its name decides",
          401, "{}",
          "{\"type\":\"UnauthorizedException\",\"status\":401,\"fault\":\"client\","
          "\"class\":\"auth\"}",
          HEADER("x-amzn-errortype", "UnauthorizedException")),
    ERROR("get-error-throttled", "a client that polls must expect to be throttled", 429,
          "{\"message\":\"Too Many Requests\"}",
          "{\"type\":\"TooManyRequestsException\",\"status\":429,\"fault\":\"client\","
          "\"class\":\"throttle\",\"message\":\"Too Many Requests\"}",
          HEADER("x-amzn-errortype", "TooManyRequestsException")),
    {.name = "get-error-html",
     .why = "the message is the whole page that a proxy sent",
     .message = "get-response",
     .status = 503,
     .bytes = TEXT_ROW("<html>"),
     .code = DSI_E_SYNTAX,
     .output =
         "{\"status\":503,\"fault\":\"server\",\"class\":\"transient\",\"message\":"
         "\"<html>\",\"unread\":{\"code\":\"DSI_E_SYNTAX\",\"offset\":0}}"},
    ERROR("get-error-no-body", "an empty body is allowed", 500, "",
          "{\"status\":500,\"fault\":\"server\",\"class\":\"transient\"}",
          HEADER("date", "x")),
    ERROR("get-error-with-models", "an error has no models, whatever its body says",
          400,
          "{\"introspectionResult\":{\"models\":[{\"name\":\"no\"}]},\"models\":[{}]}",
          "{\"status\":400,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("date", "x")),
    ERROR("get-error-is-an-output", "a redirect with an output's body is an error", 302,
          "{\"introspectionResult\":{\"models\":[{\"name\":\"no\"}]}}",
          "{\"status\":302,\"fault\":\"client\",\"class\":\"client\"}",
          HEADER("date", "x")),
};

const vector_list vectors_get_guide = {.items = rows, .count = COUNT(rows)};
