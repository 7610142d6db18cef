/*
 * The parts of the benchmark: jobs, inputs, contestants.
 *
 * A job has one input. Each contestant that can do the job opens a state for the input,
 * runs the operation many times, and closes the state. Only run and release are timed,
 * so a library may prepare what a program would keep.
 */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include <stdbool.h>
#include <stddef.h>

#include <dsi/dsi.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The kinds of work. */
typedef enum bench_work {
    BENCH_DECODE_REQUEST, /* body to dsi_start_request, validated */
    BENCH_DECODE_START,   /* body to dsi_start_answer */
    BENCH_DECODE_GET,     /* body to dsi_get_answer */
    BENCH_ENCODE_REQUEST, /* dsi_start_request, validated, to body */
    BENCH_ENCODE_GET,     /* dsi_get_answer to body */
    BENCH_VALIDATE,       /* is the dsi_start_request valid? */
    BENCH_MATCH           /* is the text a cluster's ARN? */
} bench_work;

/*
 * body: the bytes to decode or match, or what an encoder should write, NUL-terminated.
 * chunk: how many bytes are fed at a time; 0: all at once.
 * limits: the limits that dsi needs for the body.
 * request, start, get: what the body says, or what is to be encoded; one of them.
 * matches: whether the text matches, or the request is valid.
 * watch: compares the models of a contestant that gives them away.
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

/* What an operation made. It is valid until release. */
typedef struct bench_result {
    const dsi_start_request *request;
    const dsi_start_answer *start;
    const dsi_get_answer *get;
    dsi_string bytes;
    bool matches;
} bench_result;

/* How a contestant differs from others. */
enum {
    BENCH_CHUNKS = 1,    /* takes a message in pieces */
    BENCH_RAW = 2,       /* makes nothing that could be compared */
    BENCH_BASELINE = 4,  /* the others are compared with it */
    BENCH_GIVES_AWAY = 8 /* gives models to a sink; the result has none */
};

/*
 * open: makes the state, or returns NULL if memory is missing or the library refuses.
 * run: returns false if the contestant refuses the input.
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

/*
 * The contestants of the peers that were found at build time, dsi first. The last list
 * is NULL, and each list ends with a row without a name.
 */
extern const bench_contestant *const bench_peers[];

/* The peers that were not found at build time. The last is NULL. */
extern const char *const bench_missing[];

#ifdef __cplusplus
}
#endif

#endif
