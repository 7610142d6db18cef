/*
 * tests/schema/row_rules_message.c - the rules for the fields of a message, and for the
 * routes: a target must lead to one request only.
 */
#include <stddef.h>

#include "schema/field.h"
#include "tests/schema/row_rules.h"

/* ----------------------------------------------------------------------- the fields */

static const dsi_type *rule_type(const dsi_message *message)
{
    return message->is_request ? message->operation->input : message->operation->output;
}

static bool rule_field_path(const dsi_message *message, const dsi_field_path *way)
{
    size_t path = 0;
    size_t room = 0;

    for (size_t i = 0; i < way->depth; i++) {
        path += 1 + way->members[i]->name_length;
        room += i + 1 < way->depth ? way->members[i]->type->size + sizeof(max_align_t)
                                   : 0;
    }
    if (path >= DSI_VIOLATION_PATH_MAX) {
        return row_refuse("%s: the path to %s is longer than DSI_VIOLATION_PATH_MAX",
                          message->name, dsi_field_member(way)->name);
    }
    return room <= DSI_FIELD_ROOM ||
           row_refuse("%s: to set %s takes more than DSI_FIELD_ROOM", message->name,
                      dsi_field_member(way)->name);
}

/* Bounds the option's full length, because dsi_message_field would cut a longer one. */
static bool rule_option_fits(const dsi_member *member)
{
    size_t length = strlen(member->option != NULL ? member->option : member->name);

    for (const char *at = member->name; member->option == NULL && *at != '\0'; at++) {
        length += *at >= 'A' && *at <= 'Z' ? 1 : 0; /* a capital adds at most a dash */
    }
    return length < DSI_FIELD_OPTION_MAX;
}

static bool rule_is_option(const char *option)
{
    return option[0] >= 'a' && option[0] <= 'z' &&
           strspn(option, "abcdefghijklmnopqrstuvwxyz0123456789-_") == strlen(option);
}

static bool rule_option(const dsi_message *message, size_t index,
                        const dsi_field *field)
{
    dsi_field other;

    if (!rule_is_option(field->option)) {
        return row_refuse("%s: '%s' is no option", message->name, field->option);
    }
    for (size_t i = 0; i < index; i++) {
        (void)dsi_message_field(message, i, &other);
        if (strcmp(other.option, field->option) == 0) {
            return row_refuse("%s: %s and %s have one option, %s", message->name,
                              other.path, field->path, field->option);
        }
    }
    return true;
}

static bool rule_field(const dsi_message *message, size_t index,
                       const dsi_field_path *way)
{
    dsi_field field;

    if (!rule_option_fits(dsi_field_member(way))) {
        return row_refuse("%s: the option of %s is longer than DSI_FIELD_OPTION_MAX",
                          message->name, dsi_field_member(way)->name);
    }
    (void)dsi_message_field(message, index, &field);
    return rule_field_path(message, way) && rule_option(message, index, &field);
}

/* The structures from the message's own to the one at hand. */
typedef struct rule_path {
    const dsi_type *types[DSI_FIELD_DEPTH];
    size_t depth;
} rule_path;

/* Returns true if the search for fields enters the member. It enters no cycle. */
static bool rule_is_entered(const rule_path *way, const dsi_member *member)
{
    bool entered = member->type->kind == DSI_KIND_STRUCT &&
                   (member->option == NULL || member->option[0] != '\0');

    for (size_t i = 0; i < way->depth; i++) {
        entered = entered && way->types[i] != member->type;
    }
    return entered;
}

/* Refuses fields below DSI_FIELD_DEPTH, which the library would omit silently. */
static bool rule_depth(const dsi_message *message, rule_path way, const dsi_type *type)
{
    way.types[way.depth++] = type;
    for (size_t i = 0; i < type->member_count; i++) {
        const dsi_member *member = &type->members[i];

        if (!rule_is_entered(&way, member)) {
            continue;
        }
        if (way.depth == DSI_FIELD_DEPTH) {
            return row_refuse("%s: %s.%s lies deeper than fields do", message->name,
                              type->name, member->name);
        }
        if (!rule_depth(message, way, member->type)) {
            return false;
        }
    }
    return true;
}

bool row_rules_fields(const dsi_message *message)
{
    const rule_path nothing = {.depth = 0};
    dsi_field_path way;

    if (!rule_depth(message, nothing, rule_type(message))) {
        return false;
    }
    for (size_t i = 0; dsi_field_find(rule_type(message), i, &way); i++) {
        if (!rule_field(message, i, &way)) {
            return false;
        }
    }
    return true;
}

/* ----------------------------------------------------------------------- the routes */

static bool rule_is_label(const char *segment)
{
    return segment[0] == '/' && segment[1] == '{';
}

/* Returns true if one target can match both paths. */
static bool rule_paths_meet(const char *one, const char *other)
{
    while (*one != '\0' && *other != '\0') {
        size_t length = 1 + strcspn(one + 1, "/");
        size_t other_length = 1 + strcspn(other + 1, "/");

        if (!rule_is_label(one) && !rule_is_label(other) &&
            (length != other_length || memcmp(one, other, length) != 0)) {
            return false;
        }
        one += length;
        other += other_length;
    }
    return *one == *other;
}

static bool rule_routes_meet(const dsi_operation *one, const dsi_operation *other)
{
    return strcmp(one->method, other->method) == 0 &&
           rule_paths_meet(one->path, other->path);
}

bool row_rules_routes(const dsi_message *messages)
{
    for (const dsi_message *one = messages; one->name != NULL; one++) {
        for (const dsi_message *other = messages; other != one; other++) {
            if (strcmp(one->name, other->name) == 0) {
                return row_refuse("%s: there are two", one->name);
            }
            if (one->is_request && other->is_request &&
                rule_routes_meet(one->operation, other->operation)) {
                return row_refuse("%s and %s have one route", other->name, one->name);
            }
        }
    }
    return true;
}
