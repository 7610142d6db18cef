/* ARNs of the general form: well-formed and ill-formed UTF-8 in every part of one. */
#include "tests/support.h"

#include "schema/arn/arn.h"
#include "schema/text/utf8.h"
#include "tests/schema/sample.h"

/* A place in an ARN. The resource is the last part, so a text may end in it. */
typedef struct part_row {
    const char *why;
    const char *before;
    const char *after;
    bool last;
} part_row;

static const part_row parts[] = {
    {"first of the partition", "arn:", ":s:r:a:x", false},
    {"inside the partition", "arn:p", ":s:r:a:x", false},
    {"first of the service", "arn:p:", ":r:a:x", false},
    {"inside the service", "arn:p:s", ":r:a:x", false},
    {"the region may be empty", "arn:p:s:", ":a:x", false},
    {"inside the region", "arn:p:s:r", ":a:x", false},
    {"the account may be empty", "arn:p:s:r:", ":x", false},
    {"inside the account", "arn:p:s:r:a", ":x", false},
    {"first of the resource", "arn:p:s:r:a:", "", true},
    {"inside the resource", "arn:p:s:r:a:x", "", true},
};

/* The bounds of the ranges that UTF-8 allows for a tail byte, and their neighbours. */
static const unsigned char tails[] = {0x00, 0x7f, 0x80, 0x8f, 0x90,
                                      0x9f, 0xa0, 0xbf, 0xc0};

#define SEQUENCES ((size_t)256 * COUNT(tails) * COUNT(tails) * COUNT(tails))

static void make_sequence(size_t number, char bytes[4])
{
    bytes[0] = (char)(unsigned char)(number % 256);
    number /= 256;
    for (size_t i = 1; i < 4; i++) {
        bytes[i] = (char)tails[number % COUNT(tails)];
        number /= COUNT(tails);
    }
}

/* The length of the sequence's first character, or 0 if it is ill-formed or NUL. */
static size_t character_length(const char bytes[4])
{
    for (size_t length = 1; length <= 4; length++) {
        size_t scalars;
        size_t offset;

        if (dsi_utf8_scan((dsi_string){bytes, length}, &scalars, &offset)) {
            return bytes[0] == '\0' ? 0 : length;
        }
    }
    return 0;
}

static bool match(const char *text, size_t length, size_t *offset)
{
    *offset = SIZE_MAX;
    return dsi_arn_match(DSI_GRAMMAR_ANY, (dsi_string){text, length}, offset);
}

/*
 * Checks a text that ends inside a character. The rest of the character follows in
 * memory, or memory that cannot be read.
 */
static void check_cut(const part_row *row, const guarded_page *page, dsi_string text)
{
    const unsigned last = (unsigned char)text.data[text.length - 1];
    const dsi_string alone = guarded_page_last(page, text);
    size_t offset;

    expect(!match(text.data, text.length, &offset) && offset == text.length,
           "%s: cut after 0x%02x", row->why, last);
    expect(!match(alone.data, alone.length, &offset) && offset == text.length,
           "%s: cut after 0x%02x, alone", row->why, last);
}

/*
 * Checks a character in this place. A text that ends inside it must be a text that ends
 * too early.
 */
static void check_character(const part_row *row, const guarded_page *page,
                            const char *bytes, size_t length)
{
    size_t start = strlen(row->before);
    char text[32];
    size_t offset;

    memcpy(text, row->before, start);
    memcpy(text + start, bytes, length);
    memcpy(text + start + length, row->after, strlen(row->after));
    for (size_t cut = 1; cut < length; cut++) {
        check_cut(row, page, (dsi_string){text, start + cut});
    }
    expect(match(text, start + length + strlen(row->after), &offset),
           "%s: 0x%02x, a character of %zu bytes", row->why,
           (unsigned)(unsigned char)*bytes, length);
    expect(row->last == match(text, start + length, &offset), "%s: ends there",
           row->why);
}

/* Checks bytes that are not a character. The mismatch must be at one of them. */
static void check_ill_formed(const part_row *row, const char *bytes)
{
    size_t start = strlen(row->before);
    size_t offset;
    char text[32];

    memcpy(text, row->before, start);
    memcpy(text + start, bytes, 4);
    expect(!match(text, start + 4, &offset) && offset >= start && offset < start + 4,
           "%s: 0x%02x is no character, %zu", row->why, (unsigned)(unsigned char)*bytes,
           offset);
}

START_TEST(every_form_in_every_part)
{
    const part_row *row = &parts[_i];
    guarded_page page = guarded_page_open();

    for (size_t i = 0; i < SEQUENCES; i++) {
        char bytes[4];
        size_t length;

        make_sequence(i, bytes);
        length = character_length(bytes);
        if (bytes[0] == ':') { /* ends a part */
            continue;
        }
        if (length == 0) {
            check_ill_formed(row, bytes);
        } else {
            check_character(row, &page, bytes, length);
        }
    }
    guarded_page_close(&page);
}
END_TEST

SUITE(arn_any)
{
    Suite *suite = suite_create("any ARN");

    add_rows(suite, "UTF-8 in every part", every_form_in_every_part, COUNT(parts));
    return suite;
}
