/*
 * codec/direct/text.c - a string, copied block by block while its bytes are plain.
 *
 * What is not plain ends a block: an escape, a character of several bytes, the quote.
 * Each has a function of its own, which reads no byte after `length` and writes none
 * after the arena's top. An unescaped text is never longer than its escapes, but a
 * whole block is written before it is looked at, so a block needs room for all of its
 * bytes.
 */
#include "codec/direct/text.h"

#include "schema/text/span.h"

#include <stdint.h>
#include <string.h>

/* The longest that an escape writes: a character of UTF-8. */
#define TEXT_STEP 4

/* So many bytes of characters are looked at and written at a time. */
#define TEXT_WORD sizeof(uint64_t)

/* A string that is being read: how many bytes were read of it, and written. */
typedef struct text_copy {
    const unsigned char *bytes;
    size_t length;
    size_t cursor;
    char *to;
    size_t room;
    size_t written;
} text_copy;

DSI_DIRECT size_t text_left(const text_copy *self)
{
    return self->length - self->cursor;
}

DSI_DIRECT size_t text_room(const text_copy *self)
{
    return self->room - self->written;
}

DSI_DIRECT void text_advance(text_copy *self, size_t read, size_t written)
{
    self->cursor += read;
    self->written += written;
}

/* Neither the end of the string nor to be changed or checked. */
DSI_DIRECT bool text_is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

/* Copies less than a block, in words that overlap. */
DSI_DIRECT void text_copy_few(char *to, const unsigned char *from, size_t count)
{
    if (count >= 8) {
        memcpy(to, from, 8);
        memcpy(to + count - 8, from + count - 8, 8);
    } else if (count >= 4) {
        memcpy(to, from, 4);
        memcpy(to + count - 4, from + count - 4, 4);
    } else {
        for (size_t i = 0; i < count; i++) {
            to[i] = (char)from[i];
        }
    }
}

/*
 * The plain bytes at the cursor, up to a block; the first is known to be plain. Where
 * no whole block is left, the last one is looked at, from the cursor on. It may begin
 * in the text, but not before.
 */
DSI_DIRECT size_t text_count_plain(const text_copy *self)
{
    const unsigned char *from = self->bytes + self->cursor;
    size_t left = text_left(self);
    size_t before = SPAN_BLOCK - left;
    size_t count = 1;

    if (left >= SPAN_BLOCK) {
        return span_first_plain(from, 0);
    }
    if (self->cursor >= before) {
        return span_first_plain(from - before, before) - before;
    }
    while (count < left && text_is_plain(from[count])) {
        count++;
    }
    return count;
}

/*
 * Copies whole blocks while they are plain. Returns false after one that is not. A block
 * is written before it is looked at: what is not plain in it is overwritten by what
 * comes next. The next block's place does not depend on what is found in this one, so a
 * CPU can begin with both.
 */
DSI_DIRECT bool text_copy_blocks(text_copy *self)
{
    while (text_left(self) >= SPAN_BLOCK && text_room(self) >= SPAN_BLOCK) {
        const unsigned char *block = self->bytes + self->cursor;
        size_t plain = span_first_plain(block, 0);

        memcpy(self->to + self->written, block, SPAN_BLOCK);
        if (plain < SPAN_BLOCK) {
            text_advance(self, plain, plain);
            return false;
        }
        text_advance(self, SPAN_BLOCK, SPAN_BLOCK);
    }
    return true;
}

/* Copies bytes while they are plain. False if there is no room for the first one. */
DSI_DIRECT bool text_copy_plain(text_copy *self)
{
    size_t room = text_room(self);

    if (text_copy_blocks(self) && text_left(self) > 0 &&
        text_is_plain(self->bytes[self->cursor])) {
        size_t plain = text_count_plain(self);

        plain = plain < text_room(self) ? plain : text_room(self);
        text_copy_few(self->to + self->written, self->bytes + self->cursor, plain);
        text_advance(self, plain, plain);
    }
    return room > 0;
}

/* A hexadecimal digit has its value and this bit; any other byte has 0. */
#define TEXT_DIGIT 0x10

