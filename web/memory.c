/* web/memory.c - WebAssembly's memory, from the first page after the module's own data. */
#include "web/memory.h"

extern unsigned char __heap_base; /* the linker's */

static size_t memory_first(void)
{
    return ((size_t)&__heap_base + WEB_PAGE - 1) / WEB_PAGE;
}

unsigned char *web_memory_begin(void)
{
    return (unsigned char *)(memory_first() * WEB_PAGE);
}

/* The data may end inside the last page; then there is none after it yet. */
size_t web_memory_pages(void)
{
    size_t all = __builtin_wasm_memory_size(0);

    return all > memory_first() ? all - memory_first() : 0;
}

bool web_memory_grow(size_t pages)
{
    return __builtin_wasm_memory_grow(0, pages) != (size_t)-1;
}

void web_memory_mark(unsigned char *bytes, size_t size, bool used)
{
    (void)bytes;
    (void)size;
    (void)used;
}
