#include "codec/arena.h"

#include <string.h>

static size_t arena_room(const dsi_arena *arena)
{
    return (size_t)(arena->top - arena->bottom);
}

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
