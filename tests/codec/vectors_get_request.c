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
    BAD("get-request-fraction", "not even if it is none", "{\"maxResults\":1.0}",
        DSI_E_INTEGER, 14, "/maxResults"),
    BAD("get-request-boolean-text", "no coercion", "{\"includeModelsSDL\":\"true\"}",
        DSI_E_TYPE, 20, "/includeModelsSDL"),
};

const vector_list vectors_get_request = {.items = rows, .count = COUNT(rows)};
