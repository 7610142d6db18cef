/* tests/model/value.c - reads and compares the values of structs by the account. */
#include "tests/model/value.h"

#include <string.h>

value_enum value_get_enum(const void *place)
{
    value_enum value;

    memcpy(&value, place, sizeof value);
    return value;
}

value_list value_get_list(const void *place)
{
    value_list list;

    memcpy(&list, place, sizeof list);
    return list;
}

dsi_string value_get_text(const model_shape *shape, const void *place)
{
    return shape->kind == MODEL_ENUM ? value_get_enum(place).text
                                     : *(const dsi_string *)place;
}

int64_t value_get_integer(const model_shape *shape, const void *place)
{
    return shape->kind == MODEL_INT32 ? ((const dsi_optional_int32 *)place)->value
                                      : ((const dsi_optional_int64 *)place)->value;
}

bool value_get_boolean(const void *place)
{
    return ((const dsi_optional_bool *)place)->value;
}

static bool value_is_present(const model_shape *shape, const void *place)
{
    switch (shape->kind) {
    case MODEL_LIST:
        return value_get_list(place).items != NULL;
    case MODEL_INT32:
        return ((const dsi_optional_int32 *)place)->present;
    case MODEL_INT64:
        return ((const dsi_optional_int64 *)place)->present;
    case MODEL_BOOLEAN:
        return ((const dsi_optional_bool *)place)->present;
    default:
        return value_get_text(shape, place).data != NULL;
    }
}

const void *value_get(const model_member *member, const void *object)
{
    const char *place = object;
    const void *pointer;

    if (place == NULL) {
        return NULL;
    }
    place += member->offset;
    if (member->shape->kind == MODEL_STRUCT) {
        memcpy(&pointer, place, sizeof pointer);
        return pointer;
    }
    return value_is_present(member->shape, place) ? place : NULL;
}

const void *value_item(const model_shape *shape, const value_list *list, size_t i)
{
    return (const char *)list->items + i * shape->element->size;
}

/* --------------------------------------------------------------- two structures */

/* How two values are compared. */
typedef struct value_pair {
    const void *mine;
    const void *other;
    bool terminated; /* the other's texts must be terminated */
} value_pair;

static bool value_same_struct(const model_shape *shape, value_pair pair);

static bool value_is_tagged(const model_shape *shape, const void *place)
{
    value_enum tagged = value_get_enum(place);
    int tag = 0;

    for (int i = 0; shape->values[i] != NULL; i++) {
        if (dsi_string_equal(dsi_str(shape->values[i]), tagged.text)) {
            tag = i + 1;
        }
    }
    return tagged.tag == tag;
}

static bool value_same_text(const model_shape *shape, value_pair pair)
{
    dsi_string mine = value_get_text(shape, pair.mine);
    dsi_string other = value_get_text(shape, pair.other);

    return dsi_string_equal(mine, other) &&
           (!pair.terminated || other.data[other.length] == '\0');
}

/* Compares two values of any kind but lists. */
static bool value_same_one(const model_shape *shape, value_pair pair)
{
    switch (shape->kind) {
    case MODEL_STRUCT:
        return value_same_struct(shape, pair);
    case MODEL_INT32:
    case MODEL_INT64:
        return value_get_integer(shape, pair.mine) ==
               value_get_integer(shape, pair.other);
    case MODEL_BOOLEAN:
        return value_get_boolean(pair.mine) == value_get_boolean(pair.other);
    case MODEL_ENUM:
        return value_is_tagged(shape, pair.other) && value_same_text(shape, pair);
    default:
        return value_same_text(shape, pair);
    }
}

static bool value_same_list(const model_shape *shape, value_pair pair)
{
    value_list mine = value_get_list(pair.mine);
    value_list other = value_get_list(pair.other);
    bool same = mine.count == other.count && other.dropped == 0;

    for (size_t i = 0; same && i < mine.count; i++) {
        pair.mine = value_item(shape, &mine, i);
        pair.other = value_item(shape, &other, i);
        same = value_same_one(shape->element, pair);
    }
    return same;
}

static bool value_same_struct(const model_shape *shape, value_pair pair)
{
    bool same = true;

    for (const model_member *member = shape->members; same && member->name != NULL;
         member++) {
        value_pair inner = {.mine = value_get(member, pair.mine),
                            .other = value_get(member, pair.other),
                            .terminated = pair.terminated};

        if (inner.mine == NULL || inner.other == NULL) {
            same = inner.mine == inner.other;
        } else if (member->shape->kind == MODEL_LIST) {
            same = value_same_list(member->shape, inner);
        } else {
            same = value_same_one(member->shape, inner);
        }
    }
    return same;
}

bool value_same(const model_shape *shape, const void *object, const void *other)
{
    return value_same_struct(shape, (value_pair){.mine = object, .other = other});
}

bool value_decoded(const model_shape *shape, const void *object, const void *decoded)
{
    return value_same_struct(
        shape, (value_pair){.mine = object, .other = decoded, .terminated = true});
}
