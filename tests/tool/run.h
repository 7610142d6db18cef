/* tests/tool/run.h - runs the program and keeps what it says. No shell is involved. */
#ifndef DSI_TESTS_TOOL_RUN_H
#define DSI_TESTS_TOOL_RUN_H

#include <stddef.h>

#define RUN_ARGUMENTS_MAX 12

/* What the program reads through a pipe: head, `count` times `fill`, tail. */
typedef struct run_input {
    const char *head;
    size_t head_length;
    char fill;
    size_t count;
    const char *tail;
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

/* False where there are no pseudo-terminals, as in some containers and chroots. */
int run_has_terminal(void);

void run_free(run_result *result);

#endif
