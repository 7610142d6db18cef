/* fuzz/make.h - makes any struct of a shape from an input's bytes. */
#ifndef DSI_FUZZ_MAKE_H
#define DSI_FUZZ_MAKE_H

#include "fuzz/input.h"
#include "tests/model/model.h"

/*
 * Fills `object`, which is all zero, with what a caller could have in it: texts of any
 * bytes, numbers of any value, tags and counts that dsi must not read, and more depth
 * than a message can have.
 */
void make_object(fuzz_input *input, const model_shape *shape, void *object);

/* The same without texts that JSON cannot hold. It can still be too deep. */
void make_good_object(fuzz_input *input, const model_shape *shape, void *object);

/* Memory of `size` bytes, all zero. */
void *make_memory(size_t size);

/* Frees all memory, that of the objects included. */
void make_free(void);

/* The most bytes in a text, and in all texts and structures of an input. */
#define MAKE_TEXT_MAX 6000
#define MAKE_ROOM ((size_t)16 << 10)

#endif
