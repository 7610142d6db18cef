/*
 * codec/stream/pool.c - yajl's memory, out of the caller's block.
 *
 * The pool is a bump allocator: it hands out bytes from front to back, and free does
 * nothing. The whole pool ends with the block. Each allocation has a header with the
 * bytes that are reserved for it, so realloc knows whether it can stay where it is.
 */
#include "codec/stream/pool.h"

#include <string.h>

void dsi_pool_begin(dsi_pool *pool, void *memory, size_t size, size_t buffer_size)
{
    pool->next = memory;
    pool->end = pool->next + size;
    pool->buffer_size = buffer_size;
}

/*
 * A buffer gets its largest size. The pool is sized for all requests, so the refusal is
 * not reached; a bug shall end in NULL and not in the memory after the pool.
 */
void *dsi_pool_malloc(void *context, size_t size)
{
    dsi_pool *pool = context;
    size_t reserved = size;
    dsi_pool_header *header = (dsi_pool_header *)(void *)pool->next;

    if (size >= DSI_POOL_BUFFER_MIN && size < pool->buffer_size) {
        reserved = pool->buffer_size;
    }
    reserved = (reserved + sizeof *header - 1) / sizeof *header * sizeof *header;
    if ((size_t)(pool->end - pool->next) < DSI_POOL_FRAME + reserved) {
        return NULL;
    }
    header->reserved = reserved;
    pool->next += DSI_POOL_FRAME + reserved;
    return header + 1;
}

/* A buffer has its largest size from its first request on, so it grows in place. */
void *dsi_pool_realloc(void *context, void *pointer, size_t size)
{
    size_t reserved = pointer == NULL ? 0 : ((dsi_pool_header *)pointer - 1)->reserved;
    void *grown;

    if (pointer != NULL && size <= reserved) {
        return pointer;
    }
    grown = dsi_pool_malloc(context, size);
    if (pointer != NULL && grown != NULL) {
        memcpy(grown, pointer, reserved);
    }
    return grown;
}

void dsi_pool_free(void *context, void *pointer)
{
    (void)context;
    (void)pointer; /* the whole pool goes at once, with the block */
}
