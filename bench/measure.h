/*
 * One job: its contestants run in turn, round by round. A change of the machine's speed
 * then affects all of them alike.
 */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include "jobs.h"
#include "once.h"

#define BENCH_ENTRIES_MAX 16
#define BENCH_ROUNDS_MAX 101

typedef enum bench_standing {
    BENCH_TIMED,      /* in rounds */
    BENCH_TIMED_ONCE, /* it is too slow for rounds */
    BENCH_REFUSES,    /* it refuses the input */
    BENCH_NO_CHUNKS   /* it cannot be fed in chunks */
} bench_standing;

/* A contestant in a job, and its measurements. Times are of one operation. */
typedef struct bench_entry {
    const bench_contestant *contestant;
    bench_standing standing;
    void *state;
    size_t iterations;
    double samples[BENCH_ROUNDS_MAX];
    double best;
    double median;
    bench_once cold; /* the least of a few */
    bench_once heap;
    size_t room; /* bytes of the caller's memory; 0: not asked */
} bench_entry;

typedef struct bench_outcome {
    const bench_job *job;
    size_t bytes; /* of the body, or of what is encoded */
    bench_entry entries[BENCH_ENTRIES_MAX];
    size_t count;
} bench_outcome;

/* Returns false and says so if a contestant makes something else than it should. */
bool bench_measure(const bench_job *job, size_t rounds, bench_outcome *outcome);

/* Whether the job reads or writes its whole body, so that it has a speed in MB/s. */
bool bench_has_speed(const bench_job *job);

/* The baseline's best time, or 0. */
double bench_baseline(const bench_outcome *outcome);

/* One operation's time: the best of `rounds` samples of some milliseconds. */
double bench_time(const bench_contestant *contestant, const bench_input *input,
                  size_t rounds);

/* Returns NULL if no contestant has the name. */
const bench_contestant *bench_find_contestant(bench_work work, const char *name);
const bench_job *bench_find_job(const char *name);

#endif
