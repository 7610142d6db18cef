/* dsi encode and decode, of get-responses that are not streamed. */
#include "tests/support.h"
#include "tests/tool/rows.h"

#define ENCODE "encode", "get-response"
#define FROM ENCODE, "--from", "-"
#define DECODE "decode", "get-response"

#define MODELS(models) "{\"introspectionResult\":{\"models\":[" models "]}}"

static const tool_row encode_rows[] = {
    {"no field",
     "the model requires no member",
     {ENCODE, "--from", "-"},
     .input = INPUT("{}"),
     .output = "{}"},
    {"all fields",
     "members are in the model's order",
     {ENCODE, "--detail", "d", "--status-text", "FAILED", "--introspection-id", "7"},
     .output = "{\"introspectionId\":\"7\",\"introspectionStatus\":\"FAILED\","
               "\"introspectionStatusDetail\":\"d\"}"},
    {"a status that the model does not list",
     "tests of clients need unknown values",
     {ENCODE, "--status-text=LATER", "--no-validate"},
     .output = "{\"introspectionStatus\":\"LATER\"}"},
    {"for a mock",
     "absent members are written as null",
     {ENCODE, "--nulls", "--from", "-"},
     .input = INPUT("{}"),
     .output = "{\"introspectionId\":null,\"introspectionStatus\":null,"
               "\"introspectionStatusDetail\":null,\"introspectionResult\":null}"},
    {"over HTTP",
     "a success",
     {ENCODE, "--http", "--introspection-id", "7"},
     .output = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
               "Content-Length: 23\r\n\r\n{\"introspectionId\":\"7\"}"},
    {"from JSON",
     "a field replaces the input's; unknown members and nulls are left out",
     {FROM, "--status-text", "SUCCESS"},
     .input = INPUT("{\"introspectionResult\":{\"x\":1,\"nextToken\":\"t\",\"models\":"
                    "[{\"sdl\":null,\"name\":\"m\"},null,{}]},\"introspectionStatus\":"
                    "\"PROCESSING\"}"),
     .output =
         "{\"introspectionStatus\":\"SUCCESS\",\"introspectionResult\":{\"models\":"
         "[{\"name\":\"m\"},{}],\"nextToken\":\"t\"}}",
     .words = "dsi: standard input: warning: '/introspectionResult/x' is not known\n"},
    {"from JSON, indented, for a mock",
     "indented and with nulls at every level",
     {FROM, "--pretty", "--nulls", "--http"},
     .input = INPUT(MODELS("{\"primaryKey\":{\"fields\":[\"a\"]}}")),
     .output = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
               "Content-Length: 391\r\n\r\n"
               "{\n"
               "  \"introspectionId\": null,\n"
               "  \"introspectionStatus\": null,\n"
               "  \"introspectionStatusDetail\": null,\n"
               "  \"introspectionResult\": {\n"
               "    \"models\": [\n"
               "      {\n"
               "        \"name\": null,\n"
               "        \"fields\": null,\n"
               "        \"primaryKey\": {\n"
               "          \"name\": null,\n"
               "          \"fields\": [\n"
               "            \"a\"\n"
               "          ]\n"
               "        },\n"
               "        \"indexes\": null,\n"
               "        \"sdl\": null\n"
               "      }\n"
               "    ],\n"
               "    \"nextToken\": null\n"
               "  }\n"
               "}\n"},
    {"a text that is not UTF-8",
     "responses are not validated, but their text must be UTF-8",
     {FROM, "--detail", "d\xff"},
     .input = INPUT(MODELS("{}")),
     .status = 3,
     .words = "dsi: encode: these bytes are not UTF-8 at byte 1 in "
              "'/introspectionStatusDetail'\n"},
    {"from JSON that does not decode",
     "the input must decode",
     {FROM},
     .input = INPUT(MODELS("{\"fields\":{}}")),
     .status = 3,
     .words =
         "dsi: standard input: the value has the wrong JSON type (expected an array, "
         "found an object) at line 1, column 45, byte 44 in "
         "'/introspectionResult/models/0/fields'\n"},
};

/* One table as the service describes it, with many nulls. */
#define TABLE                                                                          \
    "{\"name\":\"todos\",\"fields\":[{\"name\":\"id\",\"type\":{\"kind\":\"NonNull\"," \
    "\"name\":null,\"type\":{\"kind\":\"Scalar\",\"name\":\"Int\",\"type\":null,"      \
    "\"values\":null},\"values\":null},\"length\":0}],\"primaryKey\":{\"name\":"       \
    "\"PRIMARY_KEY\",\"fields\":[\"id\"]},\"indexes\":[],\"sdl\":null}"
#define TABLE_OUTPUT                                                                   \
    "{\"name\":\"todos\",\"fields\":[{\"name\":\"id\",\"type\":{\"kind\":\"NonNull\"," \
    "\"type\":{\"kind\":\"Scalar\",\"name\":\"Int\"}},\"length\":0}],\"primaryKey\":"  \
    "{\"name\":\"PRIMARY_KEY\",\"fields\":[\"id\"]},\"indexes\":[]}"

