/*
 * schema/text/words.c - text into a caller's buffer, without stdio or locale.
 *
 * `length` counts every byte, and the buffer gets those that fit. So one pass makes the
 * text or measures it, and its result is that of snprintf.
 */
#include "schema/text/words.h"

#include "schema/text/sum.h"

#include <string.h>

/* Nothing is written past the capacity: the room is the lesser of the two. */
void dsi_words_add_bytes(dsi_words *words, const char *text, size_t length)
{
    if (words->length < words->capacity) {
        size_t room = words->capacity - words->length;

        memcpy(words->buffer + words->length, text, length < room ? length : room);
    }
    words->length = dsi_sum(words->length, length);
}

void dsi_words_add_byte(dsi_words *words, char byte)
{
    dsi_words_add_bytes(words, &byte, 1);
}

void dsi_words_add(dsi_words *words, const char *text)
{
    dsi_words_add_bytes(words, text, strlen(text));
}

void dsi_words_add_number(dsi_words *words, uint64_t number)
{
    char digits[20]; /* of UINT64_MAX */
    size_t start = sizeof digits;

    do {
        digits[--start] = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    dsi_words_add_bytes(words, digits + start, sizeof digits - start);
}

/* The magnitude is unsigned, since that of INT64_MIN is no int64_t. */
void dsi_words_add_integer(dsi_words *words, int64_t integer)
{
    uint64_t magnitude = (uint64_t)integer;

    if (integer < 0) {
        dsi_words_add(words, "-");
        magnitude = 0 - magnitude;
    }
    dsi_words_add_number(words, magnitude);
}

/* The terminator takes the place of the last byte if the text fills the buffer. */
size_t dsi_words_end(dsi_words *words)
{
    if (words->capacity > 0) {
        size_t last = words->capacity - 1;

        words->buffer[words->length < last ? words->length : last] = '\0';
    }
    return words->length;
}
