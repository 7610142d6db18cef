/*
 * tests/prove/pattern.c - runs the published patterns by PCRE2, on the strings of the
 * W-method. This shows that the expressions for libfa mean the same as these patterns.
 *
 * PCRE2 reads the patterns as ECMA-262 does, with three options: `$` is only the end,
 * `\d` is ASCII, and `\S` is Unicode's. Three characters still differ: see as_ecma.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <stdio.h>
#include <string.h>

#include "tests/prove/prove.h"
#include "tests/prove/words.h"

typedef struct regex {
    pcre2_code *code;
    pcre2_match_data *data;
    bool white_space; /* the pattern contains \S */
} regex;

static regex regex_open(const subject *item)
{
    const char *pattern = subject_pattern(item);
    uint32_t options = PCRE2_DOLLAR_ENDONLY;
    regex self = {.white_space = strstr(pattern, "\\S") != NULL};
    PCRE2_SIZE at;
    int error;

    if (item->unicode) {
        options |= PCRE2_UTF | (self.white_space ? PCRE2_UCP : 0);
    }
    self.code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, options,
                              &error, &at, NULL);
    prove_need(self.code != NULL, "PCRE2 compiles a pattern");
    prove_need(pcre2_jit_compile(self.code, PCRE2_JIT_COMPLETE) == 0, "it has a JIT");
    self.data = pcre2_match_data_create_from_pattern(self.code, NULL);
    prove_need(self.data != NULL, "there is memory");
    return self;
}

static void regex_close(regex *self)
{
    pcre2_match_data_free(self->data);
    pcre2_code_free(self->code);
}

static void replace(word *text, const char *from, const char *to)
{
    size_t length = strlen(from);

    for (size_t i = 0; i + length <= text->length; i++) {
        if (memcmp(text->bytes + i, from, length) == 0) {
            memset(text->bytes + i, 'x', length);
            text->bytes[i] = *to;
        }
    }
}

/*
 * U+FEFF is white space in ECMA-262 and not in PCRE2. U+0085 and U+180E are white space
 * in PCRE2 and not in ECMA-262. This replaces each by a character on which both agree.
 */
static void as_ecma(word *text)
{
    replace(text, "\xef\xbb\xbf", " ");
    replace(text, "\xc2\x85", "x");
    replace(text, "\xe1\xa0\x8e", "x");
}

static bool match(const void *context, dsi_string text)
{
    const regex *self = context;
    word ecma = {.length = text.length};

    prove_need(text.length <= sizeof ecma.bytes, "a text has room");
    memcpy(ecma.bytes, text.data, text.length);
    if (self->white_space) {
        as_ecma(&ecma);
    }
    return pcre2_match(self->code, (PCRE2_SPTR)ecma.bytes, ecma.length, 0, 0,
                       self->data, NULL) > 0;
}

static size_t encode(uint32_t scalar, char bytes[4])
{
    if (scalar < 0x80) {
        bytes[0] = (char)scalar;
        return 1;
    }
    if (scalar < 0x800) {
        bytes[0] = (char)(0xc0 | scalar >> 6);
        bytes[1] = (char)(0x80 | (scalar & 0x3f));
        return 2;
    }
    if (scalar < 0x10000) {
        bytes[0] = (char)(0xe0 | scalar >> 12);
        bytes[1] = (char)(0x80 | (scalar >> 6 & 0x3f));
        bytes[2] = (char)(0x80 | (scalar & 0x3f));
        return 3;
    }
    bytes[0] = (char)(0xf0 | scalar >> 18);
    bytes[1] = (char)(0x80 | (scalar >> 12 & 0x3f));
    bytes[2] = (char)(0x80 | (scalar >> 6 & 0x3f));
    bytes[3] = (char)(0x80 | (scalar & 0x3f));
    return 4;
}

/*
 * Tries every number of 21 bits as a single character. The W-method is not enough here,
 * because PCRE2 uses tables and not an automaton.
 */
static bool agree_on_characters(const subject *item, const language *wanted,
                                regex *expression, word *differs)
{
    bool agrees = true;

    for (uint32_t scalar = 0; scalar < 0x200000 && agrees; scalar++) {
        dsi_string text = {.data = differs->bytes};

        text.length = encode(scalar, differs->bytes);
        differs->length = text.length;
        agrees = match(expression, text) ==
                     wanted->accepts[language_run(wanted, 0, text)] &&
                 match(expression, text) == subject_match(item, text);
    }
    return agrees;
}

bool prove_pattern(const subject *item, const language *wanted)
{
    static words strings;
    regex expression = regex_open(item);
    size_t count;
    word differs;
    char figures[FIGURES];
    bool agrees;

    words_make(&strings, wanted);
    agrees = words_agree(&strings, match, &expression, &count, &differs) &&
             (!item->unicode ||
              agree_on_characters(item, wanted, &expression, &differs));
    regex_close(&expression);
    if (!agrees) {
        return prove_differs(
            "PCRE2", item->name,
            (dsi_string){.data = differs.bytes, .length = differs.length});
    }
    snprintf(figures, sizeof figures, "%zu strings%s: agrees, as published", count,
             item->unicode ? " and every character" : "");
    return prove_holds("PCRE2", item->name, figures);
}
