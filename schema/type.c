/*
 * schema/type.c - values by their type: present or absent, integers, tags of enums.
 *
 * The functions here and in type.h are the only ones that know how a value of each kind
 * lies in memory. A typed enum or list is copied, never cast: its type is not the
 * generic one. Strings and optional numbers have one type each, so a cast is right.
 */
#include "schema/type.h"

#include <dsi/service_error.h>

bool dsi_type_has_body(const dsi_type *type)
{
    size_t i = 0;

    while (i < type->member_count && type->members[i].location != DSI_IN_BODY) {
        i++;
    }
    return i < type->member_count;
}

const dsi_member *dsi_type_find(const dsi_type *type, dsi_string name)
{
    for (size_t i = 0; i < type->member_count; i++) {
        if (dsi_member_is(&type->members[i], name)) {
            return &type->members[i];
        }
    }
    return NULL;
}

/* The tag is the value's place in the model's list, from 1, as in the typed enums. */
int dsi_type_tag(const dsi_type *type, dsi_string text)
{
    for (size_t i = 0; text.data != NULL && i < type->value_count; i++) {
        if (type->values[i].length == text.length &&
            dsi_same(type->values[i].data, text.data, text.length)) {
            return (int)i + 1;
        }
    }
    return 0;
}

bool dsi_type_present(const dsi_type *type, const void *value)
{
    const void *pointer;

    switch (type->kind) {
    case DSI_KIND_STRING:
        return ((const dsi_string *)value)->data != NULL;
    case DSI_KIND_INT32:
        return ((const dsi_optional_int32 *)value)->present;
    case DSI_KIND_INT64:
        return ((const dsi_optional_int64 *)value)->present;
    case DSI_KIND_BOOLEAN:
        return ((const dsi_optional_bool *)value)->present;
    case DSI_KIND_ENUM:
        return dsi_type_text(type, value).data != NULL;
    case DSI_KIND_STRUCT:
    case DSI_KIND_LIST:
    default: /* both begin with a pointer */
        memcpy(&pointer, value, sizeof pointer);
        return pointer != NULL;
    }
}

bool dsi_type_blank(const dsi_type *type, const void *object)
{
    size_t i = 0;

    while (i < type->member_count &&
           !dsi_type_present(type->members[i].type,
                             (const char *)object + type->members[i].offset)) {
        i++;
    }
    return i == type->member_count;
}

int64_t dsi_type_integer(const dsi_type *type, const void *value)
{
    return type->kind == DSI_KIND_INT32 ? ((const dsi_optional_int32 *)value)->value
                                        : ((const dsi_optional_int64 *)value)->value;
}

void dsi_type_set_integer(const dsi_type *type, void *value, int64_t integer)
{
    if (type->kind == DSI_KIND_INT32) {
        *(dsi_optional_int32 *)value = (dsi_optional_int32){.present = true,
                                                            .value = (int32_t)integer};
    } else {
        *(dsi_optional_int64 *)value = (dsi_optional_int64){.present = true,
                                                            .value = integer};
    }
}

/* ------------------------------------------------------------------------- the cost */

/* More shapes than any message has. */
#define COST_TYPES_MAX 64

/* The most that an alignment leaves unused. */
#define COST_PADDING (sizeof(uint64_t) - 1)

/* The types that a type reaches, each once. A loop over them needs no recursion. */
typedef struct cost_types {
    const dsi_type *types[COST_TYPES_MAX];
    size_t count;
    bool full; /* there are more of them */
} cost_types;

static void cost_add(cost_types *reached, const dsi_type *type)
{
    size_t i = 0;

    while (i < reached->count && reached->types[i] != type) {
        i++;
    }
    if (i == COST_TYPES_MAX) {
        reached->full = true;
    } else if (i == reached->count) {
        reached->types[i] = type;
        reached->count++;
    }
}

static size_t cost_most(size_t left, size_t right)
{
    return left > right ? left : right;
}

/* `bytes` of JSON at the least take `size` bytes of results at the most. */
static size_t cost_ratio(size_t size, size_t bytes)
{
    return (size + bytes - 1) / bytes;
}

/* An item in its shortest form, with the comma after it: `0,` or `{},`. */
static size_t cost_item(const dsi_type *element)
{
    bool is_integer = element->kind == DSI_KIND_INT32 ||
                      element->kind == DSI_KIND_INT64;

    return cost_ratio(2 * element->size + 2 * COST_PADDING, is_integer ? 2 : 3);
}

/* A member in its shortest form: `"name":{},`. */
static size_t cost_member(const dsi_member *member)
{
    size_t size = member->type->kind == DSI_KIND_STRUCT ? member->type->size : 1;

    return cost_ratio(size + 2 * COST_PADDING, member->name_length + 6);
}

static size_t cost_of(const dsi_type *type, cost_types *reached)
{
    size_t most = 1; /* text is as long as its JSON */

    if (type->kind == DSI_KIND_LIST) {
        cost_add(reached, type->element);
        return cost_item(type->element);
    }
    for (size_t i = 0; i < type->member_count; i++) {
        cost_add(reached, type->members[i].type);
        most = cost_most(most, cost_member(&type->members[i]));
    }
    return most;
}

size_t dsi_type_cost(const dsi_type *type)
{
    cost_types reached = {.types = {type}, .count = 1};
    size_t most = 1;

    for (size_t i = 0; i < reached.count; i++) {
        most = cost_most(most, cost_of(reached.types[i], &reached));
    }
    return reached.full ? SIZE_MAX : most;
}
