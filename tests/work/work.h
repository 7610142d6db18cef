/*
 * tests/work/work.h - what the library does, counted: not seconds, which depend on the
 * machine, but steps (basic blocks that were entered), bytes that were gone over by
 * functions of the C library, and what yajl was given.
 */
#ifndef DSI_TESTS_WORK_WORK_H
#define DSI_TESTS_WORK_WORK_H

#include "tests/support.h"

typedef struct work {
    uint64_t steps;
    uint64_t touched; /* bytes copied, set, compared or searched */
    uint64_t calls;   /* of yajl */
    uint64_t given;   /* bytes to yajl, as often as it reads them */
} work;

/* Counts what the library does between the two. */
void work_begin(void);
work work_end(void);

/* What a run did, and with how many bytes. */
typedef struct work_done {
    work work;
    size_t bytes;
} work_done;

/* Does the row's job with about `size` bytes. */
typedef work_done work_fn(const void *row, size_t size);

/*
 * Fails unless the work of each kind is at most `most` for each byte, beside a fixed
 * part, and at most four times as much for four times as many bytes.
 */
void work_check(const char *name, work_fn *run, const void *row, const work *most);

/* `unit` again and again, about `size` bytes, between two texts. To be freed. */
dsi_string work_text(const char *before, const char *unit, const char *behind,
                     size_t size);

#endif
