/* Messages that are JSON: what their shape makes of them. */
#include "tests/codec/outcome.h"

#define ARN_RDS "arn:aws:rds:us-east-1:123456789012:cluster:orders"
#define ARN_SECRET "arn:aws:secretsmanager:us-east-1:123456789012:secret:o-AbCdEf"

#define GOOD(id, reason, message, text, expected)                                      \
    {                                                                                  \
        .name = (id), .why = (reason), .kind = (message), .bytes = TEXT_ROW(text),     \
        .output = (expected)                                                           \
    }
#define BAD(id, reason, message, text, error, at, where)                               \
    {                                                                                  \
        .name = (id), .why = (reason), .kind = (message), .bytes = TEXT_ROW(text),     \
        .code = (error), .offset = (at), .path = (where)                               \
    }

static const vector rows[] = {
    GOOD("request", "the seed's request", REQUEST,
         "{\"rdsDataApiConfig\":{\"resourceArn\":\"" ARN_RDS
         "\",\"secretArn\":\"" ARN_SECRET "\",\"databaseName\":\"orders\"}}",
         "{\"rdsDataApiConfig\":{\"resourceArn\":\"" ARN_RDS
         "\",\"secretArn\":\"" ARN_SECRET "\",\"databaseName\":\"orders\"}}"),
    GOOD("request-reordered", "members come in any order, and go in the model's",
         REQUEST,
         " {\n\t\"rdsDataApiConfig\" : { \"databaseName\" : \"d\" ,\r\n"
         "\"resourceArn\":\"r\" , \"secretArn\":\"s\" } } ",
         "{\"rdsDataApiConfig\":{\"resourceArn\":\"r\",\"secretArn\":\"s\","
         "\"databaseName\":\"d\"}}"),
    GOOD("request-empty-object", "no member is required at the top", REQUEST, "{}",
         "{}"),
    GOOD("request-empty-config", "constraints are not the decoder's", REQUEST,
         "{\"rdsDataApiConfig\":{}}", "{\"rdsDataApiConfig\":{}}"),
    GOOD("request-empty-strings", "empty is not absent", REQUEST,
         "{\"rdsDataApiConfig\":{\"resourceArn\":\"\",\"databaseName\":\"\"}}",
         "{\"rdsDataApiConfig\":{\"resourceArn\":\"\",\"databaseName\":\"\"}}"),
    GOOD("request-null", "null is absent", REQUEST, "{\"rdsDataApiConfig\":null}",
         "{}"),
    GOOD("request-null-members", "null is absent at any depth", REQUEST,
         "{\"rdsDataApiConfig\":{\"resourceArn\":null,\"secretArn\":null,"
         "\"databaseName\":null}}",
         "{\"rdsDataApiConfig\":{}}"),
    GOOD("answer", "the documented answer", ANSWER,
         "{\"introspectionId\":\"a1234567-8910-abcd-efgh-identifier\","
         "\"introspectionStatus\":\"PROCESSING\",\"introspectionStatusDetail\":null}",
         "{\"introspectionId\":\"a1234567-8910-abcd-efgh-identifier\","
         "\"introspectionStatus\":\"PROCESSING\"}"),
    GOOD("answer-failed", "an emulator's answer", ANSWER,
         "{\"introspectionStatusDetail\":\"Data source introspection is not supported "
         "in the local environment\",\"introspectionStatus\":\"FAILED\","
         "\"introspectionId\":\"x\"}",
         "{\"introspectionId\":\"x\",\"introspectionStatus\":\"FAILED\","
         "\"introspectionStatusDetail\":\"Data source introspection is not supported "
         "in the local environment\"}"),
    GOOD("answer-empty-body", "no body is the same as {}", ANSWER, "", "{}"),
    GOOD("answer-unknown-status", "newer enum values survive as text", ANSWER,
         "{\"introspectionStatus\":\"PAUSED\"}",
         "{\"introspectionStatus\":\"PAUSED\"}"),
    GOOD("answer-nul", "U+0000 is text like any other", ANSWER,
         "{\"introspectionId\":\"a\\u0000b\"}", "{\"introspectionId\":\"a\\u0000b\"}"),
    GOOD("unknown-members", "skipped, whatever they hold", ANSWER,
         "{\"a\":1,\"b\":[{\"introspectionId\":\"no\",\"introspectionId\":2},[],[[-0."
         "5e+3]]],"
         "\"introspectionId\":\"yes\",\"c\":{\"d\":{\"e\":[true,false,null,"
         "\"\\uD83D\\uDC4D\"]}},"
         "\"\":{},\"introspectionIdentifier\":0,\"introspection\":1e9}",
         "{\"introspectionId\":\"yes\"}"),
    GOOD("unknown-twice", "only known members may not repeat", ANSWER,
         "{\"x\":1,\"x\":2,\"introspectionId\":\"i\"}", "{\"introspectionId\":\"i\"}"),
    GOOD("name-escaped", "names are compared decoded", ANSWER,
         "{\"introspection\\u0049d\":\"i\"}", "{\"introspectionId\":\"i\"}"),
    GOOD("name-case", "names have case", ANSWER, "{\"IntrospectionId\":\"i\"}", "{}"),
    GOOD("name-nul", "a NUL in a name does not end it", ANSWER,
         "{\"introspectionId\\u0000\":5}", "{}"),

    BAD("request-no-body", "a request has a body", REQUEST, "", DSI_E_TRUNCATED, 0, ""),
    BAD("duplicate", "neither the first nor the last wins", ANSWER,
        "{\"introspectionId\":\"a\",\"introspectionId\":\"b\"}", DSI_E_DUPLICATE, 23,
        "/introspectionId"),
    BAD("duplicate-of-null", "null was given, too", ANSWER,
        "{\"introspectionId\":null,\"introspectionId\":\"b\"}", DSI_E_DUPLICATE, 24,
        "/introspectionId"),
    BAD("duplicate-escaped", "one name, two spellings", ANSWER,
        "{\"introspectionId\":\"a\", \"\\u0069ntrospectionId\":\"b\"}", DSI_E_DUPLICATE,
        24, "/introspectionId"),
    BAD("duplicate-inside", "at any depth", REQUEST,
        "{\"rdsDataApiConfig\":{\"databaseName\":\"a\",\"databaseName\":\"a\"}}",
        DSI_E_DUPLICATE, 40, "/rdsDataApiConfig/databaseName"),
    BAD("duplicate-object", "objects are not merged", REQUEST,
        "{\"rdsDataApiConfig\":{},\"rdsDataApiConfig\":{}}", DSI_E_DUPLICATE, 23,
        "/rdsDataApiConfig"),
    BAD("string-is-number", "no coercion", ANSWER, "{\"introspectionId\": 5}",
        DSI_E_TYPE, 20, "/introspectionId"),
    BAD("string-is-true", "no coercion", ANSWER, "{\"introspectionId\":true}",
        DSI_E_TYPE, 19, "/introspectionId"),
    BAD("string-is-object", "no coercion", ANSWER, "{\"introspectionId\":{}}",
        DSI_E_TYPE, 19, "/introspectionId"),
    BAD("string-is-array", "no coercion", ANSWER,
        "{\"introspectionStatusDetail\"\n:\n[\"a\"]}", DSI_E_TYPE, 31,
        "/introspectionStatusDetail"),
    BAD("enum-is-number", "an enum is a string", ANSWER, "{\"introspectionStatus\":1}",
        DSI_E_TYPE, 23, "/introspectionStatus"),
    BAD("object-is-string", "no coercion", REQUEST, "{\"rdsDataApiConfig\":\"{}\"}",
        DSI_E_TYPE, 20, "/rdsDataApiConfig"),
    BAD("object-is-array", "no coercion", REQUEST, "{\"rdsDataApiConfig\":[]}",
        DSI_E_TYPE, 20, "/rdsDataApiConfig"),
    BAD("first-fault-sticks", "the type is wrong before the syntax is", ANSWER,
        "{\"introspectionId\":5,}", DSI_E_TYPE, 19, "/introspectionId"),
    BAD("number-not-ended", "a number that is cut by a fault is no number yet", ANSWER,
        "{\"introspectionId\":5x}", DSI_E_SYNTAX, 20, "/introspectionId"),
    BAD("type-after-return", "a carriage return is no part of a token", ANSWER,
        "{\"introspectionId\":\r5}", DSI_E_TYPE, 20, "/introspectionId"),
    BAD("type-after-escapes", "offsets count raw bytes, not decoded ones", ANSWER,
        "{\"\\u0061\\\"\":\"\\\\\\\"\",\"introspectionId\":-1}", DSI_E_TYPE, 37,
        "/introspectionId"),
    BAD("type-after-escaped-quote", "an escaped quote does not end a string", ANSWER,
        "{\"a\\\"\":1,\"introspectionId\":-1}", DSI_E_TYPE, 27, "/introspectionId"),
    BAD("type-with-escaped-quote", "nor the value that is at fault", REQUEST,
        "{\"rdsDataApiConfig\":\"a\\\", b\"}", DSI_E_TYPE, 20, "/rdsDataApiConfig"),
    {.name = "strict-known",
     .why = "strict has nothing against known members",
     .kind = ANSWER,
     .bytes = TEXT_ROW("{\"introspectionId\":\"i\"}"),
     .options = {.strict = true},
     .output = "{\"introspectionId\":\"i\"}"},
    {.name = "strict-unknown",
     .why = "strict refuses what the model does not list",
     .kind = ANSWER,
     .bytes = TEXT_ROW("{\"introspectionId\":\"i\",\"more\":1}"),
     .options = {.strict = true},
     .code = DSI_E_UNKNOWN_MEMBER,
     .offset = 23,
     .path = ""},
    {.name = "strict-unknown-inside",
     .why = "at any depth; the path is the object that holds it",
     .kind = REQUEST,
     .bytes = TEXT_ROW("{\"rdsDataApiConfig\":{\"x\":0}}"),
     .options = {.strict = true},
     .code = DSI_E_UNKNOWN_MEMBER,
     .offset = 21,
     .path = "/rdsDataApiConfig"},
};

const vector_list vectors_shape = {.items = rows, .count = COUNT(rows)};
