/*
 * fuzz/mutate.h - changes to a JSON text that leave it JSON and know dsi's messages, so
 * that a fuzzer's inputs get past the syntax.
 */
#ifndef DSI_FUZZ_MUTATE_H
#define DSI_FUZZ_MUTATE_H

#include "fuzz/edit.h"

/* One kind of change. It does nothing to a text that has not what it wants. */
typedef struct mutation {
    const char *name;
    void (*change)(edit *self);
    uint32_t weight; /* how often it is chosen, against the others */
} mutation;

extern const mutation mutations[];
extern const size_t mutation_count;

/* One of them, by an evenly spread number. What lets a message grow is likelier. */
const mutation *mutate_choose(uint32_t number);

/* No text is longer afterwards. */
#define MUTATE_MAX 65536

/*
 * Changes a text in place. The same seed makes the same change. Returns the new length,
 * at most `capacity`, or 0 if nothing was changed: the text is no JSON, has nothing to
 * change or would become too long.
 */
size_t mutate(const mutation *how, char *text, size_t length, size_t capacity,
              uint32_t seed);

#endif
