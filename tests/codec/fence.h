/*
 * tests/codec/fence.h - a page of memory between two pages that cannot be read. A text
 * is placed flush against one of them. Then reading a byte beside the text crashes the
 * test.
 */
#ifndef DSI_TESTS_CODEC_FENCE_H
#define DSI_TESTS_CODEC_FENCE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct fence {
    char *pages; /* three; only the middle one can be read */
    size_t page;
} fence;

fence fence_open(void);
void fence_close(fence *made);

/*
 * Copies at most a page: `first` places it at the page's start, otherwise at its end.
 */
char *fence_put(const fence *made, const char *bytes, size_t length, bool first);

#endif
