/*
 * codec/rooms.h - how the caller's block is divided.
 *
 *     | dsi_decoder | frames | the open token | yajl's pool | raw text | results ... |
 *
 * Every room begins aligned for any type. In a shipped build the next room follows at
 * once. A build with red zones (codec/red_zones.h) leaves DSI_POOL_GAP bytes between
 * them.
 */
#ifndef DSI_CODEC_ROOMS_H
#define DSI_CODEC_ROOMS_H

#include "codec/decoder.h"

/* The least room for results. */
#define DSI_ROOMS_RESULTS_MIN 4096

/* In bytes; `at` counts from where the decoder begins. */
typedef struct dsi_block_room {
    size_t at;
    size_t size;
} dsi_block_room;

typedef struct dsi_rooms {
    dsi_block_room decoder;
    dsi_block_room frames;
    dsi_block_room token; /* an open one */
    dsi_block_room parser;
    dsi_block_room raw; /* terminated; results begin here if it is not kept */
    size_t results;     /* where they begin; the rest of the block is theirs */
} dsi_rooms;

static inline size_t dsi_rooms_round(size_t size)
{
    size_t unit = _Alignof(max_align_t);

    return (size + unit - 1) / unit * unit;
}

/* A room of `size` bytes. Moves `next` to where the room after it begins. */
static inline dsi_block_room dsi_rooms_add(size_t *next, size_t size)
{
    dsi_block_room room = {.at = *next, .size = size};

    *next += dsi_rooms_round(size) + DSI_POOL_GAP;
    return room;
}

/*
 * Divides a block. The limits allow what it reserves, so no sum wraps around
 * (DSI_MAX_TOKEN_MAX).
 */
static inline dsi_rooms dsi_rooms_divide(const dsi_reserve *reserve)
{
    dsi_rooms rooms;
    size_t next = 0;

    rooms.decoder = dsi_rooms_add(&next, sizeof(dsi_decoder));
    rooms.frames = dsi_rooms_add(&next, reserve->depth * sizeof(dsi_build_frame));
    rooms.token = dsi_rooms_add(&next, reserve->open);
    rooms.parser = dsi_rooms_add(&next, dsi_parser_memory(reserve->token));
    rooms.raw = dsi_rooms_add(&next, reserve->raw + 1);
    rooms.results = next;
    return rooms;
}

/*
 * The size of the smallest block. It is enough at any address: aligning the start costs
 * less than one unit.
 */
static inline size_t dsi_rooms_block(const dsi_rooms *rooms)
{
    return _Alignof(max_align_t) - 1 + rooms->results + DSI_ROOMS_RESULTS_MIN;
}

/* The first place in a block that is aligned for any type. The decoder begins there. */
static inline char *dsi_rooms_begin(char *block)
{
    return block + (dsi_rooms_round((uintptr_t)block) - (uintptr_t)block);
}

#endif
