/*
 * codec/rooms.h - how the caller's block is divided.
 *
 *     | dsi_decoder | frames | the open token | yajl's pool | raw text | results ... |
 *
 * Every room begins aligned for any type. In a shipped build the next one follows at once.
 * A build with red zones (codec/red_zones.h) leaves a gap after each.
 */
#ifndef DSI_CODEC_ROOMS_H
#define DSI_CODEC_ROOMS_H

#include <dsi/decode.h>

/* The bytes of a gap. */
#ifdef DSI_RED_ZONES
#define DSI_ROOM_GAP 64
#else
#define DSI_ROOM_GAP 0
#endif

/* In bytes; `at` counts from where the decoder begins. */
typedef struct dsi_block_room {
    size_t at;
    size_t size;
} dsi_block_room;

typedef struct dsi_rooms {
    dsi_block_room decoder;
    dsi_block_room frames;
    dsi_block_room token; /* an open one and, after a number, the byte that ends it */
    dsi_block_room parser;
    dsi_block_room raw; /* terminated; results begin here if no raw text is wanted */
    size_t results;     /* where they begin; they have the rest of the block */
} dsi_rooms;

/* Divides a block. The limits are resolved ones. */
dsi_rooms dsi_rooms_divide(const dsi_limits *limits);

/* The size of the smallest block, at whatever address it begins. */
size_t dsi_rooms_block(const dsi_rooms *rooms);

/* The first place in a block that is aligned for any type: there the decoder begins. */
char *dsi_rooms_begin(char *block);

#endif
