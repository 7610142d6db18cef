/* tests/tool/run.c - processes, pipes and terminals around a run of the program. */
#include "run.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Ends the process if the test itself fails, which is not an error of the program. */
static void run_need(int condition, const char *what)
{
    if (!condition) {
        perror(what);
        abort();
    }
}

/* ---------------------------------------------------------------------- the input */

static int run_write_all(int pipe, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(pipe, bytes, length);

        if (written <= 0) {
            return 0; /* the program reads no more */
        }
        bytes += written;
        length -= (size_t)written;
    }
    return 1;
}

static int run_write_fill(int pipe, char fill, size_t count)
{
    static char block[65536];
    int wanted = 1;

    memset(block, fill, sizeof block);
    while (wanted && count > 0) {
        size_t length = count < sizeof block ? count : sizeof block;

        wanted = run_write_all(pipe, block, length);
        count -= length;
    }
    return wanted;
}

static void run_write_input(int pipe, const run_input *input)
{
    struct timespec pause = {.tv_sec = input->pause / 1000,
                             .tv_nsec = input->pause % 1000 * 1000000};
    int wanted = run_write_all(pipe, input->head, input->head_length) &&
                 run_write_fill(pipe, input->fill, input->count);

    nanosleep(&pause, NULL);
    for (size_t i = 0; wanted && i < input->parts; i++) {
        wanted = run_write_all(pipe, input->part, strlen(input->part));
    }
    if (wanted && input->tail != NULL) {
        run_write_all(pipe, input->tail, strlen(input->tail));
    }
}

/* Starts a process that writes the input. Returns the pipe's end to read from. */
static int run_begin_input(const run_input *input, pid_t *writer)
{
    int ends[2];

    run_need(pipe(ends) == 0, "pipe");
    *writer = fork();
    run_need(*writer >= 0, "fork");
    if (*writer == 0) {
        signal(SIGPIPE, SIG_IGN);
        close(ends[0]);
        run_write_input(ends[1], input);
        _exit(0);
    }
    close(ends[1]);
    return ends[0];
}

/* --------------------------------------------------------------------- the output */

/* A temporary file without a name. */
static int run_open_scratch(void)
{
    FILE *scratch = tmpfile();
    int file;

    run_need(scratch != NULL, "tmpfile");
    file = dup(fileno(scratch));
    fclose(scratch);
    run_need(file >= 0, "dup");
    return file;
}

/* Returns the program's end of a new terminal, or -1. `reader` gets the other end. */
static int run_open_terminal(int *reader)
{
    *reader = posix_openpt(O_RDWR | O_NOCTTY);
    if (*reader < 0 || grantpt(*reader) != 0 || unlockpt(*reader) != 0) {
        return -1;
    }
    return open(ptsname(*reader), O_RDWR | O_NOCTTY);
}

int run_has_terminal(void)
{
    int reader;
    int terminal = run_open_terminal(&reader);

    if (terminal >= 0) {
        close(terminal);
    }
    if (reader >= 0) {
        close(reader);
    }
    return terminal >= 0;
}

/* `reader` gets the end from which the output can be read, or -1. */
static int run_open_output(run_output output, int *reader)
{
    int ends[2];
    int terminal;

    *reader = -1;
    switch (output) {
    case RUN_FULL:
        return open("/dev/full", O_WRONLY);
    case RUN_NO_ONE:
        run_need(pipe(ends) == 0, "pipe");
        close(ends[0]);
        return ends[1];
    case RUN_TERMINAL:
        terminal = run_open_terminal(reader);
        run_need(terminal >= 0, "terminal");
        return terminal;
    case RUN_KEPT:
    default:
        *reader = run_open_scratch();
        return dup(*reader);
    }
}

/* At the end, read fails for a terminal, and returns 0 for a file. */
static char *run_read_all(int reader)
{
    size_t capacity = 4096;
    size_t length = 0;
    char *text = malloc(capacity);
    ssize_t got = 0;

    run_need(text != NULL, "malloc");
    while (reader >= 0 &&
           (got = read(reader, text + length, capacity - length - 1)) > 0) {
        length += (size_t)got;
        if (length + 1 == capacity) {
            capacity *= 2;
            text = realloc(text, capacity);
            run_need(text != NULL, "realloc");
        }
    }
    text[length] = '\0';
    return text;
}

/* -------------------------------------------------------------------- the program */

static const char *run_variable = "DSI=";

void run_set_environment(const char *variable)
{
    run_variable = variable != NULL ? variable : "DSI=";
}

