/*
 * web/memory.h - the memory that the pages lie in. It grows and never shrinks.
 *
 * In the module it is what the linker left of WebAssembly's memory. A fuzzer brings its
 * own, so that a sanitizer sees it.
 */
#ifndef DSI_WEB_MEMORY_H
#define DSI_WEB_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

#define WEB_PAGE ((size_t)65536)

/* The first page. It never moves. */
unsigned char *web_memory_begin(void);

/* How many pages there are. Somebody else may have made it more. */
size_t web_memory_pages(void);

/* Adds pages at the end. Returns false if there is no memory for them. */
bool web_memory_grow(size_t pages);

/* The pages are in use from now on, or not any more. For sanitizers. */
void web_memory_mark(unsigned char *bytes, size_t size, bool used);

#endif
