/*
 * JSON to the letter: each of the 256 bytes at each place of the grammar that takes one
 * of a set. A fragment stands in an unknown member, as an item, and in a known member.
 */
#include <stdio.h>
#include <string.h>

#include "fuzz/oracle.h"
#include "tests/codec/outcome.h"
#include "tests/support.h"

#define BLANKS " \t\r\n"
#define DIGITS "0123456789"
#define HEX DIGITS "abcdefABCDEF"

/* `good` may stand between, all others are faults; `untold` depends on what follows. */
typedef struct byte_row {
    const char *name;
    const char *section; /* of RFC 8259 */
    const char *before;
    const char *behind;
    const char *good;
    const char *untold;
    dsi_code code;
    bool other_loses_nul; /* the second parser does not see a NUL there */
} byte_row;

static const byte_row rows[] = {
    {"a blank in an object", "2", "{", "}", BLANKS, "\"}", DSI_E_SYNTAX, false},
    {"a blank behind a name", "2", "{\"a\"", ":1}", BLANKS, ":", DSI_E_SYNTAX, false},
    {"a blank before a value", "2", "{\"a\":", "1}", BLANKS "123456789-", "0\"[{tfn",
     DSI_E_SYNTAX, false},
    {"a blank behind a comma", "2", "{\"a\":[],", "\"b\":[]}", BLANKS, "\"",
     DSI_E_SYNTAX, false},
    {"a colon", "4", "{\"a\"", "1}", ":", BLANKS, DSI_E_SYNTAX, false},
    {"a comma of an object", "4", "{\"a\":[]", "\"b\":1}", ",", BLANKS "}",
     DSI_E_SYNTAX, false},
    {"an object's end", "4", "{\"a\":[]", "", "}", BLANKS ",", DSI_E_SYNTAX, false},
    {"a comma of an array", "5", "[[]", "[]]", ",", BLANKS "]", DSI_E_SYNTAX, false},
    {"an array's end", "5", "[[]", "", "]", BLANKS ",", DSI_E_SYNTAX, false},
    {"a value's first byte", "3", "[", "]", BLANKS DIGITS, "-\"[{tfn]", DSI_E_SYNTAX,
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
    {"behind a literal", "3", "null", "", BLANKS, ",]}", DSI_E_SYNTAX, true},
    {"behind a minus", "6", "-", "", DIGITS, "", DSI_E_SYNTAX, false},
    {"behind a zero", "6", "0", "", BLANKS, ".eE,]}", DSI_E_SYNTAX, true},
    {"behind a minus and a zero", "6", "-0", "", BLANKS, ".eE,]}", DSI_E_SYNTAX, true},
    {"behind a digit", "6", "1", "", BLANKS DIGITS, ".eE,]}", DSI_E_SYNTAX, true},
    {"behind a point", "6", "1.", "", DIGITS, "", DSI_E_SYNTAX, false},
    {"behind a fraction", "6", "0.5", "", BLANKS DIGITS, "eE,]}", DSI_E_SYNTAX, true},
    {"behind an e", "6", "1e", "", DIGITS, "+-", DSI_E_SYNTAX, false},
    {"behind an e and a sign", "6", "1E-", "", DIGITS, "", DSI_E_SYNTAX, false},
    {"behind an exponent", "6", "1e5", "", BLANKS DIGITS, ",]}", DSI_E_SYNTAX, true},
    {"behind a backslash", "7", "\"\\", "\"", "\"\\/bfnrt", "u", DSI_E_ESCAPE, false},
    {"the first digit of an escape", "7", "\"\\u", "041\"", HEX, "", DSI_E_ESCAPE,
     false},
    {"the second digit of an escape", "7", "\"\\u0", "41\"", HEX, "", DSI_E_ESCAPE,
     false},
    {"the third digit of an escape", "7", "\"\\u00", "1\"", HEX, "", DSI_E_ESCAPE,
     false},
    {"the fourth digit of an escape", "7", "\"\\u004", "\"", HEX, "", DSI_E_ESCAPE,
     false},
    {"the second digit behind a d", "7", "\"\\uD", "41\"", "01234567", "89abcdefABCDEF",
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
    const char *behind;
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
    end += (size_t)snprintf(text + end, sizeof text - end, "%s%s", row->behind,
                            place->behind);
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
            if (!is_one_of(row->untold, byte)) {
                check_byte(row, byte, &places[i]);
            }
        }
    }
}
END_TEST

/* A control, a character, or a byte that begins none: as a string and as a name. */
START_TEST(each_byte_in_a_string)
{
    static const byte_place strings[] = {
        {"a string", "start-response", "{\"introspectionId\":\"", "\"}", false, false},
        {"a string behind eight characters", "start-response",
         "{\"introspectionStatus\":\"12345678", "12345678\"}", false, false},
        {"an unknown string", "start-request", "{\"x\":[\"", "\"]}", false, false},
        {"a name", "start-request", "{\"a", "b\":1}", false, false},
    };
    const byte_place *place = &strings[_i];

    for (int byte = 0; byte < 256; byte++) {
        byte_row row = {.name = place->name,
                        .section = "7",
                        .before = "",
                        .behind = "",
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
