#include "fuzz/same.h"

#include <string.h>

/* ------------------------------------------------------------------------- JSON */

static bool same_object(const shape *type, const void *object, const json_t *json,
                        bool nulls)
{
    void *at = json_object_iter((json_t *)json);

    if (!json_is_object(json)) {
        return false;
    }
    for (const shape_member *member = type->members; member->name != NULL; member++) {
        const void *value = shape_get(member, object);

        if (value == NULL && !nulls) {
            continue;
        }
        if (at == NULL || strcmp(json_object_iter_key(at), member->name) != 0) {
            return false;
        }
        if (value == NULL
                ? !json_is_null(json_object_iter_value(at))
                : !same_json(member->shape, value, json_object_iter_value(at), nulls)) {
            return false;
        }
        at = json_object_iter_next((json_t *)json, at);
    }
    return at == NULL;
}

static bool same_array(const shape *type, const void *place, const json_t *json,
                       bool nulls)
{
    shape_list list = shape_get_list(place);

    if (!json_is_array(json) || json_array_size(json) != list.count) {
        return false;
    }
    for (size_t i = 0; i < list.count; i++) {
        if (!same_json(type->element, shape_item(type, &list, i),
                       json_array_get(json, i), nulls)) {
            return false;
        }
    }
    return true;
}

static bool same_string(dsi_string text, const json_t *json)
{
    return json_is_string(json) && json_string_length(json) == text.length &&
           memcmp(json_string_value(json), text.data, text.length) == 0;
}

bool same_json(const shape *type, const void *value, const json_t *json, bool nulls)
{
    switch (type->kind) {
    case SHAPE_STRUCT:
        return same_object(type, value, json, nulls);
    case SHAPE_LIST:
        return same_array(type, value, json, nulls);
    case SHAPE_INT32:
    case SHAPE_INT64:
        return json_is_integer(json) &&
               json_integer_value(json) == shape_get_integer(type, value);
    case SHAPE_BOOLEAN:
        return json_is_boolean(json) &&
               json_is_true(json) == ((const dsi_optional_bool *)value)->value;
    default:
        return same_string(shape_get_text(type, value), json);
    }
}

/* --------------------------------------------------------------- the struct again */

static bool same_value(const shape *type, const void *left, const void *right);

bool same_struct(const shape *type, const void *left, const void *right)
{
    for (const shape_member *member = type->members; member->name != NULL; member++) {
        const void *mine = shape_get(member, left);
        const void *other = shape_get(member, right);

        if ((mine == NULL) != (other == NULL) ||
            (mine != NULL && !same_value(member->shape, mine, other))) {
            return false;
        }
    }
    return true;
}

static bool same_list(const shape *type, const void *left, const void *right)
{
    shape_list mine = shape_get_list(left);
    shape_list other = shape_get_list(right);

    if (mine.count != other.count || other.dropped != 0) {
        return false;
    }
    for (size_t i = 0; i < mine.count; i++) {
        if (!same_value(type->element, shape_item(type, &mine, i),
                        shape_item(type, &other, i))) {
            return false;
        }
    }
    return true;
}

/* A decoder makes the tag of the text; what a caller's tag says does not matter. */
static bool is_tagged(const shape *type, const void *place)
{
    shape_enum tagged = shape_get_enum(place);
    int tag = 0;

    for (int i = 0; type->values[i] != NULL; i++) {
        if (dsi_string_equal(dsi_str(type->values[i]), tagged.text)) {
            tag = i + 1;
        }
    }
    return tagged.value == tag;
}

static bool same_value(const shape *type, const void *left, const void *right)
{
    switch (type->kind) {
    case SHAPE_STRUCT:
        return same_struct(type, left, right);
    case SHAPE_LIST:
        return same_list(type, left, right);
    case SHAPE_INT32:
    case SHAPE_INT64:
        return shape_get_integer(type, left) == shape_get_integer(type, right);
    case SHAPE_BOOLEAN:
        return ((const dsi_optional_bool *)left)->value ==
               ((const dsi_optional_bool *)right)->value;
    case SHAPE_ENUM:
        return is_tagged(type, right) && dsi_string_equal(shape_get_text(type, left),
                                                          shape_get_text(type, right));
    default:
        return dsi_string_equal(shape_get_text(type, left),
                                shape_get_text(type, right));
    }
}
