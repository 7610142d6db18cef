/*
 * codec/stream/pool.h - yajl's memory, out of the caller's block.
 *
 * yajl does not check what an allocation returns, so none may fail. The pool is sized
 * beforehand for everything that yajl asks for. That is known exactly: a few small
 * structs, and buffers that begin at 2,048 bytes and double. The first request for a
 * buffer reserves the largest size that the buffer can reach, so it grows in place.
 */
#ifndef DSI_CODEC_STREAM_POOL_H
#define DSI_CODEC_STREAM_POOL_H

#include <stddef.h>

/*
 * Bytes for yajl's structs: on 64-bit machines a parser takes 376 of them, a generator
 * 640.
 */
#define DSI_POOL_STRUCTS 1024

/* yajl's buffers begin with this size. */
#define DSI_POOL_BUFFER_MIN 2048

/* What is left free after every allocation: see codec/red_zones.h. */
#ifdef DSI_RED_ZONES
#define DSI_POOL_GAP 64
#else
#define DSI_POOL_GAP 0
#endif

/* Stands before every allocation, so that realloc can grow it. */
typedef union dsi_pool_header {
    size_t reserved;
    max_align_t align;
} dsi_pool_header;

/* What an allocation takes beyond its own bytes. */
#define DSI_POOL_FRAME (sizeof(dsi_pool_header) + DSI_POOL_GAP)

typedef struct dsi_pool {
    char *next;
    char *end;
    size_t buffer_size; /* the largest that a buffer can become */
} dsi_pool;

/* `memory` is aligned for any type. */
void dsi_pool_begin(dsi_pool *pool, void *memory, size_t size, size_t buffer_size);

/* yajl's three hooks; the context is the pool. */
void *dsi_pool_malloc(void *context, size_t size);
void *dsi_pool_realloc(void *context, void *pointer, size_t size);
void dsi_pool_free(void *context, void *pointer);

#endif
