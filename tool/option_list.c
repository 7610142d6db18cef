/*
 * tool/option_list.c - makes getopt_long's list from the table and from all fields.
 *
 * The list holds the options of every command and message, because the line is read
 * before the command is known. The names of fields are copied, for a dsi_field holds
 * its text only until the next one.
 */
#include "option_list.h"

#include <stdlib.h>
#include <string.h>

#include "field.h"
#include "option_table.h"

static size_t list_count_rows(void)
{
    size_t count = 0;

    while (option_rows[count].name != NULL) {
        count++;
    }
    return count;
}

static size_t list_count_fields(void)
{
    field_cursor cursor = {.message = 0};
    dsi_field field;
    size_t count = 0;

    while (field_next(&cursor, &field)) {
        count++;
    }
    return count;
}

/* Adds a name once: messages share fields, and commands share options. */
static void list_add(option_list *list, const char *name, bool takes_value)
{
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->items[i].name, name) == 0) {
            return;
        }
    }
    list->items[list->count] = (struct option){
        .name = name,
        .has_arg = takes_value ? required_argument : no_argument,
        .val = OPTION_BASE + (int)list->count};
    list->count++;
}

/* The names lie in list->names, DSI_FIELD_OPTION_MAX bytes each. */
static void list_add_fields(option_list *list)
{
    char(*name)[DSI_FIELD_OPTION_MAX] = list->names;
    field_cursor cursor = {.message = 0};
    dsi_field field;

    for (; field_next(&cursor, &field); name++) {
        memcpy(*name, field.option, sizeof *name);
        list_add(list, *name, field.kind != DSI_FIELD_BOOLEAN);
    }
}

/* The rooms are for all rows and fields; names that repeat leave some unused. */
bool option_list_make(option_list *list)
{
    size_t rows = list_count_rows();
    size_t fields = list_count_fields();

    *list = (option_list){.items = calloc(rows + fields + 1, sizeof *list->items),
                          .names = calloc(fields + 1, DSI_FIELD_OPTION_MAX)};
    if (list->items == NULL || list->names == NULL) {
        return false;
    }
    for (size_t i = 0; i < rows; i++) {
        list_add(list, option_rows[i].name, option_rows[i].value != OPTION_FLAG);
    }
    list_add_fields(list);
    return true;
}

void option_list_free(option_list *list)
{
    free(list->items);
    free(list->names);
}
