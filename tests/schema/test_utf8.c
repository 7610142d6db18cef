/*
 * The scanner against a decoder that computes code points and has no table of ranges.
 */
#include "tests/schema/sample.h"
#include "tests/support.h"

#include "schema/text/utf8.h"

/* The length of the character that begins here, or 0 if it is ill-formed. */
static size_t decode(const unsigned char *bytes, size_t length)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned lead = bytes[0];
    size_t size = lead < 0x80   ? 1
                  : lead < 0xc0 ? 0
                  : lead < 0xe0 ? 2
                  : lead < 0xf0 ? 3
                  : lead < 0xf8 ? 4
                                : 0;
    uint32_t point = size < 2 ? lead : lead & (0x7fu >> size);

    if (size == 0 || size > length) {
        return 0;
    }
    for (size_t i = 1; i < size; i++) {
        if (bytes[i] >> 6 != 2) {
            return 0;
        }
        point = point << 6 | (bytes[i] & 0x3fu);
    }
    return point < smallest[size] || point > 0x10ffff || point >> 11 == 0xd800 >> 11
               ? 0
               : size;
}

static void compare(const unsigned char *bytes, size_t length)
{
    const dsi_string text = {.data = (const char *)bytes, .length = length};
    size_t scalars = SIZE_MAX;
    size_t offset = SIZE_MAX;
    size_t expected_scalars = 0;
    size_t at = 0;
    size_t size = 1;

    while (at < length && (size = decode(bytes + at, length - at)) > 0) {
        at += size;
        expected_scalars++;
    }
    if (dsi_utf8_scan(text, &scalars, &offset)) {
        if (at != length || scalars != expected_scalars) {
            ck_abort_msg("%02x %02x %02x %02x: accepted, %zu scalars", bytes[0],
                         bytes[1], bytes[2], bytes[3], scalars);
        }
    } else if (at == length || offset != at) {
        ck_abort_msg("%02x %02x %02x %02x (%zu): refused at %zu", bytes[0], bytes[1],
                     bytes[2], bytes[3], length, offset);
    }
}

START_TEST(every_text_of_one_and_two_bytes)
{
    unsigned char bytes[4] = {0};

    for (unsigned first = 0; first < 256; first++) {
        bytes[0] = (unsigned char)first;
        compare(bytes, 1);
        for (unsigned second = 0; second < 256; second++) {
            bytes[1] = (unsigned char)second;
            compare(bytes, 2);
        }
    }
}
END_TEST

/*
 * Values for the last byte of four: both ends of every range that a scanner could
 * compare it with.
 */
static const unsigned char ends[] = {0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f,
                                     0xa0, 0xbf, 0xc0, 0xc2, 0xff};

static void compare_tails(unsigned lead, size_t length)
{
    unsigned char bytes[4] = {(unsigned char)lead};
    size_t lasts = length == 4 ? sizeof ends : 1;

    for (unsigned i = 0; i < 256 * 256; i++) {
        bytes[1] = (unsigned char)(i >> 8);
        bytes[2] = (unsigned char)i;
        for (size_t last = 0; last < lasts; last++) {
            bytes[3] = ends[last];
            compare(bytes, length);
        }
    }
}

START_TEST(every_text_of_three_bytes)
{
    compare_tails(0xe0 + (unsigned)_i, 3);
}
END_TEST

START_TEST(texts_of_four_bytes)
{
    compare_tails(0xf0 + (unsigned)_i, 4);
}
END_TEST

/*
 * The bytes after a text must not complete a character that is cut. They are not read.
 */
START_TEST(bytes_after_the_text_complete_nothing)
{
    static const unsigned char seconds[] = {0x80, 0x90, 0xa0, 0xbf};
    guarded_page page = guarded_page_open();

    for (unsigned lead = 0xc2; lead <= 0xf4; lead++) {
        for (size_t i = 0; i < sizeof seconds; i++) {
            const unsigned char bytes[] = {(unsigned char)lead, seconds[i], 0x80, 0x80};

            for (size_t length = 1; length <= sizeof bytes; length++) {
                dsi_string text = {(const char *)bytes, length};

                compare(bytes, length);
                text = guarded_page_last(&page, text);
                compare((const unsigned char *)text.data, length);
            }
        }
    }
    guarded_page_close(&page);
}
END_TEST

