/*
 * schema/text/buffer.c - text into a caller's buffer, without stdio or locale.
 *
 * `length` counts every byte, and the buffer gets those that fit. So one pass makes the
 * text or measures it, and its result is that of snprintf.
 */
#include "schema/text/buffer.h"

#include "schema/text/sum.h"

#include <string.h>

/* Nothing is written past the capacity: the room is the lesser of the two. */
void dsi_buffer_add_bytes(dsi_buffer *out, const char *text, size_t length)
{
    if (out->length < out->capacity) {
        size_t room = out->capacity - out->length;

        memcpy(out->bytes + out->length, text, length < room ? length : room);
    }
    out->length = dsi_sum(out->length, length);
}

void dsi_buffer_add_byte(dsi_buffer *out, char byte)
{
    if (out->length < out->capacity) {
        out->bytes[out->length] = byte;
    }
    out->length = dsi_sum(out->length, 1);
}

void dsi_buffer_add(dsi_buffer *out, const char *text)
{
    dsi_buffer_add_bytes(out, text, strlen(text));
}

void dsi_buffer_add_number(dsi_buffer *out, uint64_t number)
{
    char digits[20]; /* of UINT64_MAX */
    size_t start = sizeof digits;

    do {
        digits[--start] = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    dsi_buffer_add_bytes(out, digits + start, sizeof digits - start);
}

/* The magnitude is unsigned, since that of INT64_MIN is no int64_t. */
void dsi_buffer_add_integer(dsi_buffer *out, int64_t integer)
{
    uint64_t magnitude = (uint64_t)integer;

    if (integer < 0) {
        dsi_buffer_add(out, "-");
        magnitude = 0 - magnitude;
    }
    dsi_buffer_add_number(out, magnitude);
}

/* The terminator takes the place of the last byte if the text fills the buffer. */
size_t dsi_buffer_end(dsi_buffer *out)
{
    if (out->capacity > 0) {
        size_t last = out->capacity - 1;

        out->bytes[out->length < last ? out->length : last] = '\0';
    }
    return out->length;
}
