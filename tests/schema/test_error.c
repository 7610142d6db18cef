/* Error codes: names, bands and released numbers. Errors in words, letter by letter. */
#include "tests/schema/sample.h"
#include "tests/support.h"

typedef struct code_row {
    const char *name;
    unsigned number;
    const char *text;
} code_row;

#define CODE_ROW(name, number, text) {#name, name, text},
static const code_row codes[] = {DSI_CODES(CODE_ROW)};
#undef CODE_ROW

/*
 * A second list of the codes, because the number of a released code must never change.
 */
static const code_row released[] = {
    {"DSI_OK", 0x000, NULL},
    {"DSI_E_ARGUMENT", 0x101, NULL},
    {"DSI_E_BLOCK_SIZE", 0x102, NULL},
    {"DSI_E_BUFFER_SIZE", 0x103, NULL},
    {"DSI_E_REENTRY", 0x104, NULL},
    {"DSI_E_SYNTAX", 0x201, NULL},
    {"DSI_E_NOT_OBJECT", 0x202, NULL},
    {"DSI_E_TRUNCATED", 0x203, NULL},
    {"DSI_E_TRAILING", 0x204, NULL},
    {"DSI_E_CONTROL", 0x205, NULL},
    {"DSI_E_ESCAPE", 0x206, NULL},
    {"DSI_E_UTF8", 0x301, NULL},
    {"DSI_E_SURROGATE", 0x302, NULL},
    {"DSI_E_TYPE", 0x401, NULL},
    {"DSI_E_DUPLICATE", 0x402, NULL},
    {"DSI_E_UNKNOWN_MEMBER", 0x403, NULL},
    {"DSI_E_NULL_ITEM", 0x404, NULL},
    {"DSI_E_INTEGER", 0x405, NULL},
    {"DSI_E_INTEGER_RANGE", 0x406, NULL},
    {"DSI_E_ROUTE", 0x407, NULL},
    {"DSI_E_MAX_BYTES", 0x501, NULL},
    {"DSI_E_MAX_DEPTH", 0x502, NULL},
    {"DSI_E_MAX_TOKEN", 0x503, NULL},
    {"DSI_E_MEMORY", 0x504, NULL},
    {"DSI_E_REQUIRED", 0x601, NULL},
    {"DSI_E_LENGTH", 0x602, NULL},
    {"DSI_E_PATTERN", 0x603, NULL},
    {"DSI_E_ILL_FORMED", 0x604, NULL},
    {"DSI_E_DISAGREEMENT", 0x605, NULL},
    {"DSI_E_RANGE", 0x606, NULL},
    {"DSI_E_DOT_SEGMENT", 0x607, NULL},
    {"DSI_E_SINK", 0x701, NULL},
    {"DSI_E_STOPPED", 0x702, NULL},
    {"DSI_E_INTERNAL", 0x801, NULL},
};

START_TEST(a_code_has_a_name_a_text_and_a_band)
{
    const code_row *row = &codes[_i];
    dsi_code code = (dsi_code)row->number;
    const char *text = dsi_code_text(code);
    unsigned band = row->number >> 8;

    ck_assert_str_eq(dsi_code_name(code), row->name);
    ck_assert_str_eq(text, row->text);
    ck_assert_msg(text[0] != '\0' && text[strlen(text) - 1] != '.', "%s: '%s'",
                  row->name, text);
    ck_assert_uint_eq(dsi_code_band(code), band);
    ck_assert_msg(code == DSI_OK ? band == 0 : band >= 1 && band <= 8, "%s: band %u",
                  row->name, band);
}
END_TEST

START_TEST(no_two_codes_share_anything)
{
    for (size_t i = (size_t)_i + 1; i < COUNT(codes); i++) {
        ck_assert_uint_ne(codes[_i].number, codes[i].number);
        ck_assert_str_ne(codes[_i].name, codes[i].name);
        ck_assert_str_ne(codes[_i].text, codes[i].text);
    }
}
END_TEST

START_TEST(released_numbers_stay)
{
    ck_assert_str_eq(dsi_code_name((dsi_code)released[_i].number), released[_i].name);
}
END_TEST

/* A new code needs a row in the list of released ones. */
START_TEST(all_codes_are_released)
{
    ck_assert_uint_eq(COUNT(codes), COUNT(released));
}
END_TEST

START_TEST(bands_are_numbered)
{
    static const struct {
        dsi_code code;
        dsi_band band;
    } bands[] = {
        {DSI_OK, DSI_BAND_NONE},
        {DSI_E_REENTRY, DSI_BAND_USAGE},
        {DSI_E_ESCAPE, DSI_BAND_SYNTAX},
        {DSI_E_SURROGATE, DSI_BAND_TEXT},
        {DSI_E_TYPE, DSI_BAND_SHAPE},
        {DSI_E_MEMORY, DSI_BAND_LIMIT},
        {DSI_E_LENGTH, DSI_BAND_CONSTRAINT},
        {DSI_E_SINK, DSI_BAND_SINK},
        {DSI_E_INTERNAL, DSI_BAND_INTERNAL},
    };

    for (size_t i = 0; i < COUNT(bands); i++) {
        ck_assert_uint_eq(dsi_code_band(bands[i].code), bands[i].band);
        ck_assert_uint_eq(bands[i].band, i);
    }
}
END_TEST