typedef struct scan_row {
    const char *why;
    long_text text;
    bool well_formed;
    size_t scalars; /* the offset if the text is ill-formed */
} scan_row;

static const scan_row scans[] = {
    {"absent", {{NULL, 0}, NULL, 0, {NULL, 0}}, true, 0},
    {"empty", {BYTES(""), NULL, 0, BYTES("")}, true, 0},
    {"NUL is a character", {BYTES("a\0b"), NULL, 0, BYTES("\0")}, true, 4},
    {"one of each length",
     {BYTES("a\xc3\xa9"), "\xe2\x82\xac", 1, BYTES("\xf0\x9f\x98\x80")},
     true,
     4},
    {"a thousand emoji", {BYTES(""), "\xf0\x9f\x98\x80", 1000, BYTES("")}, true, 1000},
    {"a tail byte after many characters",
     {BYTES(""), "\xc3\xa9", 20, BYTES("a")},
     true,
     21},
    {"the last character is cut",
     {BYTES(""), "\xf0\x9f\x98\x80", 9, BYTES("\xf0\x9f\x98")},
     false,
     36},
    {"the first of two errors", {BYTES("ab\xc3"), "\xff", 1, BYTES("\xff")}, false, 2},
    {"a tail byte after NUL", {BYTES("\0\0"), "\x80", 1, BYTES("")}, false, 2},
    {"a surrogate pair, as CESU-8 has it",
     {BYTES("x"), "\xed\xa0\xbd\xed\xb8\x80", 1, BYTES("")},
     false,
     1},
    {"NUL in two bytes, as Java has it",
     {BYTES("xy"), "\xc0\x80", 1, BYTES("")},
     false,
     2},
    {"noncharacters are characters",
     {BYTES("\xef\xbf\xbe\xef\xbf\xbf"), "\xf4\x8f\xbf\xbf", 1, BYTES("")},
     true,
     3},
};

START_TEST(longer_texts)
{
    const scan_row *row = &scans[_i];
    char buffer[LONG_TEXT_MAX];
    dsi_string text = long_text_make(&row->text, buffer);
    size_t scalars = SIZE_MAX;
    size_t offset = SIZE_MAX;
    bool well_formed = dsi_utf8_scan(text, &scalars, &offset);

    ck_assert_msg(well_formed == row->well_formed, "%s: %d", row->why, well_formed);
    ck_assert_msg((well_formed ? scalars : offset) == row->scalars, "%s: %zu", row->why,
                  well_formed ? scalars : offset);
}
END_TEST

START_TEST(nothing_beside_the_text_is_read)
{
    guarded_page page = guarded_page_open();
    dsi_string text = TEXT("\xf0\x9f\x98\x80\xe2\x82\xac\xc3\xa9\xf4\x8f\xbf\xbf");

    for (size_t start = 0; start <= text.length; start++) {
        for (size_t length = 0; start + length <= text.length; length++) {
            dsi_string piece = {.data = text.data + start, .length = length};
            size_t ignored;

            (void)dsi_utf8_scan(guarded_page_first(&page, piece), &ignored, &ignored);
            (void)dsi_utf8_scan(guarded_page_last(&page, piece), &ignored, &ignored);
        }
    }
    guarded_page_close(&page);
}
END_TEST

SUITE(utf8)
{
    Suite *suite = suite_create("UTF-8");

    add_test(suite, "one and two bytes", every_text_of_one_and_two_bytes);
    add_rows(suite, "three bytes", every_text_of_three_bytes, 16);
    add_rows(suite, "four bytes", texts_of_four_bytes, 8);
    add_rows(suite, "longer texts", longer_texts, COUNT(scans));
    add_test(suite, "guarded pages", nothing_beside_the_text_is_read);
    add_test(suite, "bytes after", bytes_after_the_text_complete_nothing);
    return suite;
}
