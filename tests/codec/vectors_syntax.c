/*
 * Messages that are not JSON, or not one JSON object, and where that is told to be. Each
 * rule of RFC 8259 by itself: grammar_values.c and grammar_texts.c.
 */
#include "tests/codec/outcome.h"

#define BAD(id, reason, text, error, at, where)                                        \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "start-response",                    \
        .bytes = TEXT_ROW(text), .code = (error), .offset = (at), .path = (where)      \
    }
#define GOOD(id, reason, text)                                                         \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "start-response",                    \
        .bytes = TEXT_ROW(text), .output = "{}"                                        \
    }

static const vector rows[] = {
    GOOD("numbers", "every form of RFC 8259, section 6",
         "{\"n\":[0,-0,1,-1,10,1234567890123456789012345678901234567890,0.0,-0.5,1.25,"
         "1e1,1E1,1e+1,1e-1,0e0,-0.0E-00,12.34e56,0]}"),
    GOOD("literals", "true, false, null",
         "{\"l\":[true,false,null,true ,false\t,null\n]}"),
    GOOD("blanks", "space, tab, line feed, carriage return",
         "\r\n\t {\r\n\t \"a\"\r\n\t :\r\n\t [\r\n\t ]\r\n\t ,\"b\":{ } \r\n\t "
         "}\r\n\t "),
    GOOD("escapes", "the eight short ones",
         "{\"\\\"\\\\\\/\\b\\f\\n\\r\\t\":\"\\\"\\\\\\/\"}"),

    BAD("blank-only", "no document", " \n", DSI_E_TRUNCATED, 2, ""),
    BAD("array", "the top is an object", "[]", DSI_E_NOT_OBJECT, 0, ""),
    BAD("string", "the top is an object", " \"{}\"", DSI_E_NOT_OBJECT, 1, ""),
    BAD("number", "the top is an object", "-1", DSI_E_NOT_OBJECT, 0, ""),
    BAD("null", "the top is an object", "null", DSI_E_NOT_OBJECT, 0, ""),
    BAD("html", "not JSON at all", "<html>", DSI_E_SYNTAX, 0, ""),
    BAD("byte-order-mark", "RFC 8259, section 8.1: not to be added", "\xef\xbb\xbf{}",
        DSI_E_SYNTAX, 0, ""),

    BAD("open", "cut behind the brace", "{", DSI_E_TRUNCATED, 1, ""),
    BAD("cut-in-name", "cut in a name", "{\"introspectionId", DSI_E_TRUNCATED, 17, ""),
    BAD("cut-behind-name", "cut before the colon", "{\"introspectionId\"",
        DSI_E_TRUNCATED, 18, "/introspectionId"),
    BAD("cut-behind-colon", "cut before the value",
        "{\"introspectionId\":", DSI_E_TRUNCATED, 19, "/introspectionId"),
    BAD("cut-in-value", "cut in a string", "{\"introspectionId\":\"abc",
        DSI_E_TRUNCATED, 23, "/introspectionId"),
    BAD("cut-in-escape", "cut in an escape", "{\"introspectionId\":\"\\u00",
        DSI_E_TRUNCATED, 24, "/introspectionId"),
    BAD("cut-in-pair", "the low half may still come", "{\"a\":\"\\ud83d\\",
        DSI_E_TRUNCATED, 13, ""),
    BAD("cut-in-character", "the last byte may still come", "{\"a\":\"\xe2\x82",
        DSI_E_TRUNCATED, 8, ""),
    BAD("cut-behind-value", "cut before the brace", "{\"introspectionId\":\"abc\"",
        DSI_E_TRUNCATED, 24, ""),
    BAD("cut-in-literal", "cut in true", "{\"a\":tru", DSI_E_TRUNCATED, 8, ""),
    BAD("cut-in-number", "cut in a number", "{\"a\":-", DSI_E_TRUNCATED, 6, ""),
    BAD("cut-in-array", "cut in an array", "{\"a\":[1,", DSI_E_TRUNCATED, 8, ""),

    BAD("trailing-string", "yajl accepts an unterminated string here", "{} \"abc",
        DSI_E_TRAILING, 3, ""),
    BAD("trailing-nul", "a NUL is no blank", "{}\0", DSI_E_TRAILING, 2, ""),
    BAD("trailing-form-feed", "no blank of JSON", "{}\f", DSI_E_TRAILING, 2, ""),

    BAD("vertical-tab", "no blank of JSON, though yajl thinks so",
        "{\v\"introspectionId\":\"a\"}", DSI_E_SYNTAX, 1, ""),
    BAD("form-feed", "no blank of JSON, though yajl thinks so",
        "{\"introspectionId\":\f\"a\"}", DSI_E_SYNTAX, 19, "/introspectionId"),
    BAD("trailing-comma", "a name must follow", "{\"introspectionId\":\"a\",}",
        DSI_E_SYNTAX, 23, ""),
    BAD("no-colon", "a colon must follow", "{\"introspectionId\" \"a\"}", DSI_E_SYNTAX,
        19, "/introspectionId"),

    BAD("control-lf", "must be escaped in a string", "{\"introspectionId\":\"a\nb\"}",
        DSI_E_CONTROL, 21, "/introspectionId"),
    BAD("control-nul", "must be escaped in a string", "{\"introspectionId\":\"\0\"}",
        DSI_E_CONTROL, 20, "/introspectionId"),
    BAD("control-us", "the last of them", "{\"a\x1f\":1}", DSI_E_CONTROL, 3, ""),
    BAD("escape-unknown", "RFC 8259, section 7", "{\"a\":\"\\x41\"}", DSI_E_ESCAPE, 7,
        ""),
};

const vector_list vectors_syntax = {.items = rows, .count = COUNT(rows)};
