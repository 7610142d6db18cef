/* tests/model/value.h - the values of a struct, read as the account says they lie. */
#ifndef DSI_TESTS_MODEL_VALUE_H
#define DSI_TESTS_MODEL_VALUE_H

#include "tests/model/model.h"

/* What every typed enum and every typed list look like. */
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

/* The number of an integer that is set. */
int64_t value_get_integer(const model_shape *shape, const void *place);

bool value_get_boolean(const void *place);

/* The value at a member's place; NULL if it is not set, or if there is no object. */
const void *value_get(const model_member *member, const void *object);

/* Item i of a list. */
const void *value_item(const model_shape *shape, const value_list *list, size_t i);

/*
 * Whether a structure says the same as another. What nobody should look at in the first
 * is right in the second: tags are those of the texts, and lists dropped nothing.
 */
bool value_same(const model_shape *shape, const void *object, const void *other);

/* The same, and each text of the second is terminated, as dsi decodes it. */
bool value_decoded(const model_shape *shape, const void *object, const void *decoded);

#endif