/* Sanitizers get an exit status that the program does not use. */
static void run_execute(const char *const *arguments, int input, int output, int words)
{
    const char *argv[RUN_ARGUMENTS_MAX + 2] = {"dsi"};
    const char *environment[] = {"ASAN_OPTIONS=allocator_may_return_null=1:exitcode=99",
                                 "UBSAN_OPTIONS=exitcode=99", "LC_ALL=C", run_variable,
                                 NULL};

    for (size_t i = 0; i < RUN_ARGUMENTS_MAX && arguments[i] != NULL; i++) {
        argv[i + 1] = arguments[i];
    }
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(words, STDERR_FILENO);
    execve(DSI_PROGRAM, (char *const *)(void *)argv,
           (char *const *)(void *)environment);
    run_need(0, "execve");
}

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) ||             \
    __has_feature(memory_sanitizer)
#define RUN_HAS_SHADOW 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define RUN_HAS_SHADOW 1
#endif

int run_can_limit_memory(void)
{
#ifdef RUN_HAS_SHADOW
    return 0;
#else
    return 1;
#endif
}

static void run_limit_memory(size_t memory)
{
    struct rlimit limit = {.rlim_cur = memory, .rlim_max = memory};

    run_need(memory == 0 || setrlimit(RLIMIT_AS, &limit) == 0, "setrlimit");
}

static pid_t run_begin(const char *const *arguments, int input, int output, int words,
                       size_t memory)
{
    pid_t program = fork();

    run_need(program >= 0, "fork");
    if (program == 0) {
        run_limit_memory(memory);
        run_execute(arguments, input, output, words);
    }
    return program;
}

static double run_processor_time(void)
{
    struct rusage usage;

    getrusage(RUSAGE_CHILDREN, &usage);
    return (double)usage.ru_utime.tv_sec + (double)usage.ru_utime.tv_usec / 1e6;
}

/* Collects exit status and stderr after the program ended. `words` can be read. */
static void run_end(run_result *result, int status, int words)
{
    if (WIFEXITED(status)) {
        result->status = WEXITSTATUS(status);
    }
    result->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    (void)lseek(words, 0, SEEK_SET);
    result->words = run_read_all(words);
    close(words);
}

run_result run_program(const char *const *arguments, const run_input *input,
                       run_output output)
{
    run_result result = {.status = -1};
    double before = run_processor_time();
    int said = run_open_scratch();
    int words = dup(said);
    pid_t writer;
    int reader;
    int from = run_begin_input(input, &writer);
    int to = run_open_output(output, &reader);
    pid_t program;
    int status;

    run_need(to >= 0, "open");
    if (output == RUN_TERMINAL_2) {
        close(words);
        close(said);
        words = run_open_terminal(&said);
        run_need(words >= 0, "terminal");
    }
    program = run_begin(arguments, from, to, words, input->memory);
    close(words);
    close(from);
    run_need(waitpid(program, &status, 0) == program, "waitpid");
    close(to);
    run_need(waitpid(writer, NULL, 0) == writer, "waitpid");
    result.seconds = run_processor_time() - before;
    (void)lseek(reader, 0, SEEK_SET);
    result.output = run_read_all(reader);
    close(reader);
    run_end(&result, status, said);
    return result;
}

/* ------------------------------------------------------------------ a conversation */

/* Reads until a whole line arrived, or no byte arrives for a while. */
static void run_hear_line(int reader, char *line, size_t capacity)
{
    struct pollfd ready = {.fd = reader, .events = POLLIN};
    size_t length = 0;
    ssize_t got = 1;

    line[0] = '\0';
    while (got > 0 && length + 1 < capacity && strchr(line, '\n') == NULL &&
           poll(&ready, 1, 20000) == 1) {
        got = read(reader, line + length, capacity - length - 1);
        length += got > 0 ? (size_t)got : 0;
        line[length] = '\0';
    }
}

/* A pipe whose ends are not inherited by the program. */
static void run_open_pipe(int *ends)
{
    run_need(pipe(ends) == 0, "pipe");
    run_need(fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0 &&
                 fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0,
             "fcntl");
}

run_result run_in_two(const char *const *arguments, const char *first, const char *rest,
                      char *early, size_t capacity)
{
    run_result result = {.status = -1};
    int words = run_open_scratch();
    int input[2];
    int output[2];
    pid_t program;
    int status;
    void (*handler)(int);

    run_open_pipe(input);
    run_open_pipe(output);
    program = run_begin(arguments, input[0], output[1], words, 0);
    close(input[0]);
    close(output[1]);
    handler = signal(SIGPIPE, SIG_IGN);
    run_write_all(input[1], first, strlen(first));
    run_hear_line(output[0], early, capacity);
    run_write_all(input[1], rest, strlen(rest));
    close(input[1]);
    signal(SIGPIPE, handler);
    result.output = run_read_all(output[0]);
    close(output[0]);
    run_need(waitpid(program, &status, 0) == program, "waitpid");
    run_end(&result, status, words);
    return result;
}

void run_free(run_result *result)
{
    free(result->output);
    free(result->words);
}
