/*
 * codec/red_zones.c - closes and opens the gaps between a block's rooms; see
 * red_zones.h. It is compiled only with DSI_RED_ZONES. The gaps follow from the same
 * division of the block as the rooms, so they need no list of their own.
 */
#include "codec/red_zones.h"

#include "codec/invariants.h"
#include "codec/rooms.h"

#include <sanitizer/asan_interface.h>

static void red_zones_mark(const char *bytes, size_t length, bool closed)
{
    if (closed) {
        __asan_poison_memory_region(bytes, length);
    } else {
        __asan_unpoison_memory_region(bytes, length);
    }
}

/* From the end of a room to where the next one begins. */
static void red_zones_after(const char *begin, dsi_block_room room, size_t next,
                            bool closed)
{
    size_t end = room.at + room.size;

    red_zones_mark(begin + end, next - end, closed);
}

/* The gap after each allocation that yajl has made so far. */
static void red_zones_in_pool(const char *next, const dsi_pool *pool, bool closed)
{
    while (next < pool->next) {
        const dsi_pool_header *header = (const dsi_pool_header *)(const void *)next;

        next += sizeof *header + header->reserved;
        red_zones_mark(next, DSI_POOL_GAP, closed);
        next += DSI_POOL_GAP;
    }
}

/* The gaps alone: to go over the whole block at each chunk would be slow. */
static void red_zones_set(const dsi_decoder *decoder, bool closed)
{
    const char *begin = (const char *)decoder;
    dsi_rooms rooms = dsi_rooms_divide(&decoder->reserve);

    red_zones_after(begin, rooms.decoder, rooms.frames.at, closed);
    red_zones_after(begin, rooms.frames, rooms.token.at, closed);
    red_zones_after(begin, rooms.token, rooms.parser.at, closed);
    red_zones_after(begin, rooms.parser, rooms.raw.at, closed);
    if (decoder->raw.text != NULL) {
        red_zones_after(begin, rooms.raw, rooms.results, closed);
    }
    red_zones_in_pool(begin + rooms.parser.at, &decoder->parser.pool, closed);
}

void dsi_red_zones_close(const dsi_decoder *decoder)
{
    red_zones_set(decoder, true);
}

void dsi_red_zones_open(const dsi_decoder *decoder)
{
    red_zones_set(decoder, false);
    dsi_invariants_check(decoder);
}
