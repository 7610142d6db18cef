/*
 * The guard with every byte at its critical places: the first byte of a document,
 * characters of up to four bytes, the digits of escapes. Code and offset of each error
 * are checked.
 */
#include <string.h>

#include "codec/stream/guard.h"
#include "schema/text/utf8.h"
#include "tests/support.h"

static dsi_scan scan(const char *text, size_t length)
{
    static const dsi_limits limits = {
        .max_bytes = 1024, .max_depth = 8, .max_token = 1024};
    dsi_guard guard;

    dsi_guard_begin(&guard, &limits);
    return dsi_guard_scan(&guard, (const unsigned char *)text, length);
}

static void check(const char *text, size_t length, dsi_code code, size_t offset)
{
    dsi_scan got = scan(text, length);

    expect(got.code == code && (code == DSI_OK || got.offset == offset),
           "%.*s: %s at %llu, not %s at %zu", (int)length, text,
           dsi_code_name(got.code), (unsigned long long)got.offset, dsi_code_name(code),
           offset);
}

/* JSON that is not an object has another code than text that is not JSON. */
START_TEST(each_first_byte)
{
    for (int byte = 0; byte < 256; byte++) {
        const char text = (char)(unsigned char)byte;
        bool other = byte != '\0' && strchr("[\"-0123456789tfn", byte) != NULL;
        bool good = byte != '\0' && strchr("{ \t\r\n", byte) != NULL;

        check(&text, 1, other ? DSI_E_NOT_OBJECT : good ? DSI_OK : DSI_E_SYNTAX, 0);
    }
}
END_TEST

/* Compares with the UTF-8 scanner. The later bytes are the bounds of their ranges. */
START_TEST(each_character)
{
    static const unsigned char ends[] = {0x7f, 0x80, 0xbf, 0xc0};
    unsigned char text[] = "{\"....";
    dsi_string character = {.data = (const char *)text + 2, .length = 4};

    text[2] = (unsigned char)(0x80 + _i);
    for (unsigned i = 0; i < 256 * COUNT(ends) * COUNT(ends); i++) {
        size_t scalars;
        size_t offset = 0;
        bool good;

        text[3] = (unsigned char)(i & 255);
        text[4] = ends[(i >> 8) % COUNT(ends)];
        text[5] = ends[(i >> 10) % COUNT(ends)];
        good = dsi_utf8_scan(character, &scalars, &offset);
        check((const char *)text, 6, good ? DSI_OK : DSI_E_UTF8, 2 + offset);
    }
}
END_TEST

#define ESCAPE_AT 2 /* in the texts below */

/* The value of a hexadecimal digit; 16 if it is not one. */
static unsigned digit(char byte)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = byte == '\0' ? NULL : strchr(digits, byte);

    return found == NULL ? 16 : (unsigned)(found - digits) % 16;
}

/*
 * The expected error in an escape. A high half needs a second escape. The error for a
 * bad digit is at the digit, the error for a half pair at the first escape.
 */
static dsi_code judge(const char *text, size_t *offset)
{
    const char *first = text + ESCAPE_AT + 2;
    const char *second = first + 6;
    bool is_d = digit(first[0]) == 13;
    bool pair = is_d && digit(first[1]) >= 8;

    for (size_t i = 0; i < (pair ? 10 : 4); i++) {
        *offset = ESCAPE_AT;
        if ((i == 4 && first[4] != '\\') || (i == 5 && first[5] != 'u')) {
            return DSI_E_SURROGATE;
        }
        if (i != 4 && i != 5 && digit(first[i]) == 16) {
            *offset = ESCAPE_AT + 2 + i;
            return DSI_E_ESCAPE;
        }
        if ((i == 1 && is_d && digit(first[1]) >= 12) ||
            (i == 6 && digit(second[0]) != 13) || (i == 7 && digit(second[1]) < 12)) {
            return DSI_E_SURROGATE;
        }
    }
    return DSI_OK;
}

static const char *const escapes[] = {"{\"\\u0041", "{\"\\ud83d\\udc4d",
                                      "{\"\\uDBFF\\uDFFF"};

START_TEST(each_digit_of_an_escape)
{
    size_t length = strlen(escapes[_i]);
    char text[16];

    memcpy(text, escapes[_i], length);
    for (size_t i = ESCAPE_AT + 2; i < length; i++) {
        for (int byte = 0; byte < 256; byte++) {
            size_t offset;
            dsi_code code;

            text[i] = (char)(unsigned char)byte;
            code = judge(text, &offset);
            check(text, code == DSI_OK ? i + 1 : length, code, offset);
        }
        text[i] = escapes[_i][i];
    }
}
END_TEST

SUITE(guard)
{
    Suite *suite = suite_create("guard");

    add_test(suite, "first byte", each_first_byte);
    add_rows(suite, "character", each_character, 128);
    add_rows(suite, "escape", each_digit_of_an_escape, COUNT(escapes));
    return suite;
}
