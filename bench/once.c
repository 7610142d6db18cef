/*
 * bench/once.c - measures one operation in a new process.
 *
 * Only a new process has a cold cache, an untouched heap and a memory peak of its own.
 */
#include "once.h"

#include <dlfcn.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "heap.h"

#define ONCE_LINE_MAX 256

/* -------------------------------------------------------------------- the child */

static uint64_t once_rss(void)
{
    struct rusage usage;

    getrusage(RUSAGE_SELF, &usage);
    return (uint64_t)usage.ru_maxrss;
}

static bool once_run(const bench_contestant *contestant, void *state)
{
    bench_result result = {.request = NULL};
    bool good = contestant->run(state, &result);

    if (contestant->release != NULL) {
        contestant->release(state);
    }
    return good;
}

/*
 * Finds the functions of the preloaded library, or NULL. ISO C has no cast from dlsym's
 * pointer to a function's, so it is stored through a void pointer.
 */
static void once_heap(bench_heap_reset_fn **reset, bench_heap_read_fn **read)
{
    *(void **)reset = dlsym(RTLD_DEFAULT, "bench_heap_reset");
    *(void **)read = dlsym(RTLD_DEFAULT, "bench_heap_read");
}

/*
 * Runs two operations. The second shows what every operation asks of the heap. The peak
 * still includes what the first one asked for and kept.
 */
static bool once_counted(const bench_contestant *contestant, void *state,
                         bench_heap *heap, bool *counted)
{
    bench_heap_reset_fn *reset;
    bench_heap_read_fn *read;
    bench_heap first;
    bool good;

    once_heap(&reset, &read);
    *counted = reset != NULL && read != NULL;
    if (!*counted) {
        return once_run(contestant, state);
    }
    reset();
    good = once_run(contestant, state);
    read(&first);
    good = good && once_run(contestant, state);
    read(heap);
    heap->calls -= first.calls;
    heap->frees -= first.frees;
    return good;
}

static bool once_first(const bench_contestant *contestant, void *state)
{
    bench_once once = {.rss_before = once_rss()};
    bench_heap heap = {.calls = 0};
    uint64_t start = bench_clock();
    bool counted;
    bool good = once_counted(contestant, state, &heap, &counted);

    once.nanoseconds = bench_clock() - start;
    once.rss = once_rss();
    printf("%d %llu %llu %llu %llu %llu %lld\n", counted,
           (unsigned long long)once.nanoseconds, (unsigned long long)once.rss_before,
           (unsigned long long)once.rss, (unsigned long long)heap.calls,
           (unsigned long long)heap.frees, (long long)heap.peak);
    return good;
}

int bench_once_here(const bench_job *job, const bench_contestant *contestant,
                    size_t times)
{
    bench_made made;
    void *state;
    bool good;

    if (!bench_make(job, &made)) {
        return 1;
    }
    state = contestant->open(&made.input);
    if (state == NULL) {
        return 1;
    }
    good = once_first(contestant, state);
    for (size_t i = 1; good && i < times; i++) {
        good = once_run(contestant, state);
    }
    contestant->close(state);
    bench_made_free(&made);
    return good ? 0 : 1;
}

/* ------------------------------------------------------------------- the parent */

static void once_parse(const char *line, bench_once *once)
{
    uint64_t *const places[] = {&once->counted, &once->nanoseconds, &once->rss_before,
                                &once->rss,     &once->calls,       &once->frees,
                                &once->peak};
    char *at = (char *)line;

    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        *places[i] = strtoull(at, &at, 10);
    }
}

static bool once_spawn(char **arguments, int output, pid_t *child)
{
    posix_spawn_file_actions_t actions;
    bool good;

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    good = posix_spawn(child, "/proc/self/exe", &actions, NULL, arguments, environ) ==
           0;
    posix_spawn_file_actions_destroy(&actions);
    return good;
}

/* Reads the child's line, which is short enough to fit into a pipe. */
static bool once_listen(char **arguments, char *line, size_t capacity)
{
    int ends[2];
    pid_t child;
    int status = 1;
    ssize_t length = -1;

    if (pipe(ends) != 0) {
        return false;
    }
    if (once_spawn(arguments, ends[1], &child)) {
        waitpid(child, &status, 0);
        length = read(ends[0], line, capacity - 1);
    }
    close(ends[0]);
    close(ends[1]);
    line[length > 0 ? length : 0] = '\0';
    return status == 0 && length > 0;
}

bool bench_once_there(const bench_job *job, const bench_contestant *contestant,
                      bool counted, bench_once *once)
{
    char *arguments[] = {(char *)"dsi_bench", (char *)"--once", (char *)job->name,
                         (char *)contestant->name, NULL};
    char line[ONCE_LINE_MAX] = "";
    bool good;

    if (counted) {
        setenv("LD_PRELOAD", BENCH_HEAP_LIBRARY, 1);
    }
    good = once_listen(arguments, line, sizeof line);
    if (counted) {
        unsetenv("LD_PRELOAD");
    }
    once_parse(line, once);
    return good && once->counted == counted;
}
