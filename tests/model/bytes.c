/*
 * tests/model/bytes.c - feeds bytes to a decoder, and gathers the bytes of an encoder.
 */
#include "tests/model/bytes.h"

#include <string.h>

bool feed_by(dsi_decoder *decoder, const char *bytes, size_t length, size_t chunk)
{
    bool good = true;

    for (size_t i = 0; i < length; i += chunk) {
        good = dsi_feed(decoder, bytes + i, length - i < chunk ? length - i : chunk);
    }
    return good;
}

bool gather(void *context, const char *bytes, size_t length)
{
    gathered *text = context;

    if (text->capacity - text->length < length) {
        return false;
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    return true;
}

bool gathered_same(const gathered *text, const char *bytes, size_t length)
{
    return text->length == length && memcmp(text->bytes, bytes, length) == 0;
}
