/*
 * A bump allocator: it hands out a block from its beginning, and is emptied at once.
 * The peers put the lists of dsi's structs into it, as dsi puts them into its block.
 */
#ifndef BENCH_ARENA_H
#define BENCH_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

#define BENCH_ARENA_ALIGN sizeof(void *)

typedef struct bench_arena {
    unsigned char *bytes;
    size_t size;
    size_t used;
} bench_arena;

static inline bool bench_arena_open(bench_arena *arena, size_t size)
{
    arena->bytes = (unsigned char *)malloc(size);
    arena->size = size;
    arena->used = 0;
    return arena->bytes != NULL;
}

static inline void bench_arena_close(bench_arena *arena)
{
    free(arena->bytes);
}

/* Returns NULL if there is no room left. */
static inline void *bench_arena_take(bench_arena *arena, size_t bytes)
{
    size_t rounded = (bytes + BENCH_ARENA_ALIGN - 1) & ~(BENCH_ARENA_ALIGN - 1);
    void *taken = arena->bytes + arena->used;

    if (rounded > arena->size - arena->used) {
        return NULL;
    }
    arena->used += rounded;
    return taken;
}

#endif
