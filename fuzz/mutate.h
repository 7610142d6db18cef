/*
 * fuzz/mutate.h - mutations that leave JSON well-formed and know dsi's messages. With
 * them, a fuzzer's inputs get past the syntax.
 */
#ifndef DSI_FUZZ_MUTATE_H
#define DSI_FUZZ_MUTATE_H

#include "fuzz/edit.h"

/* One kind of change. It does nothing to a text that has no place for it. */
typedef struct mutation {
    const char *name;
    void (*change)(edit *self);
    uint32_t weight; /* how often it is chosen, against the others */
} mutation;

extern const mutation mutations[];
extern const size_t mutation_count;

/* Chooses a mutation by a random number. Those that let a message grow are likelier. */
const mutation *mutate_choose(uint32_t number);

/* The most bytes of a text after a mutation. */
#define MUTATE_MAX 65536

/*
 * Changes a text in place. The same seed makes the same change. Returns the new length,
 * at most `capacity`. Returns 0 if nothing was changed: the text is not JSON, has no
 * place for the mutation, or would become too long.
 */
size_t mutate(const mutation *how, char *text, size_t length, size_t capacity,
              uint32_t seed);

#endif