#define TEXT_LETTER(letter, value)                                                     \
    [letter] = TEXT_DIGIT | (value), [(letter) ^ 0x20] = TEXT_DIGIT | (value)

static const unsigned char text_digits[256] = {
    ['0'] = TEXT_DIGIT,     ['1'] = TEXT_DIGIT | 1, ['2'] = TEXT_DIGIT | 2,
    ['3'] = TEXT_DIGIT | 3, ['4'] = TEXT_DIGIT | 4, ['5'] = TEXT_DIGIT | 5,
    ['6'] = TEXT_DIGIT | 6, ['7'] = TEXT_DIGIT | 7, ['8'] = TEXT_DIGIT | 8,
    ['9'] = TEXT_DIGIT | 9, TEXT_LETTER('a', 10),   TEXT_LETTER('b', 11),
    TEXT_LETTER('c', 12),   TEXT_LETTER('d', 13),   TEXT_LETTER('e', 14),
    TEXT_LETTER('f', 15)};

/* Reads the four digits after "\u". False if they are not there. */
DSI_DIRECT bool text_unit(text_copy *self, uint32_t *unit)
{
    const unsigned char *bytes = self->bytes + self->cursor;
    unsigned digits[4];

    if (text_left(self) < 4) {
        return false;
    }
    for (size_t i = 0; i < 4; i++) {
        digits[i] = text_digits[bytes[i]];
    }
    self->cursor += 4;
    *unit = (digits[0] & 0xf) << 12 | (digits[1] & 0xf) << 8 | (digits[2] & 0xf) << 4 |
            (digits[3] & 0xf);
    return (digits[0] & digits[1] & digits[2] & digits[3] & TEXT_DIGIT) != 0;
}

/* The lower half that must follow an upper one. */
DSI_DIRECT bool text_low(text_copy *self, uint32_t *scalar)
{
    uint32_t low;

    if (text_left(self) < 2 || self->bytes[self->cursor] != '\\' ||
        self->bytes[self->cursor + 1] != 'u') {
        return false;
    }
    self->cursor += 2;
    if (!text_unit(self, &low) || low < 0xdc00 || low > 0xdfff) {
        return false;
    }
    *scalar = 0x10000 + ((*scalar - 0xd800) << 10) + (low - 0xdc00);
    return true;
}

DSI_DIRECT void text_put(text_copy *self, uint32_t byte)
{
    self->to[self->written++] = (char)(unsigned char)byte;
}

/* Writes a scalar value as UTF-8. */
DSI_DIRECT void text_put_scalar(text_copy *self, uint32_t scalar)
{
    if (scalar < 0x80) {
        text_put(self, scalar);
        return;
    }
    if (scalar < 0x800) {
        text_put(self, 0xc0 | scalar >> 6);
    } else {
        if (scalar < 0x10000) {
            text_put(self, 0xe0 | scalar >> 12);
        } else {
            text_put(self, 0xf0 | scalar >> 18);
            text_put(self, 0x80 | (scalar >> 12 & 0x3f));
        }
        text_put(self, 0x80 | (scalar >> 6 & 0x3f));
    }
    text_put(self, 0x80 | (scalar & 0x3f));
}

DSI_DIRECT bool text_unicode(text_copy *self)
{
    uint32_t scalar;

    if (!text_unit(self, &scalar)) {
        return false;
    }
    if (scalar >= 0xd800 && scalar <= 0xdfff &&
        (scalar > 0xdbff || !text_low(self, &scalar))) {
        return false;
    }
    text_put_scalar(self, scalar);
    return true;
}

/* The byte that an escape of one letter stands for; 0 for any other letter. */
DSI_DIRECT unsigned char text_escaped(unsigned char letter)
{
    switch (letter) {
    case '"':
    case '\\':
    case '/':
        return letter;
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return 0;
    }
}

/* The cursor is at the backslash. */
DSI_DIRECT bool text_escape(text_copy *self)
{
    unsigned char letter;
    unsigned char byte;

    if (text_left(self) < 2) {
        return false;
    }
    letter = self->bytes[self->cursor + 1];
    self->cursor += 2;
    if (letter == 'u') {
        return text_unicode(self);
    }
    byte = text_escaped(letter);
    text_put(self, byte);
    return byte != 0;
}

