/*
 * The direct reader's texts, on their own: whatever bytes there are and whatever room
 * there is, a text is whole and right, or nothing. No byte outside of either is touched.
 */
#include <stdio.h>
#include <string.h>

#include "codec/direct/text.h"
#include "tests/codec/encoding.h"
#include "tests/codec/fence.h"
#include "tests/support.h"

typedef struct text_row {
    const char *why;
    const char *written; /* after the first quote */
    const char *text;    /* NULL: the reader refuses it */
} text_row;

static const text_row rows[] = {
    {"nothing", "\"", ""},
    {"plain, less than a block", "orders\"", "orders"},
    {"plain, more than a block", "0123456789abcdef0123456789abcdef0\"",
     "0123456789abcdef0123456789abcdef0"},
    {"escapes at both ends", "\\nplain\\t\"", "\nplain\t"},
    {"escapes of each kind", "\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u20AC\\ud83d\\ude00\"",
     "\"\\/\b\f\n\r\t\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"},
    {"a block, then an escape", "0123456789abcdef\\n0123456789abcdef\"",
     "0123456789abcdef\n0123456789abcdef"},
    {"a block, then an escape at the end", "0123456789abcdef\\n\"",
     "0123456789abcdef\n"},
    {"characters of two bytes", "\xc3\xa9\xc3\xa9\"", "\xc3\xa9\xc3\xa9"},
    {"characters of three bytes, in pairs and alone",
     "\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\"", "\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2"},
    {"characters of three bytes with other bounds", "\xe0\xa0\x80\xed\x9f\xbf\"",
     "\xe0\xa0\x80\xed\x9f\xbf"},
    {"characters of four bytes", "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\"",
     "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"},
    {"characters and ASCII in turn",
     "a\xe6\xbc\xa2"
     "b\xc3\xa9"
     "c\"",
     "a\xe6\xbc\xa2"
     "b\xc3\xa9"
     "c"},
    {"a pair whose first is overlong", "\xe0\x9f\xbf\xe6\xbc\xa2\"", NULL},
    {"a pair whose second is overlong", "\xe6\xbc\xa2\xe0\x9f\xbf\"", NULL},
    {"a pair whose first is a surrogate", "\xed\xa0\x80\xe6\xbc\xa2\"", NULL},
    {"a pair whose second is a surrogate", "\xe6\xbc\xa2\xed\xa0\x80\"", NULL},
    {"a pair whose second is cut", "\xe6\xbc\xa2\xe5\xad\"", NULL},
    {"a control character after a block", "0123456789abcdef\x1f\"", NULL},
    {"DEL, which is no control character of JSON", "\x7f\"", "\x7f"},
};

/* So much more room than the text needs is always enough. */
#define ROOM_SLACK 16
#define ROOM_MAX 128

/* Of so many bytes, in so much room. */
static size_t read_text(const text_row *row, const fence *bytes, const fence *memory,
                        size_t length, size_t room)
{
    static const char anything[ROOM_MAX];
    const char *written = fence_put(bytes, row->written, length, false);
    char *to = fence_put(memory, anything, room, false);
    dsi_string text;
    size_t read = dsi_direct_text((const unsigned char *)written, length, SIZE_MAX, to,
                                  room, 0, &text);

    if (read > 0) {
        ck_assert_msg(row->text != NULL, "%s", row->why);
        ck_assert_uint_eq(read, length);
        ck_assert_ptr_eq(text.data, to);
        ck_assert_msg(dsi_string_equal(text, dsi_str(row->text)), "%s", row->why);
        ck_assert_int_eq(text.data[text.length], '\0');
    }
    return read;
}

START_TEST(whole_in_every_room)
{
    const text_row *row = &rows[_i];
    fence bytes = fence_open();
    fence memory = fence_open();
    size_t length = strlen(row->written);
    size_t needed = row->text != NULL ? strlen(row->text) + 1 : 0;

    for (size_t room = 0; room <= length; room++) {
        size_t read = read_text(row, &bytes, &memory, length, room);

        ck_assert_msg(read == 0 || room >= needed, "%s: room for %zu", row->why, room);
    }
    if (row->text != NULL) {
        ck_assert_msg(read_text(row, &bytes, &memory, length, needed + ROOM_SLACK) > 0,
                      "%s", row->why);
    }
    fence_close(&memory);
    fence_close(&bytes);
}
END_TEST

