/*
 * fuzz/utf8.c - UTF-8 by its definition.
 *
 * The library checks the ranges of bytes. This file computes each scalar value and
 * looks at that, so the two have no table in common.
 */
#include "fuzz/utf8.h"

#include <stdint.h>

/* The length of a character that begins with this byte; 0 if no character does. */
static size_t utf8_count(unsigned char lead)
{
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xc0 || lead > 0xf7) {
        return 0;
    }
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/* True if the bytes are one character: complete, in its shortest form, no surrogate. */
static bool utf8_is_character(const unsigned char *bytes, size_t count)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t scalar = count == 1 ? bytes[0] : bytes[0] & (0x7fu >> count);

    for (size_t i = 1; i < count; i++) {
        if ((bytes[i] & 0xc0) != 0x80) {
            return false;
        }
        scalar = scalar << 6 | (bytes[i] & 0x3fu);
    }
    return scalar >= least[count] && scalar <= 0x10ffff &&
           (scalar < 0xd800 || scalar > 0xdfff);
}

size_t utf8_find_error(dsi_string text)
{
    const unsigned char *bytes = (const unsigned char *)text.data;
    size_t i = 0;

    while (i < text.length) {
        size_t count = utf8_count(bytes[i]);

        if (count == 0 || count > text.length - i ||
            !utf8_is_character(bytes + i, count)) {
            break;
        }
        i += count;
    }
    return i;
}
