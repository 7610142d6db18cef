/* One operation in a process of its own. */
#ifndef BENCH_ONCE_H
#define BENCH_ONCE_H

#include <stdint.h>

#include "jobs.h"

/*
 * counted: 1 if the library that counts the heap was preloaded.
 * nanoseconds: of the first operation of a fresh process.
 * rss: the most memory that the process had, in KiB, before and after it.
 * calls, frees, peak: of the heap, if it was counted.
 */
typedef struct bench_once {
    uint64_t counted;
    uint64_t nanoseconds;
    uint64_t rss_before;
    uint64_t rss;
    uint64_t calls;
    uint64_t frees;
    uint64_t peak;
} bench_once;

/*
 * Runs the operation `times` times in this process, and prints what was measured of the
 * first. Returns an exit status.
 */
int bench_once_here(const bench_job *job, const bench_contestant *contestant,
                    size_t times);

/* The same in a child process; with `counted`, the library that counts is preloaded. */
bool bench_once_there(const bench_job *job, const bench_contestant *contestant,
                      bool counted, bench_once *once);

#endif
