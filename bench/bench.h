/*
 * What the benchmark is made of: jobs, inputs, contestants.
 *
 * A job has one input. Each contestant of the job's work opens a state for the input,
 * runs the operation on it again and again, and closes it. Only run and release are
 * timed.
 */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include <stdbool.h>
#include <stddef.h>

#include <dsi/dsi.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What is to be done. */
typedef enum bench_work {
    BENCH_DECODE_REQUEST, /* body to dsi_start_request, validated */
    BENCH_DECODE_START,   /* body to dsi_start_answer */
    BENCH_DECODE_GET,     /* body to dsi_get_answer */
    BENCH_ENCODE_REQUEST, /* dsi_start_request, validated, to body */
    BENCH_MATCH           /* is the text a cluster's ARN? */
} bench_work;

/*
 * body: what is decoded or matched, NUL-terminated.
 * chunk: how many bytes are fed at a time; 0: all at once.
 * limits: that dsi needs for it.
 * request, start, get: what the body says, or what is to be encoded; one of them.
 * matches: the verdict that is right.
 * watch: takes the models of a contestant that gives them away; for the comparison.
 */
typedef struct bench_input {
    bench_work work;
    dsi_string body;
    size_t chunk;
    dsi_limits limits;
    const dsi_start_request *request;
    const dsi_start_answer *start;
    const dsi_get_answer *get;
    bool matches;
    const dsi_model_sink *watch;
} bench_input;

/* What an operation made; it is there until release. */
typedef struct bench_result {
    const dsi_start_request *request;
    const dsi_start_answer *start;
    const dsi_get_answer *get;
    dsi_string bytes;
    bool matches;
} bench_result;

/* What is special about a contestant. */
enum {
    BENCH_CHUNKS = 1,    /* takes a message in pieces */
    BENCH_RAW = 2,       /* makes nothing that could be compared */
    BENCH_BASELINE = 4,  /* what the others are measured by */
    BENCH_GIVES_AWAY = 8 /* models are given to a sink, they are not in the result */
};

/*
 * open: NULL if there is no memory or the library refuses.
 * run: false if the input is refused.
 * release: frees what run made; may be NULL.
 * room: how many bytes of the caller's memory the operation needs; may be NULL.
 */
typedef struct bench_contestant {
    const char *name;
    bench_work work;
    unsigned traits;
    const char *note;
    void *(*open)(const bench_input *input);
    bool (*run)(void *state, bench_result *result);
    void (*release)(void *state);
    void (*close)(void *state);
    size_t (*room)(void *state);
} bench_contestant;

/* Of the peers that were found at build time, dsi first; the last list is NULL. Each
 * list ends with a row without a name. */
extern const bench_contestant *const bench_peers[];

/* The peers that were not found; the last is NULL. */
extern const char *const bench_missing[];

#ifdef __cplusplus
}
#endif

#endif
