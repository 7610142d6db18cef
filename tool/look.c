/*
 * tool/look.c - a table of beginnings that no message has. The first row that fits
 * counts.
 */
#include "look.h"

#include <string.h>

typedef struct look_row {
    const char *bytes;
    size_t length;
    const char *words;
} look_row;

#define BEGINS(literal, words)                                                         \
    {                                                                                  \
        (literal), sizeof(literal) - 1, (words)                                        \
    }

static const char look_utf16[] = "UTF-16; convert it to UTF-8";
static const char look_utf32[] = "UTF-32; convert it to UTF-8";
static const char look_head[] = "an HTTP head; 'dsi decode' reads it with --http";

static const look_row look_rows[] = {
    BEGINS("\xef\xbb\xbf", "a byte order mark (EF BB BF); remove it"),
    BEGINS("\xff\xfe\0\0", look_utf32), /* before UTF-16, whose mark begins it */
    BEGINS("\0\0\xfe\xff", look_utf32),
    BEGINS("{\0\0\0", look_utf32),
    BEGINS("\0\0\0{", look_utf32),
    BEGINS("\xff\xfe", look_utf16),
    BEGINS("\xfe\xff", look_utf16),
    BEGINS("{\0", look_utf16),
    BEGINS("\0{", look_utf16),
    BEGINS("\x1f\x8b", "gzip; decompress it, or give curl --compressed"),
    BEGINS("HTTP/", look_head),
    BEGINS("GET /", look_head),
    BEGINS("POST /", look_head),
};

#define LOOK_ROWS (sizeof look_rows / sizeof *look_rows)

void look_take(tool_look *look, uint64_t offset, const char *bytes, size_t length)
{
    uint64_t next = look->start + look->length;

    while (next >= offset && next - offset < length && look->length < LOOK_MAX) {
        look->bytes[look->length++] = bytes[next - offset];
        next++;
    }
}

bool look_is_undecided(const tool_look *look)
{
    for (size_t i = 0; i < LOOK_ROWS; i++) {
        const look_row *row = &look_rows[i];

        if (look->length < row->length &&
            memcmp(look->bytes, row->bytes, look->length) == 0) {
            return true;
        }
    }
    return false;
}

const char *look_words(const tool_look *look, bool reads_head)
{
    for (size_t i = 0; i < LOOK_ROWS; i++) {
        const look_row *row = &look_rows[i];

        if (look->length >= row->length &&
            memcmp(look->bytes, row->bytes, row->length) == 0) {
            return reads_head && row->words == look_head ? NULL : row->words;
        }
    }
    return NULL;
}
