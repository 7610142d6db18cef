/*
 * schema/text/percent.c - percent-encoding (RFC 3986).
 *
 * Writing encodes every byte that is not unreserved, as SigV4 wants it, so signer and
 * server agree on one form. Reading takes any escape. So reading what was written gives
 * the same bytes.
 */
#include "schema/text/percent.h"

#include <string.h>

static bool percent_is_between(char byte, char first, char last)
{
    return byte >= first && byte <= last;
}

static bool percent_is_unreserved(char byte)
{
    return percent_is_between(byte, 'a', 'z') || percent_is_between(byte, 'A', 'Z') ||
           percent_is_between(byte, '0', '9') || byte == '-' || byte == '.' ||
           byte == '_' || byte == '~';
}

/* A NUL is not legal: the terminator of `marks` is not searched. */
bool dsi_percent_is_legal(char byte, const char *marks)
{
    return percent_is_unreserved(byte) || memchr(marks, byte, strlen(marks)) != NULL;
}

void dsi_percent_encode(dsi_buffer *out, dsi_string text)
{
    static const char digits[] = "0123456789ABCDEF";

    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.data[i];

        if (percent_is_unreserved(text.data[i])) {
            dsi_buffer_add_byte(out, text.data[i]);
        } else {
            dsi_buffer_add_byte(out, '%');
            dsi_buffer_add_byte(out, digits[byte >> 4]);
            dsi_buffer_add_byte(out, digits[byte & 15]);
        }
    }
}

/* The value of a hexadecimal digit; 16 if it is not one. */
static unsigned percent_digit(char byte)
{
    if (percent_is_between(byte, '0', '9')) {
        return (unsigned)(byte - '0');
    }
    if (percent_is_between(byte, 'a', 'f')) {
        return (unsigned)(byte - 'a') + 10;
    }
    return percent_is_between(byte, 'A', 'F') ? (unsigned)(byte - 'A') + 10 : 16;
}

bool dsi_percent_read(dsi_string encoded, size_t *cursor, char *byte)
{
    const char first = encoded.data[*cursor];
    unsigned high;
    unsigned low;

    if (first != '%') {
        *byte = first;
        (*cursor)++;
        return true;
    }
    if (*cursor + 3 > encoded.length) {
        return false;
    }
    high = percent_digit(encoded.data[*cursor + 1]);
    low = percent_digit(encoded.data[*cursor + 2]);
    if (high > 15 || low > 15) {
        return false;
    }
    *byte = (char)(unsigned char)(high << 4 | low);
    *cursor += 3;
    return true;
}
