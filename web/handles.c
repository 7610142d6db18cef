/*
 * web/handles.c - a handle is a slot's index and how often the slot was opened before.
 * So a handle that is closed does not find what the slot holds next.
 */
#include "web/handles.h"

/* After the last round comes the first: a handle has 32 bits. */
#define HANDLES_ROUNDS (UINT32_MAX / WEB_HANDLES_MAX)

typedef struct handles_slot {
    web_kind kind;
    uint32_t round; /* from 1, so no handle is 0 */
    web_region region;
} handles_slot;

static handles_slot handles[WEB_HANDLES_MAX];

static uint32_t handles_next_round(uint32_t round)
{
    return round % HANDLES_ROUNDS + 1;
}

static uint32_t handles_number(uint32_t index)
{
    return handles[index].round * WEB_HANDLES_MAX + index;
}

static handles_slot *handles_slot_of(uint32_t handle)
{
    uint32_t index = handle % WEB_HANDLES_MAX;

    return handles[index].kind != WEB_NOTHING && handles_number(index) == handle
               ? &handles[index]
               : NULL;
}

/* The first slot that is free, or WEB_HANDLES_MAX. */
static uint32_t handles_free(void)
{
    uint32_t index = 0;

    while (index < WEB_HANDLES_MAX && handles[index].kind != WEB_NOTHING) {
        index++;
    }
    return index;
}

bool web_handles_are_open(void)
{
    return handles_free() == WEB_HANDLES_MAX;
}

uint32_t web_handle_open(web_kind kind, size_t size)
{
    uint32_t index = handles_free();

    if (index == WEB_HANDLES_MAX || !web_region_take(&handles[index].region, size)) {
        return 0;
    }
    handles[index].kind = kind;
    handles[index].round = handles_next_round(handles[index].round);
    return handles_number(index);
}

const web_region *web_handle_find(uint32_t handle, web_kind kind)
{
    const handles_slot *slot = handles_slot_of(handle);

    return slot != NULL && slot->kind == kind ? &slot->region : NULL;
}

void web_handle_close(uint32_t handle)
{
    handles_slot *slot = handles_slot_of(handle);

    if (slot != NULL) {
        web_region_give(&slot->region);
        slot->kind = WEB_NOTHING;
    }
}
