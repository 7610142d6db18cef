#include "codec/stream/pool.h"

#include <string.h>

void dsi_pool_begin(dsi_pool *pool, void *memory, size_t size, size_t buffer_size)
{
    pool->next = memory;
    pool->end = pool->next + size;
    pool->buffer_size = buffer_size;
}

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
        return NULL; /* cannot be: see dsi_parser_memory */
    }
    header->reserved = reserved;
    pool->next += DSI_POOL_FRAME + reserved;
    return header + 1;
}

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
