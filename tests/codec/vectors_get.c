/* Answers of Get that decode: nulls, lists, orders, unknown members, integers. */
#include "tests/codec/outcome.h"

#define RESULT(text) "{\"introspectionResult\":{" text "}}"
#define MODELS(text) RESULT("\"models\":[" text "]")
#define FIELDS(text) MODELS("{\"fields\":[" text "]}")
#define TYPE(text) FIELDS("{\"type\":" text "}")
#define LENGTH(text) FIELDS("{\"length\":" text "}")

#define GOOD(id, reason, text, expected)                                               \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "get-response",                      \
        .bytes = TEXT_ROW(text), .output = (expected)                                  \
    }
/* A list from which no model was handed over is absent, if streamed: `otherwise`. */
#define NO_MODELS(id, reason, text, expected, otherwise)                               \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "get-response",                      \
        .bytes = TEXT_ROW(text), .output = (expected), .other = (otherwise)            \
    }

static const vector rows[] = {
    GOOD("get-processing", "an introspection that is running has no result",
         "{\"introspectionId\":\"i\",\"introspectionStatus\":\"PROCESSING\","
         "\"introspectionStatusDetail\":null,\"introspectionResult\":null}",
         "{\"introspectionId\":\"i\",\"introspectionStatus\":\"PROCESSING\"}"),
    GOOD("get-failed", "the detail says why",
         "{\"introspectionStatus\":\"FAILED\",\"introspectionStatusDetail\":\"no "
         "access\"}",
         "{\"introspectionStatus\":\"FAILED\",\"introspectionStatusDetail\":\"no "
         "access\"}"),
    GOOD("get-unknown-status", "an enum value that dsi does not know is kept as text",
         "{\"introspectionStatus\":\"PAUSED\"}",
         "{\"introspectionStatus\":\"PAUSED\"}"),
    GOOD("get-empty-body", "no body is the same as {}", "", "{}"),
    GOOD("get-empty-object", "no member is required", "{}", "{}"),
    GOOD("get-all-null", "null is absent",
         "{\"introspectionId\":null,\"introspectionStatus\":null,"
         "\"introspectionStatusDetail\":null,\"introspectionResult\":null}",
         "{}"),
    GOOD("get-nul", "U+0000 is allowed in a text",
         MODELS("{\"name\":\"a\\u0000b\",\"sdl\":\"\\u0000\"}"),
         MODELS("{\"name\":\"a\\u0000b\",\"sdl\":\"\\u0000\"}")),
    GOOD("get-text", "escapes are decoded, and encoded in their shortest form",
         MODELS("{\"name\":\"\\u0074\\ud83d\\udc4d\",\"sdl\":\"\\u000a\\/\\\"\"}"),
         MODELS("{\"name\":\"t\xf0\x9f\x91\x8d\",\"sdl\":\"\\n/\\\"\"}")),
    GOOD("get-white-space", "white space has no meaning",
         " {\r\n\"introspectionResult\" : {\t\"models\" : [ { \"name\" : \"a\" } , { "
         "}\n] } } \n",
         MODELS("{\"name\":\"a\"},{}")),
    GOOD("get-names-escaped", "names are decoded before they are compared",
         "{\"introspectionResul\\u0074\":{\"\\u006dodels\":[{\"n\\u0061me\":\"a\"}]}}",
         MODELS("{\"name\":\"a\"}")),

    GOOD("result-null", "null is absent", "{\"introspectionResult\":null}", "{}"),
    GOOD("result-empty", "empty is not absent", RESULT(""), RESULT("")),
    GOOD("result-token", "a page that is not the last", RESULT("\"nextToken\":\"t\""),
         RESULT("\"nextToken\":\"t\"")),
    GOOD("result-token-empty", "the decoder does not check constraints",
         RESULT("\"nextToken\":\"\""), RESULT("\"nextToken\":\"\"")),
    GOOD("models-null", "null is absent", RESULT("\"models\":null"), RESULT("")),
    NO_MODELS("models-empty", "empty is not absent", MODELS(""), MODELS(""),
              RESULT("")),
    NO_MODELS("models-of-nulls", "nulls are dropped, but the list is kept",
              MODELS("null,null,null"), MODELS(""), RESULT("")),
    NO_MODELS("models-empty-and-token", "a member after the list is found",
              RESULT("\"models\":[],\"nextToken\":\"t\""),
              RESULT("\"models\":[],\"nextToken\":\"t\""),
              RESULT("\"nextToken\":\"t\"")),
    GOOD("models-between-nulls", "nulls are dropped in any place",
         MODELS("null,{\"name\":\"a\"},null,null,{\"name\":\"b\"},null"),
         MODELS("{\"name\":\"a\"},{\"name\":\"b\"}")),
    GOOD("models-that-are-empty", "an empty model is a model", MODELS("{},{},{}"),
         MODELS("{},{},{}")),
    GOOD("models-all-null", "null is also absent in a model",
         MODELS("{\"name\":null,\"fields\":null,\"primaryKey\":null,\"indexes\":null,"
                "\"sdl\":null}"),
         MODELS("{}")),
    GOOD("models-all-empty", "empty is also not absent in a model",
         MODELS("{\"name\":\"\",\"fields\":[],\"primaryKey\":{},\"indexes\":[],"
                "\"sdl\":\"\"}"),
         MODELS("{\"name\":\"\",\"fields\":[],\"primaryKey\":{},\"indexes\":[],"
                "\"sdl\":\"\"}")),
    GOOD("models-many", "models keep their order",
         MODELS("{\"name\":\"0\"},{\"name\":\"1\"},{\"name\":\"2\"},{\"name\":\"3\"}"),
         MODELS("{\"name\":\"0\"},{\"name\":\"1\"},{\"name\":\"2\"},{\"name\":\"3\"}")),

    GOOD("token-before-models",
         "members are read in any order, and written in the model's",
         RESULT("\"nextToken\":\"t\",\"models\":[{\"name\":\"a\"}]"),
         RESULT("\"models\":[{\"name\":\"a\"}],\"nextToken\":\"t\"")),
    GOOD("result-before-status", "members after the models are found",
         "{\"introspectionResult\":{\"models\":[{\"name\":\"a\"}]},"
         "\"introspectionStatusDetail\":\"d\",\"introspectionStatus\":\"SUCCESS\","
         "\"introspectionId\":\"i\"}",
         "{\"introspectionId\":\"i\",\"introspectionStatus\":\"SUCCESS\","
         "\"introspectionStatusDetail\":\"d\",\"introspectionResult\":{\"models\":["
         "{\"name\":\"a\"}]}}"),
    GOOD("model-reversed", "every structure has its last member first",
         MODELS("{\"sdl\":\"s\",\"indexes\":[{\"fields\":[\"f\"],\"name\":\"x\"}],"
                "\"primaryKey\":{\"fields\":[\"k\"],\"name\":\"p\"},\"fields\":["
                "{\"length\":1,\"type\":{\"values\":[\"V\"],\"type\":{\"name\":\"n\"},"
                "\"name\":\"t\",\"kind\":\"K\"},\"name\":\"f\"}],\"name\":\"m\"}"),
         MODELS("{\"name\":\"m\",\"fields\":[{\"name\":\"f\",\"type\":{\"kind\":\"K\","
                "\"name\":\"t\",\"type\":{\"name\":\"n\"},\"values\":[\"V\"]},"
                "\"length\":1}],\"primaryKey\":{\"name\":\"p\",\"fields\":[\"k\"]},"
                "\"indexes\":[{\"name\":\"x\",\"fields\":[\"f\"]}],\"sdl\":\"s\"}")),

    GOOD("fields-nulls", "nulls are dropped, and the order is kept",
         FIELDS("null,{\"name\":\"a\"},null,{},null,{\"name\":\"b\"}"),
         FIELDS("{\"name\":\"a\"},{},{\"name\":\"b\"}")),
    GOOD("field-all-null", "null is absent",
         FIELDS("{\"name\":null,\"type\":null,\"length\":null}"), FIELDS("{}")),
    GOOD("type-empty", "empty is not absent", TYPE("{}"), TYPE("{}")),
    GOOD("type-all-null", "the service writes absent members as null",
         TYPE("{\"kind\":null,\"name\":null,\"type\":null,\"values\":null}"),
         TYPE("{}")),
    GOOD("type-in-types", "types nest: a NonNull list of NonNull numbers",
         TYPE("{\"kind\":\"NonNull\",\"type\":{\"kind\":\"List\",\"type\":{\"kind\":"
              "\"NonNull\",\"type\":{\"kind\":\"Scalar\",\"name\":\"Int\"}}}}"),
         TYPE("{\"kind\":\"NonNull\",\"type\":{\"kind\":\"List\",\"type\":{\"kind\":"
              "\"NonNull\",\"type\":{\"kind\":\"Scalar\",\"name\":\"Int\"}}}}")),
    GOOD("type-enum", "a kind that is not documented keeps its values",
         TYPE("{\"kind\":\"Enum\",\"name\":\"Color\",\"values\":[null,\"RED\",null,"
              "\"\",\"BLUE\"]}"),
         TYPE("{\"kind\":\"Enum\",\"name\":\"Color\",\"values\":[\"RED\",\"\","
              "\"BLUE\"]}")),
    GOOD("type-values-of-nulls", "all items are null, so the list is empty",
         TYPE("{\"values\":[null]}"), TYPE("{\"values\":[]}")),
    GOOD("indexes-nulls", "nulls are dropped, and the order is kept",
         MODELS("{\"indexes\":[null,{\"name\":\"a\",\"fields\":[null,\"x\",null,\"y\"]}"
                ",null,{\"fields\":[]},{\"fields\":null}]}"),
         MODELS("{\"indexes\":[{\"name\":\"a\",\"fields\":[\"x\",\"y\"]},"
                "{\"fields\":[]},{}]}")),

    GOOD("length-0", "0 is present, not absent", LENGTH("0"), LENGTH("0")),
    GOOD("length-minus-0", "is 0", LENGTH("-0"), LENGTH("0")),
    GOOD("length-largest", "INT64_MAX", LENGTH("9223372036854775807"),
         LENGTH("9223372036854775807")),
    GOOD("length-smallest", "INT64_MIN", LENGTH("-9223372036854775808"),
         LENGTH("-9223372036854775808")),
    GOOD("length-64-bits", "more than 32 bits", LENGTH("4294967296 "),
         LENGTH("4294967296")),

    GOOD("get-unknown-members",
         "unknown members are skipped at every level, whatever they hold",
         "{\"x\":{\"models\":[{}]},\"models\":[{\"name\":\"no\"}],"
         "\"introspectionResult\":{\"y\":[[{}]],\"models\":[{\"models\":[{\"name\":"
         "\"no\"}],\"fields\":[{\"z\":1,\"type\":{\"w\":[],\"kind\":\"K\"},\"kind\":2}]"
         ",\"indexes\":[{\"v\":{},\"name\":\"i\",\"length\":\"\"}],\"u\":true}],"
         "\"name\":3}}",
         MODELS("{\"fields\":[{\"type\":{\"kind\":\"K\"}}],\"indexes\":[{\"name\":"
                "\"i\"}]}")),
    GOOD("get-unknown-twice", "only known members must not repeat",
         MODELS("{\"x\":1,\"x\":2,\"name\":\"a\"}"), MODELS("{\"name\":\"a\"}")),
    GOOD("get-unknown-last", "an unknown number ends at the model's brace",
         MODELS("{\"name\":\"a\",\"x\":1},{\"x\":2}"), MODELS("{\"name\":\"a\"},{}")),
    GOOD("get-name-case", "names are case-sensitive", MODELS("{\"Name\":5,\"SDL\":[]}"),
         MODELS("{}")),
};

const vector_list vectors_get = {.items = rows, .count = COUNT(rows)};
