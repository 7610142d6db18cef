/* fuzz/make.h - any struct of a shape, made of an input's bytes. */
#ifndef DSI_FUZZ_MAKE_H
#define DSI_FUZZ_MAKE_H

#include "fuzz/input.h"
#include "tests/model/model.h"

/*
 * Fills `object`, all zero so far, with what a caller could have in it: texts of any
 * bytes, each in memory of its own size, numbers of any value, tags and counts that
 * nobody should look at, more depth than a message can have.
 */
void make_object(fuzz_input *input, const model_shape *shape, void *object);

/* The same, but for texts that JSON cannot say; what is too deep is made as well. */
void make_good_object(fuzz_input *input, const model_shape *shape, void *object);

/* As much memory, all zero. */
void *make_memory(size_t size);

/* Lets go of all memory, that of the objects among it. */
void make_free(void);

/* No text is longer, and so many bytes are in all texts and structures of an input. */
#define MAKE_TEXT_MAX 6000
#define MAKE_ROOM ((size_t)16 << 10)

#endif
