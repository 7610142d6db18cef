/*
 * Spans in blocks against a list of the bytes in each class. Every byte stands in every
 * place of a block, and beside every other byte, because lanes must not affect each
 * other.
 */
#include "tests/schema/sample.h"
#include "tests/schema/span_face.h"
#include "tests/support.h"

#define TEXT_MAX 48

#define DIGITS "0123456789"
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define SIGNS " !#$%&'()*+,-./:;<=>?@[]^_`{|}~"

/* A class: its bytes, and its function in a face. */
typedef struct class_row {
    const char *name;
    dsi_string bytes;
    size_t offset;
} class_row;

static const class_row classes[] = {
    {"ASCII",
     TEXT_ROW(
         "\0\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f\x10\x11\x12\x13\x14"
         "\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\"\\\x7f" SIGNS LETTERS DIGITS),
     offsetof(span_face, ascii)},
    {"plain", TEXT_ROW("\x7f" SIGNS LETTERS DIGITS), offsetof(span_face, plain)},
    {"cluster", TEXT_ROW(LETTERS DIGITS "_/-"), offsetof(span_face, cluster)},
    {"secret", TEXT_ROW(LETTERS DIGITS "_/-+=.@!"), offsetof(span_face, secret)},
};

static const span_face *const faces[] = {&span_native, &span_portable};

#define FACES ((size_t)2)

/* One class of one face. */
typedef struct subject {
    const span_face *face;
    const class_row *row;
    span_fn *span;
    bool has[256];
} subject;

static subject subject_make(int i)
{
    subject self = {.face = faces[(size_t)i / COUNT(classes)],
                    .row = &classes[(size_t)i % COUNT(classes)]};

    memcpy(&self.span, (const char *)self.face + self.row->offset, sizeof self.span);
    for (size_t at = 0; at < self.row->bytes.length; at++) {
        self.has[(unsigned char)self.row->bytes.data[at]] = true;
    }
    return self;
}

static void check(const subject *self, const unsigned char *text, size_t cursor,
                  size_t limit)
{
    size_t expected = cursor;
    size_t found = self->span(text, cursor, limit);

    while (limit >= self->face->block && expected < limit &&
           self->has[text[expected]]) {
        expected++;
    }
    if (found != expected) {
        ck_abort_msg("%s, %s, from %zu to %zu: %zu, not %zu", self->face->name,
                     self->row->name, cursor, limit, found, expected);
    }
}

/* Fills a text with bytes of the class only. */
static void fill(const subject *self, unsigned char *text)
{
    for (size_t i = 0; i < TEXT_MAX; i++) {
        text[i] = (unsigned char)self->row->bytes.data[i % self->row->bytes.length];
    }
}

START_TEST(every_byte_in_every_place)
{
    subject self = subject_make(_i);
    unsigned char text[TEXT_MAX];

    for (size_t place = 0; place < TEXT_MAX; place++) {
        fill(&self, text);
        for (unsigned byte = 0; byte < 256; byte++) {
            text[place] = (unsigned char)byte;
            check(&self, text, 0, TEXT_MAX);
            check(&self, text, 0, place + 1);
            check(&self, text, place, TEXT_MAX);
        }
    }
}
END_TEST

START_TEST(every_byte_beside_every_other)
{
    subject self = subject_make(_i);
    unsigned char text[TEXT_MAX];

    for (size_t place = 0; place + 1 < self.face->block; place++) {
        fill(&self, text);
        for (unsigned pair = 0; pair < 256 * 256; pair++) {
            text[place] = (unsigned char)(pair >> 8);
            text[place + 1] = (unsigned char)pair;
            check(&self, text, 0, self.face->block);
            check(&self, text, place + 1, self.face->block);
        }
    }
}
END_TEST

/* Bytes before the cursor and after the limit must not matter. */
START_TEST(every_cursor_and_limit)
{
    subject self = subject_make(_i);
    unsigned char text[TEXT_MAX];

    fill(&self, text);
    for (size_t limit = 0; limit < TEXT_MAX; limit++) {
        for (size_t cursor = 0; cursor <= limit; cursor++) {
            unsigned char kept = text[limit];

            check(&self, text, cursor, limit);
            text[limit] = 0x80;
            check(&self, text, cursor, limit);
            text[limit] = kept;
            if (cursor > 0) {
                kept = text[cursor - 1];
                text[cursor - 1] = 0x80;
                check(&self, text, cursor, limit);
                text[cursor - 1] = kept;
            }
        }
    }
}
END_TEST

START_TEST(nothing_beside_the_text_is_read)
{
    subject self = subject_make(_i);
    guarded_page page = guarded_page_open();
    unsigned char text[TEXT_MAX];

    fill(&self, text);
    for (size_t length = 0; length <= TEXT_MAX; length++) {
        dsi_string piece = {.data = (const char *)text, .length = length};

        for (size_t cursor = 0; cursor <= length; cursor++) {
            check(&self, (const unsigned char *)guarded_page_first(&page, piece).data,
                  cursor, length);
            check(&self, (const unsigned char *)guarded_page_last(&page, piece).data,
                  cursor, length);
        }
    }
    guarded_page_close(&page);
}
END_TEST

SUITE(span)
{
    Suite *suite = suite_create("spans");
    const size_t subjects = FACES * COUNT(classes);

    add_rows(suite, "every byte", every_byte_in_every_place, subjects);
    add_rows(suite, "every pair", every_byte_beside_every_other, subjects);
    add_rows(suite, "cursor and limit", every_cursor_and_limit, subjects);
    add_rows(suite, "guarded pages", nothing_beside_the_text_is_read, subjects);
    return suite;
}
