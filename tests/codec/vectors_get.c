/* Get's answers that are good: nulls, lists, orders, unknown members, integers. */
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
/* A list of models without one that was taken is absent. */
#define NONE(id, reason, text, expected, otherwise)                                    \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "get-response",                      \
        .bytes = TEXT_ROW(text), .output = (expected), .other = (otherwise)            \
    }

static const vector rows[] = {
    GOOD("get-processing", "there is no result yet",
         "{\"introspectionId\":\"i\",\"introspectionStatus\":\"PROCESSING\","
         "\"introspectionStatusDetail\":null,\"introspectionResult\":null}",
         "{\"introspectionId\":\"i\",\"introspectionStatus\":\"PROCESSING\"}"),
    GOOD("get-failed", "the detail says why",
         "{\"introspectionStatus\":\"FAILED\",\"introspectionStatusDetail\":\"no "
         "access\"}",
         "{\"introspectionStatus\":\"FAILED\",\"introspectionStatusDetail\":\"no "
         "access\"}"),
    GOOD("get-unknown-status", "newer enum values survive as text",
         "{\"introspectionStatus\":\"PAUSED\"}",
         "{\"introspectionStatus\":\"PAUSED\"}"),
    GOOD("get-empty-body", "no body is the same as {}", "", "{}"),
    GOOD("get-empty-object", "no member is required", "{}", "{}"),
    GOOD("get-all-null", "null is absent",
         "{\"introspectionId\":null,\"introspectionStatus\":null,"
         "\"introspectionStatusDetail\":null,\"introspectionResult\":null}",
         "{}"),
    GOOD("get-nul", "U+0000 is text like any other",
         MODELS("{\"name\":\"a\\u0000b\",\"sdl\":\"\\u0000\"}"),
         MODELS("{\"name\":\"a\\u0000b\",\"sdl\":\"\\u0000\"}")),
    GOOD("get-text", "escapes are decoded, and encoded as short as can be",
         MODELS("{\"name\":\"\\u0074\\ud83d\\udc4d\",\"sdl\":\"\\u000a\\/\\\"\"}"),
         MODELS("{\"name\":\"t\xf0\x9f\x91\x8d\",\"sdl\":\"\\n/\\\"\"}")),
    GOOD("get-blanks", "white space means nothing",
         " {\r\n\"introspectionResult\" : {\t\"models\" : [ { \"name\" : \"a\" } , { "
         "}\n] } } \n",
         MODELS("{\"name\":\"a\"},{}")),
    GOOD("get-names-escaped", "names are compared decoded",
         "{\"introspectionResul\\u0074\":{\"\\u006dodels\":[{\"n\\u0061me\":\"a\"}]}}",
         MODELS("{\"name\":\"a\"}")),

    GOOD("result-null", "null is absent", "{\"introspectionResult\":null}", "{}"),
    GOOD("result-empty", "empty is not absent", RESULT(""), RESULT("")),
    GOOD("result-token", "a page that is not the last", RESULT("\"nextToken\":\"t\""),
         RESULT("\"nextToken\":\"t\"")),
    GOOD("result-token-empty", "constraints are not the decoder's",
         RESULT("\"nextToken\":\"\""), RESULT("\"nextToken\":\"\"")),
    GOOD("models-null", "null is absent", RESULT("\"models\":null"), RESULT("")),
    NONE("models-empty", "empty is not absent", MODELS(""), MODELS(""), RESULT("")),
    NONE("models-of-nulls", "nulls are dropped, the list is not",
         MODELS("null,null,null"), MODELS(""), RESULT("")),
    NONE("models-empty-and-token", "what follows the list is found",
         RESULT("\"models\":[],\"nextToken\":\"t\""),
         RESULT("\"models\":[],\"nextToken\":\"t\""), RESULT("\"nextToken\":\"t\"")),
    GOOD("models-between-nulls", "in any place",
         MODELS("null,{\"name\":\"a\"},null,null,{\"name\":\"b\"},null"),
         MODELS("{\"name\":\"a\"},{\"name\":\"b\"}")),
    GOOD("models-that-are-empty", "a model of nothing is one", MODELS("{},{},{}"),
         MODELS("{},{},{}")),
    GOOD("models-all-null", "null is absent in a model, too",
         MODELS("{\"name\":null,\"fields\":null,\"primaryKey\":null,\"indexes\":null,"
                "\"sdl\":null}"),
         MODELS("{}")),
    GOOD("models-all-empty", "empty is not absent in a model, either",
         MODELS("{\"name\":\"\",\"fields\":[],\"primaryKey\":{},\"indexes\":[],"
                "\"sdl\":\"\"}"),
         MODELS("{\"name\":\"\",\"fields\":[],\"primaryKey\":{},\"indexes\":[],"
                "\"sdl\":\"\"}")),
    GOOD("models-many", "they keep their order",
         MODELS("{\"name\":\"0\"},{\"name\":\"1\"},{\"name\":\"2\"},{\"name\":\"3\"}"),
         MODELS("{\"name\":\"0\"},{\"name\":\"1\"},{\"name\":\"2\"},{\"name\":\"3\"}")),

    GOOD("token-before-models", "members come in any order, and go in the model's",
         RESULT("\"nextToken\":\"t\",\"models\":[{\"name\":\"a\"}]"),
         RESULT("\"models\":[{\"name\":\"a\"}],\"nextToken\":\"t\"")),
    GOOD("result-before-status", "what comes behind the models is found",
         "{\"introspectionResult\":{\"models\":[{\"name\":\"a\"}]},"
         "\"introspectionStatusDetail\":\"d\",\"introspectionStatus\":\"SUCCESS\","
         "\"introspectionId\":\"i\"}",
         "{\"introspectionId\":\"i\",\"introspectionStatus\":\"SUCCESS\","
         "\"introspectionStatusDetail\":\"d\",\"introspectionResult\":{\"models\":["
         "{\"name\":\"a\"}]}}"),
    GOOD("model-reversed", "every structure's last member first",
         MODELS("{\"sdl\":\"s\",\"indexes\":[{\"fields\":[\"f\"],\"name\":\"x\"}],"
                "\"primaryKey\":{\"fields\":[\"k\"],\"name\":\"p\"},\"fields\":["
                "{\"length\":1,\"type\":{\"values\":[\"V\"],\"type\":{\"name\":\"n\"},"
                "\"name\":\"t\",\"kind\":\"K\"},\"name\":\"f\"}],\"name\":\"m\"}"),
         MODELS("{\"name\":\"m\",\"fields\":[{\"name\":\"f\",\"type\":{\"kind\":\"K\","
                "\"name\":\"t\",\"type\":{\"name\":\"n\"},\"values\":[\"V\"]},"
                "\"length\":1}],\"primaryKey\":{\"name\":\"p\",\"fields\":[\"k\"]},"
                "\"indexes\":[{\"name\":\"x\",\"fields\":[\"f\"]}],\"sdl\":\"s\"}")),

    GOOD("fields-nulls", "dropped, the order stays",
         FIELDS("null,{\"name\":\"a\"},null,{},null,{\"name\":\"b\"}"),
         FIELDS("{\"name\":\"a\"},{},{\"name\":\"b\"}")),
    GOOD("field-all-null", "null is absent",
         FIELDS("{\"name\":null,\"type\":null,\"length\":null}"), FIELDS("{}")),
    GOOD("type-empty", "empty is not absent", TYPE("{}"), TYPE("{}")),
    GOOD("type-all-null", "as the service writes it",
         TYPE("{\"kind\":null,\"name\":null,\"type\":null,\"values\":null}"),
         TYPE("{}")),
    GOOD("type-in-types", "a required list of required numbers",
         TYPE("{\"kind\":\"NonNull\",\"type\":{\"kind\":\"List\",\"type\":{\"kind\":"
              "\"NonNull\",\"type\":{\"kind\":\"Scalar\",\"name\":\"Int\"}}}}"),
         TYPE("{\"kind\":\"NonNull\",\"type\":{\"kind\":\"List\",\"type\":{\"kind\":"
              "\"NonNull\",\"type\":{\"kind\":\"Scalar\",\"name\":\"Int\"}}}}")),
    GOOD("type-enum", "a kind that is not documented, and its values",
         TYPE("{\"kind\":\"Enum\",\"name\":\"Color\",\"values\":[null,\"RED\",null,"
              "\"\",\"BLUE\"]}"),
         TYPE("{\"kind\":\"Enum\",\"name\":\"Color\",\"values\":[\"RED\",\"\","
              "\"BLUE\"]}")),
    GOOD("type-values-of-nulls", "nothing is left of it but the list",
         TYPE("{\"values\":[null]}"), TYPE("{\"values\":[]}")),
    GOOD("indexes-nulls", "dropped, the order stays",
         MODELS("{\"indexes\":[null,{\"name\":\"a\",\"fields\":[null,\"x\",null,\"y\"]}"
                ",null,{\"fields\":[]},{\"fields\":null}]}"),
         MODELS("{\"indexes\":[{\"name\":\"a\",\"fields\":[\"x\",\"y\"]},"
                "{\"fields\":[]},{}]}")),

    GOOD("length-0", "set, though it is the default", LENGTH("0"), LENGTH("0")),
    GOOD("length-minus-0", "is 0", LENGTH("-0"), LENGTH("0")),
    GOOD("length-largest", "INT64_MAX", LENGTH("9223372036854775807"),
         LENGTH("9223372036854775807")),
    GOOD("length-smallest", "INT64_MIN", LENGTH("-9223372036854775808"),
         LENGTH("-9223372036854775808")),
    GOOD("length-64-bits", "more than 32", LENGTH("4294967296 "), LENGTH("4294967296")),

    GOOD("get-unknown-members", "skipped at every level, whatever they hold",
         "{\"x\":{\"models\":[{}]},\"models\":[{\"name\":\"no\"}],"
         "\"introspectionResult\":{\"y\":[[{}]],\"models\":[{\"models\":[{\"name\":"
         "\"no\"}],\"fields\":[{\"z\":1,\"type\":{\"w\":[],\"kind\":\"K\"},\"kind\":2}]"
         ",\"indexes\":[{\"v\":{},\"name\":\"i\",\"length\":\"\"}],\"u\":true}],"
         "\"name\":3}}",
         MODELS("{\"fields\":[{\"type\":{\"kind\":\"K\"}}],\"indexes\":[{\"name\":"
                "\"i\"}]}")),
    GOOD("get-unknown-twice", "only known members may not repeat",
         MODELS("{\"x\":1,\"x\":2,\"name\":\"a\"}"), MODELS("{\"name\":\"a\"}")),
    GOOD("get-unknown-last", "a number that the model's brace ends",
         MODELS("{\"name\":\"a\",\"x\":1},{\"x\":2}"), MODELS("{\"name\":\"a\"},{}")),
    GOOD("get-name-case", "names have case", MODELS("{\"Name\":5,\"SDL\":[]}"),
         MODELS("{}")),
};

const vector_list vectors_get = {.items = rows, .count = COUNT(rows)};
