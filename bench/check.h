/* Before anything is timed, each contestant must make what it should make. */
#ifndef BENCH_CHECK_H
#define BENCH_CHECK_H

#include "bench.h"

typedef enum bench_verdict {
    BENCH_GOOD,
    BENCH_REFUSED,  /* it refuses the input */
    BENCH_DIFFERENT /* it makes something else */
} bench_verdict;

bench_verdict bench_check(const bench_contestant *contestant, const bench_input *input);

#endif
