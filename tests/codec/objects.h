/*
 * tests/codec/objects.h - every place of a message where an object stands that the
 * model knows, as tests/model says.
 */
#ifndef DSI_TESTS_CODEC_OBJECTS_H
#define DSI_TESTS_CODEC_OBJECTS_H

#include "tests/model/model.h"
#include "tests/support.h"

#define OBJECT_TEXT_MAX 512

/* Where an object of a shape stands: what is before it and after it, and its path. */
typedef struct object_place {
    const dsi_message *message;
    const model_shape *shape;
    char before[OBJECT_TEXT_MAX];
    char after[OBJECT_TEXT_MAX];
    char path[OBJECT_TEXT_MAX];
} object_place;

/*
 * The place at this index, of all messages; NULL after the last. A shape that holds
 * itself is there twice, once within the other.
 */
const object_place *object_at(size_t index);
size_t object_count(void);

/* The type of a member's JSON, and a good value. */
dsi_json_type object_type(const model_shape *shape);
void object_value(const model_shape *shape, char *text, size_t capacity);

#endif
