/*
 * A library to be preloaded: it counts what the program asks of the heap. The program
 * finds the two functions with dlsym.
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

/* Counting begins here: what is freed of before makes `live` negative. */
void bench_heap_reset(void);
void bench_heap_read(bench_heap *heap);

#endif
