/*
 * Each limit: the largest message that it allows, and the first byte that it refuses.
 */
#include "tests/codec/outcome.h"

#define GOOD(id, reason, text, expected, ...)                                          \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "start-response",                    \
        .bytes = TEXT_ROW(text), .options = {.limits = {__VA_ARGS__}},                 \
        .output = (expected)                                                           \
    }
#define BAD(id, reason, text, error, at, where, ...)                                   \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "start-response",                    \
        .bytes = TEXT_ROW(text), .options = {.limits = {__VA_ARGS__}},                 \
        .code = (error), .offset = (at), .path = (where)                               \
    }

#define TEN "[[[[[[[[[["
#define END "]]]]]]]]]]"
#define TWENTY TEN TEN
#define TWENTY_END END END

static const vector rows[] = {
    GOOD("depth-1", "the message itself is a level", "{\"a\":1}", "{}", .max_depth = 1),
    BAD("depth-1-over", "one level more", "{\"a\":[]}", DSI_E_MAX_DEPTH, 5, "",
        .max_depth = 1),
    GOOD("depth-64", "the default",
         "{\"a\":" TWENTY TWENTY TWENTY "[[["
         "]]]" TWENTY_END TWENTY_END TWENTY_END "}",
         "{}", 0),
    BAD("depth-65", "one over the default",
        "{\"a\":" TWENTY TWENTY TWENTY "[[[[]]]]" TWENTY_END TWENTY_END TWENTY_END "}",
        DSI_E_MAX_DEPTH, 68, "", 0),
    GOOD("depth-126", "the largest limit",
         "{\"a\":" TWENTY TWENTY TWENTY TWENTY TWENTY TWENTY "[[[[["
         "]]]]]" TWENTY_END TWENTY_END TWENTY_END TWENTY_END TWENTY_END TWENTY_END "}",
         "{}", .max_depth = 126),
    BAD("depth-127", "one over the largest limit",
        "{\"a\":" TWENTY TWENTY TWENTY TWENTY TWENTY TWENTY "[[[[[["
        "]}",
        DSI_E_MAX_DEPTH, 130, "", .max_depth = 126),
    {.name = "depth-skipped",
     .why = "depth counts inside an item that is skipped",
     .message = "start-response",
     .status = 400,
     .bytes = TEXT_ROW("{\"detail\":{\"codeErrors\":[{},[[[]]]]}}"),
     .options = {.limits = {.max_depth = 4}},
     .code = DSI_E_MAX_DEPTH,
     .offset = 29,
     .output = "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"message\":"
               "\"{\\\"detail\\\":{\\\"codeErrors\\\":[{},[[[]]]]}}\",\"unread\":{"
               "\"code\":\"DSI_E_MAX_DEPTH\",\"offset\":29}}"},
    GOOD("depth-again", "a level that was closed counts no more",
         "{\"a\":[[]],\"b\":[[],[],[]],\"c\":{\"d\":{}}}", "{}", .max_depth = 3),
    BAD("depth-objects", "objects count like arrays", "{\"a\":{\"b\":{\"c\":{}}}}",
        DSI_E_MAX_DEPTH, 15, "", .max_depth = 3),

    GOOD("token-10", "eight characters and their quotes",
         "{\"12345678\":\"12345678\",\"b\":1234567890,\"c\":[true,false,null]}", "{}",
         .max_token = 10),
    BAD("token-11", "one character more", "{\"a\":\"123456789\"}", DSI_E_MAX_TOKEN, 15,
        "", .max_token = 10),
    BAD("token-name", "a name is a token", "{\"123456789\":1}", DSI_E_MAX_TOKEN, 11, "",
        .max_token = 10),
    BAD("token-escapes", "escapes count as written, not as decoded",
        "{\"a\":\"\\u0041\\u0042\"}", DSI_E_MAX_TOKEN, 15, "", .max_token = 10),
    BAD("token-number", "a number is a token", "{\"a\":12345678901}", DSI_E_MAX_TOKEN,
        15, "", .max_token = 10),
    BAD("token-number-fraction", "a number counts with all its parts",
        "{\"a\":-1.23456e+10}", DSI_E_MAX_TOKEN, 15, "", .max_token = 10),
    BAD("token-literal", "a literal is a token", "{\"a\":false}", DSI_E_MAX_TOKEN, 9,
        "", .max_token = 4),
    BAD("token-open", "refused before the token's end arrives", "{\"a\":\"1234567890",
        DSI_E_MAX_TOKEN, 15, "", .max_token = 10),
    BAD("token-known", "the path is the member's",
        "{\"introspectionId\":\"0123456789012345678\"}", DSI_E_MAX_TOKEN, 39,
        "/introspectionId", .max_token = 20),

    GOOD("bytes-all", "exactly as long", "{\"introspectionId\":\"a\"}",
         "{\"introspectionId\":\"a\"}", .max_bytes = 23),
    BAD("bytes-over", "one byte more", "{\"introspectionId\":\"a\"}", DSI_E_MAX_BYTES,
        22, "", .max_bytes = 22),
    BAD("bytes-white-space", "white space counts", "{}      ", DSI_E_MAX_BYTES, 5, "",
        .max_bytes = 5),
    BAD("bytes-in-value", "the path is the member's",
        "{\"introspectionId\":\"abcdef\"}", DSI_E_MAX_BYTES, 22, "/introspectionId",
        .max_bytes = 22),
    BAD("bytes-after-error", "an error before the limit is reported", "{,         }",
        DSI_E_SYNTAX, 1, "", .max_bytes = 5),
};

const vector_list vectors_limit = {.items = rows, .count = COUNT(rows)};
