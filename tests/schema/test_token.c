/* Tokens of pages: the pattern ^[\S]+$ as ECMA-262 reads it, on every character. */
#include "tests/schema/sample.h"
#include "tests/support.h"

#include "schema/label.h"

#define SCALAR_MAX 0x10ffff

typedef struct range {
    uint32_t first;
    uint32_t last;
} range;

/* WhiteSpace (the category Zs, TAB, VT, FF, ZWNBSP) and LineTerminator of ECMA-262. */
static const range white_space[] = {
    {0x0009, 0x000d}, {0x0020, 0x0020}, {0x00a0, 0x00a0}, {0x1680, 0x1680},
    {0x2000, 0x200a}, {0x2028, 0x2029}, {0x202f, 0x202f}, {0x205f, 0x205f},
    {0x3000, 0x3000}, {0xfeff, 0xfeff},
};

/* Characters that other standards call white space, or that look like it. */
static const uint32_t near_misses[] = {
    0x0000, /* NUL */
    0x001c, /* a separator, white space to Java and Python */
    0x007f, /* DELETE */
    0x0085, /* NEXT LINE, white space to Unicode */
    0x180e, /* MONGOLIAN VOWEL SEPARATOR, in Zs until Unicode 6.3 */
    0x200b, /* ZERO WIDTH SPACE */
    0x200d, /* ZERO WIDTH JOINER */
    0x2060, /* WORD JOINER */
    0x2420, /* the symbol for a space */
    0x2800, /* an empty Braille pattern */
    0x3164, /* HANGUL FILLER */
    0xfffe, /* a byte order mark with its bytes swapped */
    0xe0020 /* a space among the tags */
};

static bool is_white_space(uint32_t scalar)
{
    for (size_t i = 0; i < COUNT(white_space); i++) {
        if (scalar >= white_space[i].first && scalar <= white_space[i].last) {
            return true;
        }
    }
    return false;
}

/* Appends the scalar in UTF-8. Returns the end. */
static char *put_scalar(char *at, uint32_t scalar)
{
    size_t tails = scalar < 0x80 ? 0 : scalar < 0x800 ? 1 : scalar < 0x10000 ? 2 : 3;
    static const unsigned leads[] = {0x00, 0xc0, 0xe0, 0xf0};

    *at++ = (char)(leads[tails] | scalar >> 6 * tails);
    while (tails-- > 0) {
        *at++ = (char)(0x80 | (scalar >> 6 * tails & 0x3f));
    }
    return at;
}

/*
 * Matches a scalar between two texts without white space. If the scalar is white space,
 * the mismatch must be at its offset.
 */
static void check_between(uint32_t scalar, const char *before, const char *after)
{
    size_t at = strlen(before);
    dsi_mismatch mismatch = {.offset = SIZE_MAX};
    char text[32];
    char *end;
    bool matches;

    memcpy(text, before, at);
    end = put_scalar(text + at, scalar);
    memcpy(end, after, strlen(after));
    end += strlen(after);
    matches = dsi_match_pagination_token(
        (dsi_string){.data = text, .length = (size_t)(end - text)}, DSI_LEVEL_MODEL,
        &mismatch);
    if (matches == is_white_space(scalar) || (!matches && mismatch.offset != at)) {
        ck_abort_msg("U+%04X between '%s' and '%s': %s at %zu", scalar, before, after,
                     matches ? "matches" : "stops", mismatch.offset);
    }
}

/*
 * Checks the scalar at the start, in the middle, at the end, and beside characters that
 * have bytes in common with it.
 */
static void check_everywhere(uint32_t scalar)
{
    check_between(scalar, "", "");
    check_between(scalar, "", "after");
    check_between(scalar, "a\xc3\xa9", "\xe2\x82\xacz");
    check_between(scalar, "before", "");
    check_between(scalar, "\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80");
    check_between(scalar, "\xe2\x80\xb0\xe1\x9a\x81", "\xe2\x81\xa0\xef\xbb\xbe");
}

START_TEST(white_space_is_a_mismatch_anywhere)
{
    const range *row = &white_space[_i];

    for (uint32_t scalar = row->first; scalar <= row->last; scalar++) {
        ck_assert(is_white_space(scalar));
        check_everywhere(scalar);
    }
}
END_TEST

START_TEST(the_neighbours_of_white_space_match)
{
    const range *row = &white_space[_i];

    ck_assert(!is_white_space(row->first - 1) && !is_white_space(row->last + 1));
    check_everywhere(row->first - 1);
    check_everywhere(row->last + 1);
}
END_TEST

