/*
 * fuzz/mutate.h - changes to a JSON text that leave it JSON and know dsi's messages, so
 * that a fuzzer's inputs get past the syntax.
 */
#ifndef DSI_FUZZ_MUTATE_H
#define DSI_FUZZ_MUTATE_H

#include "fuzz/spans.h"

#include <stdint.h>

/* A change in the making: the text as it was, where its values are, and the new one. */
typedef struct mutate_work {
    const char *text;
    size_t length;
    const spans *values;
    uint32_t random;
    char *out;
    size_t capacity;
    size_t out_length;
    bool fits;
} mutate_work;

/* One kind of change. It does nothing to a text that has not what it wants. */
typedef struct mutation {
    const char *name;
    void (*change)(mutate_work *work);
    uint32_t weight; /* how often it is chosen, against the others */
} mutation;

extern const mutation mutations[];
extern const size_t mutation_count;

/* One of them, by a number that is evenly spread. What lets a message grow is likelier. */
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

/* Puts a value of `other` where one of the text was. As mutate. */
size_t mutate_cross(char *text, size_t length, size_t capacity, const char *other,
                    size_t other_length, uint32_t seed);

#endif
