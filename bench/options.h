/* The options of the command line. */
#ifndef BENCH_OPTIONS_H
#define BENCH_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

typedef enum bench_mode {
    BENCH_RUN,
    BENCH_LIST,
    BENCH_GROWTH,
    BENCH_ONCE,
    BENCH_HELP
} bench_mode;

/* once_contestant is the operand after --once JOB. */
typedef struct bench_options {
    bench_mode mode;
    bool quick;
    size_t rounds;
    size_t times;
    const char *filter; /* NULL: every job */
    const char *json;   /* NULL: no file */
    const char *once_job;
    const char *once_contestant;
} bench_options;

/* Returns false and says so if an argument is wrong. */
bool bench_options_read(bench_options *options, int argc, char **argv);

extern const char bench_usage[];

#endif
