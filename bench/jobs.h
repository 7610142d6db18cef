/* The jobs and their inputs. */
#ifndef BENCH_JOBS_H
#define BENCH_JOBS_H

#include "arena.h"
#include "bench.h"
#include "text.h"

/* How an input is written, or what it contains. */
typedef enum bench_variant {
    BENCH_PLAIN,
    BENCH_PRETTY,
    BENCH_ESCAPES,     /* a few characters of the values are escapes */
    BENCH_ALL_ESCAPES, /* every character of the values is a \uXXXX */
    BENCH_CJK,         /* the values are CJK text */
    BENCH_BAD_FIRST,   /* the ARN is wrong at its first byte */
    BENCH_BAD_LAST
} bench_variant;

/* An input and all the memory it lies in. */
typedef struct bench_made {
    bench_input input;
    bench_text body;
    bench_arena arena;
} bench_made;

typedef struct bench_job bench_job;

/*
 * size: the number of models of a Get answer; otherwise about how many bytes the body,
 *     each ARN or the string has.
 * slow: the contestant that would take minutes, so it is run only once; may be NULL.
 */
struct bench_job {
    const char *name;
    bench_work work;
    bool (*make)(const bench_job *job, bench_made *made);
    size_t size;
    size_t chunk;
    bench_variant variant;
    const char *slow;
};

/* The last has no name. */
extern const bench_job bench_jobs[];

/* Makes the job's input. Returns false if memory is missing or the input is wrong. */
bool bench_make(const bench_job *job, bench_made *made);
void bench_made_free(bench_made *made);

/* The makers of inputs.c and inputs_get.c. */
bool bench_make_request(const bench_job *job, bench_made *made);
bool bench_make_start_answer(const bench_job *job, bench_made *made);
bool bench_make_long_detail(const bench_job *job, bench_made *made);
bool bench_make_arn(const bench_job *job, bench_made *made);
bool bench_make_get_answer(const bench_job *job, bench_made *made);

/* Adds `json` with its values escaped: BENCH_ESCAPES or BENCH_ALL_ESCAPES. */
bool bench_escape(bench_text *text, dsi_string json, bench_variant variant);

#endif
