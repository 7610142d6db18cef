/*
 * web/pages.c - first fit over a table of pages.
 *
 * A region is taken seldom: once for a stream, and when a buffer becomes too small. So a
 * search from the first page is quick enough, and keeps the block dense.
 */
#include "web/pages.h"

#include "web/memory.h"

#include <string.h>

static bool pages_used[WEB_PAGES_MAX];

/* How many pages in a row are free from `first` on, `wanted` at most. */
static size_t pages_free_from(size_t first, size_t end, size_t wanted)
{
    size_t count = 0;

    while (count < wanted && first + count < end && !pages_used[first + count]) {
        count++;
    }
    return count;
}

/* The first page of a free run, or of the free pages at the end if no run is enough. */
static size_t pages_find(size_t end, size_t wanted)
{
    size_t first = 0;
    size_t count = pages_free_from(0, end, wanted);

    while (count < wanted && first + count < end) {
        first += count + 1;
        count = pages_free_from(first, end, wanted);
    }
    return first;
}

static void pages_mark(size_t first, size_t count, bool used)
{
    memset(pages_used + first, used, count);
    web_memory_mark(web_memory_begin() + first * WEB_PAGE, count * WEB_PAGE, used);
}

/* A size that is too large for the table is refused before it is rounded. */
bool web_region_take(web_region *region, size_t size)
{
    size_t end = web_memory_pages();
    size_t wanted = size > WEB_PAGES_MAX * WEB_PAGE ? WEB_PAGES_MAX + 1
                                                    : (size + WEB_PAGE - 1) / WEB_PAGE;
    size_t first;

    wanted = wanted == 0 ? 1 : wanted;
    end = end < WEB_PAGES_MAX ? end : WEB_PAGES_MAX;
    first = pages_find(end, wanted);
    if (wanted > WEB_PAGES_MAX - first) {
        return false;
    }
    if (first + wanted > end && !web_memory_grow(first + wanted - end)) {
        return false;
    }
    pages_mark(first, wanted, true);
    *region = (web_region){.bytes = web_memory_begin() + first * WEB_PAGE,
                           .size = wanted * WEB_PAGE};
    return true;
}

void web_region_give(web_region *region)
{
    if (region->bytes != NULL) {
        size_t first = (size_t)(region->bytes - web_memory_begin()) / WEB_PAGE;

        pages_mark(first, region->size / WEB_PAGE, false);
    }
    *region = (web_region){.bytes = NULL};
}

bool web_region_renew(web_region *region, size_t size)
{
    if (size <= region->size && region->size > 0) {
        return true;
    }
    web_region_give(region);
    return web_region_take(region, size);
}

bool web_region_grow(web_region *region, size_t size, size_t kept)
{
    web_region larger;

    if (size <= region->size && region->size > 0) {
        return true;
    }
    if (!web_region_take(&larger, size)) {
        return false;
    }
    if (kept > 0) {
        memcpy(larger.bytes, region->bytes, kept);
    }
    web_region_give(region);
    *region = larger;
    return true;
}
