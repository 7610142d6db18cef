/*
 * Get's request as JSON. This form is for logs, fixtures and tools: on the wire the
 * request is a target.
 */
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
    GOOD("get-request", "every member is set",
         "{\"introspectionId\":\"i\",\"includeModelsSDL\":true,\"nextToken\":\"t\","
         "\"maxResults\":25}",
         "{\"introspectionId\":\"i\",\"includeModelsSDL\":true,\"nextToken\":\"t\","
         "\"maxResults\":25}"),
    GOOD("get-request-reordered",
         "members are read in any order, and written in the model's",
         " {\"maxResults\" : 0 ,\"nextToken\":\"t\",\"includeModelsSDL\" :false,\n"
         "\"introspectionId\":\"i\" } ",
         "{\"introspectionId\":\"i\",\"includeModelsSDL\":false,\"nextToken\":\"t\","
         "\"maxResults\":0}"),
    GOOD("get-request-id", "only the required member is set",
         "{\"introspectionId\":\"i\"}", "{\"introspectionId\":\"i\"}"),
    GOOD("get-request-empty", "the decoder does not check constraints", "{}", "{}"),
    GOOD("get-request-nulls", "null is absent",
         "{\"introspectionId\":null,\"includeModelsSDL\":null,\"nextToken\":null,"
         "\"maxResults\":null}",
         "{}"),
    GOOD("get-request-false", "false and 0 are present, not absent",
         "{\"includeModelsSDL\":false}", "{\"includeModelsSDL\":false}"),
    GOOD("get-request-largest", "INT32_MAX", "{\"maxResults\":2147483647}",
         "{\"maxResults\":2147483647}"),
    GOOD("get-request-smallest", "INT32_MIN", "{\"maxResults\":-2147483648}",
         "{\"maxResults\":-2147483648}"),
    GOOD("get-request-unknown", "an unknown member is skipped, whatever it holds",
         "{\"a\":[true,false,{\"maxResults\":\"\"}],\"maxResults\":1,\"b\":true}",
         "{\"maxResults\":1}"),

    BAD("get-request-no-body", "an empty body is not a request", "", DSI_E_TRUNCATED, 0,
        ""),
    BAD("get-request-too-large", "INT32_MAX + 1", "{\"maxResults\":2147483648}",
        DSI_E_INTEGER_RANGE, 14, "/maxResults"),
    BAD("get-request-fraction", "1.0 is not written as an integer",
        "{\"maxResults\":1.0}", DSI_E_INTEGER, 14, "/maxResults"),
    BAD("get-request-boolean-text", "a string is not converted to a boolean",
        "{\"includeModelsSDL\":\"true\"}", DSI_E_TYPE, 20, "/includeModelsSDL"),
};

const vector_list vectors_get_request = {.items = rows, .count = COUNT(rows)};
