/*
 * codec/direct/write.c - JSON into a buffer.
 *
 * A string is written without further checks of the room if its longest form fits: six
 * bytes for each of its own. Near the buffer's end its form is measured first. Plain
 * bytes are copied in blocks. What a block writes after its plain bytes is overwritten.
 * A text's form is never shorter than the text. So if a block lies in the text, the room
 * for the form has as many bytes left.
 */
#include "codec/direct/write.h"

#include "codec/direct/plain.h"
#include "schema/text/buffer.h"
#include "schema/text/character.h"
#include "schema/text/sum.h"

#include <string.h>

/* The longest form of a byte: six bytes, as in \u0000. */
#define WRITE_FORM 6

/* The two quotes. */
#define WRITE_QUOTES 2

static void write_piece(dsi_direct_writer *writer, const char *bytes, size_t length)
{
    writer->length = dsi_sum(writer->length, length);
    if (length > writer->room) {
        writer->room = 0;
        return;
    }
    memcpy(writer->to, bytes, length);
    writer->to += length;
    writer->room -= length;
}

static void write_byte(dsi_direct_writer *writer, char byte)
{
    write_piece(writer, &byte, 1);
}

/* A value begins. */
static void write_comma(dsi_direct_writer *writer)
{
    if (writer->comma) {
        write_byte(writer, ',');
    }
    writer->comma = true;
}

void dsi_direct_open(dsi_direct_writer *writer, char bracket)
{
    write_comma(writer);
    write_byte(writer, bracket);
    writer->comma = false;
}

void dsi_direct_close(dsi_direct_writer *writer, char bracket)
{
    write_byte(writer, bracket);
    writer->comma = true;
}

/* With a comma before it, if one is due, and with quotes and a colon. */
void dsi_direct_name(dsi_direct_writer *writer, dsi_string name)
{
    size_t before = writer->comma ? 1 : 0;
    size_t length = before + name.length + 3;
    char *to = writer->to;

    writer->comma = false;
    writer->length = dsi_sum(writer->length, length);
    if (length > writer->room) {
        writer->room = 0;
        return;
    }
    *to = ',';
    to += before;
    *to++ = '"';
    dsi_plain_copy(to, name.data, name.length);
    to += name.length;
    *to++ = '"';
    *to++ = ':';
    writer->to = to;
    writer->room -= length;
}

void dsi_direct_integer(dsi_direct_writer *writer, int64_t value)
{
    char digits[24] = {0};
    dsi_buffer out = {.bytes = digits, .capacity = sizeof digits};

    dsi_buffer_add_integer(&out, value);
    write_comma(writer);
    write_piece(writer, digits, out.length);
}

void dsi_direct_boolean(dsi_direct_writer *writer, bool value)
{
    write_comma(writer);
    if (value) {
        write_piece(writer, "true", 4);
    } else {
        write_piece(writer, "false", 5);
    }
}

/* --------------------------------------------------------------------------- strings */

/* A text that is being written, or only measured: then `to` is NULL. */
typedef struct write_form {
    const unsigned char *bytes;
    size_t length;
    size_t cursor;
    char *to;
    size_t written;
} write_form;

/* Where the next bytes go; NULL if the text is only measured. */
DSI_INLINED char *form_place(const write_form *self)
{
    return self->to == NULL ? NULL : self->to + self->written;
}

DSI_INLINED void form_put(write_form *self, const void *bytes, size_t count)
{
    char *to = form_place(self);

    if (to != NULL) {
        dsi_plain_copy(to, bytes, count);
    }
    self->written = dsi_sum(self->written, count);
}

DSI_INLINED void form_plain(write_form *self)
{
    size_t plain = dsi_plain_run(self->bytes, self->length, self->cursor,
                                 form_place(self), SIZE_MAX);

    self->cursor += plain;
    self->written = dsi_sum(self->written, plain);
}

/* Writes one or two characters of several bytes. False if the bytes are none. */
DSI_INLINED bool form_characters(write_form *self)
{
    unsigned char word[sizeof(uint64_t)] = {0};
    size_t left = self->length - self->cursor;
    size_t count;

    dsi_plain_copy((char *)word, self->bytes + self->cursor,
                   left < sizeof word ? left : sizeof word);
    count = dsi_character_length(dsi_character_word(word));
    form_put(self, word, count);
    self->cursor += count;
    return count > 0;
}

/* The letter of a short escape, or 'u'. */
DSI_INLINED char form_letter(unsigned char byte)
{
    switch (byte) {
    case '"':
    case '\\':
        return (char)byte;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 'u';
    }
}

DSI_INLINED void form_escape(write_form *self)
{
    static const char digits[] = "0123456789ABCDEF";
    unsigned char byte = self->bytes[self->cursor];
    const char form[WRITE_FORM] = {'\\', form_letter(byte), '0',
                                   '0',  digits[byte >> 4], digits[byte & 0xf]};

    form_put(self, form, form[1] == 'u' ? WRITE_FORM : 2);
    self->cursor++;
}

/*
 * Writes a text's form, or only measures it. Sets `*form` to its length, without quotes.
 * False if the text is not UTF-8.
 */
static bool write_text(dsi_string text, char *to, size_t *form)
{
    write_form self = {
        .bytes = (const unsigned char *)text.data, .length = text.length, .to = to};

    if (self.length < SPAN_BLOCK && dsi_plain_all(self.bytes, self.length)) {
        form_put(&self, self.bytes, self.length);
        self.cursor = self.length;
    }
    while (self.cursor < self.length) {
        unsigned char byte = self.bytes[self.cursor];

        if (dsi_plain_is(byte)) {
            form_plain(&self);
        } else if (byte < 0x80) {
            form_escape(&self);
        } else if (!form_characters(&self)) {
            return false;
        }
    }
    *form = self.written;
    return true;
}

/* The form of so many bytes is known to fit, or it is measured. */
static bool write_fits(const dsi_direct_writer *writer, dsi_string text, size_t *form)
{
    size_t room = writer->room;

    if (room >= WRITE_QUOTES && text.length <= (room - WRITE_QUOTES) / WRITE_FORM) {
        *form = 0;
        return true;
    }
    return write_text(text, NULL, form);
}

bool dsi_direct_string(dsi_direct_writer *writer, dsi_string text)
{
    size_t form;

    write_comma(writer);
    if (!write_fits(writer, text, &form)) {
        return false;
    }
    form = dsi_sum(form, WRITE_QUOTES);
    if (form <= writer->room) {
        char *to = writer->to;

        if (!write_text(text, to + 1, &form)) {
            return false;
        }
        to[0] = '"';
        to[1 + form] = '"';
        form += WRITE_QUOTES;
        writer->to += form;
        writer->room -= form;
    } else {
        writer->room = 0;
    }
    writer->length = dsi_sum(writer->length, form);
    return true;
}
