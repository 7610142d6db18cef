/*
 * web/pages.h - regions of one growing block.
 *
 * A region is a run of pages. Regions that were given back are used again, so the block
 * grows to the most that was in use at one time, and no further.
 */
#ifndef DSI_WEB_PAGES_H
#define DSI_WEB_PAGES_H

#include <stdbool.h>
#include <stddef.h>

/* A region; all zero: none. The bytes are aligned for any object. */
typedef struct web_region {
    unsigned char *bytes;
    size_t size;
} web_region;

/* The most that all regions can have together: 1 GiB. */
#define WEB_PAGES_MAX ((size_t)16384)

/* Takes a region of at least `size` bytes, at least one page. False: no memory. */
bool web_region_take(web_region *region, size_t size);

/* Gives the region back, and makes it none. */
void web_region_give(web_region *region);

/* Makes the region at least as large. What it held is lost. False: it is none then. */
bool web_region_renew(web_region *region, size_t size);

/* The same, but the first `kept` bytes stay. False: the region is as it was. */
bool web_region_grow(web_region *region, size_t size, size_t kept);

#endif
