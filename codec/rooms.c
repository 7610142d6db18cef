#include "codec/rooms.h"

#include "codec/decoder.h"

/* The least room for results. */
#define ROOMS_RESULTS_MIN 4096

static size_t rooms_round(size_t size)
{
    size_t unit = _Alignof(max_align_t);

    return (size + unit - 1) / unit * unit;
}

/* A room of so many bytes. Moves `next` to where the one after it begins. */
static dsi_block_room rooms_add(size_t *next, size_t size)
{
    dsi_block_room room = {.at = *next, .size = size};

    *next += rooms_round(size) + DSI_ROOM_GAP;
    return room;
}

dsi_rooms dsi_rooms_divide(const dsi_limits *limits)
{
    dsi_rooms rooms;
    size_t next = 0;

    rooms.decoder = rooms_add(&next, sizeof(dsi_decoder));
    rooms.frames = rooms_add(&next, limits->max_depth * sizeof(dsi_build_frame));
    rooms.token = rooms_add(&next, limits->max_token + 1);
    rooms.parser = rooms_add(&next, dsi_parser_memory(limits->max_token));
    rooms.raw = rooms_add(&next, DSI_RAW_MESSAGE_MAX + 1);
    rooms.results = next;
    return rooms;
}

size_t dsi_rooms_block(const dsi_rooms *rooms)
{
    return _Alignof(max_align_t) - 1 + rooms->results + ROOMS_RESULTS_MIN;
}

char *dsi_rooms_begin(char *block)
{
    return block + (rooms_round((uintptr_t)block) - (uintptr_t)block);
}
