/*
 * tests/prove/text_oracle.c - decides about the contents of a JSON string by computing.
 */
#include "tests/prove/text_oracle.h"

#include <stdint.h>
#include <string.h>

/*
 * The length of the UTF-8 character at the start of a text, or 0 if it is ill-formed.
 */
static size_t utf8_length(const unsigned char *text, size_t length)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t size = text[0] < 0x80 ? 1 : text[0] < 0xe0 ? 2 : text[0] < 0xf0 ? 3 : 4;
    uint32_t scalar = size == 1 ? text[0] : text[0] & (0xffU >> (size + 1));

    if (size > length || (text[0] >= 0x80 && text[0] < 0xc0) || text[0] >= 0xf8) {
        return 0;
    }
    for (size_t i = 1; i < size; i++) {
        if (text[i] / 64 != 2) {
            return 0;
        }
        scalar = scalar * 64 + text[i] % 64;
    }
    return scalar < least[size] || scalar > 0x10ffff || scalar / 0x800 == 0x1b ? 0
                                                                               : size;
}

/*
 * The code unit of the \uXXXX at the start of a text, or -1 if there is no such escape.
 */
static long unit(const unsigned char *text, size_t length)
{
    static const char digits[] = "0123456789abcdef";
    long value = 0;

    if (length < 6 || text[0] != '\\' || text[1] != 'u') {
        return -1;
    }
    for (size_t i = 2; i < 6; i++) {
        unsigned char lower = text[i] >= 'A' && text[i] <= 'F' ? text[i] + 32 : text[i];
        const char *digit = memchr(digits, lower, sizeof digits - 1);

        if (digit == NULL) {
            return -1;
        }
        value = value * 16 + (digit - digits);
    }
    return value;
}

static size_t escape_length(const unsigned char *text, size_t length)
{
    long first = unit(text, length);

    if (first < 0) {
        return length > 1 && memchr("\"\\/bfnrt", text[1], 8) != NULL ? 2 : 0;
    }
    if (first / 0x400 == 0x36) {
        return unit(text + 6, length - 6) / 0x400 == 0x37 ? 12 : 0;
    }
    return first / 0x400 == 0x37 ? 0 : 6;
}

bool text_oracle(const unsigned char *text, size_t length)
{
    size_t size = 1;

    for (size_t i = 0; i < length && size > 0; i += size) {
        if (text[i] < 0x20 || text[i] == '"') {
            size = 0;
        } else if (text[i] == '\\') {
            size = escape_length(text + i, length - i);
        } else {
            size = utf8_length(text + i, length - i);
        }
    }
    return size > 0;
}
