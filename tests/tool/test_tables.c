/*
 * The items of a list, and the names of options. The tables of tool/ are tested here
 * without the program, so that messages can be in them which no service has.
 */
#include "tests/odd.h"
#include "tests/support.h"
#include "tool/items.h"
#include "tool/option_table.h"

/* The program can be asked only for the library's own messages. */
typedef struct items_row {
    const char *name;
    const char *why;
    const char *message;
    bool stream;
    bool sdl;
    const char *word;
} items_row;

static const items_row items_rows[] = {
    {"a page of models", "a model has GraphQL", "get-response", true, true, "model"},
    {"a page of something else", "reading it as a model would read other memory",
     "list-response", true, false, "item"},
    {"a response without items", "there is nothing to print", "start-response", false,
     false, "item"},
    {"a request", "there is nothing to print", "get-request", false, false, "item"},
};

/* --stream is for any message with items, and --sdl only for models. */
START_TEST(items)
{
    const items_row *row = &items_rows[_i];
    const dsi_message *message = any_message_named(row->message);
    const option_row *stream = option_find("stream", COMMAND_DECODE);
    const option_row *sdl = option_find("sdl", COMMAND_DECODE);

    ck_assert_msg(option_fits(stream, message) == row->stream, "%s (%s): --stream",
                  row->name, row->why);
    ck_assert_msg(option_fits(sdl, message) == row->sdl, "%s (%s): --sdl", row->name,
                  row->why);
    ck_assert_str_eq(items_word(message), row->word);
}
END_TEST

/*
 * A field's option must not be one of the program's own, for whatever command: the own
 * one would take the value, and the field could not be set.
 */
START_TEST(options_of_fields)
{
    const dsi_message *message = dsi_message_at((size_t)_i);
    dsi_field field;

    for (size_t i = 0; dsi_message_field(message, i, &field); i++) {
        ck_assert_msg(option_find(field.option, COMMAND_ANY) == NULL,
                      "%s, %s: --%s is an option of the program; give the member "
                      "another one with .option",
                      dsi_message_name(message), field.path, field.option);
    }
}
END_TEST

/* The test before would see such a field: these are names that members can have. */
START_TEST(own_options_are_found)
{
    static const char *const names[] = {"from", "status", "level", "count", "help"};

    for (size_t i = 0; i < COUNT(names); i++) {
        ck_assert_msg(option_find(names[i], COMMAND_ANY) != NULL, "%s", names[i]);
    }
}
END_TEST

static size_t count_messages(void)
{
    size_t count = 0;

    while (dsi_message_at(count) != NULL) {
        count++;
    }
    return count;
}

SUITE(tables)
{
    Suite *suite = suite_create("tool/tables");

    add_rows(suite, "items", items, COUNT(items_rows));
    add_rows(suite, "options of fields", options_of_fields, count_messages());
    add_test(suite, "own options are found", own_options_are_found);
    return suite;
}
