/* fuzz/vocabulary.h - what stands in dsi's messages, to be put into others. */
#ifndef DSI_FUZZ_VOCABULARY_H
#define DSI_FUZZ_VOCABULARY_H

#include "fuzz/edit.h"
#include "tests/model/model.h"

typedef struct known_member {
    const char *within; /* the name of what it stands in; "": the message */
    const char *name;
    const model_shape *shape; /* NULL: `value` fits */
    const char *value;
} known_member;

/* Three times of four a member that belongs into the container, else any. */
const known_member *vocabulary_member(edit *self, const span *container);

/* Adds a value that fits the member. */
void vocabulary_add_fitting(edit *self, const known_member *row);

/* Any value, and any piece of a string as it is spelt in JSON. */
const char *vocabulary_value(edit *self);
const char *vocabulary_piece(edit *self);

#endif
