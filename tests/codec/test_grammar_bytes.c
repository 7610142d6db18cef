/*
 * Puts each of the 256 bytes into each place of the grammar that accepts one of a set
 * of bytes. The fragment is in an unknown member, an item, or a known member.
 */
#include <stdio.h>
#include <string.h>

#include "fuzz/oracle.h"
#include "tests/codec/outcome.h"
#include "tests/support.h"

#define SPACES " \t\r\n"
#define DIGITS "0123456789"
#define HEX DIGITS "abcdefABCDEF"

/*
 * Bytes in `good` are accepted. For those in `open`, later bytes decide, so they are
 * not tried. Every other byte is an error.
 */
typedef struct byte_row {
    const char *name;
    const char *section; /* of RFC 8259 */
    const char *before;
    const char *after;
    const char *good;
    const char *open;
    dsi_code code;
    bool other_loses_nul; /* the second parser overlooks a NUL there */
} byte_row;

static const byte_row rows[] = {
    {"white space in an object", "2", "{", "}", SPACES, "\"}", DSI_E_SYNTAX, false},
    {"white space after a name", "2", "{\"a\"", ":1}", SPACES, ":", DSI_E_SYNTAX,
     false},
    {"white space before a value", "2", "{\"a\":", "1}", SPACES "123456789-",
     "0\"[{tfn", DSI_E_SYNTAX, false},
    {"white space after a comma", "2", "{\"a\":[],", "\"b\":[]}", SPACES, "\"",
     DSI_E_SYNTAX, false},
    {"a colon", "4", "{\"a\"", "1}", ":", SPACES, DSI_E_SYNTAX, false},
    {"a comma of an object", "4", "{\"a\":[]", "\"b\":1}", ",", SPACES "}",
     DSI_E_SYNTAX, false},
    {"an object's end", "4", "{\"a\":[]", "", "}", SPACES ",", DSI_E_SYNTAX, false},
    {"a comma of an array", "5", "[[]", "[]]", ",", SPACES "]", DSI_E_SYNTAX, false},
    {"an array's end", "5", "[[]", "", "]", SPACES ",", DSI_E_SYNTAX, false},
    {"a value's first byte", "3", "[", "]", SPACES DIGITS, "-\"[{tfn]", DSI_E_SYNTAX,
     false},
    {"true: r", "3", "t", "ue", "r", "", DSI_E_SYNTAX, false},
    {"true: u", "3", "tr", "e", "u", "", DSI_E_SYNTAX, false},
    {"true: e", "3", "tru", "", "e", "", DSI_E_SYNTAX, false},
    {"false: a", "3", "f", "lse", "a", "", DSI_E_SYNTAX, false},
    {"false: l", "3", "fa", "se", "l", "", DSI_E_SYNTAX, false},
    {"false: s", "3", "fal", "e", "s", "", DSI_E_SYNTAX, false},
    {"false: e", "3", "fals", "", "e", "", DSI_E_SYNTAX, false},
    {"null: u", "3", "n", "ll", "u", "", DSI_E_SYNTAX, false},
    {"null: l", "3", "nu", "l", "l", "", DSI_E_SYNTAX, false},
    {"null: the second l", "3", "nul", "", "l", "", DSI_E_SYNTAX, false},
    {"after a literal", "3", "null", "", SPACES, ",]}", DSI_E_SYNTAX, true},
    {"after a minus", "6", "-", "", DIGITS, "", DSI_E_SYNTAX, false},
    {"after a zero", "6", "0", "", SPACES, ".eE,]}", DSI_E_SYNTAX, true},
    {"after a minus and a zero", "6", "-0", "", SPACES, ".eE,]}", DSI_E_SYNTAX, true},
    {"after a digit", "6", "1", "", SPACES DIGITS, ".eE,]}", DSI_E_SYNTAX, true},
    {"after a point", "6", "1.", "", DIGITS, "", DSI_E_SYNTAX, false},
    {"after a fraction", "6", "0.5", "", SPACES DIGITS, "eE,]}", DSI_E_SYNTAX, true},
    {"after an e", "6", "1e", "", DIGITS, "+-", DSI_E_SYNTAX, false},
    {"after an e and a sign", "6", "1E-", "", DIGITS, "", DSI_E_SYNTAX, false},
    {"after an exponent", "6", "1e5", "", SPACES DIGITS, ",]}", DSI_E_SYNTAX, true},
    {"after a backslash", "7", "\"\\", "\"", "\"\\/bfnrt", "u", DSI_E_ESCAPE, false},
    {"the first digit of an escape", "7", "\"\\u", "041\"", HEX, "", DSI_E_ESCAPE,
     false},
    {"the second digit of an escape", "7", "\"\\u0", "41\"", HEX, "", DSI_E_ESCAPE,
     false},
    {"the third digit of an escape", "7", "\"\\u00", "1\"", HEX, "", DSI_E_ESCAPE,
     false},
    {"the fourth digit of an escape", "7", "\"\\u004", "\"", HEX, "", DSI_E_ESCAPE,
     false},
    {"the second digit after a d", "7", "\"\\uD", "41\"", "01234567", "89abcdefABCDEF",
     DSI_E_ESCAPE, false},
    {"the third digit of a high half", "8.2", "\"\\ud8", "d\\udc4d\"", HEX, "",
     DSI_E_ESCAPE, false},
    {"the fourth digit of a high half", "8.2", "\"\\ud83", "\\udc4d\"", HEX, "",
     DSI_E_ESCAPE, false},
    {"the second digit of a low half", "8.2", "\"\\ud83d\\ud", "4d\"", "cdefCDEF",
     "0123456789abAB", DSI_E_ESCAPE, false},
    {"the third digit of a low half", "8.2", "\"\\ud83d\\udc", "d\"", HEX, "",
     DSI_E_ESCAPE, false},
    {"the fourth digit of a low half", "8.2", "\"\\ud83d\\udc4", "\"", HEX, "",
     DSI_E_ESCAPE, false},
};

