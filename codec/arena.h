/*
 * codec/arena.h - decoded text and structs, out of the caller's block: two ends of one
 * piece of memory that grow towards each other.
 *
 *     | results ...  bottom ->              <- top  ... items of open lists |
 *
 * Results grow from the bottom. The items of lists that are open grow from the top like
 * a stack, because their number is not known yet. When a list ends, its items move
 * down.
 *
 * Bottom never passes top: each function checks the room between them before it moves
 * one. So results and items never overlap, and a list whose items move down cannot run
 * into them. The bytes between bottom and top belong to nobody: they may be written at
 * any time.
 */
#ifndef DSI_CODEC_ARENA_H
#define DSI_CODEC_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

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

/* No fewer bytes are zeroed, if there is room: a known number costs no call. */
#define DSI_ARENA_ZEROED ((size_t)64)

static inline size_t dsi_arena_room(const dsi_arena *arena)
{
    return (size_t)(arena->top - arena->bottom);
}

/*
 * Takes aligned bytes from the bottom. NULL if there are not enough. Padding and size
 * are compared apart, so their sum cannot wrap around.
 */
static inline char *dsi_arena_claim(dsi_arena *arena, size_t size)
{
    size_t misaligned = (uintptr_t)arena->bottom % DSI_ALIGNMENT;
    size_t padding = misaligned == 0 ? 0 : DSI_ALIGNMENT - misaligned;
    size_t room = dsi_arena_room(arena);
    char *taken;

    if (room < padding || room - padding < size) {
        return NULL;
    }
    taken = arena->bottom + padding;
    arena->bottom = taken + size;
    return taken;
}

/*
 * Zeroes DSI_ARENA_ZEROED bytes. Sixteen at a time, because compilers make a slow
 * instruction of more if they think that it is seldom needed.
 */
static inline void *dsi_arena_zero(char *bytes)
{
    _Static_assert(DSI_ARENA_ZEROED == 64, "four times sixteen");
    memset(bytes, 0, 16);
    memset(bytes + 16, 0, 16);
    memset(bytes + 32, 0, 16);
    memset(bytes + 48, 0, 16);
    return bytes;
}

/*
 * The same, zeroed: a structure whose members are not set is absent in all of them.
 */
static inline void *dsi_arena_take(dsi_arena *arena, size_t size)
{
    char *taken = dsi_arena_claim(arena, size);

    if (taken != NULL && size <= DSI_ARENA_ZEROED &&
        (size_t)(arena->top - taken) >= DSI_ARENA_ZEROED) {
        return dsi_arena_zero(taken);
    }
    return taken == NULL ? NULL : memset(taken, 0, size);
}

/*
 * Copies text to the bottom and terminates it. NULL if there is no room. Text needs no
 * alignment. The room must be greater than the length: the NUL takes one byte.
 */
static inline const char *dsi_arena_copy(dsi_arena *arena, const char *text,
                                         size_t length)
{
    char *copy = arena->bottom;

    if (dsi_arena_room(arena) <= length) {
        return NULL;
    }
    memcpy(copy, text, length);
    copy[length] = '\0';
    arena->bottom = copy + length + 1;
    return copy;
}

/*
 * Pushes zeroed bytes onto the top, right before what was pushed last. The items of one
 * list have one size, and the top was aligned before the first. A size is a multiple of
 * its type's alignment, so each item is aligned.
 */
static inline void *dsi_arena_push(dsi_arena *arena, size_t size)
{
    size_t room = dsi_arena_room(arena);
    char *top = arena->top;

    if (room < size) {
        return NULL;
    }
    arena->top = top - size;
    if (size <= DSI_ARENA_ZEROED && room >= DSI_ARENA_ZEROED) {
        dsi_arena_zero(top - DSI_ARENA_ZEROED);
    } else {
        memset(top - size, 0, size);
    }
    return arena->top;
}

/* Aligns the top for any result. False if there is no room. */
static inline bool dsi_arena_align_top(dsi_arena *arena)
{
    size_t misaligned = (uintptr_t)arena->top % DSI_ALIGNMENT;

    if (dsi_arena_room(arena) < misaligned) {
        return false;
    }
    arena->top -= misaligned;
    return true;
}

/* Copies an item in pieces of a known size, the last of which overlap. */
static inline void dsi_arena_copy_item(char *to, const char *item, size_t size)
{
    const size_t piece = 16;

    if (size < piece) {
        memcpy(to, item, size);
        return;
    }
    for (size_t i = 0; i + piece < size; i += piece) {
        memcpy(to + i, item + i, piece);
    }
    memcpy(to + size - piece, item + size - piece, piece);
}

/*
 * Moves `count` items down from the top, which lie there in reverse order, up to where
 * the top was aligned for them. NULL if there is no room. The product does not
 * overflow: that many bytes were pushed. The caller puts the top back.
 */
static inline void *dsi_arena_turn(dsi_arena *arena, size_t count, size_t size)
{
    const char *item = arena->top + count * size;
    char *items = dsi_arena_claim(arena, count * size);

    if (items == NULL) {
        return NULL;
    }
    for (size_t i = 0; i < count; i++) {
        item -= size;
        dsi_arena_copy_item(items + i * size, item, size);
    }
    return items;
}

#endif
