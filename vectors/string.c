/*
 * vectors/string.c - texts as JSON strings.
 *
 * A text comes from text.c as UTF-8. This file chooses how each character is spelled:
 * as itself, by a short escape or by \uXXXX. The site between two characters is passed
 * here too, so a mutation never cuts a valid escape.
 */
#include "vectors/string.h"

#include "vectors/text.h"

/* Writes \uXXXX, with hexadecimal digits in either case. */
static void string_escape_unit(dsi_writer *writer, uint32_t unit)
{
    static const char *const digits[] = {"0123456789abcdef", "0123456789ABCDEF"};
    const char *from = digits[dsi_random_below(&writer->random, 2)];
    char escape[] = "\\u0000";

    for (size_t i = 0; i < 4; i++) {
        escape[2 + i] = from[unit >> (12 - 4 * i) & 0xf];
    }
    dsi_writer_text(writer, escape);
}

/* A character beyond U+FFFF needs two units, a surrogate pair. */
static void string_escape(dsi_writer *writer, uint32_t scalar)
{
    if (scalar < 0x10000) {
        string_escape_unit(writer, scalar);
        return;
    }
    string_escape_unit(writer, 0xd7c0 + (scalar >> 10));
    string_escape_unit(writer, 0xdc00 + (scalar & 0x3ff));
}

/* The letter of a character's short escape, or 0. strchr would find NUL itself. */
static char string_short_escape(uint32_t scalar)
{
    static const char named[] = "\"\\/\b\f\n\r\t";
    static const char letters[] = "\"\\/bfnrt";
    const char *found = scalar != 0 && scalar < 0x80 ? strchr(named, (int)scalar)
                                                     : NULL;

    if (found == NULL) {
        return '\0';
    }
    return letters[found - named];
}

static bool string_needs_escape(uint32_t scalar)
{
    return scalar < 0x20 || scalar == '"' || scalar == '\\';
}

/* Writes a character; one that may stand as it is, is sometimes escaped as well. */
static void string_character(dsi_writer *writer, const char *bytes, size_t length,
                             uint32_t scalar)
{
    const char escape[2] = {'\\', string_short_escape(scalar)};

    if (!string_needs_escape(scalar) && !dsi_random_one_in(&writer->random, 12)) {
        dsi_writer_put(writer, bytes, length);
    } else if (escape[1] != '\0' && dsi_random_one_in(&writer->random, 2)) {
        dsi_writer_put(writer, escape, sizeof escape);
    } else {
        string_escape(writer, scalar);
    }
}

/* Writes a string. A mutation in it does not change what comes after the string. */
static void string_write(dsi_writer *writer, const char *bytes, size_t length)
{
    dsi_random after = dsi_random_fork(&writer->random);
    size_t at = 0;

    dsi_writer_text(writer, "\"");
    while (at < length) {
        size_t begin = at;
        uint32_t scalar = dsi_text_next(bytes, &at);

        dsi_writer_mutate(writer, DSI_SITE_STRING);
        string_character(writer, bytes + begin, at - begin, scalar);
    }
    dsi_writer_mutate(writer, DSI_SITE_STRING);
    dsi_writer_text(writer, "\"");
    writer->random = after;
}

void dsi_string_name(dsi_writer *writer, const char *name)
{
    string_write(writer, name, strlen(name));
}

/*
 * Either a name of the structure without its last letter, unless that is a name too, or
 * any text after "+", with which no member's name begins.
 */
void dsi_string_unknown_name(dsi_writer *writer, const dsi_type *type)
{
    const dsi_member *near =
        &type->members[dsi_random_below(&writer->random, type->member_count)];
    dsi_string name = {near->name, near->name_length - 1};
    dsi_text text;

    if (dsi_random_one_in(&writer->random, 2) && dsi_type_find(type, name) == NULL) {
        string_write(writer, name.data, name.length);
        return;
    }
    dsi_text_token(writer, "+", &text);
    string_write(writer, text.bytes, text.length);
}

void dsi_string_any(dsi_writer *writer)
{
    dsi_text text;

    dsi_text_free(writer, &text);
    string_write(writer, text.bytes, text.length);
}

void dsi_string_enum(dsi_writer *writer, const dsi_type *type)
{
    size_t which = dsi_random_below(&writer->random, type->value_count + 1);

    if (which < type->value_count) {
        dsi_string_name(writer, type->values[which].data);
    } else {
        dsi_string_any(writer);
    }
}

void dsi_string_value(dsi_writer *writer, const dsi_type *type, bool bound)
{
    dsi_text text;

    if (bound) {
        dsi_text_constrained(writer, type, &text);
    } else {
        dsi_text_free(writer, &text);
    }
    string_write(writer, text.bytes, text.length);
}
