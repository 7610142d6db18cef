/* The fields of every message, of the odd ones as well: what they are, and setting them. */
#include <stdio.h>
#include <string.h>

#include "codec/arena.h"
#include "tests/codec/odd_sample.h"
#include "tests/support.h"

static char text[8192];

static any_object object;

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

/* ------------------------------------------------------------------------- what they are */

typedef struct list_row {
    const char *message;
    const char *fields; /* "option kind path", a line each; '!' is required */
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

/* --------------------------------------------------------------------------- setting them */

/* A text that a field of this kind takes, and the JSON of it. */
static const char *const good_texts[] = {
    [DSI_FIELD_TEXT] = "text",         [DSI_FIELD_ENUM] = "RED",
    [DSI_FIELD_INT32] = "-2147483648", [DSI_FIELD_INT64] = "9223372036854775807",
    [DSI_FIELD_BOOLEAN] = "false",
};

/* The last name of a field's path, and its value, as they stand in JSON. */
static void put_expected(const dsi_field *field, char *expected, size_t size)
{
    bool quoted = field->kind == DSI_FIELD_TEXT || field->kind == DSI_FIELD_ENUM;
    const char *quote = quoted ? "\"" : "";

    (void)snprintf(expected, size, "\"%s\":%s%s%s", strrchr(field->path, '/') + 1,
                   quote, good_texts[field->kind], quote);
}

/* Sets one field of an empty message; its target has what its body lacks. */
static void check_set(const dsi_message *message, size_t index, const dsi_field *field)
{
    static dsi_aligned memory[DSI_FIELD_ROOM / sizeof(dsi_aligned)];
    dsi_room room = {.memory = memory, .size = sizeof memory};
    char expected[256];
    dsi_error error;

    dsi_message_clear(message, &object);
    ck_assert_msg(dsi_message_set(message, &object, &room, index,
                                  dsi_str(good_texts[field->kind]), &error),
                  "%s, %s: %s", message->name, field->path, dsi_code_name(error.code));
    ck_assert_str_eq(error.path, "");
    (void)odd_encode(message, &object, false, text, sizeof text);
    put_expected(field, expected, sizeof expected);
    if (strcmp(text, "{}") == 0) {
        expected[0] = '\0'; /* beside a body: the target's test sees it */
    }
    ck_assert_msg(strstr(text, expected) != NULL, "%s: %s is not in %s", message->name,
                  expected, text);
}

START_TEST(every_field_of_every_message_is_set)
{
    const dsi_message *message;

    for (int i = 0; (message = any_message(i)) != NULL; i++) {
        dsi_field field;

        ck_assert_uint_le(dsi_message_size(message), sizeof object);
        for (size_t j = 0; dsi_message_field(message, j, &field); j++) {
            check_set(message, j, &field);
        }
    }
}
END_TEST

typedef struct bad_row {
    const char *option;
    const char *value;
    dsi_code code;
} bad_row;

static const bad_row bad[] = {
    {"volume", "", DSI_E_INTEGER},
    {"volume", "-", DSI_E_INTEGER},
    {"volume", "01", DSI_E_INTEGER},
    {"volume", "1x", DSI_E_INTEGER},
    {"volume", NULL, DSI_E_INTEGER},
    {"volume", "9223372036854775808", DSI_E_INTEGER_RANGE},
    {"limit", "2147483648", DSI_E_INTEGER_RANGE},
    {"loud", "True", DSI_E_TYPE},
    {"loud", "", DSI_E_TYPE},
    {"loud", NULL, DSI_E_TYPE},
};

START_TEST(a_text_that_is_no_value_is_refused)
{
    const dsi_message *message = odd_message("find-request");
    dsi_room room = {.memory = NULL};
    dsi_field field;
    size_t index = field_index(message, bad[_i].option, &field);
    dsi_error error;

    dsi_message_clear(message, &object);
    ck_assert(!dsi_message_set(message, &object, &room, index, dsi_str(bad[_i].value),
                               &error));
    ck_assert_int_eq(error.code, bad[_i].code);
    ck_assert_str_eq(error.path, field.path);
    ck_assert_uint_eq(error.limit, bad[_i].code == DSI_E_TYPE ? DSI_JSON_BOOLEAN : 0);
    ck_assert(
        !dsi_message_set(message, &object, &room, index, dsi_str(bad[_i].value), NULL));
    (void)odd_encode(message, &object, false, text, sizeof text);
    ck_assert_str_eq(text, "{}");
}
END_TEST

START_TEST(there_is_no_such_field)
{
    dsi_room room = {.memory = NULL, .size = 7};
    dsi_error error;

    ck_assert(!dsi_message_set(odd_message("list-request"), &object, &room, 1,
                               dsi_str("x"), &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_uint_eq(room.size, 7);
}
END_TEST

START_TEST(no_memory_is_no_room)
{
    const dsi_message *message = odd_message("put-request");
    dsi_room room = {.memory = NULL, .size = SIZE_MAX};
    odd_put_request request = {.title = DSI_STR("t")};
    dsi_field field;
    dsi_error error;

    ck_assert(!dsi_message_set(message, &request, &room,
                               field_index(message, "deepest", &field), dsi_str("d"),
                               &error));
    ck_assert_int_eq(error.code, DSI_E_MEMORY);
    ck_assert_ptr_null(request.outer);
    ck_assert(dsi_message_set(message, &request, &room,
                              field_index(message, "title", &field), dsi_str("u"),
                              &error));
    ck_assert_str_eq(request.title.data, "u");
}
END_TEST

/* What lies deeper takes room for the structures on the way, and what they held stays. */
START_TEST(a_deep_field_takes_room)
{
    const dsi_message *message = odd_message("put-response");
    const odd_page page = {.title = DSI_STR("before"),
                           .number = {.present = true, .value = 5}};
    odd_put_answer answer = {.kind = DSI_OUTPUT, .output = {.page = &page}};
    dsi_field field;
    size_t index = field_index(message, "title", &field);
    dsi_aligned memory[sizeof page / sizeof(dsi_aligned)];
    dsi_room room = {.memory = memory, .size = sizeof memory - 1};
    dsi_error error;

    ck_assert(!dsi_message_set(message, &answer, &room, index, dsi_str("x"), &error));
    ck_assert_int_eq(error.code, DSI_E_MEMORY);
    ck_assert_str_eq(error.path, "/page/title");
    room.size = sizeof memory;
    ck_assert(dsi_message_set(message, &answer, &room, index, dsi_str("x"), &error));
    ck_assert_uint_eq(room.size, 0);
    ck_assert_ptr_eq(answer.output.page, memory);
    ck_assert_str_eq(answer.output.page->title.data, "x");
    ck_assert_int_eq(answer.output.page->number.value, 5);
    ck_assert_str_eq(page.title.data, "before");
}
END_TEST

/* Each structure on the way lies where the room says, aligned. */
START_TEST(a_room_of_any_alignment_is_enough)
{
    static char memory[DSI_FIELD_ROOM + DSI_ALIGNMENT];
    const dsi_message *message = odd_message("put-request");
    dsi_field field;
    size_t index = field_index(message, "deepest", &field);

    for (size_t shift = 0; shift < DSI_ALIGNMENT; shift++) {
        dsi_room room = {.memory = memory + shift, .size = DSI_FIELD_ROOM};
        odd_put_request request = {.title = DSI_STR("t")};

        ck_assert(dsi_message_set(message, &request, &room, index, dsi_str("d"), NULL));
        ck_assert_str_eq(request.outer->inner->innermost->deepest.data, "d");
        ck_assert_uint_eq((uintptr_t)request.outer % DSI_ALIGNMENT, 0);
        ck_assert_ptr_eq((char *)room.memory + room.size,
                         memory + shift + DSI_FIELD_ROOM);
    }
}
END_TEST

SUITE(field)
{
    Suite *suite = suite_create("field");

    add_rows(suite, "fields are the rows", fields_are_the_rows, COUNT(lists));
    add_test(suite, "an enum has its values", an_enum_has_its_values);
    add_test(suite, "every field of every message is set",
             every_field_of_every_message_is_set);
    add_rows(suite, "a text that is no value is refused",
             a_text_that_is_no_value_is_refused, COUNT(bad));
    add_test(suite, "there is no such field", there_is_no_such_field);
    add_test(suite, "no memory is no room", no_memory_is_no_room);
    add_test(suite, "a deep field takes room", a_deep_field_takes_room);
    add_test(suite, "a room of any alignment is enough",
             a_room_of_any_alignment_is_enough);
    return suite;
}
