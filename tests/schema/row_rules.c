/* tests/schema/row_rules.c - applies the rules to every table of the messages. */
#include "tests/schema/row_rules.h"

#include <stdarg.h>
#include <stdio.h>

#include "tests/schema/type_paths.h"

static char words[512];

bool row_refuse(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(words, sizeof words, format, arguments);
    va_end(arguments);
    return false;
}

/* ------------------------------------------------------------------------- messages */

static bool rules_is_input(const dsi_type *type, const dsi_message *messages)
{
    while (messages->name != NULL && messages->operation->input != type) {
        messages++;
    }
    return messages->name != NULL;
}

/* Only a row of an operation's input can be in a path or a query. */
static bool rules_places(const dsi_type *type, const dsi_message *messages)
{
    for (size_t i = 0; i < type->member_count; i++) {
        if (type->members[i].location != DSI_IN_BODY &&
            !rules_is_input(type, messages)) {
            return row_refuse("%s.%s: only an operation's input has a path and a query",
                              type->name, type->members[i].name);
        }
    }
    return true;
}

static bool rules_paths(const dsi_message *message, const type_set *set)
{
    const dsi_type *input = message->operation->input;

    for (size_t i = 0; i < set->count; i++) {
        if (longest_path(set, set->types[i]) >= DSI_PATH_MAX) {
            return row_refuse("%s: a path is longer than DSI_PATH_MAX",
                              set->types[i]->name);
        }
    }
    if (longest_path(set, input) >= DSI_VIOLATION_PATH_MAX) {
        return row_refuse("%s: a path is longer than DSI_VIOLATION_PATH_MAX",
                          input->name);
    }
    return true;
}

static bool rules_types(const dsi_message *messages, const type_set *set)
{
    for (size_t i = 0; i < set->count; i++) {
        if (!row_rules_type(set->types[i]) || !rules_places(set->types[i], messages)) {
            return false;
        }
    }
    return true;
}

static bool rules_message(const dsi_message *message, const type_set *set)
{
    return row_rules_operation(message->operation) &&
           row_rules_stream(message->operation) && rules_paths(message, set) &&
           row_rules_fields(message);
}

static bool rules_all(const dsi_message *messages)
{
    type_set set = type_set_of(messages);

    if (!rules_types(messages, &set)) {
        return false;
    }
    for (const dsi_message *message = messages; message->name != NULL; message++) {
        if (!rules_message(message, &set)) {
            return false;
        }
    }
    return row_rules_routes(messages);
}

const char *row_rules_broken(const dsi_message *messages)
{
    return rules_all(messages) ? NULL : words;
}

const char *row_rules_broken_type(const dsi_type *type)
{
    return row_rules_type(type) ? NULL : words;
}
