/*
 * schema/text/text.c - cutting a value to what it says. Nothing is copied: each result
 * is a view into the value, and lives as long.
 */
#include "schema/text/text.h"

#include <limits.h>

/*
 * The text gets shorter with each end found, so the last one found is the first in the
 * text. An empty text is not searched, as its pointer may be NULL.
 */
dsi_string dsi_text_before(dsi_string text, const char *ends, size_t end_count)
{
    for (size_t i = 0; i < end_count && text.length > 0; i++) {
        const char *end = memchr(text.data, ends[i], text.length);

        if (end != NULL) {
            text.length = (size_t)(end - text.data);
        }
    }
    return text;
}

/* printf takes an int; a greater length would be a negative one, which is no length. */
int dsi_print_length(dsi_string string)
{
    return string.length < INT_MAX ? (int)string.length : INT_MAX;
}

const char *dsi_print_text(dsi_string string)
{
    return string.data != NULL ? string.data : "";
}

static bool text_is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

dsi_string dsi_text_trim(dsi_string text)
{
    while (text.length > 0 && text_is_blank(text.data[0])) {
        text.data++;
        text.length--;
    }
    while (text.length > 0 && text_is_blank(text.data[text.length - 1])) {
        text.length--;
    }
    return text;
}

bool dsi_string_equal(dsi_string left, dsi_string right)
{
    if (left.data == NULL || right.data == NULL) {
        return left.data == right.data;
    }
    return left.length == right.length &&
           memcmp(left.data, right.data, left.length) == 0;
}
