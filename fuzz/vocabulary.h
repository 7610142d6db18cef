/* fuzz/vocabulary.h - the names and values of dsi's messages, for mutations. */
#ifndef DSI_FUZZ_VOCABULARY_H
#define DSI_FUZZ_VOCABULARY_H

#include "fuzz/edit.h"
#include "tests/model/model.h"

typedef struct known_member {
    const char *within; /* the name of the container; "": the message */
    const char *name;
    const model_shape *shape; /* NULL: `value` fits */
    const char *value;
} known_member;

/* Mostly a member that belongs into the container; one time in four any member. */
const known_member *vocabulary_member(edit *self, const span *container);

/* Adds a value that fits the member. */
void vocabulary_add_fitting(edit *self, const known_member *row);

/* Any value; any piece of a JSON string, with its escapes. */
const char *vocabulary_value(edit *self);
const char *vocabulary_piece(edit *self);

#endif
