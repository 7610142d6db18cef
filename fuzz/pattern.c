/*
 * fuzz/pattern.c - calls PCRE2.
 *
 * PCRE2's partial matching says whether more text could make a start match. That gives
 * the offset at which a text stops to match, which dsi must report.
 */
#include "fuzz/pattern.h"

pcre2_code *pattern_compile(const char *pattern, bool unicode)
{
    uint32_t options = unicode ? PCRE2_UTF | PCRE2_UCP : 0;
    PCRE2_SIZE at;
    int error;
    pcre2_code *compiled = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
                                         options | PCRE2_DOLLAR_ENDONLY, &error, &at,
                                         NULL);

    fuzz_hold(compiled != NULL, "a published pattern is one");
    return compiled;
}

#define KEPT_MAX 32

const pcre2_code *pattern_kept(const char *pattern)
{
    static const char *patterns[KEPT_MAX];
    static pcre2_code *codes[KEPT_MAX];
    size_t i = 0;

    while (i < KEPT_MAX - 1 && patterns[i] != NULL && patterns[i] != pattern) {
        i++;
    }
    if (patterns[i] == NULL) {
        patterns[i] = pattern;
        codes[i] = pattern_compile(pattern, true);
    }
    fuzz_hold(patterns[i] == pattern, "there is room for every pattern");
    return codes[i];
}

/* Matches. The data is kept from call to call, with the memory that a match took. */
static int run(const pcre2_code *pattern, dsi_string text, uint32_t options,
               PCRE2_SIZE *start)
{
    static pcre2_match_data *data;
    int result;

    if (data == NULL) {
        data = pcre2_match_data_create(1, NULL);
        fuzz_hold(data != NULL, "there is memory");
    }
    result = pcre2_match(pattern, (PCRE2_SPTR)text.data, text.length, 0, options, data,
                         NULL);
    if (start != NULL) {
        *start = pcre2_get_startchar(data);
    }
    return result;
}

bool pattern_matches(const pcre2_code *pattern, dsi_string text)
{
    int result = run(pattern, text, 0, NULL);

    fuzz_hold(result >= 0 || result == PCRE2_ERROR_NOMATCH, "PCRE2 has an opinion");
    return result >= 0;
}

/* True if this start of a text matches, or could match with more text after it. */
static bool goes_on(const pcre2_code *pattern, dsi_string text, size_t length)
{
    dsi_string start = {.data = text.data, .length = length};
    int result = run(pattern, start, PCRE2_PARTIAL_HARD, NULL);

    fuzz_hold(result >= 0 || result == PCRE2_ERROR_NOMATCH ||
                  result == PCRE2_ERROR_PARTIAL,
              "PCRE2 has an opinion");
    return result != PCRE2_ERROR_NOMATCH;
}

static bool is_unicode(const pcre2_code *pattern)
{
    uint32_t options = 0;

    (void)pcre2_pattern_info(pattern, PCRE2_INFO_ALLOPTIONS, &options);
    return (options & PCRE2_UTF) != 0;
}

/* The end of the character at this offset. */
static size_t next_character(dsi_string text, size_t offset)
{
    do {
        offset++;
    } while (offset < text.length && ((unsigned char)text.data[offset] & 0xc0) == 0x80);
    return offset;
}

/* The start of the character that the offset is in. */
static size_t this_character(dsi_string text, size_t offset)
{
    while (offset < text.length && ((unsigned char)text.data[offset] & 0xc0) == 0x80) {
        offset--;
    }
    return offset;
}

/* If a start of the text can go on, every shorter one can. So halving finds the end. */
size_t pattern_reach(const pcre2_code *pattern, dsi_string text)
{
    bool unicode = is_unicode(pattern);
    size_t good = 0;
    size_t end = text.length;

    while (good < end) {
        size_t middle = good + (end - good + 1) / 2;

        if (unicode) {
            middle = this_character(text, middle);
            middle = middle > good ? middle : next_character(text, good);
        }
        if (goes_on(pattern, text, middle)) {
            good = middle;
        } else {
            end = unicode ? this_character(text, middle - 1) : middle - 1;
        }
    }
    return good;
}

/* An empty pattern matches any text, so an error can only be about the UTF-8. */
size_t pattern_well_formed(dsi_string text)
{
    static pcre2_code *any;
    PCRE2_SIZE start = 0;
    int result;

    if (any == NULL) {
        any = pattern_compile("", true);
    }
    result = run(any, text, 0, &start);
    return result <= PCRE2_ERROR_UTF8_ERR1 && result >= PCRE2_ERROR_UTF8_ERR21
               ? start
               : text.length;
}
