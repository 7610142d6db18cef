/*
 * fuzz/same.c - compares jansson's JSON with a struct.
 *
 * jansson keeps the order of an object's members, so the order is compared as well.
 */
#include "fuzz/same.h"

#include "tests/model/value.h"

#include <string.h>

static bool same_object(const model_shape *shape, const void *object,
                        const json_t *json, bool nulls)
{
    void *at = json_object_iter((json_t *)json);

    if (!json_is_object(json)) {
        return false;
    }
    for (const model_member *member = shape->members; member->name != NULL; member++) {
        const void *value = value_get(member, object);

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

static bool same_array(const model_shape *shape, const void *place, const json_t *json,
                       bool nulls)
{
    value_list list = value_get_list(place);

    if (!json_is_array(json) || json_array_size(json) != list.count) {
        return false;
    }
    for (size_t i = 0; i < list.count; i++) {
        if (!same_json(shape->element, value_item(shape, &list, i),
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

bool same_json(const model_shape *shape, const void *value, const json_t *json,
               bool nulls)
{
    switch (shape->kind) {
    case MODEL_STRUCT:
        return same_object(shape, value, json, nulls);
    case MODEL_LIST:
        return same_array(shape, value, json, nulls);
    case MODEL_INT32:
    case MODEL_INT64:
        return json_is_integer(json) &&
               json_integer_value(json) == value_get_integer(shape, value);
    case MODEL_BOOLEAN:
        return json_is_boolean(json) && json_is_true(json) == value_get_boolean(value);
    default:
        return same_string(value_get_text(shape, value), json);
    }
}
