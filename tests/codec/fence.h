/*
 * tests/codec/fence.h - a page between two that cannot be read: a look beside a text
 * that lies flush against one of them is a crash.
 */
#ifndef DSI_TESTS_CODEC_FENCE_H
#define DSI_TESTS_CODEC_FENCE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct fence {
    char *pages; /* three of them */
    size_t page;
} fence;

fence fence_open(void);
void fence_close(fence *made);

/* A copy of at most a page, at its first byte or up to its last. */
char *fence_put(const fence *made, const char *bytes, size_t length, bool first);

#endif
