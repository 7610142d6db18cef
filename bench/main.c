/* dsi_bench: compares dsi with the libraries that a program could use instead. */
#include <sched.h>
#include <stdio.h>

#include "growth.h"
#include "options.h"
#include "report.h"

#define MAIN_USAGE 2

/* Stays on its CPU, so the caches keep what the benchmark uses. */
static void main_pin(void)
{
    cpu_set_t set;
    int cpu = sched_getcpu();

    CPU_ZERO(&set);
    CPU_SET(cpu < 0 ? 0u : (unsigned)cpu, &set);
    if (sched_setaffinity(0, sizeof set, &set) != 0) {
        fprintf(stderr, "dsi_bench: cannot be pinned to a CPU\n");
    }
}

static bool main_wanted(const bench_options *options, const bench_job *job)
{
    return options->filter == NULL || strstr(job->name, options->filter) != NULL;
}

static int main_list(const bench_options *options)
{
    for (const bench_job *job = bench_jobs; job->name != NULL; job++) {
        if (!main_wanted(options, job)) {
            continue;
        }
        printf("%s:", job->name);
        for (size_t i = 0; bench_peers[i] != NULL; i++) {
            for (const bench_contestant *at = bench_peers[i]; at->name != NULL; at++) {
                if (at->work == job->work) {
                    printf(" %s", at->name);
                }
            }
        }
        putchar('\n');
    }
    return 0;
}

static int main_once(const bench_options *options)
{
    const bench_job *job = bench_find_job(options->once_job);
    const bench_contestant *contestant = job != NULL && options->once_contestant != NULL
                                             ? bench_find_contestant(
                                                   job->work, options->once_contestant)
                                             : NULL;

    if (contestant == NULL) {
        fprintf(stderr, "dsi_bench: there is no such job or contestant; see --list\n");
        return MAIN_USAGE;
    }
    return bench_once_here(job, contestant, options->times);
}

static int main_jobs(const bench_options *options, bench_json *json)
{
    static bench_outcome outcome;

    bench_table_begin(stdout, options->rounds);
    for (const bench_job *job = bench_jobs; job->name != NULL; job++) {
        if (!main_wanted(options, job)) {
            continue;
        }
        if (!bench_measure(job, options->rounds, &outcome)) {
            return 1;
        }
        bench_table_job(stdout, &outcome);
        bench_json_job(json, &outcome);
    }
    return 0;
}

static int main_run(const bench_options *options)
{
    bench_json *json = bench_json_begin(options->rounds);
    int status;

    if (json == NULL) {
        return 1;
    }
    status = main_jobs(options, json);
    if (!bench_json_end(json, options->json) || status != 0) {
        return 1;
    }
    return 0;
}

int main(int argc, char **argv)
{
    bench_options options;

    if (!bench_options_read(&options, argc, argv)) {
        return MAIN_USAGE;
    }
    if (options.mode != BENCH_ONCE) { /* a child is pinned like its parent */
        main_pin();
    }
    switch (options.mode) {
    case BENCH_RUN:
        return main_run(&options);
    case BENCH_LIST:
        return main_list(&options);
    case BENCH_GROWTH:
        return bench_growth(stdout, options.rounds);
    case BENCH_ONCE:
        return main_once(&options);
    case BENCH_HELP:
        fputs(bench_usage, stdout);
        return 0;
    }
    return MAIN_USAGE;
}
