/*
 * tests/model/value.h - reads and compares the values of a struct by the account's
 * rows.
 */
#ifndef DSI_TESTS_MODEL_VALUE_H
#define DSI_TESTS_MODEL_VALUE_H

#include "tests/model/model.h"

/* The common layouts of all typed enums and of all typed lists. */
typedef struct value_enum {
    int tag;
    dsi_string text;
} value_enum;

typedef struct value_list {
    const void *items;
    size_t count;
    size_t dropped;
} value_list;

value_enum value_get_enum(const void *place);
value_list value_get_list(const void *place);

/* The text of a string or of an enum. */
dsi_string value_get_text(const model_shape *shape, const void *place);

/* The number of an integer that is present. */
int64_t value_get_integer(const model_shape *shape, const void *place);

bool value_get_boolean(const void *place);

/* The value of a member. NULL if it is absent, or if `object` is NULL. */
const void *value_get(const model_member *member, const void *object);

/* Item i of a list. */
const void *value_item(const model_shape *shape, const value_list *list, size_t i);

/*
 * Returns true if two structures have the same content. In the second one, tags must
 * also fit their texts, and no list may have dropped items. The first may have any tags
 * and counts of dropped items, because an encoder ignores them.
 */
bool value_same(const model_shape *shape, const void *object, const void *other);

/*
 * Does the same, and requires that each text of the second is terminated, as decoded
 * texts are.
 */
bool value_decoded(const model_shape *shape, const void *object, const void *decoded);

#endif
