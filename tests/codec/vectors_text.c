/* Text: strict UTF-8 and paired surrogates, in values, names and skipped members. */
#include "tests/codec/outcome.h"

#define ID "{\"introspectionId\":\""

#define BAD(id, reason, text, error, at)                                               \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "start-response",                    \
        .bytes = TEXT_ROW(ID text "\"}"), .code = (error), .offset = 20 + (at),        \
        .path = "/introspectionId"                                                     \
    }
#define GOOD(id, reason, text, expected)                                               \
    {                                                                                  \
        .name = (id), .why = (reason), .message = "start-response",                    \
        .bytes = TEXT_ROW(ID text "\"}"), .output = ID expected "\"}"                  \
    }

static const vector rows[] = {
    GOOD("utf8-2", "U+0080 and U+07FF, the ends", "\xc2\x80\xdf\xbf",
         "\xc2\x80\xdf\xbf"),
    GOOD("utf8-3", "U+0800 and U+FFFF, the ends", "\xe0\xa0\x80\xef\xbf\xbf",
         "\xe0\xa0\x80\xef\xbf\xbf"),
    GOOD("utf8-3-around-surrogates", "U+D7FF and U+E000", "\xed\x9f\xbf\xee\x80\x80",
         "\xed\x9f\xbf\xee\x80\x80"),
    GOOD("utf8-4", "U+10000 and U+10FFFF, the ends", "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf",
         "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"),
    GOOD("utf8-4-planes", "U+40000 and U+FFFFF: the leads in between",
         "\xf1\x80\x80\x80\xf3\xbf\xbf\xbf", "\xf1\x80\x80\x80\xf3\xbf\xbf\xbf"),
    GOOD("delete", "U+007F is no control of JSON's", "\x7f", "\x7f"),
    GOOD("escape-2", "becomes two bytes", "\\u00e9\\u07FF", "\xc3\xa9\xdf\xbf"),
    GOOD("escape-3", "becomes three bytes", "\\u20AC\\uD7FF\\uE000\\uFFFF",
         "\xe2\x82\xac\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf"),
    GOOD("escape-pair", "becomes four bytes", "\\uD83D\\uDC4D", "\xf0\x9f\x91\x8d"),
    GOOD("escape-pair-ends", "U+10000 and U+10FFFF", "\\ud800\\udc00\\uDBFF\\uDFFF",
         "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"),
    GOOD("escape-pairs", "one behind the other", "\\ud83d\\udc4d\\ud83d\\udc4d",
         "\xf0\x9f\x91\x8d\xf0\x9f\x91\x8d"),
    GOOD("escapes-short", "decoded, and encoded as short as can be",
         "\\\"\\\\\\/\\b\\f\\n\\r\\t\\u001f", "\\\"\\\\/\\b\\f\\n\\r\\t\\u001F"),
    GOOD("plain-run", "runs of plain text around a mark, at every distance from eight",
         "\\n1\\n12\\n123\\n1234\\n12345\\n123456\\n1234567\\n12345678\\n123456789\xc3"
         "\xa9",
         "\\n1\\n12\\n123\\n1234\\n12345\\n123456\\n1234567\\n12345678\\n123456789\xc3"
         "\xa9"),

    BAD("overlong-2", "C0 80 is an overlong NUL", "\xc0\x80", DSI_E_UTF8, 0),
    BAD("overlong-2-c1", "C1 BF is an overlong U+007F", "\xc1\xbf", DSI_E_UTF8, 0),
    BAD("overlong-3", "E0 80 AF is an overlong slash", "ab\xe0\x80\xaf", DSI_E_UTF8, 2),
    BAD("overlong-4", "F0 80 80 AF is an overlong slash", "\xf0\x80\x80\xaf",
        DSI_E_UTF8, 0),
    BAD("overlong-4-end", "F0 8F BF BF is an overlong U+FFFF", "\xf0\x8f\xbf\xbf",
        DSI_E_UTF8, 0),
    BAD("raw-surrogate", "ED A0 80 is U+D800", "\xed\xa0\x80", DSI_E_UTF8, 0),
    BAD("raw-surrogate-low", "ED BF BF is U+DFFF", "\xed\xbf\xbf", DSI_E_UTF8, 0),
    BAD("cesu-8", "a pair of raw surrogates", "\xed\xa0\xbd\xed\xb1\x8d", DSI_E_UTF8,
        0),
    BAD("too-high", "F4 90 80 80 is U+110000", "\xf4\x90\x80\x80", DSI_E_UTF8, 0),
    BAD("lead-f5", "no character begins with F5", "\xf5\x80\x80\x80", DSI_E_UTF8, 0),
    BAD("lead-ff", "no character begins with FF", "a\xff", DSI_E_UTF8, 1),
    BAD("tail-alone", "a tail without a lead", "\x80", DSI_E_UTF8, 0),
    BAD("tail-missing-2", "the quote is no tail", "\xc3", DSI_E_UTF8, 0),
    BAD("tail-missing-3", "cut after two bytes", "\xe2\x82", DSI_E_UTF8, 0),
    BAD("tail-missing-4", "cut after three bytes", "\xf0\x9f\x91", DSI_E_UTF8, 0),
    BAD("tail-missing-letter", "a letter is no tail", "\xe2\x82z", DSI_E_UTF8, 0),
    BAD("latin-1", "not UTF-8", "caf\xe9", DSI_E_UTF8, 3),
    BAD("behind-eight", "found behind a run of plain words", "0123456789abcdef\xc0",
        DSI_E_UTF8, 16),

    BAD("high-alone", "yajl makes a question mark of it", "\\ud800", DSI_E_SURROGATE,
        0),
    BAD("high-then-letter", "the other half must follow", "a\\ud800b", DSI_E_SURROGATE,
        1),
    BAD("high-then-escape", "no half at all", "\\udbff\\n", DSI_E_SURROGATE, 0),
    BAD("high-then-unit", "yajl makes U+10041 of it", "\\ud800\\u0041", DSI_E_SURROGATE,
        0),
    BAD("high-then-nul", "yajl makes U+10FC00 of it", "\\udbff\\u0000", DSI_E_SURROGATE,
        0),
    BAD("high-then-high", "two high halves", "\\ud800\\ud800", DSI_E_SURROGATE, 0),
    BAD("low-alone", "yajl makes ill-formed UTF-8 of it", "ab\\udc00", DSI_E_SURROGATE,
        2),
    BAD("low-then-high", "the wrong way round", "\\udc00\\ud800", DSI_E_SURROGATE, 0),
    BAD("pair-then-low", "the third half", "\\ud83d\\udc4d\\udfff", DSI_E_SURROGATE,
        12),

    {.name = "name-utf8",
     .why = "names are text, too",
     .message = "start-response",
     .bytes = TEXT_ROW("{\"a\xff\":1}"),
     .code = DSI_E_UTF8,
     .offset = 3,
     .path = ""},
    {.name = "name-surrogate",
     .why = "distinct names would become one",
     .message = "start-response",
     .bytes = TEXT_ROW("{\"\\ud801\":1,\"\\ud802\":2}"),
     .code = DSI_E_SURROGATE,
     .offset = 2,
     .path = ""},
    {.name = "skipped-utf8",
     .why = "skipped members are text, too",
     .message = "start-request",
     .bytes = TEXT_ROW("{\"rdsDataApiConfig\":{\"x\":[{\"y\":\"\xc0\"}]}}"),
     .code = DSI_E_UTF8,
     .offset = 32,
     .path = "/rdsDataApiConfig"},
};

const vector_list vectors_text = {.items = rows, .count = COUNT(rows)};
