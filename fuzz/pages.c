/*
 * fuzz/pages.c - the memory of the module's face, for a fuzzer.
 *
 * A sanitizer refuses each access to a page that is not in use, so what was given back
 * or never taken cannot be reached unseen. There is little memory, so running out of it
 * is tried as well.
 */
#include "web/memory.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__
#endif
#endif

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>

static void pages_guard(const unsigned char *bytes, size_t size, bool used)
{
    if (used) {
        __asan_unpoison_memory_region(bytes, size);
    } else {
        __asan_poison_memory_region(bytes, size);
    }
}
#else
static void pages_guard(const unsigned char *bytes, size_t size, bool used)
{
    (void)bytes;
    (void)size;
    (void)used;
}
#endif

#define PAGES_MAX ((size_t)256)

static _Alignas(4096) unsigned char memory[PAGES_MAX * WEB_PAGE];
static size_t pages;

unsigned char *web_memory_begin(void)
{
    return memory;
}

size_t web_memory_pages(void)
{
    return pages;
}

bool web_memory_grow(size_t more)
{
    if (more > PAGES_MAX - pages) {
        return false;
    }
    pages_guard(memory + pages * WEB_PAGE, more * WEB_PAGE, false);
    pages += more;
    return true;
}

void web_memory_mark(unsigned char *bytes, size_t size, bool used)
{
    pages_guard(bytes, size, used);
}