typedef struct byte_place {
    const char *name;
    const char *message;
    const char *before;
    const char *after;
    bool typed; /* a value of another type is refused before the byte is reached */
    bool streamed;
} byte_place;

static const byte_place places[] = {
    {"an unknown member", "start-request", "{\"x\":", "}", false, false},
    {"an unknown item", "start-response", "{\"x\":[", ",\"\"]}", false, false},
    {"a string", "start-response", "{\"introspectionId\":", "}", true, false},
    {"an integer", "get-request", "{\"maxResults\":", "}", true, false},
    {"a boolean", "get-request", "{\"includeModelsSDL\":", "}", true, false},
    {"a structure", "start-request", "{\"rdsDataApiConfig\":", "}", true, false},
    {"a list", "get-response", "{\"introspectionResult\":{\"models\":", "}}", true,
     true},
};

static bool is_one_of(const char *set, int byte)
{
    return byte != '\0' && strchr(set, byte) != NULL;
}

static void check_second_parser(const byte_row *row, int byte, const vector *message)
{
    json_t *json = oracle_load(message->bytes.data, message->bytes.length, 0, NULL);
    bool differs = byte == '\0' && row->other_loses_nul;

    expect((json != NULL) == (is_one_of(row->good, byte) || differs),
           "%s: 0x%02x: the second parser says %s", row->name, (unsigned)byte,
           json != NULL ? "yes" : "no");
    json_decref(json);
}

static void check_verdict(const byte_row *row, int byte, const byte_place *place,
                          size_t offset, const outcome *got)
{
    if (place->typed && dsi_code_band(got->code) == DSI_BAND_SHAPE) {
        expect(got->offset <= offset, "%s: 0x%02x in %s: at %llu", row->name,
               (unsigned)byte, place->name, (unsigned long long)got->offset);
        return;
    }
    expect(got->code == (is_one_of(row->good, byte) ? DSI_OK : row->code),
           "%s (RFC 8259, %s): 0x%02x in %s: %s", row->name, row->section,
           (unsigned)byte, place->name, dsi_code_name(got->code));
    expect(got->code == DSI_OK || got->offset == offset, "%s: 0x%02x in %s: at %llu",
           row->name, (unsigned)byte, place->name, (unsigned long long)got->offset);
}

static void check_byte(const byte_row *row, int byte, const byte_place *place)
{
    char text[256];
    size_t offset = (size_t)snprintf(text, sizeof text, "%s%s", place->before,
                                     row->before);
    size_t end = offset + 1;
    vector message = {
        .name = row->name, .message = place->message, .streamed = place->streamed};
    outcome whole;
    outcome bytewise;

    text[offset] = (char)(unsigned char)byte;
    end += (size_t)snprintf(text + end, sizeof text - end, "%s%s", row->after,
                            place->after);
    message.bytes = (dsi_string){.data = text, .length = end};
    decode_to(&message, end, &whole);
    decode_to(&message, 1, &bytewise);
    expect(whole.code == bytewise.code && whole.offset == bytewise.offset,
           "%s: 0x%02x in %s: %s, byte by byte: %s", row->name, (unsigned)byte,
           place->name, dsi_code_name(whole.code), dsi_code_name(bytewise.code));
    check_verdict(row, byte, place, offset, &whole);
    check_second_parser(row, byte, &message);
}

START_TEST(each_byte_in_each_place)
{
    const byte_row *row = &rows[_i];

    for (size_t i = 0; i < COUNT(places); i++) {
        for (int byte = 0; byte < 256; byte++) {
            if (!is_one_of(row->open, byte)) {
                check_byte(row, byte, &places[i]);
            }
        }
    }
}
END_TEST

/* Each byte as a string and as a name: a control, a character, or ill-formed UTF-8. */
START_TEST(each_byte_in_a_string)
{
    static const byte_place strings[] = {
        {"a string", "start-response", "{\"introspectionId\":\"", "\"}", false, false},
        {"a string after eight characters", "start-response",
         "{\"introspectionStatus\":\"12345678", "12345678\"}", false, false},
        {"an unknown string", "start-request", "{\"x\":[\"", "\"]}", false, false},
        {"a name", "start-request", "{\"a", "b\":1}", false, false},
    };
    const byte_place *place = &strings[_i];

    for (int byte = 0; byte < 256; byte++) {
        byte_row row = {.name = place->name,
                        .section = "7",
                        .before = "",
                        .after = "",
                        .good = byte >= 0x20 && byte < 0x80 ? (char[]){(char)byte, 0}
                                                            : "",
                        .code = byte < 0x20 ? DSI_E_CONTROL : DSI_E_UTF8};

        if (byte != '"' && byte != '\\') {
            check_byte(&row, byte, place);
        }
    }
}
END_TEST

SUITE(grammar_bytes)
{
    Suite *suite = suite_create("grammar bytes");

    add_rows(suite, "each byte in each place", each_byte_in_each_place, COUNT(rows));
    add_rows(suite, "each byte in a string", each_byte_in_a_string, 4);
    return suite;
}
