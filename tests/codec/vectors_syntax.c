/*
 * Messages that are not one JSON object, with code, offset and path of the error; and
 * texts that come back when they are encoded. The fragments for each rule of RFC 8259
 * are in grammar_values.c and grammar_texts.c.
 */
#include "tests/codec/outcome.h"

#define BAD(id, reason, text, error, at, where)                                        \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "start-response",                    \
        .bytes = TEXT_ROW(text), .code = (error), .offset = (at), .path = (where)      \
    }
/* The text is put into a member. Offsets count from its first byte. */
#define ID "{\"introspectionId\":\""
#define BAD_TEXT(id, reason, text, error, at)                                          \
    BAD(id, reason, ID text "\"}", error, 20 + (at), "/introspectionId")
#define GOOD_TEXT(id, reason, text, expected)                                          \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "start-response",                    \
        .bytes = TEXT_ROW(ID text "\"}"), .output = ID expected "\"}"                  \
    }

static const vector rows[] = {
    BAD("array", "the document must be an object", "[]", DSI_E_NOT_OBJECT, 0, ""),
    BAD("html", "not JSON at all", "<html>", DSI_E_SYNTAX, 0, ""),

    BAD("cut-in-name", "cut in a name", "{\"introspectionId", DSI_E_TRUNCATED, 17, ""),
    BAD("cut-after-name", "cut before the colon", "{\"introspectionId\"",
        DSI_E_TRUNCATED, 18, "/introspectionId"),
    BAD("cut-after-colon", "cut before the value",
        "{\"introspectionId\":", DSI_E_TRUNCATED, 19, "/introspectionId"),
    BAD("cut-in-value", "cut in a string", "{\"introspectionId\":\"abc",
        DSI_E_TRUNCATED, 23, "/introspectionId"),
    BAD("cut-in-escape", "cut in an escape", "{\"introspectionId\":\"\\u00",
        DSI_E_TRUNCATED, 24, "/introspectionId"),
    BAD("cut-in-pair", "the low half may still come", "{\"a\":\"\\ud83d\\",
        DSI_E_TRUNCATED, 13, ""),
    BAD("cut-in-character", "the last byte may still come", "{\"a\":\"\xe2\x82",
        DSI_E_TRUNCATED, 8, ""),
    BAD("cut-after-value", "cut before the brace", "{\"introspectionId\":\"abc\"",
        DSI_E_TRUNCATED, 24, ""),
    BAD("cut-in-literal", "cut in true", "{\"a\":tru", DSI_E_TRUNCATED, 8, ""),
    BAD("cut-in-number", "cut in a number", "{\"a\":-", DSI_E_TRUNCATED, 6, ""),
    BAD("cut-in-array", "cut in an array", "{\"a\":[1,", DSI_E_TRUNCATED, 8, ""),

    BAD("form-feed", "yajl accepts it as white space, but JSON does not",
        "{\"introspectionId\":\f\"a\"}", DSI_E_SYNTAX, 19, "/introspectionId"),
    BAD("no-colon", "a colon must follow", "{\"introspectionId\" \"a\"}", DSI_E_SYNTAX,
        19, "/introspectionId"),

    BAD("control-lf", "a line feed in a string must be escaped",
        "{\"introspectionId\":\"a\nb\"}", DSI_E_CONTROL, 21, "/introspectionId"),
    BAD("escape-unknown", "RFC 8259, section 7", "{\"a\":\"\\x41\"}", DSI_E_ESCAPE, 7,
        ""),

    GOOD_TEXT("utf8-4-planes", "U+40000 and U+FFFFF: the lead bytes F1 and F3",
              "\xf1\x80\x80\x80\xf3\xbf\xbf\xbf", "\xf1\x80\x80\x80\xf3\xbf\xbf\xbf"),
    GOOD_TEXT("escapes-short",
              "escapes are decoded, and encoded in their shortest form",
              "\\\"\\\\\\/\\b\\f\\n\\r\\t\\u001f", "\\\"\\\\/\\b\\f\\n\\r\\t\\u001F"),
    GOOD_TEXT(
        "plain-run", "runs of plain text of every length around eight",
        "\\n1\\n12\\n123\\n1234\\n12345\\n123456\\n1234567\\n12345678\\n123456789\xc3"
        "\xa9",
        "\\n1\\n12\\n123\\n1234\\n12345\\n123456\\n1234567\\n12345678\\n123456789\xc3"
        "\xa9"),

    BAD_TEXT("overlong-3", "E0 80 AF is an overlong slash", "ab\xe0\x80\xaf",
             DSI_E_UTF8, 2),
    BAD_TEXT("after-eight", "an error after whole words of plain text",
             "0123456789abcdef\xc0", DSI_E_UTF8, 16),

    BAD_TEXT("high-then-unit", "yajl decodes it to U+10041", "\\ud800\\u0041",
             DSI_E_SURROGATE, 0),
    BAD_TEXT("pair-then-low", "a low half after a whole pair", "\\ud83d\\udc4d\\udfff",
             DSI_E_SURROGATE, 12),

    {.name = "skipped-utf8",
     .why = "UTF-8 is also checked in skipped members",
     .message = "start-request",
     .bytes = TEXT_ROW("{\"rdsDataApiConfig\":{\"x\":[{\"y\":\"\xc0\"}]}}"),
     .code = DSI_E_UTF8,
     .offset = 32,
     .path = "/rdsDataApiConfig"},
};

const vector_list vectors_syntax = {.items = rows, .count = COUNT(rows)};
