#include "schema/text.h"

dsi_string dsi_text_before(dsi_string text, const char *ends, size_t end_count)
{
    size_t length = 0;

    while (length < text.length && memchr(ends, text.data[length], end_count) == NULL) {
        length++;
    }
    text.length = length;
    return text;
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
