/* tests/schema/row_rules_type.c - the rules for a shape and its rows in any message. */
#include "tests/schema/row_rules.h"

/* ----------------------------------------------------------------- values in memory */

typedef struct footprint {
    size_t size; /* of a member */
    size_t alignment;
} footprint;

static footprint footprint_of(const dsi_type *type)
{
    static const footprint footprints[] = {
        [DSI_KIND_STRING] = {sizeof(dsi_string), _Alignof(dsi_string)},
        [DSI_KIND_ENUM] = {sizeof(dsi_enum_value), _Alignof(dsi_enum_value)},
        [DSI_KIND_INT32] = {sizeof(dsi_optional_int32), _Alignof(dsi_optional_int32)},
        [DSI_KIND_INT64] = {sizeof(dsi_optional_int64), _Alignof(dsi_optional_int64)},
        [DSI_KIND_BOOLEAN] = {sizeof(dsi_optional_bool), _Alignof(dsi_optional_bool)},
        [DSI_KIND_STRUCT] = {sizeof(const void *), _Alignof(const void *)},
        [DSI_KIND_LIST] = {sizeof(dsi_list), _Alignof(dsi_list)},
    };

    return footprints[type->kind];
}

static bool rule_member_place(const dsi_type *type, const dsi_member *member)
{
    footprint print = footprint_of(member->type);

    if (member->offset % print.alignment != 0) {
        return row_refuse("%s.%s: it is not aligned", type->name, member->name);
    }
    return member->offset + print.size <= type->size ||
           row_refuse("%s.%s: it lies outside of its structure", type->name,
                      member->name);
}

static bool rule_members_apart(const dsi_type *type, const dsi_member *one,
                               const dsi_member *other)
{
    if (strcmp(one->name, other->name) == 0) {
        return row_refuse("%s.%s: there are two", type->name, one->name);
    }
    return one->offset + footprint_of(one->type).size <= other->offset ||
           other->offset + footprint_of(other->type).size <= one->offset ||
           row_refuse("%s: %s and %s overlap", type->name, one->name, other->name);
}

/* ---------------------------------------------------------------------------- names */

/* dsi writes a name without escapes, in JSON, in JSON Pointers and in queries. */
static bool rule_is_name(const char *name)
{
    static const char letters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

    return name[0] != '\0' && strspn(name, letters) == strlen(name);
}

static bool rule_member_name(const dsi_type *type, const dsi_member *member)
{
    if (member->name == NULL || member->type == NULL) {
        return row_refuse("%s: a row has no name or no type", type->name);
    }
    if (!rule_is_name(member->name)) {
        return row_refuse("%s.%s: this is no name", type->name, member->name);
    }
    return member->name_length == strlen(member->name) ||
           row_refuse("%s.%s: its name has another length", type->name, member->name);
}

/* -------------------------------------------------------------------------- by kind */

/* A structure that requires itself has no finite value. */
static bool rule_has_end(const dsi_type *type)
{
    const dsi_type *inner = type;

    for (size_t depth = 0; depth <= TYPES_MAX; depth++) {
        size_t i = 0;

        while (i < inner->member_count &&
               !(inner->members[i].required &&
                 inner->members[i].type->kind == DSI_KIND_STRUCT)) {
            i++;
        }
        if (i == inner->member_count) {
            return true;
        }
        inner = inner->members[i].type;
    }
    return row_refuse("%s: it requires itself", type->name);
}

static bool rule_is_open(const dsi_type *type)
{
    return type->kind == DSI_KIND_STRUCT || type->kind == DSI_KIND_LIST;
}

/* How deep structures and lists of this type are; 0: deeper than DSI_FEW_LEVELS. */
static size_t levels_of(const dsi_type *type)
{
    const dsi_type *way[DSI_FEW_LEVELS] = {type};
    size_t next[DSI_FEW_LEVELS] = {0};
    size_t depth = 1;
    size_t most = 1;

    while (depth > 0) {
        const dsi_type *at = way[depth - 1];
        size_t part = next[depth - 1]++;
        const dsi_type *inner = at->element;

        if (part == (at->kind == DSI_KIND_LIST ? 1 : at->member_count)) {
            depth--;
            continue;
        }
        inner = at->kind == DSI_KIND_LIST ? inner : at->members[part].type;
        if (rule_is_open(inner)) {
            if (depth == DSI_FEW_LEVELS) {
                return 0;
            }
            way[depth] = inner;
            next[depth] = 0;
            depth++;
            most = depth > most ? depth : most;
        }
    }
    return most;
}

