/* Messages that are JSON, and what their shapes make of them. See also test_shape.c. */
#include "tests/codec/outcome.h"

#define ARN_RDS "arn:aws:rds:us-east-1:123456789012:cluster:orders"
#define ARN_SECRET "arn:aws:secretsmanager:us-east-1:123456789012:secret:o-AbCdEf"

#define GOOD(id, reason, of, text, expected)                                           \
    {                                                                                  \
        .name = (id), .why = (reason), .message = (of), .bytes = TEXT_ROW(text),       \
        .output = (expected)                                                           \
    }
#define BAD(id, reason, of, text, error, at, where)                                    \
    {                                                                                  \
        .name = (id), .why = (reason), .message = (of), .bytes = TEXT_ROW(text),       \
        .code = (error), .offset = (at), .path = (where)                               \
    }

static const vector rows[] = {
    GOOD("request", "a request with all its members", "start-request",
         "{\"rdsDataApiConfig\":{\"resourceArn\":\"" ARN_RDS
         "\",\"secretArn\":\"" ARN_SECRET "\",\"databaseName\":\"orders\"}}",
         "{\"rdsDataApiConfig\":{\"resourceArn\":\"" ARN_RDS
         "\",\"secretArn\":\"" ARN_SECRET "\",\"databaseName\":\"orders\"}}"),
    GOOD("request-reordered",
         "members are read in any order, and written in the model's", "start-request",
         " {\n\t\"rdsDataApiConfig\" : { \"databaseName\" : \"d\" ,\r\n"
         "\"resourceArn\":\"r\" , \"secretArn\":\"s\" } } ",
         "{\"rdsDataApiConfig\":{\"resourceArn\":\"r\",\"secretArn\":\"s\","
         "\"databaseName\":\"d\"}}"),
    GOOD("request-empty-object", "no member is required at the top", "start-request",
         "{}", "{}"),
    GOOD("request-empty-config", "the decoder does not check constraints",
         "start-request", "{\"rdsDataApiConfig\":{}}", "{\"rdsDataApiConfig\":{}}"),
    GOOD("request-empty-strings", "empty is not absent", "start-request",
         "{\"rdsDataApiConfig\":{\"resourceArn\":\"\",\"databaseName\":\"\"}}",
         "{\"rdsDataApiConfig\":{\"resourceArn\":\"\",\"databaseName\":\"\"}}"),
    GOOD("answer", "the documented answer", "start-response",
         "{\"introspectionId\":\"a1234567-8910-abcd-efgh-identifier\","
         "\"introspectionStatus\":\"PROCESSING\",\"introspectionStatusDetail\":null}",
         "{\"introspectionId\":\"a1234567-8910-abcd-efgh-identifier\","
         "\"introspectionStatus\":\"PROCESSING\"}"),
    GOOD("answer-failed", "an emulator's answer", "start-response",
         "{\"introspectionStatusDetail\":\"Data source introspection is not supported "
         "in the local environment\",\"introspectionStatus\":\"FAILED\","
         "\"introspectionId\":\"x\"}",
         "{\"introspectionId\":\"x\",\"introspectionStatus\":\"FAILED\","
         "\"introspectionStatusDetail\":\"Data source introspection is not supported "
         "in the local environment\"}"),
    GOOD("answer-empty-body", "no body is the same as {}", "start-response", "", "{}"),
    GOOD("answer-unknown-status",
         "an enum value that dsi does not know is kept as text", "start-response",
         "{\"introspectionStatus\":\"PAUSED\"}",
         "{\"introspectionStatus\":\"PAUSED\"}"),
    GOOD("answer-nul", "U+0000 is allowed in a text", "start-response",
         "{\"introspectionId\":\"a\\u0000b\"}", "{\"introspectionId\":\"a\\u0000b\"}"),
    GOOD("unknown-members", "unknown members are skipped, whatever they hold",
         "start-response",
         "{\"a\":1,\"b\":[{\"introspectionId\":\"no\",\"introspectionId\":2},[],[[-0."
         "5e+3]]],"
         "\"introspectionId\":\"yes\",\"c\":{\"d\":{\"e\":[true,false,null,"
         "\"\\uD83D\\uDC4D\"]}},"
         "\"\":{},\"introspectionIdentifier\":0,\"introspection\":1e9}",
         "{\"introspectionId\":\"yes\"}"),
    GOOD("unknown-twice", "only known members must not repeat", "start-response",
         "{\"x\":1,\"x\":2,\"introspectionId\":\"i\"}", "{\"introspectionId\":\"i\"}"),
    GOOD("name-escaped", "names are decoded before they are compared", "start-response",
         "{\"introspection\\u0049d\":\"i\"}", "{\"introspectionId\":\"i\"}"),
    GOOD("name-case", "names are case-sensitive", "start-response",
         "{\"IntrospectionId\":\"i\"}", "{}"),
    GOOD("name-nul", "a NUL in a name does not end it", "start-response",
         "{\"introspectionId\\u0000\":5}", "{}"),

    BAD("request-no-body", "a request has a body", "start-request", "", DSI_E_TRUNCATED,
        0, ""),
    BAD("duplicate-escaped", "one name in two spellings is still one member",
        "start-response",
        "{\"introspectionId\":\"a\", \"\\u0069ntrospectionId\":\"b\"}", DSI_E_DUPLICATE,
        24, "/introspectionId"),
    BAD("first-error-sticks", "the wrong type comes before the wrong syntax",
        "start-response", "{\"introspectionId\":5,}", DSI_E_TYPE, 19,
        "/introspectionId"),
    BAD("number-not-ended", "an error in a number comes before its type",
        "start-response", "{\"introspectionId\":5x}", DSI_E_SYNTAX, 20,
        "/introspectionId"),
    BAD("type-after-return", "a carriage return is not part of a token",
        "start-response", "{\"introspectionId\":\r5}", DSI_E_TYPE, 20,
        "/introspectionId"),
    BAD("type-after-escapes", "offsets count raw bytes, not decoded ones",
        "start-response", "{\"\\u0061\\\"\":\"\\\\\\\"\",\"introspectionId\":-1}",
        DSI_E_TYPE, 37, "/introspectionId"),
    BAD("type-after-escaped-quote", "an escaped quote does not end a string",
        "start-response", "{\"a\\\"\":1,\"introspectionId\":-1}", DSI_E_TYPE, 27,
        "/introspectionId"),
    BAD("type-with-escaped-quote", "an escaped quote does not end the refused string",
        "start-request", "{\"rdsDataApiConfig\":\"a\\\", b\"}", DSI_E_TYPE, 20,
        "/rdsDataApiConfig"),
    {.name = "strict-known",
     .why = "strict allows known members",
     .message = "start-response",
     .bytes = TEXT_ROW("{\"introspectionId\":\"i\"}"),
     .options = {.strict = true},
     .output = "{\"introspectionId\":\"i\"}"},
};

const vector_list vectors_shape = {.items = rows, .count = COUNT(rows)};
