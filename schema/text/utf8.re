/*
 * schema/text/utf8.re - checks UTF-8 and counts characters.
 *
 * Most text is ASCII, which is read in blocks. The automaton reads the rest, one
 * character after the other. So each character has its own start, and an error has the
 * offset of the character and not of the byte in it.
 */
#include "schema/text/utf8.h"

#include "schema/text/span.h"

/*!include:re2c "schema/text/unicode.re" */

/*
 * At the end of the text a NUL is peeked: it also ends a character that is cut. A text
 * shorter than a block is read byte by byte.
 */
bool dsi_utf8_scan(dsi_string text, size_t *scalars, size_t *offset)
{
    const unsigned char *bytes = (const unsigned char *)text.data;
    const size_t length = text.length;
    size_t cursor = 0;
    size_t marker = 0;
    size_t start = 0;
    size_t count = 0;

ascii:
    cursor = dsi_span_ascii(bytes, start, length);
    while (cursor < length && bytes[cursor] < 0x80) { /* shorter than a block */
        cursor++;
    }
    count += cursor - start;
next:
    start = cursor;
    /*!re2c
        re2c:api = custom;
        re2c:api:style = free-form;
        re2c:define:YYCTYPE    = "unsigned char";
        re2c:define:YYPEEK     = "(cursor < length ? bytes[cursor] : 0)";
        re2c:define:YYSKIP     = "cursor++;";
        re2c:define:YYBACKUP   = "marker = cursor;";
        re2c:define:YYRESTORE  = "cursor = marker;";
        re2c:yyfill:enable = 0;

        [\x00-\x7f] { if (start == length) { goto done; } goto ascii; }
        utf8_multi  { count++; goto next; }
        *           { *offset = start; return false; }
    */
done:
    *scalars = count;
    return true;
}
