/*
 * schema/label.re - what the path and the query of a target can carry.
 *
 * Both rules are matchers for the rows of schema/get.c. The rule of a label is HTTP's,
 * and that of a token is the model's pattern. \S is Unicode's here, as ECMA-262 has it,
 * so an automaton over the bytes of UTF-8 reads it.
 */
#include "schema/label.h"

/*!include:re2c "schema/text/unicode.re" */

bool dsi_match_label(dsi_string value, dsi_level level, dsi_mismatch *mismatch)
{
    (void)level;
    *mismatch = (dsi_mismatch){.offset = 0};
    return !dsi_string_equal(value, dsi_str(".")) &&
           !dsi_string_equal(value, dsi_str(".."));
}

/*
 * Returns the offset of the first white space, or the length if the text has no white
 * space. At the length the automaton sees a NUL, so it ends there and reads no byte
 * after the text.
 */
static size_t label_find_white_space(dsi_string text)
{
    const unsigned char *bytes = (const unsigned char *)text.data;
    const size_t length = text.length; /* a NUL is peeked there */
    size_t cursor = 0;
    size_t marker = 0;

    for (;;) {
        const size_t start = cursor;
        /*!re2c
            re2c:api = custom;
            re2c:api:style = free-form;
            re2c:define:YYCTYPE    = "unsigned char";
            re2c:define:YYPEEK     = "(cursor < length ? bytes[cursor] : 0)";
            re2c:define:YYSKIP     = "cursor++;";
            re2c:define:YYBACKUP   = "marker = cursor;";
            re2c:define:YYRESTORE  = "cursor = marker;";
            re2c:yyfill:enable = 0;

            white_space { return start; }
            "\x00"      { if (start == length) { return length; } continue; }
            *           { continue; }
        */
    }
}

bool dsi_match_pagination_token(dsi_string value, dsi_level level,
                                dsi_mismatch *mismatch)
{
    size_t offset = label_find_white_space(value);

    (void)level;
    *mismatch = (dsi_mismatch){.offset = offset};
    return offset == value.length && value.length > 0;
}
