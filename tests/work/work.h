/*
 * tests/work/work.h - counts the work of the library. Seconds would depend on the
 * machine, so it has other units: steps (basic blocks that were entered), the bytes
 * that functions of the C library touched, and the bytes that yajl was given.
 */
#ifndef DSI_TESTS_WORK_WORK_H
#define DSI_TESTS_WORK_WORK_H

#include "tests/support.h"

typedef struct work {
    uint64_t steps;
    uint64_t touched; /* bytes copied, set, compared or searched */
    uint64_t calls;   /* of yajl's functions */
    uint64_t given;   /* bytes for yajl, counted each time that it reads them */
} work;

/* Counts the work between the two calls. */
void work_begin(void);
work work_end(void);

/* The work of a run, and its number of bytes. */
typedef struct work_done {
    work work;
    size_t bytes;
} work_done;

/* Runs the row with about `size` bytes. */
typedef work_done work_fn(const void *row, size_t size);

/*
 * Fails unless the work of each kind is linear. It may be `most` for each byte plus a
 * fixed cost, and four times as many bytes may take at most four times the work.
 */
void work_check(const char *name, work_fn *run, const void *row, const work *most);

/*
 * Repeats `unit` up to about `size` bytes, between two texts. The caller frees the
 * text.
 */
dsi_string work_text(const char *before, const char *unit, const char *after,
                     size_t size);

#endif