/* A text that is cut has no end. */
START_TEST(cut_anywhere)
{
    const text_row *row = &rows[_i];
    fence bytes = fence_open();
    fence memory = fence_open();

    for (size_t cut = 0; cut < strlen(row->written); cut++) {
        ck_assert_uint_eq(read_text(row, &bytes, &memory, cut, ROOM_MAX), 0);
    }
    fence_close(&memory);
    fence_close(&bytes);
}
END_TEST

/* Written again, a text has the same form in a buffer of any size as in a sink. */
START_TEST(written_as_into_a_sink)
{
    static char bytes[1024];
    gathered text = {.bytes = bytes, .capacity = sizeof bytes - 1};
    const dsi_sink sink = {.write = gather, .context = &text};
    const dsi_start_answer answer = {
        .kind = DSI_OUTPUT, .output = {.introspection_id = dsi_str(rows[_i].text)}};

    if (rows[_i].text != NULL) {
        ck_assert(dsi_start_answer_write(&answer, &sink, NULL, NULL));
        bytes[text.length] = '\0';
        check_buffers("start-response", &answer, bytes);
    }
}
END_TEST

/* Whatever a text is, a buffer gets what a sink gets, or both refuse it. */
static void check_both(const char *written)
{
    static char bytes[1024];
    static char buffer[1024];
    gathered text = {.bytes = bytes, .capacity = sizeof bytes};
    const dsi_sink sink = {.write = gather, .context = &text};
    const dsi_start_answer answer = {.kind = DSI_OUTPUT,
                                     .output = {.introspection_id = dsi_str(written)}};
    dsi_error left;
    dsi_error right;
    bool good = dsi_start_answer_write(&answer, &sink, NULL, &left);
    size_t length = dsi_start_answer_encode(&answer, buffer, sizeof buffer, &right);

    ck_assert_msg(good == (length > 0), "%s", written);
    ck_assert_int_eq(left.code, right.code);
    ck_assert_uint_eq(left.offset, right.offset);
    ck_assert_msg(!good || gathered_same(&text, buffer, length), "%s", written);
}

#define SHORT_MAX 20
#define ODD_BYTES 17

START_TEST(an_odd_byte_at_each_place_of_a_short_text)
{
    static const char *const odd[ODD_BYTES] = {"\"",
                                               "\\",
                                               "\n",
                                               "\x01",
                                               "\x1f",
                                               "\x7f",
                                               "\x80",
                                               "\xc2\xa0",
                                               "\xc1\xbf",
                                               "\xe0\xa0\x80",
                                               "\xed\xa0\x80",
                                               "\xe6\xbc\xa2\xe6\xbc\xa2",
                                               "\xf0\x8f\x80\x80",
                                               "\xf1\x80\x80\x80",
                                               "\xf4\x8f\xbf\xbf",
                                               "\xf4\x90\x80\x80",
                                               "\xf5\x80\x80\x80"};
    char written[2 * SHORT_MAX];

    for (size_t length = 0; length < SHORT_MAX; length++) {
        for (size_t place = 0; place <= length; place++) {
            (void)snprintf(written, sizeof written, "%.*s%s%.*s", (int)place,
                           "aaaaaaaaaaaaaaaaaaaa", odd[_i], (int)(length - place),
                           "bbbbbbbbbbbbbbbbbbbb");
            check_both(written);
        }
    }
}
END_TEST

SUITE(direct_text)
{
    Suite *suite = suite_create("direct text");

    add_rows(suite, "whole, in every room", whole_in_every_room, COUNT(rows));
    add_rows(suite, "cut anywhere", cut_anywhere, COUNT(rows));
    add_rows(suite, "written as into a sink", written_as_into_a_sink, COUNT(rows));
    add_rows(suite, "an odd byte at each place of a short text",
             an_odd_byte_at_each_place_of_a_short_text, ODD_BYTES);
    return suite;
}
