#include "vectors/string.h"

#include "vectors/text.h"

/* \uXXXX in either case. */
static void string_escape_unit(dsi_pen *pen, uint32_t unit)
{
    static const char *const digits[] = {"0123456789abcdef", "0123456789ABCDEF"};
    const char *from = digits[dsi_draw_below(&pen->draw, 2)];
    char escape[] = "\\u0000";

    for (size_t i = 0; i < 4; i++) {
        escape[2 + i] = from[unit >> (12 - 4 * i) & 0xf];
    }
    dsi_pen_text(pen, escape);
}

static void string_escape(dsi_pen *pen, uint32_t scalar)
{
    if (scalar < 0x10000) {
        string_escape_unit(pen, scalar);
        return;
    }
    string_escape_unit(pen, 0xd7c0 + (scalar >> 10));
    string_escape_unit(pen, 0xdc00 + (scalar & 0x3ff));
}

/* The short escape of a character, or 0. */
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

static void string_character(dsi_pen *pen, const char *bytes, size_t length,
                             uint32_t scalar)
{
    const char escape[2] = {'\\', string_short_escape(scalar)};

    if (!string_needs_escape(scalar) && !dsi_draw_one_in(&pen->draw, 12)) {
        dsi_pen_put(pen, bytes, length);
    } else if (escape[1] != '\0' && dsi_draw_one_in(&pen->draw, 2)) {
        dsi_pen_put(pen, escape, sizeof escape);
    } else {
        string_escape(pen, scalar);
    }
}

static void string_write(dsi_pen *pen, const char *bytes, size_t length)
{
    dsi_draw after = dsi_draw_fork(&pen->draw);
    size_t at = 0;

    dsi_pen_text(pen, "\"");
    while (at < length) {
        size_t begin = at;
        uint32_t scalar = dsi_text_next(bytes, &at);

        dsi_pen_break(pen, DSI_SITE_STRING);
        string_character(pen, bytes + begin, at - begin, scalar);
    }
    dsi_pen_break(pen, DSI_SITE_STRING);
    dsi_pen_text(pen, "\"");
    pen->draw = after;
}

void dsi_string_name(dsi_pen *pen, const char *name)
{
    string_write(pen, name, strlen(name));
}

/* A name of the structure that lacks its last letter, or any text with a prefix that no
 * name has. */
void dsi_string_unknown_name(dsi_pen *pen, const dsi_type *type)
{
    const dsi_member *near =
        &type->members[dsi_draw_below(&pen->draw, type->member_count)];
    dsi_string name = {near->name, near->name_length - 1};
    dsi_text text;

    if (dsi_draw_one_in(&pen->draw, 2) && dsi_type_find(type, name) == NULL) {
        string_write(pen, name.data, name.length);
        return;
    }
    dsi_text_token(pen, "+", &text);
    string_write(pen, text.bytes, text.length);
}

void dsi_string_any(dsi_pen *pen)
{
    dsi_text text;

    dsi_text_free(pen, &text);
    string_write(pen, text.bytes, text.length);
}

void dsi_string_enum(dsi_pen *pen, const dsi_type *type)
{
    size_t which = dsi_draw_below(&pen->draw, type->value_count + 1);

    if (which < type->value_count) {
        dsi_string_name(pen, type->values[which]);
    } else {
        dsi_string_any(pen);
    }
}

void dsi_string_value(dsi_pen *pen, const dsi_type *type, bool bound)
{
    dsi_text text;

    if (bound) {
        dsi_text_constrained(pen, type, &text);
    } else {
        dsi_text_free(pen, &text);
    }
    string_write(pen, text.bytes, text.length);
}
