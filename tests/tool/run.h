/* tests/tool/run.h - runs the program and keeps what it says. No shell is involved. */
#ifndef DSI_TESTS_TOOL_RUN_H
#define DSI_TESTS_TOOL_RUN_H

#include <stddef.h>

#define RUN_ARGUMENTS_MAX 12

/*
 * What the program is given. It reads through a pipe: head, `count` times `fill`,
 * `parts` times `part`, tail.
 */
typedef struct run_input {
    const char *head;
    size_t head_length;
    char fill;
    size_t count;
    const char *part;
    size_t parts;
    const char *tail;
    size_t memory; /* of address space, libraries included; 0: as much as there is */
} run_input;

/* An input that is a literal, which may hold NUL. */
#define INPUT(literal)                                                                 \
    {                                                                                  \
        .head = (literal), .head_length = sizeof(literal) - 1                          \
    }

/* Where the program's stdout goes. */
typedef enum run_output {
    RUN_KEPT = 0,
    RUN_FULL,    /* /dev/full: there is no room */
    RUN_NO_ONE,  /* a pipe that nobody reads */
    RUN_TERMINAL /* kept too; each newline comes out as CR LF */
} run_output;

typedef struct run_result {
    int status;     /* the exit status; -1 if a signal ended it */
    char *output;   /* NUL-terminated, as the next */
    char *words;    /* of stderr */
    double seconds; /* of processor time */
} run_result;

/* Arguments end with NULL; the program's name is not among them. */
run_result run_program(const char *const *arguments, const run_input *input,
                       run_output output);

/*
 * Gives the program `first`, waits until it has printed a line, and only then gives it
 * `rest` and the end. `early` (`capacity` bytes) is what it printed before, terminated;
 * nothing if it was silent for 20 seconds. The result has what it printed after.
 */
run_result run_in_two(const char *const *arguments, const char *first, const char *rest,
                      char *early, size_t capacity);

/* False where a sanitizer takes more address space than any limit allows. */
int run_can_limit_memory(void);

/* False where there are no pseudo-terminals, as in some containers and chroots. */
int run_has_terminal(void);

void run_free(run_result *result);

#endif
