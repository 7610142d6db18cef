#include "base64.h"

void base64_write(dsi_string bytes, char *text)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";

    for (size_t at = 0; at < bytes.length; at += 3) {
        size_t given = bytes.length - at < 3 ? bytes.length - at : 3;
        unsigned long group = 0;

        for (size_t i = 0; i < 3; i++) {
            group = group << 8 | (i < given ? (unsigned char)bytes.data[at + i] : 0);
        }
        for (size_t i = 0; i < 4; i++) {
            size_t digit = i <= given ? group >> (18 - 6 * i) & 0x3f : 64;

            *text++ = digits[digit];
        }
    }
    *text = '\0';
}
