/* tests/tool/run.h - runs the program without a shell, and keeps what it prints. */
#ifndef DSI_TESTS_TOOL_RUN_H
#define DSI_TESTS_TOOL_RUN_H

#include <stddef.h>

#define RUN_ARGUMENTS_MAX 12

/*
 * The program's input, which it reads from a pipe: head, `count` times `fill`, a pause,
 * `parts` times `part`, tail.
 */
typedef struct run_input {
    const char *head;
    size_t head_length;
    char fill;
    size_t count;
    long pause; /* in milliseconds */
    const char *part;
    size_t parts;
    const char *tail;
    size_t memory; /* limit of the address space, libraries included; 0: no limit */
} run_input;

/* An input from a literal, which may contain NUL. */
#define INPUT(literal)                                                                 \
    {                                                                                  \
        .head = (literal), .head_length = sizeof(literal) - 1                          \
    }

/* Where the program's stdout goes, or if said its stderr. */
typedef enum run_output {
    RUN_KEPT = 0,
    RUN_FULL,      /* /dev/full: every write fails */
    RUN_NO_ONE,    /* a pipe whose reading end is closed */
    RUN_TERMINAL,  /* kept as well; each newline becomes CR LF */
    RUN_TERMINAL_2 /* stdout is kept, and stderr is such a terminal */
} run_output;

typedef struct run_result {
    int status;     /* the exit status; -1 if a signal ended it */
    int signal;     /* that signal, or 0 */
    char *output;   /* of stdout, terminated */
    char *words;    /* of stderr, terminated */
    double seconds; /* of processor time */
} run_result;

/*
 * Adds "NAME=VALUE" to the environment of the next runs, in place of the one before.
 * NULL: nothing.
 */
void run_set_environment(const char *variable);

/* Arguments end with NULL; the program's name is not among them. */
run_result run_program(const char *const *arguments, const run_input *input,
                       run_output output);

/*
 * Gives the program `first`, waits until it has printed a line, then gives it `rest`
 * and ends its input. `early` (`capacity` bytes) gets the first line; it is empty if no
 * line came for 20 seconds. The result has what the program printed afterwards.
 */
run_result run_in_two(const char *const *arguments, const char *first, const char *rest,
                      char *early, size_t capacity);

/* False where a sanitizer needs more address space than any limit allows. */
int run_can_limit_memory(void);

/* False where there are no pseudo-terminals, as in some containers and chroots. */
int run_has_terminal(void);

void run_free(run_result *result);

#endif
