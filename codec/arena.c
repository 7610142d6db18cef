/*
 * codec/arena.c - two ends of one piece of memory that grow towards each other.
 *
 *     | results ...  bottom ->              <- top  ... items of open lists |
 *
 * Bottom never passes top: each function checks the room between them before it moves
 * one. So results and items never overlap, and a list whose items move down cannot run
 * into them.
 */
#include "codec/arena.h"

#include <string.h>

static size_t arena_room(const dsi_arena *arena)
{
    return (size_t)(arena->top - arena->bottom);
}

/*
 * Padding and size are compared apart, so their sum cannot wrap around. The bytes are
 * zeroed: a structure whose members are not set is absent in all of them.
 */
void *dsi_arena_take(dsi_arena *arena, size_t size)
{
    size_t misaligned = (uintptr_t)arena->bottom % DSI_ALIGNMENT;
    size_t padding = misaligned == 0 ? 0 : DSI_ALIGNMENT - misaligned;
    char *taken;

    if (arena_room(arena) < padding || arena_room(arena) - padding < size) {
        return NULL;
    }
    taken = arena->bottom + padding;
    arena->bottom = taken + size;
    return memset(taken, 0, size);
}

/*
 * Text needs no alignment. The room must be greater than the length: the NUL takes one
 * byte.
 */
const char *dsi_arena_copy(dsi_arena *arena, const char *text, size_t length)
{
    char *copy = arena->bottom;

    if (arena_room(arena) <= length) {
        return NULL;
    }
    memcpy(copy, text, length);
    copy[length] = '\0';
    arena->bottom = copy + length + 1;
    return copy;
}

/*
 * The items of one list have one size, and the top was aligned before the first. A size
 * is a multiple of its type's alignment, so each item is aligned.
 */
void *dsi_arena_push(dsi_arena *arena, size_t size)
{
    if (arena_room(arena) < size) {
        return NULL;
    }
    arena->top -= size;
    return memset(arena->top, 0, size);
}

bool dsi_arena_align_top(dsi_arena *arena)
{
    size_t misaligned = (uintptr_t)arena->top % DSI_ALIGNMENT;

    if (arena_room(arena) < misaligned) {
        return false;
    }
    arena->top -= misaligned;
    return true;
}
