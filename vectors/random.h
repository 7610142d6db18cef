/*
 * vectors/random.h - numbers from a seed, the same on every machine.
 *
 * SplitMix64 is exact 64-bit arithmetic, so no compiler or machine changes a number. It
 * need not be hard to predict: the vectors keep no secret.
 */
#ifndef DSI_VECTORS_RANDOM_H
#define DSI_VECTORS_RANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* SplitMix64 (Steele, Lea, Flood 2014): every state is a good one, zero too. */
typedef struct dsi_random {
    uint64_t state;
} dsi_random;

static inline uint64_t dsi_random_next(dsi_random *random)
{
    uint64_t z = (random->state += 0x9e3779b97f4a7c15u);

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* From 0 to `bound` - 1. The bounds are small, so the bias of `%` does not matter. */
static inline size_t dsi_random_below(dsi_random *random, size_t bound)
{
    return (size_t)(dsi_random_next(random) % bound);
}

static inline bool dsi_random_one_in(dsi_random *random, size_t bound)
{
    return dsi_random_below(random, bound) == 0;
}

/*
 * Begins a sequence of its own for what is written next, and returns the sequence for
 * what comes after it. A mutation may use up fewer numbers than the text it replaces.
 * After the fork, that does not change the rest of the message.
 */
static inline dsi_random dsi_random_fork(dsi_random *random)
{
    dsi_random after = {dsi_random_next(random)};

    random->state = dsi_random_next(random);
    return after;
}

#endif
