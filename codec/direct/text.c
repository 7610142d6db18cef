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

#include <string.h>

/* The longest that one step writes: a character of UTF-8. */
#define TEXT_STEP 4

/* A string that is being read. `to` is the arena's bottom as it moves. */
typedef struct text_copy {
    const unsigned char *bytes;
    size_t length;
    size_t cursor;
    char *to;
    const char *top;
} text_copy;

static size_t text_left(const text_copy *self)
{
    return self->length - self->cursor;
}

static size_t text_room(const text_copy *self)
{
    return (size_t)(self->top - self->to);
}

/*
 * Copies blocks while they are plain. A block is written whole before it is looked at:
 * what is not plain in it is overwritten by what comes next.
 */
static inline void text_copy_plain(text_copy *self)
{
    size_t plain = SPAN_BLOCK;

    while (plain == SPAN_BLOCK && text_left(self) >= SPAN_BLOCK &&
           text_room(self) > SPAN_BLOCK) {
        const unsigned char *block = self->bytes + self->cursor;

        memcpy(self->to, block, SPAN_BLOCK);
        plain = span_first_plain(block, 0);
        self->cursor += plain;
        self->to += plain;
    }
}

/*
 * What follows an escape: blocks again once a few bytes were plain. So a text that is
 * nothing but escapes does not cost a block for each.
 */
static inline void text_copy_after(text_copy *self)
{
    size_t plain = 0;

    while (plain < TEXT_STEP && text_left(self) > 0 && text_room(self) > 1) {
        unsigned char byte = self->bytes[self->cursor];

        if (byte < 0x20 || byte == '"' || byte == '\\' || byte >= 0x80) {
            return;
        }
        *self->to++ = (char)byte;
        self->cursor++;
        plain++;
    }
    text_copy_plain(self);
}

/* Returns the value of a hexadecimal digit, or 16 for any other byte. */
static unsigned text_digit(unsigned char byte)
{
    unsigned letter = (byte | 0x20u) - 'a';

    if (byte - (unsigned)'0' < 10) {
        return byte - (unsigned)'0';
    }
    return letter < 6 ? letter + 10 : 16;
}

/* Reads the four digits after "\u". False if they are not there. */
static bool text_unit(text_copy *self, uint32_t *unit)
{
    *unit = 0;
    if (text_left(self) < 4) {
        return false;
    }
    for (size_t i = 0; i < 4; i++) {
        unsigned digit = text_digit(self->bytes[self->cursor + i]);

        if (digit > 15) {
            return false;
        }
        *unit = *unit << 4 | digit;
    }
    self->cursor += 4;
    return true;
}

/* The lower half that must follow an upper one. */
static bool text_low(text_copy *self, uint32_t *scalar)
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

static void text_put(text_copy *self, uint32_t byte)
{
    *self->to++ = (char)(unsigned char)byte;
}

/* Writes a scalar value as UTF-8. */
static void text_put_scalar(text_copy *self, uint32_t scalar)
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

static bool text_unicode(text_copy *self)
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
static unsigned char text_escaped(unsigned char letter)
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
static bool text_escape(text_copy *self)
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
static inline size_t text_character(uint32_t word)
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

/*
 * The next four bytes as a word; 0 stands for those after the end, which no character
 * has.
 */
static inline uint32_t text_word(const text_copy *self)
{
    const unsigned char *bytes = self->bytes + self->cursor;
    size_t left = text_left(self);
    uint32_t word = bytes[0];

    if (left >= 4) {
        return word | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
               (uint32_t)bytes[3] << 24;
    }
    for (size_t i = 1; i < left; i++) {
        word |= (uint32_t)bytes[i] << (8 * i);
    }
    return word;
}

/* Characters of several bytes come in runs. */
static bool text_copy_characters(text_copy *self)
{
    do {
        size_t count = text_character(text_word(self));

        if (count == 0 || text_room(self) <= TEXT_STEP) {
            return false;
        }
        memcpy(self->to, self->bytes + self->cursor, count);
        self->cursor += count;
        self->to += count;
    } while (text_left(self) > 0 && self->bytes[self->cursor] >= 0x80);
    return true;
}

/*
 * What stands where no block of plain bytes does; false where the string cannot go on.
 */
static bool text_copy_other(text_copy *self)
{
    unsigned char byte = self->bytes[self->cursor];

    if (text_room(self) <= TEXT_STEP) {
        return false;
    }
    if (byte >= 0x80) {
        return text_copy_characters(self);
    }
    if (byte == '\\') {
        return text_escape(self);
    }
    text_put(self, byte);
    self->cursor++;
    return byte >= 0x20;
}

bool dsi_direct_text(const unsigned char *bytes, size_t length, size_t longest,
                     size_t *cursor, dsi_arena *arena, dsi_string *text)
{
    text_copy self = {.bytes = bytes,
                      .length = length,
                      .cursor = *cursor,
                      .to = arena->bottom,
                      .top = arena->top};

    text_copy_plain(&self);
    while (self.cursor < length && bytes[self.cursor] != '"') {
        if (!text_copy_other(&self)) {
            return false;
        }
        text_copy_after(&self);
    }
    if (self.cursor >= length) {
        return false;
    }
    if (self.cursor - *cursor > longest || text_room(&self) == 0) {
        return false;
    }
    *self.to = '\0';
    text->data = arena->bottom;
    text->length = (size_t)(self.to - arena->bottom);
    arena->bottom = self.to + 1;
    *cursor = self.cursor + 1;
    return true;
}
