/*
 * tests/codec/objects.h - every place of a message where the model has an object. The
 * places are derived from tests/model.
 */
#ifndef DSI_TESTS_CODEC_OBJECTS_H
#define DSI_TESTS_CODEC_OBJECTS_H

#include "tests/model/model.h"
#include "tests/support.h"

#define OBJECT_TEXT_MAX 512

/* The place of an object: its shape, the text before and after it, and its path. */
typedef struct object_place {
    const dsi_message *message;
    const model_shape *shape;
    char before[OBJECT_TEXT_MAX];
    char after[OBJECT_TEXT_MAX];
    char path[OBJECT_TEXT_MAX];
} object_place;

/*
 * The place at this index, over all messages; NULL after the last. A recursive shape
 * has two places, one inside the other.
 */
const object_place *object_at(size_t index);
size_t object_count(void);

/* The JSON type of a member, and the text of a valid value. */
dsi_json_type object_type(const model_shape *shape);
void object_value(const model_shape *shape, char *text, size_t capacity);

#endif
