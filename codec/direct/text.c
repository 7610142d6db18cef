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

#include "codec/direct/plain.h"
#include "schema/text/character.h"

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

DSI_INLINED size_t text_left(const text_copy *self)
{
    return self->length - self->cursor;
}

DSI_INLINED size_t text_room(const text_copy *self)
{
    return self->room - self->written;
}

DSI_INLINED void text_advance(text_copy *self, size_t count)
{
    self->cursor += count;
    self->written += count;
}

/* Copies bytes while they are plain. False if there is no room for the first one. */
DSI_INLINED bool text_copy_plain(text_copy *self)
{
    size_t plain = dsi_plain_run(self->bytes, self->length, self->cursor,
                                 self->to + self->written, text_room(self));

    text_advance(self, plain);
    return plain > 0;
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
DSI_INLINED bool text_unit(text_copy *self, uint32_t *unit)
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
DSI_INLINED bool text_low(text_copy *self, uint32_t *scalar)
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

DSI_INLINED void text_put(text_copy *self, uint32_t byte)
{
    self->to[self->written++] = (char)(unsigned char)byte;
}

/* Writes a scalar value as UTF-8. */
DSI_INLINED void text_put_scalar(text_copy *self, uint32_t scalar)
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

DSI_INLINED bool text_unicode(text_copy *self)
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
DSI_INLINED unsigned char text_escaped(unsigned char letter)
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
DSI_INLINED bool text_escape(text_copy *self)
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
 * Characters of several bytes come in runs. Eight bytes are looked at and written at a
 * time: what is not of the characters is overwritten by what comes next. NUL stands for
 * the bytes after the end, which no character has.
 */
DSI_INLINED bool text_copy_characters(text_copy *self)
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
        word = dsi_character_word(bytes);
        count = dsi_character_length(word);
        if (count == 0 || text_room(self) <= TEXT_WORD) {
            return false;
        }
        memcpy(self->to + self->written, bytes, TEXT_WORD);
        text_advance(self, count);
    } while (text_left(self) > 0 && self->bytes[self->cursor] >= 0x80);
    return true;
}

/* What stands where no plain byte does; false if the string cannot go on with it. */
DSI_INLINED bool text_copy_other(text_copy *self, unsigned char byte)
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

        if (!(dsi_plain_is(byte) ? text_copy_plain(&self)
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
