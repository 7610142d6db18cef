/*
 * tests/tool/rows.h - a row of a table: one run of the program, and what it must print.
 */
#ifndef DSI_TESTS_TOOL_ROWS_H
#define DSI_TESTS_TOOL_ROWS_H

#include "tests/tool/run.h"

typedef struct tool_row {
    const char *name;
    const char *why;
    const char *arguments[RUN_ARGUMENTS_MAX + 1];
    run_input input;
    int status;
    const char *output; /* all of stdout; NULL: stdout is empty */
    const char *words;  /* a part of stderr; NULL: stderr is empty */
} tool_row;

/* Writes where a byte of the input's head is: "line 1, column 3, byte 2". */
void place_text(char *text, size_t capacity, const run_input *input, size_t offset);

/* Writes which byte that is: "found '}'". */
void found_text(char *text, size_t capacity, const run_input *input, size_t offset);

void check_row(const tool_row *row);

/* The same, then with --chunk 1, 2, 3 and 7: the outcome must not differ. */
void check_in_pieces(const tool_row *row);

#endif