static const tool_row decode_rows[] = {
    {"as the service answers",
     "nulls are left out",
     {DECODE},
     .input = INPUT(
         "{\"introspectionId\":\"7\",\"introspectionResult\":{\"models\":[" TABLE
         "],\"nextToken\":null},\"introspectionStatus\":\"SUCCESS\","
         "\"introspectionStatusDetail\":null}\n"),
     .output = "{\"introspectionId\":\"7\",\"introspectionStatus\":\"SUCCESS\","
               "\"introspectionResult\":{\"models\":[" TABLE_OUTPUT "]}}\n"},
    {"byte by byte",
     "the result is the same as for the whole input",
     {DECODE, "--chunk", "1", "--status", "299"},
     .input = INPUT(MODELS(TABLE "," TABLE)),
     .output = MODELS(TABLE_OUTPUT "," TABLE_OUTPUT) "\n"},
    {"strict, and nothing unknown",
     "strict accepts known members",
     {DECODE, "--strict"},
     .input = INPUT(MODELS(TABLE)),
     .output = MODELS(TABLE_OUTPUT) "\n"},
    {"an empty list",
     "an empty list is not absent",
     {DECODE, "--json"},
     .input = INPUT(MODELS("")),
     .output = MODELS("") "\n"},
    {"null in lists",
     "dropped",
     {DECODE},
     .input = INPUT(
         MODELS("null,{\"indexes\":[null,{\"fields\":[\"a\",null,\"b\"]}]},null")),
     .output = MODELS("{\"indexes\":[{\"fields\":[\"a\",\"b\"]}]}") "\n"},
    {"64 bits",
     "both bounds of an int64",
     {DECODE},
     .input = INPUT(MODELS("{\"fields\":[{\"length\":9223372036854775807},"
                           "{\"length\":-9223372036854775808}]}")),
     .output = MODELS("{\"fields\":[{\"length\":9223372036854775807},"
                      "{\"length\":-9223372036854775808}]}") "\n"},
    {"processing",
     "an introspection that is running has no result",
     {DECODE},
     .input = INPUT(
         "{\"introspectionStatus\":\"PROCESSING\",\"introspectionResult\":null}"),
     .output = "{\"introspectionStatus\":\"PROCESSING\"}\n"},
    {"an empty answer",
     "with a status, an empty body is the same as {}",
     {DECODE, "--status", "200"},
     .output = "{}\n"},
    {"a service error",
     "header and status give type and class",
     {DECODE, "--status", "404", "--header", "X-Amzn-ErrorType: NotFoundException:"},
     .input = INPUT("{\"message\":\"no such id\"}"),
     .status = 4,
     .output = "{\"error\":{\"type\":\"NotFoundException\",\"status\":404,\"fault\":"
               "\"client\",\"class\":\"modelled\",\"message\":\"no such id\"}}\n"},
    {"an error that only Start has in the model",
     "the error's class follows from its status",
     {DECODE, "--status", "401", "--header", "x-amzn-errortype: UnauthorizedException"},
     .status = 4,
     .output =
         "{\"error\":{\"type\":\"UnauthorizedException\",\"status\":401,\"fault\":"
         "\"client\",\"class\":\"auth\"}}\n"},
    {"throttled by a front end",
     "a front end's answer is not a decode error",
     {DECODE, "--status", "429", "--json"},
     .input = INPUT("Too Many Requests"),
     .status = 4,
     .output = "{\"error\":{\"status\":429,\"fault\":\"client\",\"class\":\"throttle\","
               "\"message\":\"Too Many Requests\",\"unread\":{\"code\":"
               "\"DSI_E_SYNTAX\",\"offset\":0}}}\n"},
};

#define REPORT(code, offset, path, message)                                            \
    "{\"ok\":false,\"code\":\"" code "\",\"offset\":" offset ",\"path\":\"" path       \
    "\",\"message\":\"" message "\"}\n"

static const tool_row refusal_rows[] = {
    {"a boolean for a text, deep down",
     "the error is printed as JSON, and nothing else",
     {DECODE, "--json", "--chunk", "1"},
     .input = INPUT(MODELS("{},{\"primaryKey\":{\"fields\":[\"a\",true]}}")),
     .status = 3,
     .output = REPORT("DSI_E_TYPE", "66",
                      "/introspectionResult/models/1/primaryKey/fields/1",
                      "the value has the wrong JSON type (expected a string, found a "
                      "boolean) at line 1, column 67, byte 66 in "
                      "'/introspectionResult/models/1/primaryKey/fields/1'")},
    {"an unknown member of a model",
     "strictly",
     {DECODE, "--strict"},
     .input = INPUT(MODELS("{\"x\":1}")),
     .status = 3,
     .words = "dsi: standard input: the member is not known at line 1, column 36, byte "
              "35 in "
              "'/introspectionResult/models/0'\n"},
    {"models twice",
     "using one of two would be a guess",
     {DECODE},
     .input = INPUT("{\"introspectionResult\":{\"models\":[],\"models\":[]}}"),
     .status = 3,
     .words = "dsi: standard input: the member is given twice at line 1, column 37, "
              "byte 36 in "
              "'/introspectionResult/models'\n"},
    {"a target",
     "only get-requests are targets",
     {DECODE},
     .input = INPUT("/v1/datasources/introspections/7"),
     .status = 3,
     .words = "dsi: standard input: this byte is not allowed here at line 1, column 1, "
              "byte 0: found '/'\n"},
    {"cut short",
     "a truncated message must not pass for a whole one",
     {DECODE},
     .input = INPUT("{\"introspectionResult\":{\"models\":[{\"name\":\"m\"},"),
     .status = 3,
     .words = "dsi: standard input: the message ends too early at line 1, column 48, "
              "byte 47 in "
              "'/introspectionResult/models'\n"},
};

START_TEST(encodes)
{
    check_row(&encode_rows[_i]);
}
END_TEST

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

SUITE(get_response)
{
    Suite *suite = suite_create("tool/get-response");

    add_rows(suite, "encodes", encodes, COUNT(encode_rows));
    add_rows(suite, "decodes", decodes, COUNT(decode_rows));
    add_rows(suite, "refuses", refuses, COUNT(refusal_rows));
    return suite;
}
