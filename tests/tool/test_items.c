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

SUITE(items)
{
    Suite *suite = suite_create("tool/items");

    add_rows(suite, "items", items, COUNT(items_rows));
    return suite;
}
