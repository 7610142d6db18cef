/*
 * bench/heap.c - replaces malloc and its like, and counts.
 *
 * It is a library of its own, so the timed runs do not pay for the counting.
 */
#include "heap.h"

#include <malloc.h>
#include <stddef.h>
#include <stdlib.h>

/* glibc's own functions, under names that a replacement does not hide. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *memory);

static bench_heap heap_now;

static void *heap_taken(void *memory)
{
    heap_now.calls++;
    heap_now.live += (int64_t)malloc_usable_size(memory);
    if (heap_now.live > heap_now.peak) {
        heap_now.peak = heap_now.live;
    }
    return memory;
}

static void heap_given_back(void *memory)
{
    heap_now.live -= (int64_t)malloc_usable_size(memory);
}

void *malloc(size_t size)
{
    return heap_taken(__libc_malloc(size));
}

void *calloc(size_t nmemb, size_t size)
{
    return heap_taken(__libc_calloc(nmemb, size));
}

void *realloc(void *ptr, size_t size)
{
    heap_given_back(ptr);
    return heap_taken(__libc_realloc(ptr, size));
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return heap_taken(__libc_memalign(alignment, size));
}

int posix_memalign(void **memptr, size_t alignment, size_t size)
{
    *memptr = aligned_alloc(alignment, size);
    return *memptr == NULL ? 12 : 0; /* ENOMEM */
}

void free(void *ptr)
{
    heap_now.frees += ptr != NULL;
    heap_given_back(ptr);
    __libc_free(ptr);
}

void bench_heap_reset(void)
{
    heap_now = (bench_heap){.calls = 0};
}

void bench_heap_read(bench_heap *heap)
{
    *heap = heap_now;
}
