/*
 * Fields of every message, those of the odd tables included: their list, and setting.
 */
#include <stdio.h>
#include <string.h>

#include "codec/arena.h"
#include "tests/codec/odd_sample.h"
#include "tests/support.h"

static char text[8192];

static size_t field_index(const dsi_message *message, const char *option,
                          dsi_field *field)
{
    size_t index = 0;

    while (dsi_message_field(message, index, field) &&
           strcmp(field->option, option) != 0) {
        index++;
    }
    return index;
}

/*
 * ------------------------------------------------------------------------- what they
 * are
 */

typedef struct list_row {
    const char *message;
    const char *fields; /* a line for each: option, kind, path; '!' marks required */
} list_row;

static const list_row lists[] = {
    {"find-request", "shelf! 1 /shelf\nvolume! 4 /volume\ncolor! 2 /color\n"
                     "open! 5 /open\nsince 4 /since\nlimit! 3 /limit\n"
                     "shade 2 /shade\nloud 5 /loud\nwords 1 /words\na 1 /a\n"
                     "token 1 /token\nany 3 /any\n"},
    {"put-request", "title! 1 /title\nshelf! 1 /shelf\nbody 1 /body\nany 1 /any\n"
                    "arn 1 /arn\ndry 5 /dry\nranged 3 /ranged\n"
                    "at-least 4 /atLeast\n"
                    "deepest 1 /outer/inner/innermost/deepest\n"},
    {"put-response", "title! 1 /page/title\nnumber 3 /page/number\n"
                     "weight 4 /page/weight\ntorn 5 /page/torn\n"
                     "color 2 /page/color\n"},
    {"list-response", "token 1 /token\n"},
};

START_TEST(fields_are_the_rows)
{
    const dsi_message *message = odd_message(lists[_i].message);
    dsi_field field;
    size_t length = 0;

    text[0] = '\0';
    for (size_t i = 0; dsi_message_field(message, i, &field); i++) {
        length += (size_t)snprintf(text + length, sizeof text - length, "%s%s %d %s\n",
                                   field.option, field.required ? "!" : "", field.kind,
                                   field.path);
    }
    ck_assert_str_eq(text, lists[_i].fields);
}
END_TEST

START_TEST(an_enum_has_its_values)
{
    const dsi_message *message = odd_message("find-request");
    dsi_field field;
    size_t shade = field_index(message, "shade", &field);

    ck_assert_str_eq(dsi_message_field_value(message, shade, 0), "RED");
    ck_assert_str_eq(dsi_message_field_value(message, shade, 1), "deep blue");
    ck_assert_ptr_null(dsi_message_field_value(message, shade, 2));
    ck_assert_ptr_null(
        dsi_message_field_value(message, field_index(message, "words", &field), 0));
    ck_assert_ptr_null(dsi_message_field_value(message, 99, 0));
}
END_TEST

/*
 * --------------------------------------------------------------------------- setting
 * them
 */

/* A text that a field of this kind accepts; in JSON it is the same. */
static const char *const good_texts[] = {
    [DSI_FIELD_TEXT] = "text",         [DSI_FIELD_ENUM] = "RED",
    [DSI_FIELD_INT32] = "-2147483648", [DSI_FIELD_INT64] = "9223372036854775807",
    [DSI_FIELD_BOOLEAN] = "false",
};

/* The member as JSON: the last name of the field's path, and the value. */
static void put_expected(const dsi_field *field, char *expected, size_t size)
{
    bool quoted = field->kind == DSI_FIELD_TEXT || field->kind == DSI_FIELD_ENUM;
    const char *quote = quoted ? "\"" : "";

    (void)snprintf(expected, size, "\"%s\":%s%s%s", strrchr(field->path, '/') + 1,
                   quote, good_texts[field->kind], quote);
}

/* Sets one field of an empty message. If the body does not have it, the target must. */
static void check_set(const dsi_message *message, size_t index, const dsi_field *field,
                      dsi_room room)
{
    const char *end = (char *)room.memory + room.size;
    any_object object;
    char expected[256];
    dsi_error error;

    ck_assert_uint_le(dsi_message_size(message), sizeof object);
    dsi_message_clear(message, &object);
    ck_assert_msg(dsi_message_field_set(message, &object, &room, index,
                                        dsi_str(good_texts[field->kind]), &error),
                  "%s, %s: %s", message->name, field->path, dsi_code_name(error.code));
    ck_assert_str_eq(error.path, "");
    ck_assert_ptr_eq((char *)room.memory + room.size, end);
    (void)odd_encode(message, &object, false, text, sizeof text);
    put_expected(field, expected, sizeof expected);
    if (strcmp(text, "{}") == 0) {
        expected[0] = '\0'; /* in a target beside a body, which has its own test */
    }
    ck_assert_msg(strstr(text, expected) != NULL, "%s: %s is not in %s", message->name,
                  expected, text);
}

/* DSI_FIELD_ROOM is enough at any alignment. */
START_TEST(every_field_is_set)
{
    static dsi_aligned memory[DSI_FIELD_ROOM / sizeof(dsi_aligned) + 1];
    const dsi_message *message = any_message(_i);
    dsi_field field;

    for (size_t i = 0; dsi_message_field(message, i, &field); i++) {
        for (size_t shift = 0; shift < sizeof *memory; shift++) {
            check_set(message, i, &field,
                      (dsi_room){(char *)memory + shift, DSI_FIELD_ROOM});
        }
    }
}
END_TEST

START_TEST(no_memory_is_no_room)
{
    const dsi_message *message = odd_message("put-request");
    dsi_room room = {.memory = NULL, .size = SIZE_MAX};
    odd_put_request request = {.title = DSI_STR("t")};
    dsi_field field;
    dsi_error error;

    ck_assert(!dsi_message_field_set(message, &request, &room,
                                     field_index(message, "deepest", &field),
                                     dsi_str("d"), &error));
    ck_assert_int_eq(error.code, DSI_E_MEMORY);
    ck_assert_ptr_null(request.outer);
    ck_assert(dsi_message_field_set(message, &request, &room,
                                    field_index(message, "title", &field), dsi_str("u"),
                                    &error));
    ck_assert_str_eq(request.title.data, "u");
}
END_TEST

SUITE(field)
{
    Suite *suite = suite_create("field");

    add_rows(suite, "fields are the rows", fields_are_the_rows, COUNT(lists));
    add_test(suite, "an enum has its values", an_enum_has_its_values);
    add_rows(suite, "every field is set", every_field_is_set, any_message_count());
    add_test(suite, "no memory is no room", no_memory_is_no_room);
    return suite;
}
