/* tests/tool/rows.h - one run of the program as a row of a table. */
#ifndef DSI_TESTS_TOOL_ROWS_H
#define DSI_TESTS_TOOL_ROWS_H

#include "tests/tool/run.h"

typedef struct tool_row {
    const char *name;
    const char *why;
    const char *arguments[RUN_ARGUMENTS_MAX + 1];
    run_input input;
    int status;
    const char *output; /* exactly; NULL is empty */
    const char *words;  /* somewhere in stderr; NULL: stderr is empty */
} tool_row;

void check_row(const tool_row *row);

#endif
