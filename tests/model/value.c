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
    const void *place = (const char *)object + member->offset;
    const void *pointer;

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

/* --------------------------------------------------------------- the struct again */

static bool value_same(const model_shape *shape, const void *value,
                       const void *decoded);

bool value_decoded(const model_shape *shape, const void *object, const void *decoded)
{
    for (const model_member *member = shape->members; member->name != NULL; member++) {
        const void *mine = value_get(member, object);
        const void *other = value_get(member, decoded);

        if ((mine == NULL) != (other == NULL) ||
            (mine != NULL && !value_same(member->shape, mine, other))) {
            return false;
        }
    }
    return true;
}

static bool value_same_list(const model_shape *shape, const void *place,
                            const void *decoded)
{
    value_list mine = value_get_list(place);
    value_list other = value_get_list(decoded);

    if (mine.count != other.count || other.dropped != 0) {
        return false;
    }
    for (size_t i = 0; i < mine.count; i++) {
        if (!value_same(shape->element, value_item(shape, &mine, i),
                        value_item(shape, &other, i))) {
            return false;
        }
    }
    return true;
}

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

static bool value_same_text(dsi_string text, dsi_string decoded)
{
    return dsi_string_equal(text, decoded) && decoded.data[decoded.length] == '\0';
}

static bool value_same(const model_shape *shape, const void *value, const void *decoded)
{
    switch (shape->kind) {
    case MODEL_STRUCT:
        return value_decoded(shape, value, decoded);
    case MODEL_LIST:
        return value_same_list(shape, value, decoded);
    case MODEL_INT32:
    case MODEL_INT64:
        return value_get_integer(shape, value) == value_get_integer(shape, decoded);
    case MODEL_BOOLEAN:
        return value_get_boolean(value) == value_get_boolean(decoded);
    default:
        return (shape->kind == MODEL_STRING || value_is_tagged(shape, decoded)) &&
               value_same_text(value_get_text(shape, value),
                               value_get_text(shape, decoded));
    }
}
