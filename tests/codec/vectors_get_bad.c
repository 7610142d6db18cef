/*
 * Answers of Get that must be refused, one of each sort. test_shape.c has them at every
 * member. The number of an item in a path counts all items on the wire, nulls included.
 */
#include "tests/codec/outcome.h"

#define RESULT(text) "{\"introspectionResult\":{" text "}}"
#define MODELS(text) RESULT("\"models\":[" text "]")
#define FIELD(text) MODELS("{\"fields\":[{" text "}]}")

/* Offsets: of the first item of the models, and of the first member of a field. */
#define AT_MODELS (sizeof("{\"introspectionResult\":{\"models\":[") - 1)
#define AT_FIELD (AT_MODELS + sizeof("{\"fields\":[{") - 1)

#define BAD(id, reason, text, error, at, where)                                        \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "get-response",                      \
        .bytes = TEXT_ROW(text), .code = (error), .offset = (at), .path = (where)      \
    }
#define BAD_WITH(id, reason, text, error, at, where, ...)                              \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "get-response",                      \
        .bytes = TEXT_ROW(text), .code = (error), .offset = (at), .path = (where),     \
        .options = {                                                                   \
            __VA_ARGS__                                                                \
        }                                                                              \
    }

static const vector rows[] = {
    BAD("model-is-list", "an item must be an object, not a list", MODELS("{},[]"),
        DSI_E_TYPE, AT_MODELS + 3, "/introspectionResult/models/1"),
    BAD("model-is-text", "nulls count in an item's number",
        MODELS("null,{},null,\"a\""), DSI_E_TYPE, AT_MODELS + 13,
        "/introspectionResult/models/3"),
    BAD("value-is-number", "at the deepest place of the tables",
        MODELS("{},{\"fields\":[null,{\"type\":{\"type\":{\"values\":[\"A\",null,5]}}}]"
               "}"),
        DSI_E_TYPE, AT_MODELS + 55,
        "/introspectionResult/models/1/fields/1/type/type/values/2"),
    BAD("length-too-large", "INT64_MAX + 1",
        MODELS("{},{\"fields\":[{\"length\":9223372036854775808}]}"),
        DSI_E_INTEGER_RANGE, AT_FIELD + 12,
        "/introspectionResult/models/1/fields/0/length"),

    BAD_WITH("get-strict-model",
             "an unknown member in a model: the path names the model",
             MODELS("{},{\"name\":\"a\",\"models\":[]}"), DSI_E_UNKNOWN_MEMBER,
             AT_MODELS + 15, "/introspectionResult/models/1", .strict = true),

    BAD("get-cut", "the message ends in the second model",
        "{\"introspectionResult\":{\"models\":[{},{", DSI_E_TRUNCATED, AT_MODELS + 4,
        "/introspectionResult/models/1"),
    BAD("get-trailing", "bytes after the end", MODELS("{}") "{}", DSI_E_TRAILING,
        AT_MODELS + 5, ""),
    BAD("get-comma", "between two items the path names the list", MODELS("{},"),
        DSI_E_SYNTAX, AT_MODELS + 3, "/introspectionResult/models"),
    BAD("get-utf8", "ill-formed UTF-8 in a model's text",
        MODELS("{},{\"sdl\":\"\xed\xa0\x80\"}"), DSI_E_UTF8, AT_MODELS + 11,
        "/introspectionResult/models/1/sdl"),
    BAD_WITH("get-depth", "a type is nested too deep", FIELD("\"type\":{\"type\":{}}"),
             DSI_E_MAX_DEPTH, AT_FIELD + 15,
             "/introspectionResult/models/0/fields/0/type/type",
             .limits = {.max_depth = 7}),
    BAD_WITH("get-depth-item", "an item is too deep: the path names its place",
             MODELS("{},null,{}"), DSI_E_MAX_DEPTH, AT_MODELS,
             "/introspectionResult/models/0", .limits = {.max_depth = 3}),
    BAD("get-cut-item", "the message ends in an item that is a text",
        FIELD("\"type\":{\"values\":[\"a\",null,\"b"), DSI_E_TRUNCATED, AT_FIELD + 35,
        "/introspectionResult/models/0/fields/0/type/values/2"),
    BAD_WITH("get-token", "a text is too long",
             MODELS("{\"sdl\":\"12345678901234567890123\"}"), DSI_E_MAX_TOKEN,
             AT_MODELS + 29, "/introspectionResult/models/0/sdl",
             .limits = {.max_token = 22}),
    BAD_WITH("get-bytes", "a page is too long", MODELS("{},{},{},{}"), DSI_E_MAX_BYTES,
             41, "/introspectionResult/models/2", .limits = {.max_bytes = 41}),
};

const vector_list vectors_get_bad = {.items = rows, .count = COUNT(rows)};
