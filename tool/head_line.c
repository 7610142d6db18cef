/*
 * tool/head_line.c - checks the lines of an HTTP head and takes them apart.
 *
 * A check finds the first byte at which the line cannot be valid any more. So the
 * program can refuse an input that is no head at its first wrong byte.
 */
#include "head_line.h"

/* ------------------------------------------------------------------- the patterns */

/* In a pattern 's' is a digit from 1 to 9, 'd' any digit; other bytes are literal. */
static bool head_line_fits(char pattern, char byte)
{
    if (pattern == 's' || pattern == 'd') {
        return byte >= (pattern == 's' ? '1' : '0') && byte <= '9';
    }
    return byte == pattern;
}

/* How many bytes of the line fit the pattern. */
static size_t head_line_match(dsi_string line, const char *pattern)
{
    size_t i = 0;

    while (i < line.length && pattern[i] != '\0' &&
           head_line_fits(pattern[i], line.data[i])) {
        i++;
    }
    return i;
}

/* The line from `start` on. */
static dsi_string head_line_from(dsi_string line, size_t start)
{
    return (dsi_string){.data = line.data + start, .length = line.length - start};
}

/* The place of the byte's first occurrence from `start` on, or the line's length. */
static size_t head_line_find(dsi_string line, size_t start, char byte)
{
    while (start < line.length && line.data[start] != byte) {
        start++;
    }
    return start;
}

/* ----------------------------------------------------------------- the first line */

/* The form that matches longest decides: its mismatch is the first wrong byte. */
size_t head_line_check_status(dsi_string line)
{
    static const char *const forms[] = {"HTTP/1.0 sdd", "HTTP/1.1 sdd", "HTTP/2 sdd",
                                        "HTTP/3 sdd"};
    size_t longest = 0;

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t matched = head_line_match(line, forms[i]);

        if (forms[i][matched] == '\0') {
            bool ends = matched == line.length || line.data[matched] == ' ';

            return ends ? HEAD_LINE_GOOD : matched;
        }
        longest = matched > longest ? matched : longest;
    }
    return longest;
}

int head_line_status(dsi_string line)
{
    const char *digits = line.data + head_line_find(line, 0, ' ') + 1;

    return (digits[0] - '0') * 100 + (digits[1] - '0') * 10 + (digits[2] - '0');
}

static bool head_line_is_visible(char byte)
{
    return (unsigned char)byte > ' ' && byte != '\x7f';
}

/* The end of the word that begins at `start`. */
static size_t head_line_skip_word(dsi_string line, size_t start)
{
    while (start < line.length && head_line_is_visible(line.data[start])) {
        start++;
    }
    return start;
}

/*
 * Methods are in capitals. So JSON, which a user may pass instead, is refused at once.
 */
static size_t head_line_skip_method(dsi_string line)
{
    size_t i = 0;

    while (i < line.length && line.data[i] >= 'A' && line.data[i] <= 'Z') {
        i++;
    }
    return i;
}

/* Each step returns the place where it stopped, unless a blank ends the part there. */
size_t head_line_check_request(dsi_string line)
{
    static const char version[] = "HTTP/1.d";
    size_t method = head_line_skip_method(line);
    size_t target;
    size_t end;

    if (method == 0 || method == line.length || line.data[method] != ' ') {
        return method;
    }
    target = head_line_skip_word(line, method + 1);
    if (target == method + 1 || target == line.length || line.data[target] != ' ') {
        return target;
    }
    end = target + 1 + head_line_match(head_line_from(line, target + 1), version);
    return end == line.length && end == target + sizeof version ? HEAD_LINE_GOOD : end;
}

dsi_string head_line_method(dsi_string line)
{
    return (dsi_string){.data = line.data, .length = head_line_find(line, 0, ' ')};
}

dsi_string head_line_target(dsi_string line)
{
    size_t start = head_line_find(line, 0, ' ') + 1;

    return (dsi_string){.data = line.data + start,
                        .length = head_line_find(line, start, ' ') - start};
}

/* -------------------------------------------------------------------- the headers */

size_t head_line_check_header(dsi_string line)
{
    size_t i = 0;

    while (i < line.length && line.data[i] != ':' &&
           head_line_is_visible(line.data[i])) {
        i++;
    }
    return i > 0 && i < line.length && line.data[i] == ':' ? HEAD_LINE_GOOD : i;
}

bool head_line_is_folded(dsi_string line)
{
    return line.length > 0 && (line.data[0] == ' ' || line.data[0] == '\t');
}

dsi_header head_line_header(dsi_string line)
{
    size_t colon = head_line_find(line, 0, ':');

    return (dsi_header){.name = {.data = line.data, .length = colon},
                        .value = head_line_from(line, colon + 1)};
}
