/*
 * bench/measure.c - measures the contestants of a job.
 *
 * A time is the best of many samples: what else the machine does can only make a sample
 * slower.
 */
#include "measure.h"

#include <stdio.h>
#include <stdlib.h>

#include "check.h"
#include "clock.h"

#define MEASURE_SAMPLE 3000000u /* nanoseconds that a sample takes at least */
#define MEASURE_COLD 3          /* fresh processes; the quickest counts */

/* ---------------------------------------------------------------------- samples */

/* The time of so many operations, in nanoseconds. */
static uint64_t measure_run(const bench_contestant *contestant, void *state,
                            size_t iterations)
{
    bench_result result;
    uint64_t start = bench_clock();

    for (size_t i = 0; i < iterations; i++) {
        contestant->run(state, &result);
        if (contestant->release != NULL) {
            contestant->release(state);
        }
    }
    return bench_clock() - start;
}

/* How many operations make a sample long enough. Trying that also warms the caches. */
static size_t measure_calibrate(const bench_contestant *contestant, void *state)
{
    size_t iterations = 1;

    while (measure_run(contestant, state, iterations) < MEASURE_SAMPLE) {
        iterations *= 2;
    }
    return iterations;
}

/*
 * The first operation is not timed. After the last contestant freed its memory, malloc
 * sorts that at its next call, and this contestant should not pay for it.
 */
static double measure_sample(const bench_contestant *contestant, void *state,
                             size_t iterations)
{
    measure_run(contestant, state, 1);
    return (double)measure_run(contestant, state, iterations) / (double)iterations;
}

static int measure_compare(const void *left, const void *right)
{
    double one = *(const double *)left;
    double other = *(const double *)right;

    return (one > other) - (one < other);
}

static void measure_summarise(bench_entry *entry, size_t rounds)
{
    qsort(entry->samples, rounds, sizeof *entry->samples, measure_compare);
    entry->best = entry->samples[0];
    entry->median = entry->samples[rounds / 2];
}

/* --------------------------------------------------------------------- entrants */

static bench_standing measure_standing(const bench_job *job,
                                       const bench_contestant *contestant)
{
    if (job->chunk != 0 && (contestant->traits & BENCH_CHUNKS) == 0) {
        return BENCH_NO_CHUNKS;
    }
    if (job->slow != NULL && strcmp(job->slow, contestant->name) == 0) {
        return BENCH_TIMED_ONCE;
    }
    return BENCH_TIMED;
}

static void measure_enter(bench_outcome *outcome, const bench_contestant *list)
{
    for (; list->name != NULL; list++) {
        if (list->work == outcome->job->work && outcome->count < BENCH_ENTRIES_MAX) {
            outcome->entries[outcome->count++] = (bench_entry){
                .contestant = list, .standing = measure_standing(outcome->job, list)};
        }
    }
}

static bool measure_may_refuse(const bench_contestant *contestant)
{
    return (contestant->traits & BENCH_BASELINE) == 0 &&
           strncmp(contestant->name, "dsi", 3) != 0;
}

/* A refusal is a result too, but dsi and the baseline must not refuse. */
static bool measure_check(bench_entry *entry, const bench_outcome *outcome,
                          const bench_input *input)
{
    bench_verdict verdict = BENCH_GOOD;

    if (entry->standing == BENCH_TIMED) {
        verdict = bench_check(entry->contestant, input);
    }
    if (verdict == BENCH_REFUSED) {
        entry->standing = BENCH_REFUSES;
    }
    if (verdict == BENCH_DIFFERENT ||
        (verdict == BENCH_REFUSED && !measure_may_refuse(entry->contestant))) {
        fprintf(stderr, "dsi_bench: %s: %s %s\n", outcome->job->name,
                entry->contestant->name,
                verdict == BENCH_REFUSED ? "refuses the input"
                                         : "makes something else");
        return false;
    }
    return true;
}

static bool measure_open(bench_entry *entry, const bench_input *input)
{
    if (entry->standing == BENCH_TIMED || entry->standing == BENCH_TIMED_ONCE) {
        entry->state = entry->contestant->open(input);
        if (entry->state == NULL) {
            fprintf(stderr, "dsi_bench: %s does not open\n", entry->contestant->name);
            return false;
        }
    }
    if (entry->standing == BENCH_TIMED) {
        entry->iterations = measure_calibrate(entry->contestant, entry->state);
    }
    return true;
}

static void measure_close(bench_outcome *outcome)
{
    for (size_t i = 0; i < outcome->count; i++) {
        if (outcome->entries[i].state != NULL) {
            outcome->entries[i].contestant->close(outcome->entries[i].state);
        }
        outcome->entries[i].state = NULL;
    }
}