START_TEST(near_misses_match)
{
    ck_assert_msg(!is_white_space(near_misses[_i]), "U+%04X", near_misses[_i]);
    check_everywhere(near_misses[_i]);
}
END_TEST

/* Validates a request whose token is this character alone. */
static void check_request(uint32_t scalar)
{
    char text[4];
    size_t length = (size_t)(put_scalar(text, scalar) - text);
    dsi_get_request request = {.introspection_id = TEXT("id"),
                               .next_token = {.data = text, .length = length}};
    dsi_violation item;
    dsi_violations report = {.items = &item, .capacity = 1};
    size_t expected = is_white_space(scalar) ? 1 : 0;

    if (dsi_get_request_validate(&request, &report) != expected ||
        (expected == 1 && (item.code != DSI_E_PATTERN || item.offset != 0))) {
        ck_abort_msg("U+%04X: %zu violations", scalar, report.count);
    }
}

START_TEST(every_character_alone)
{
    for (uint32_t scalar = 0; scalar <= SCALAR_MAX; scalar++) {
        if (scalar >> 11 != 0xd800 >> 11) { /* a surrogate has no UTF-8 */
            check_request(scalar);
            check_between(scalar, "a", "\xe2\x80\xb0");
        }
    }
}
END_TEST

START_TEST(the_first_of_several_counts)
{
    dsi_string text = TEXT("ab\xe3\x80\x80 \xc2\xa0");
    dsi_mismatch mismatch = {.offset = SIZE_MAX};

    ck_assert(!dsi_match_pagination_token(text, DSI_LEVEL_MODEL, &mismatch));
    ck_assert_uint_eq(mismatch.offset, 2);
    ck_assert_ptr_null(mismatch.rule);
    ck_assert_ptr_null(mismatch.part);
}
END_TEST

/* NUL is a character like others. It does not end the text. */
START_TEST(white_space_after_nul_is_found)
{
    dsi_mismatch mismatch = {.offset = SIZE_MAX};

    ck_assert(dsi_match_pagination_token(TEXT("a\0b"), DSI_LEVEL_MODEL, &mismatch));
    ck_assert(!dsi_match_pagination_token(TEXT("a\0 b"), DSI_LEVEL_MODEL, &mismatch));
    ck_assert_uint_eq(mismatch.offset, 2);
}
END_TEST

START_TEST(an_empty_token_does_not_match)
{
    dsi_mismatch mismatch = {.offset = SIZE_MAX};

    ck_assert(!dsi_match_pagination_token(TEXT(""), DSI_LEVEL_MODEL, &mismatch));
    ck_assert_uint_eq(mismatch.offset, 0);
}
END_TEST

START_TEST(nothing_beside_the_text_is_read)
{
    guarded_page page = guarded_page_open();
    dsi_string text = TEXT(
        "..\xf0\x9f\x98\x80\xe2\x80\xb0\xe1\x9a\x81\xc2\xa1\xe2\x81\xa0\xef\xbb\xbe"
        "\xe3\x80");

    for (size_t start = 0; start <= text.length; start++) {
        for (size_t length = 0; start + length <= text.length; length++) {
            dsi_string piece = {.data = text.data + start, .length = length};
            dsi_string last = guarded_page_last(&page, piece);
            dsi_string first;
            dsi_mismatch ignored;

            (void)dsi_match_pagination_token(last, DSI_LEVEL_MODEL, &ignored);
            (void)dsi_match_label(last, DSI_LEVEL_MODEL, &ignored);
            first = guarded_page_first(&page, piece);
            (void)dsi_match_pagination_token(first, DSI_LEVEL_MODEL, &ignored);
            (void)dsi_match_label(first, DSI_LEVEL_MODEL, &ignored);
        }
    }
    guarded_page_close(&page);
}
END_TEST

SUITE(token)
{
    Suite *suite = suite_create("tokens");

    add_rows(suite, "white space", white_space_is_a_mismatch_anywhere,
             COUNT(white_space));
    add_rows(suite, "neighbours", the_neighbours_of_white_space_match,
             COUNT(white_space));
    add_rows(suite, "near misses", near_misses_match, COUNT(near_misses));
    add_test(suite, "every character", every_character_alone);
    add_test(suite, "the first of several", the_first_of_several_counts);
    add_test(suite, "white space after NUL", white_space_after_nul_is_found);
    add_test(suite, "empty", an_empty_token_does_not_match);
    add_test(suite, "guarded pages", nothing_beside_the_text_is_read);
    return suite;
}
