/*
 * A library for LD_PRELOAD that counts the program's use of the heap. The program finds
 * its two functions with dlsym.
 */
#ifndef BENCH_HEAP_H
#define BENCH_HEAP_H

#include <stdint.h>

/* calls: of malloc, calloc, realloc and their like. peak: of bytes in use at once. */
typedef struct bench_heap {
    uint64_t calls;
    uint64_t frees;
    int64_t live;
    int64_t peak;
} bench_heap;

typedef void bench_heap_reset_fn(void);
typedef void bench_heap_read_fn(bench_heap *heap);

/* Begins to count. Memory from before that is freed later makes `live` negative. */
void bench_heap_reset(void);
void bench_heap_read(bench_heap *heap);

#endif
