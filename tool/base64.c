/*
 * tool/base64.c - base64 with padding, three bytes at a time.
 *
 * The digit at index 64 is '=', which stands for the digits that a short last group
 * does not fill.
 */
#include "base64.h"

/* Up to three bytes as 24 bits, the first one highest. */
static unsigned long base64_group(const char *bytes, size_t count)
{
    unsigned long group = 0;

    for (size_t i = 0; i < count; i++) {
        group |= (unsigned long)(unsigned char)bytes[i] << (16 - 8 * i);
    }
    return group;
}

void base64_write(dsi_string bytes, char *text)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";

    for (size_t at = 0; at < bytes.length; at += 3) {
        size_t rest = bytes.length - at;
        size_t count = rest < 3 ? rest : 3;
        unsigned long group = base64_group(bytes.data + at, count);

        for (size_t i = 0; i < 4; i++) {
            *text++ = digits[i <= count ? group >> (18 - 6 * i) & 0x3f : 64];
        }
    }
    *text = '\0';
}
