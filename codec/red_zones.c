/* Compiled only with DSI_RED_ZONES. */
#include "codec/red_zones.h"

#include "codec/rooms.h"

#include <sanitizer/asan_interface.h>

/* Forbids bytes, or allows them. */
typedef void red_zones_rule(const volatile void *bytes, size_t length);

/* From the last byte that belongs to a room to where the next begins. */
static void red_zones_after(const char *begin, dsi_block_room room, size_t next,
                            red_zones_rule *rule)
{
    size_t end = room.at + room.size;

    rule(begin + end, next - end);
}

/* What yajl has allocated so far, each with the gap that the pool left. */
static void red_zones_in_pool(const char *next, const dsi_pool *pool,
                              red_zones_rule *rule)
{
    while (next < pool->next) {
        const dsi_pool_header *header = (const dsi_pool_header *)(const void *)next;

        next += sizeof *header + header->reserved;
        rule(next, DSI_ROOM_GAP);
        next += DSI_ROOM_GAP;
    }
}

/* The gaps alone: to go over all of the block at each chunk would be slow. */
static void red_zones_set(const dsi_decoder *decoder, red_zones_rule *rule)
{
    const char *begin = (const char *)decoder;
    dsi_rooms rooms = dsi_rooms_divide(&decoder->guard.limits);

    red_zones_after(begin, rooms.decoder, rooms.frames.at, rule);
    red_zones_after(begin, rooms.frames, rooms.token.at, rule);
    red_zones_after(begin, rooms.token, rooms.parser.at, rule);
    red_zones_after(begin, rooms.parser, rooms.raw.at, rule);
    if (decoder->raw.text != NULL) {
        red_zones_after(begin, rooms.raw, rooms.results, rule);
    }
    red_zones_in_pool(begin + rooms.parser.at, &decoder->parser.pool, rule);
}

void dsi_red_zones_close(const dsi_decoder *decoder)
{
    red_zones_set(decoder, __asan_poison_memory_region);
}

void dsi_red_zones_open(const dsi_decoder *decoder)
{
    red_zones_set(decoder, __asan_unpoison_memory_region);
}
