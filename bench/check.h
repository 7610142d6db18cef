/* Before anything is timed: what a contestant makes is what it should make. */
#ifndef BENCH_CHECK_H
#define BENCH_CHECK_H

#include "bench.h"

typedef enum bench_verdict {
    BENCH_GOOD,
    BENCH_REFUSED,  /* it does not take the input */
    BENCH_DIFFERENT /* it takes it for something else */
} bench_verdict;

bench_verdict bench_check(const bench_contestant *contestant, const bench_input *input);

#endif