/*
 * The bytes of the character at `bytes`, the first of which is not ASCII; 0 if it is
 * not one of RFC 3629. `word` has the first four bytes, the first one lowest.
 */
DSI_DIRECT size_t text_character(uint32_t word)
{
    uint32_t lead = word & 0xff;
    uint32_t second = word >> 8 & 0xff;

    if ((word & 0xc0e0) == 0x80c0) {
        return lead >= 0xc2 ? 2 : 0;
    }
    if ((word & 0xc0c0f0) == 0x8080e0) {
        bool good = lead == 0xe0 ? second >= 0xa0 : lead != 0xed || second < 0xa0;

        return good ? 3 : 0;
    }
    if ((word & 0xc0c0c0f8) == 0x808080f0) {
        bool good = lead == 0xf0 ? second >= 0x90
                                 : lead < 0xf4 || (lead == 0xf4 && second < 0x90);

        return good ? 4 : 0;
    }
    return 0;
}

/* Four bytes, the first one lowest, and eight. */
DSI_DIRECT uint32_t text_half(const unsigned char *bytes)
{
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

DSI_DIRECT uint64_t text_word(const unsigned char *bytes)
{
    return text_half(bytes) | (uint64_t)text_half(bytes + 4) << 32;
}

/*
 * Two characters of three bytes, neither of which begins with E0 or ED? For such two
 * the second byte has no other bounds.
 */
DSI_DIRECT bool text_is_pair(uint64_t word)
{
    const unsigned free = 0xdffe; /* which low halves of a lead have no other bounds */

    return (word & 0xc0c0f0c0c0f0) == 0x8080e08080e0 &&
           (free >> (word & 0xf) & free >> (word >> 24 & 0xf) & 1) != 0;
}

/*
 * Characters of several bytes come in runs. Eight bytes are looked at and written at a
 * time: what is not of the characters is overwritten by what comes next. NUL stands for
 * the bytes after the end, which no character has.
 */
DSI_DIRECT bool text_copy_characters(text_copy *self)
{
    do {
        const unsigned char *bytes = self->bytes + self->cursor;
        unsigned char rest[TEXT_WORD] = {0};
        uint64_t word;
        size_t count;

        if (text_left(self) < TEXT_WORD) {
            memcpy(rest, bytes, text_left(self));
            bytes = rest;
        }
        word = text_word(bytes);
        count = text_is_pair(word) ? 6 : text_character((uint32_t)word);
        if (count == 0 || text_room(self) <= TEXT_WORD) {
            return false;
        }
        memcpy(self->to + self->written, bytes, TEXT_WORD);
        text_advance(self, count, count);
    } while (text_left(self) > 0 && self->bytes[self->cursor] >= 0x80);
    return true;
}

/* What stands where no plain byte does; false if the string cannot go on with it. */
DSI_DIRECT bool text_copy_other(text_copy *self, unsigned char byte)
{
    if (text_room(self) <= TEXT_STEP) {
        return false;
    }
    if (byte >= 0x80) {
        return text_copy_characters(self);
    }
    return byte == '\\' && text_escape(self);
}

size_t dsi_direct_text(const unsigned char *bytes, size_t length, size_t longest,
                       char *to, size_t room, size_t copied, dsi_string *text)
{
    text_copy self = {.bytes = bytes,
                      .length = length,
                      .cursor = copied,
                      .to = to,
                      .room = room,
                      .written = copied};

    while (self.cursor < length && bytes[self.cursor] != '"') {
        unsigned char byte = bytes[self.cursor];

        if (!(text_is_plain(byte) ? text_copy_plain(&self)
                                  : text_copy_other(&self, byte))) {
            return 0;
        }
    }
    if (self.cursor >= length || self.cursor > longest || text_room(&self) == 0) {
        return 0;
    }
    to[self.written] = '\0';
    *text = (dsi_string){.data = to, .length = self.written};
    return self.cursor + 1;
}
