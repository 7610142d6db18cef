/* fuzz/make.h - any struct of a shape, made of an input's bytes. */
#ifndef DSI_FUZZ_MAKE_H
#define DSI_FUZZ_MAKE_H

#include "fuzz/fuzz.h"
#include "fuzz/shape.h"

/*
 * Fills `object`, all zero so far, with what a caller could have in it: texts of any
 * bytes, each in memory of its own size, numbers of any value, tags and counts that
 * nobody should look at, more depth than a message can have.
 */
void make_object(fuzz_input *input, const shape *type, void *object);

/* Lets go of what all objects point to. */
void make_free(void);

/* No text is longer. */
#define MAKE_TEXT_MAX 6000

#endif
