/*
 * Fragments that are strings: RFC 8259, section 7, and parts of sections 8.1 and 8.2.
 */
#include "tests/codec/grammar.h"

#define STRING(id, rule, fragment)                                                     \
    {                                                                                  \
        .name = (id), .section = (rule), .form = FORM_STRING,                          \
        .text = TEXT_ROW(fragment), .first = DSI_JSON_STRING                           \
    }
#define NUL_STRING(id, rule, fragment)                                                 \
    {                                                                                  \
        .name = (id), .section = (rule), .form = FORM_STRING,                          \
        .text = TEXT_ROW(fragment), .first = DSI_JSON_STRING,                          \
        .another = OTHER_HAS_NO_NULS                                                   \
    }
#define NO_STRING(id, rule, fragment, error, at)                                       \
    {                                                                                  \
        .name = (id), .section = (rule), .form = FORM_STRING,                          \
        .text = TEXT_ROW(fragment), .code = (error), .offset = (at)                    \
    }
/* The string ends before the error, so its type is checked first. */
#define STRING_THEN_ERROR(id, rule, fragment, error, at)                               \
    {                                                                                  \
        .name = (id), .section = (rule), .form = FORM_STRING,                          \
        .text = TEXT_ROW(fragment), .code = (error), .offset = (at),                   \
        .first = DSI_JSON_STRING                                                       \
    }

