/* fuzz/vocabulary.h - what stands in dsi's messages, to be put into others. */
#ifndef DSI_FUZZ_VOCABULARY_H
#define DSI_FUZZ_VOCABULARY_H

#include "fuzz/edit.h"

/* A member, with a value that fits. */
typedef struct known_member {
    const char *within; /* the name of what it stands in; "": the message */
    const char *name;
    const char *value;
} known_member;

/* Three times of four a member that belongs into the container, else any. */
const known_member *vocabulary_member(edit *self, const span *container);

/* Any value, and any piece of a string as it is spelt in JSON. */
const char *vocabulary_value(edit *self);
const char *vocabulary_piece(edit *self);

#endif