/* A walk of a type with levels has DSI_FEW_LEVELS frames, and no more. */
static bool rule_levels(const dsi_type *type)
{
    return type->levels == 0 || type->levels == levels_of(type) ||
           row_refuse("%s: its levels are %zu", type->name, levels_of(type));
}

static bool rule_struct(const dsi_type *type)
{
    if (type->member_count == 0 || type->member_count > DSI_MEMBERS_MAX) {
        return row_refuse("%s: it has %zu members", type->name, type->member_count);
    }
    for (size_t i = 0; i < type->member_count; i++) {
        if (!rule_member_name(type, &type->members[i]) ||
            !rule_member_place(type, &type->members[i])) {
            return false;
        }
        for (size_t j = 0; j < i; j++) {
            if (!rule_members_apart(type, &type->members[j], &type->members[i])) {
                return false;
            }
        }
    }
    return rule_has_end(type) && rule_levels(type);
}

/* Each constant has a text. */
static bool rule_enum(const dsi_type *type)
{
    if (type->value_count == 0 || type->value_count >= DSI_TAG_MAX) {
        return row_refuse("%s: it has %zu values", type->name, type->value_count);
    }
    for (size_t i = 0; i < type->value_count; i++) {
        if (type->values[i].data == NULL) {
            return row_refuse("%s: no text has the tag %zu", type->name, i + 1);
        }
    }
    return true;
}

static bool rule_value(const dsi_type *type)
{
    if (type->size != footprint_of(type).size) {
        return row_refuse("%s: its size is not that of its kind", type->name);
    }
    if (type->kind == DSI_KIND_LIST && type->element == NULL) {
        return row_refuse("%s: a list of nothing", type->name);
    }
    return type->kind != DSI_KIND_ENUM || rule_enum(type);
}

/* ---------------------------------------------------------------------- constraints */

static bool rule_integer_constraint(const dsi_type *type)
{
    const dsi_constraint *constraint = type->constraint;
    uint64_t most = type->kind == DSI_KIND_INT32 ? INT32_MAX : INT64_MAX;

    if (constraint->match != NULL || constraint->documented_maximum != 0) {
        return row_refuse("%s: a rule for texts", type->name);
    }
    return constraint->minimum < most &&
                   (constraint->maximum == SIZE_MAX || constraint->maximum <= most)
               ? true
               : row_refuse("%s: its bounds are not of its kind", type->name);
}

static bool rule_text_constraint(const dsi_type *type)
{
    const dsi_constraint *constraint = type->constraint;
    dsi_violation violation = {
        .code = DSI_E_PATTERN, .level = DSI_LEVEL_MODEL, .rule = constraint->pattern};

    if (constraint->match == NULL &&
        (constraint->ascii || constraint->pattern != NULL ||
         constraint->mismatch != DSI_OK)) {
        return row_refuse("%s: a rule without a matcher", type->name);
    }
    memset(violation.path, 'p', sizeof violation.path - 1);
    return dsi_violation_describe(&violation, NULL, 0) < DSI_VIOLATION_TEXT_MAX ||
           row_refuse("%s: its pattern is longer than the words of a violation",
                      type->name);
}

static bool rule_constraint(const dsi_type *type)
{
    if (type->constraint == NULL) {
        return true;
    }
    if (type->constraint->minimum > type->constraint->maximum) {
        return row_refuse("%s: its minimum is greater than its maximum", type->name);
    }
    if (dsi_type_is_text(type)) {
        return rule_text_constraint(type);
    }
    return type->kind == DSI_KIND_INT32 || type->kind == DSI_KIND_INT64
               ? rule_integer_constraint(type)
               : row_refuse("%s: no such kind has a constraint", type->name);
}

bool row_rules_type(const dsi_type *type)
{
    return (type->kind == DSI_KIND_STRUCT ? rule_struct(type) : rule_value(type)) &&
           rule_constraint(type);
}