/* ----------------------------------------------------------------------- rounds */

static void measure_rounds(bench_outcome *outcome, size_t rounds)
{
    for (size_t round = 0; round < rounds; round++) {
        for (size_t i = 0; i < outcome->count; i++) {
            bench_entry *entry = &outcome->entries[(i + round) % outcome->count];

            if (entry->standing == BENCH_TIMED) {
                entry->samples[round] = measure_sample(entry->contestant, entry->state,
                                                       entry->iterations);
            }
        }
    }
}

/* A missing measurement must not count as 0, so there are no results then. */
static bool measure_cold(const bench_job *job, bench_entry *entry)
{
    bool good = bench_once_there(job, entry->contestant, true, &entry->heap);
    bench_once once;

    for (int i = 0; good && i < MEASURE_COLD; i++) {
        good = bench_once_there(job, entry->contestant, false, &once);
        if (i == 0 || once.nanoseconds < entry->cold.nanoseconds) {
            entry->cold = once;
        }
    }
    if (!good) {
        fprintf(stderr,
                "dsi_bench: %s: %s fails in a process of its own, or its "
                "heap is not counted there\n",
                job->name, entry->contestant->name);
    }
    return good;
}

static bool measure_finish(const bench_job *job, bench_entry *entry, size_t rounds)
{
    if (entry->standing == BENCH_TIMED_ONCE) {
        entry->best = (double)measure_run(entry->contestant, entry->state, 1);
        entry->median = entry->best;
    }
    if (entry->standing != BENCH_TIMED) {
        return true;
    }
    measure_summarise(entry, rounds);
    if (entry->contestant->room != NULL) {
        entry->room = entry->contestant->room(entry->state);
    }
    return measure_cold(job, entry);
}

static bool measure_input(bench_outcome *outcome, const bench_input *input,
                          size_t rounds)
{
    bool good = true;

    outcome->bytes = input->body.length;
    for (size_t i = 0; good && i < outcome->count; i++) {
        good = measure_check(&outcome->entries[i], outcome, input);
    }
    for (size_t i = 0; good && i < outcome->count; i++) {
        good = measure_open(&outcome->entries[i], input);
    }
    if (good) {
        measure_rounds(outcome, rounds);
    }
    for (size_t i = 0; good && i < outcome->count; i++) {
        good = measure_finish(outcome->job, &outcome->entries[i], rounds);
    }
    measure_close(outcome);
    return good;
}

bool bench_measure(const bench_job *job, size_t rounds, bench_outcome *outcome)
{
    bench_made made;
    bool good;

    *outcome = (bench_outcome){.job = job};
    for (size_t i = 0; bench_peers[i] != NULL; i++) {
        measure_enter(outcome, bench_peers[i]);
    }
    if (!bench_make(job, &made)) {
        return false;
    }
    good = measure_input(outcome, &made.input, rounds);
    bench_made_free(&made);
    return good;
}

bool bench_has_speed(const bench_job *job)
{
    return job->work != BENCH_MATCH && job->work != BENCH_VALIDATE;
}

double bench_baseline(const bench_outcome *outcome)
{
    for (size_t i = 0; i < outcome->count; i++) {
        if ((outcome->entries[i].contestant->traits & BENCH_BASELINE) != 0) {
            return outcome->entries[i].best;
        }
    }
    return 0;
}

double bench_time(const bench_contestant *contestant, const bench_input *input,
                  size_t rounds)
{
    void *state = contestant->open(input);
    size_t iterations;
    double best = 0;

    if (state == NULL) {
        return 0;
    }
    iterations = measure_calibrate(contestant, state);
    for (size_t i = 0; i < rounds; i++) {
        double sample = measure_sample(contestant, state, iterations);

        best = i == 0 || sample < best ? sample : best;
    }
    contestant->close(state);
    return best;
}

/* ---------------------------------------------------------------------- finding */

const bench_contestant *bench_find_contestant(bench_work work, const char *name)
{
    for (size_t i = 0; bench_peers[i] != NULL; i++) {
        for (const bench_contestant *at = bench_peers[i]; at->name != NULL; at++) {
            if (at->work == work && strcmp(at->name, name) == 0) {
                return at;
            }
        }
    }
    return NULL;
}

const bench_job *bench_find_job(const char *name)
{
    const bench_job *job = bench_jobs;

    while (job->name != NULL && strcmp(job->name, name) != 0) {
        job++;
    }
    return job->name != NULL ? job : NULL;
}