START_TEST(a_number_that_is_not_listed)
{
    static const unsigned numbers[] = {0x001, 0x100, 0x106, 0x6ff, 0x802, 0x7fff};

    for (size_t i = 0; i < COUNT(numbers); i++) {
        ck_assert_str_eq(dsi_code_name((dsi_code)numbers[i]), "DSI_E_UNKNOWN");
        ck_assert_str_eq(dsi_code_text((dsi_code)numbers[i]), "unknown error");
    }
}
END_TEST

typedef struct text_row {
    const char *why;
    dsi_error error;
    const char *text;
} text_row;

static const text_row texts[] = {
    {"success", {.code = DSI_OK}, "no error"},
    {"syntax",
     {.code = DSI_E_SYNTAX, .offset = 12},
     "this byte is not allowed here at byte 12"},
    {"syntax, with a path",
     {.code = DSI_E_SYNTAX, .offset = 40, .path = "/rdsDataApiConfig"},
     "this byte is not allowed here at byte 40 in '/rdsDataApiConfig'"},
    {"text, at the start", {.code = DSI_E_UTF8}, "these bytes are not UTF-8 at byte 0"},
    {"type",
     {.code = DSI_E_TYPE,
      .offset = 9,
      .limit = DSI_JSON_STRING,
      .actual = DSI_JSON_NUMBER,
      .path = "/a"},
     "the value has the wrong JSON type (expected a string, found a number) at byte 9 "
     "in '/a'"},
    {"type, the others",
     {.code = DSI_E_TYPE, .limit = DSI_JSON_OBJECT, .actual = DSI_JSON_ARRAY},
     "the value has the wrong JSON type (expected an object, found an array) at byte "
     "0"},
    {"type, yet others",
     {.code = DSI_E_TYPE, .limit = DSI_JSON_BOOLEAN, .actual = DSI_JSON_NULL},
     "the value has the wrong JSON type (expected a boolean, found null) at byte 0"},
    {"type, not known",
     {.code = DSI_E_TYPE, .limit = 0, .actual = 7},
     "the value has the wrong JSON type (expected ?, found ?) at byte 0"},
    {"a limit, with the number that exceeded it",
     {.code = DSI_E_MAX_DEPTH, .offset = 64, .limit = 64, .actual = 65},
     "the message is nested deeper than max_depth (limit 64, needed 65) at byte 64"},
    {"limit alone",
     {.code = DSI_E_MAX_BYTES, .offset = 100, .limit = 100},
     "the message is longer than max_bytes (limit 100) at byte 100"},
    {"an error of the block size has no place in the text",
     {.code = DSI_E_BLOCK_SIZE, .offset = 5, .limit = 1000, .actual = 70000},
     "the block is too small for these limits (given 1000, needed 70000)"},
    {"no buffer",
     {.code = DSI_E_BUFFER_SIZE, .limit = 0, .actual = 2},
     "the buffer is too small for the message (given 0, needed 2)"},
    {"sink", {.code = DSI_E_SINK, .offset = 5}, "the sink refused the bytes"},
    {"stopped",
     {.code = DSI_E_STOPPED, .offset = 5},
     "the caller's function stopped the call"},
    {"a target",
     {.code = DSI_E_ROUTE, .offset = 3},
     "the target is not this operation's at byte 3"},
    {"a violation has a path and no place in the text",
     {.code = DSI_E_REQUIRED, .offset = 5, .path = "/introspectionId"},
     "a required member is missing in '/introspectionId'"},
    {"internal", {.code = DSI_E_INTERNAL, .offset = 3}, "internal error at byte 3"},
    {"the largest numbers",
     {.code = DSI_E_MAX_TOKEN,
      .offset = UINT64_MAX,
      .limit = UINT64_MAX,
      .actual = UINT64_MAX},
     "a string, number or literal is longer than max_token (limit "
     "18446744073709551615, needed "
     "18446744073709551615) at byte 18446744073709551615"},
};

static size_t render_error(const void *subject, char *buffer, size_t capacity)
{
    return dsi_error_describe(subject, buffer, capacity);
}

START_TEST(in_words)
{
    check_rendering(render_error, &texts[_i].error, texts[_i].text);
}
END_TEST

START_TEST(every_text_fits)
{
    dsi_error error = {.code = (dsi_code)codes[_i].number,
                       .offset = UINT64_MAX,
                       .limit = UINT64_MAX,
                       .actual = UINT64_MAX};
    char words[DSI_ERROR_TEXT_MAX];

    memset(error.path, 'p', sizeof error.path - 1);
    ck_assert_msg(dsi_error_describe(&error, words, sizeof words) < sizeof words, "%s",
                  codes[_i].name);
}
END_TEST

SUITE(error)
{
    Suite *suite = suite_create("errors");

    add_rows(suite, "codes", a_code_has_a_name_a_text_and_a_band, COUNT(codes));
    add_rows(suite, "unique", no_two_codes_share_anything, COUNT(codes));
    add_rows(suite, "released", released_numbers_stay, COUNT(released));
    add_test(suite, "all released", all_codes_are_released);
    add_test(suite, "bands", bands_are_numbered);
    add_test(suite, "not listed", a_number_that_is_not_listed);
    add_rows(suite, "in words", in_words, COUNT(texts));
    add_rows(suite, "room", every_text_fits, COUNT(codes));
    return suite;
}
