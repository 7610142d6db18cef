/*
 * codec/direct/plain.h - bytes that are the same in a text and in its JSON: printable
 * ASCII without quote and backslash.
 */
#ifndef DSI_CODEC_DIRECT_PLAIN_H
#define DSI_CODEC_DIRECT_PLAIN_H

#include "schema/text/inlined.h"
#include "schema/text/span.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

DSI_INLINED bool dsi_plain_is(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

/*
 * The plain bytes at the cursor, up to a block; the first is known to be plain. Where
 * no whole block is left, the last one is looked at, from the cursor on. It may begin
 * in the text, but not before.
 */
DSI_INLINED size_t plain_count(const unsigned char *bytes, size_t length, size_t cursor)
{
    const unsigned char *from = bytes + cursor;
    size_t left = length - cursor;
    size_t before = SPAN_BLOCK - left;
    size_t count = 1;

    if (left >= SPAN_BLOCK) {
        return span_first_plain(from, 0);
    }
    if (cursor >= before) {
        return span_first_plain(from - before, before) - before;
    }
    while (count < left && dsi_plain_is(from[count])) {
        count++;
    }
    return count;
}

/*
 * Whether each of the eight bytes of a word is plain. The first line finds bytes over
 * 0x7f and below 0x20, the others quotes and backslashes: a byte of zero borrows. A
 * borrow can reach the next byte, but only if the byte before it is not plain either.
 */
DSI_INLINED bool plain_is_word(uint64_t word)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t found = word | (word - ones * 0x20);

    found |= (word ^ ones * '"') - ones;
    found |= (word ^ ones * '\\') - ones;
    return (found & ones * 0x80) == 0;
}

/* Whether all bytes of a text of less than two words are plain. */
DSI_INLINED bool dsi_plain_all(const unsigned char *bytes, size_t length)
{
    uint64_t word = 0;
    uint32_t halves[2];
    size_t i = 0;

    if (length >= 8) {
        memcpy(&word, bytes + length - 8, 8);
        if (!plain_is_word(word)) {
            return false;
        }
        memcpy(&word, bytes, 8);
        return plain_is_word(word);
    }
    if (length >= 4) {
        memcpy(&halves[0], bytes, 4);
        memcpy(&halves[1], bytes + length - 4, 4);
        return plain_is_word(halves[0] | (uint64_t)halves[1] << 32);
    }
    while (i < length && dsi_plain_is(bytes[i])) {
        i++;
    }
    return i == length;
}

/* Copies a few bytes, in words that overlap; no call is made. */
DSI_INLINED void dsi_plain_copy(char *to, const void *bytes, size_t count)
{
    const char *from = bytes;

    if (count >= 8) {
        for (size_t i = 0; i + 8 < count; i += 8) {
            memcpy(to + i, from + i, 8);
        }
        memcpy(to + count - 8, from + count - 8, 8);
    } else if (count >= 4) {
        memcpy(to, from, 4);
        memcpy(to + count - 4, from + count - 4, 4);
    } else {
        for (size_t i = 0; i < count; i++) {
            to[i] = from[i];
        }
    }
}

/*
 * Copies the bytes from the cursor on while they are plain, `room` at most; if `to` is
 * NULL, they are only counted. Returns how many there are. They are looked at in blocks as long as these
 * fit. A block is written before it is looked at: what is not plain in it is overwritten
 * by what comes next. The next block's place does not depend on what is found in this
 * one, so a CPU can begin with both.
 */
DSI_INLINED size_t dsi_plain_run(const unsigned char *bytes, size_t length,
                                 size_t cursor, char *to, size_t room)
{
    size_t done = 0;
    size_t plain;

    while (length - cursor >= SPAN_BLOCK && room - done >= SPAN_BLOCK) {
        plain = span_first_plain(bytes + cursor, 0);
        if (to != NULL) {
            memcpy(to + done, bytes + cursor, SPAN_BLOCK);
        }
        if (plain < SPAN_BLOCK) {
            return done + plain;
        }
        cursor += SPAN_BLOCK;
        done += SPAN_BLOCK;
    }
    if (cursor == length || !dsi_plain_is(bytes[cursor])) {
        return done;
    }
    plain = plain_count(bytes, length, cursor);
    plain = plain < room - done ? plain : room - done;
    if (to != NULL) {
        dsi_plain_copy(to + done, bytes + cursor, plain);
    }
    return done + plain;
}

#endif
