/*
 * codec/arena.h - decoded text and structs, out of the caller's block.
 *
 * Results grow from the bottom. The items of lists that are open grow from the top like
 * a stack, because their number is not known yet. When a list ends, its items move
 * down.
 */
#ifndef DSI_CODEC_ARENA_H
#define DSI_CODEC_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct dsi_arena {
    char *bottom;
    char *top;
} dsi_arena;

/* What every result is aligned to: structs of pointers, sizes and integers. */
typedef union dsi_aligned {
    void *pointer;
    size_t size;
    uint64_t number;
} dsi_aligned;

#define DSI_ALIGNMENT _Alignof(dsi_aligned)

/* Takes aligned, zeroed bytes from the bottom. NULL if there are not enough. */
void *dsi_arena_take(dsi_arena *arena, size_t size);

/* Copies text to the bottom and terminates it. NULL if there is no room. */
const char *dsi_arena_copy(dsi_arena *arena, const char *text, size_t length);

/* Pushes zeroed bytes onto the top, right before what was pushed last. */
void *dsi_arena_push(dsi_arena *arena, size_t size);

/* Aligns the top for any result. False if there is no room. */
bool dsi_arena_align_top(dsi_arena *arena);

#endif