static const grammar_row rows[] = {
    STRING("empty", "7", "\"\""),
    STRING("a character", "7", "\"a\""),
    STRING("white space around", "2", " \t\r\n\"a\" \t\r\n"),
    STRING("the ends of %x20-21", "7", "\" !\""),
    STRING("the ends of %x23-5B", "7", "\"#[\""),
    STRING("the ends of %x5D-10FFFF", "7", "\"]~\x7f\xf4\x8f\xbf\xbf\""),
    STRING("brackets and comments in a string", "7", "\"{}[]:,/* */ // # 'a'\""),
    STRING("a slash", "7", "\"/\""),
    STRING("a number in quotes", "7", "\"-1.5e3\""),
    STRING("two bytes", "8.1", "\"\xc2\x80\xdf\xbf\""),
    STRING("three bytes", "8.1", "\"\xe0\xa0\x80\xef\xbf\xbf\""),
    STRING("three bytes beside the surrogates", "8.1", "\"\xed\x9f\xbf\xee\x80\x80\""),
    STRING("four bytes", "8.1", "\"\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\""),
    STRING("a byte order mark in it", "8.1", "\"\xef\xbb\xbf\""),
    STRING("line separators", "7", "\"\xe2\x80\xa8\xe2\x80\xa9\""),
    STRING("C1 controls", "7", "\"\xc2\x85\xc2\x9f\""),
    STRING("noncharacters", "8.2", "\"\xef\xb7\x90\xef\xbf\xbe\xf4\x8f\xbf\xbe\""),
    STRING("every short escape", "7", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""),
    STRING("an escaped backslash at its end", "7", "\"\\\\\""),
    STRING("an escaped quote at its end", "7", "\"\\\"\""),
    STRING("backslashes in a row", "7", "\"\\\\\\\\\\\\\""),
    STRING("a backslash, then what looks like an escape", "7", "\"\\\\u00\""),
    STRING("digits in both cases", "7", "\"\\u00e9\\u00E9\\uABCD\\uabcd\""),
    STRING("the controls, escaped", "7", "\"\\u0001\\u001f\\u007f\""),
    NUL_STRING("NUL, escaped", "7", "\"\\u0000\""),
    NUL_STRING("NUL between letters, escaped", "7", "\"a\\u0000b\""),
    STRING("a digit after an escape", "7", "\"\\u00410\""),
    STRING("two and three bytes, escaped", "7", "\"\\u0080\\u07ff\\u0800\\uffff\""),
    STRING("beside the surrogates, escaped", "7", "\"\\ud7ff\\ue000\""),
    STRING("a pair", "7", "\"\\ud83d\\udc4d\""),
    STRING("a pair in upper case", "7", "\"\\uD83D\\uDC4D\""),
    STRING("the first and the last pair", "7", "\"\\ud800\\udc00\\udbff\\udfff\""),
    STRING("pairs in a row", "7", "\"\\ud83d\\udc4d\\ud83d\\udc4d\""),

    NO_STRING("NUL", "7", "\"a\0\"", DSI_E_CONTROL, 2),
    NO_STRING("a tab", "7", "\"\t\"", DSI_E_CONTROL, 1),
    NO_STRING("a line feed", "7", "\"\n\"", DSI_E_CONTROL, 1),
    NO_STRING("a line feed after a backslash", "7", "\"\\\n\"", DSI_E_ESCAPE, 2),
    NO_STRING("the last control", "7", "\"\x1f\"", DSI_E_CONTROL, 1),
    NO_STRING("a control after eight characters", "7", "\"12345678\x01\"",
              DSI_E_CONTROL, 9),
    NO_STRING("an escape of C", "7", "\"\\a\"", DSI_E_ESCAPE, 2),
    NO_STRING("a vertical tab's escape", "7", "\"\\v\"", DSI_E_ESCAPE, 2),
    NO_STRING("NUL's escape in C", "7", "\"\\0\"", DSI_E_ESCAPE, 2),
    NO_STRING("an escape in hexadecimal", "7", "\"\\x41\"", DSI_E_ESCAPE, 2),
    NO_STRING("an escaped single quote", "7", "\"\\'\"", DSI_E_ESCAPE, 2),
    NO_STRING("an escaped space", "7", "\"\\ \"", DSI_E_ESCAPE, 2),
    NO_STRING("an escaped letter of two bytes", "7", "\"\\\xc3\xa9\"", DSI_E_ESCAPE, 2),
    NO_STRING("an escape in upper case", "7", "\"\\N\"", DSI_E_ESCAPE, 2),
    NO_STRING("U in upper case", "7", "\"\\U0041\"", DSI_E_ESCAPE, 2),
    NO_STRING("no digits", "7", "\"\\u\"", DSI_E_ESCAPE, 3),
    NO_STRING("three digits", "7", "\"\\u004\"", DSI_E_ESCAPE, 6),
    NO_STRING("digits in braces", "7", "\"\\u{41}\"", DSI_E_ESCAPE, 3),
    NO_STRING("a letter that is not a hexadecimal digit", "7", "\"\\u00g1\"",
              DSI_E_ESCAPE, 5),
    NO_STRING("a sign in place of a digit", "7", "\"\\u+041\"", DSI_E_ESCAPE, 3),
    NO_STRING("a full-width digit", "7", "\"\\u\xef\xbc\x90\x34\x31\"", DSI_E_ESCAPE,
              3),
    NO_STRING("a high half alone", "8.2", "\"\\ud800\"", DSI_E_SURROGATE, 1),
    NO_STRING("a high half and a letter", "8.2", "\"\\udbffx\"", DSI_E_SURROGATE, 1),
    NO_STRING("a high half and a short escape", "8.2", "\"\\ud800\\n\"",
              DSI_E_SURROGATE, 1),
    NO_STRING("a high half and another escape", "8.2", "\"\\ud800\\u0041\"",
              DSI_E_SURROGATE, 1),
    NO_STRING("two high halves", "8.2", "\"\\ud800\\ud800\"", DSI_E_SURROGATE, 1),
    NO_STRING("a low half alone", "8.2", "\"a\\udc00\"", DSI_E_SURROGATE, 2),
    NO_STRING("a pair the wrong way round", "8.2", "\"\\udc00\\ud800\"",
              DSI_E_SURROGATE, 1),
    NO_STRING("a pair and a half", "8.2", "\"\\ud83d\\udc4d\\ud83d\"", DSI_E_SURROGATE,
              13),
    NO_STRING("a pair whose low half is cut", "8.2", "\"\\ud83d\\udc4\"", DSI_E_ESCAPE,
              12),
    NO_STRING("a high half escaped, a low half not", "8.2", "\"\\ud83d\xed\xb1\x8d\"",
              DSI_E_SURROGATE, 1),
    NO_STRING("an overlong NUL", "8.1", "\"\xc0\x80\"", DSI_E_UTF8, 1),
    NO_STRING("an overlong quote", "8.1", "\"\xc0\xa2\"", DSI_E_UTF8, 1),
    NO_STRING("an overlong slash of three bytes", "8.1", "\"\xe0\x80\xaf\"", DSI_E_UTF8,
              1),
    NO_STRING("an overlong slash of four bytes", "8.1", "\"\xf0\x80\x80\xaf\"",
              DSI_E_UTF8, 1),
    NO_STRING("a surrogate, not escaped", "8.1", "\"\xed\xa0\x80\"", DSI_E_UTF8, 1),
    NO_STRING("a pair of surrogates, not escaped", "8.1",
              "\"\xed\xa0\xbd\xed\xb1\x8d\"", DSI_E_UTF8, 1),
    NO_STRING("above U+10FFFF", "8.1", "\"\xf4\x90\x80\x80\"", DSI_E_UTF8, 1),
    NO_STRING("five bytes", "8.1", "\"\xf8\x88\x80\x80\x80\"", DSI_E_UTF8, 1),
    NO_STRING("FF", "8.1", "\"\xff\"", DSI_E_UTF8, 1),
    NO_STRING("a continuation byte alone", "8.1", "\"\x80\"", DSI_E_UTF8, 1),
    NO_STRING("a lead byte alone", "8.1", "\"\xc3\"", DSI_E_UTF8, 1),
    NO_STRING("a lead byte and a letter", "8.1", "\"\xe2\x82z\"", DSI_E_UTF8, 1),
    NO_STRING("Latin-1", "8.1", "\"caf\xe9\"", DSI_E_UTF8, 4),
    STRING_THEN_ERROR("a letter after it", "7", "\"a\"b", DSI_E_SYNTAX, 3),
    STRING_THEN_ERROR("a string after it", "7", "\"a\"\"b\"", DSI_E_SYNTAX, 3),
    STRING_THEN_ERROR("a string after a space", "7", "\"a\" \"b\"", DSI_E_SYNTAX, 4),
    STRING_THEN_ERROR("a plus after it", "7", "\"a\"+\"b\"", DSI_E_SYNTAX, 3),
    STRING_THEN_ERROR("a quote too many", "7", "\"a\"\"\"", DSI_E_SYNTAX, 3),
};

const grammar_list grammar_texts = {.items = rows, .count = COUNT(rows)};
