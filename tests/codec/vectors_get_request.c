/* Get's request as JSON, which is not on the wire: for logs, fixtures and tools. */
#include "tests/codec/outcome.h"

#define GOOD(id, reason, text, expected)                                               \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "get-request",                       \
        .bytes = TEXT_ROW(text), .output = (expected)                                  \
    }
#define BAD(id, reason, text, error, at, where)                                        \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "get-request",                       \
        .bytes = TEXT_ROW(text), .code = (error), .offset = (at), .path = (where)      \
    }
#define BAD_WITH(id, reason, text, error, at, where, ...)                              \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "get-request",                       \
        .bytes = TEXT_ROW(text), .code = (error), .offset = (at), .path = (where),     \
        .options = {                                                                   \
            __VA_ARGS__                                                                \
        }                                                                              \
    }

static const vector rows[] = {
    GOOD("get-request", "all that can be asked",
         "{\"introspectionId\":\"i\",\"includeModelsSDL\":true,\"nextToken\":\"t\","
         "\"maxResults\":25}",
         "{\"introspectionId\":\"i\",\"includeModelsSDL\":true,\"nextToken\":\"t\","
         "\"maxResults\":25}"),
    GOOD("get-request-reordered", "members come in any order, and go in the model's",
         " {\"maxResults\" : 0 ,\"nextToken\":\"t\",\"includeModelsSDL\" :false,\n"
         "\"introspectionId\":\"i\" } ",
         "{\"introspectionId\":\"i\",\"includeModelsSDL\":false,\"nextToken\":\"t\","
         "\"maxResults\":0}"),
    GOOD("get-request-id", "all that must be asked", "{\"introspectionId\":\"i\"}",
         "{\"introspectionId\":\"i\"}"),
    GOOD("get-request-empty", "constraints are not the decoder's", "{}", "{}"),
    GOOD("get-request-nulls", "null is absent",
         "{\"introspectionId\":null,\"includeModelsSDL\":null,\"nextToken\":null,"
         "\"maxResults\":null}",
         "{}"),
    GOOD("get-request-false", "set, though it is the default",
         "{\"includeModelsSDL\":false}", "{\"includeModelsSDL\":false}"),
    GOOD("get-request-largest", "INT32_MAX", "{\"maxResults\":2147483647}",
         "{\"maxResults\":2147483647}"),
    GOOD("get-request-smallest", "INT32_MIN", "{\"maxResults\":-2147483648}",
         "{\"maxResults\":-2147483648}"),
    GOOD("get-request-unknown", "skipped, whatever it holds",
         "{\"a\":[true,false,{\"maxResults\":\"\"}],\"maxResults\":1,\"b\":true}",
         "{\"maxResults\":1}"),

    BAD("get-request-no-body", "there is no message", "", DSI_E_TRUNCATED, 0, ""),
    BAD("get-request-too-large", "INT32_MAX and one", "{\"maxResults\":2147483648}",
        DSI_E_INTEGER_RANGE, 14, "/maxResults"),
    BAD("get-request-too-small", "INT32_MIN less one", "{\"maxResults\":-2147483649}",
        DSI_E_INTEGER_RANGE, 14, "/maxResults"),
    BAD("get-request-fraction", "not even if it is none", "{\"maxResults\":1.0}",
        DSI_E_INTEGER, 14, "/maxResults"),
    BAD("get-request-integer-text", "no coercion", "{\"maxResults\":\"1\"}", DSI_E_TYPE,
        14, "/maxResults"),
    BAD("get-request-integer-true", "no coercion", "{\"maxResults\":true}", DSI_E_TYPE,
        14, "/maxResults"),
    BAD("get-request-boolean-text", "no coercion", "{\"includeModelsSDL\":\"true\"}",
        DSI_E_TYPE, 20, "/includeModelsSDL"),
    BAD("get-request-boolean-number", "no coercion", "{\"includeModelsSDL\": 1}",
        DSI_E_TYPE, 21, "/includeModelsSDL"),
    BAD("get-request-boolean-list", "no coercion", "{\"includeModelsSDL\":[true]}",
        DSI_E_TYPE, 20, "/includeModelsSDL"),
    BAD("get-request-id-number", "no coercion", "{\"introspectionId\":1}", DSI_E_TYPE,
        19, "/introspectionId"),
    BAD("get-request-token-false", "no coercion", "{\"nextToken\":false}", DSI_E_TYPE,
        13, "/nextToken"),
    BAD("get-request-twice", "neither the first nor the last wins",
        "{\"maxResults\":1,\"maxResults\":1}", DSI_E_DUPLICATE, 16, "/maxResults"),
    BAD("get-request-boolean-twice", "not even if they agree",
        "{\"includeModelsSDL\":true,\"includeModelsSDL\":true}", DSI_E_DUPLICATE, 25,
        "/includeModelsSDL"),
    BAD_WITH("get-request-strict", "strict refuses what the model does not list",
             "{\"introspectionId\":\"i\",\"more\":1}", DSI_E_UNKNOWN_MEMBER, 23, "",
             .strict = true),
};

const vector_list vectors_get_request = {.items = rows, .count = COUNT(rows)};
