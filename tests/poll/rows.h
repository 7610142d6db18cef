/*
 * tests/poll/rows.h - conversations with the poll machine, as tables: each line is an
 * event, and the step that the machine must answer with.
 */
#ifndef DSI_TESTS_POLL_ROWS_H
#define DSI_TESTS_POLL_ROWS_H

#include "tests/poll/script.h"

#define LINES_MAX 10

typedef struct poll_line {
    poll_event event; /* all zero after the last line */
    uint32_t random;
    poll_expected expected;
} poll_line;

typedef struct poll_row {
    const char *why;
    dsi_poll_options options;
    poll_line lines[LINES_MAX];
} poll_row;

extern const poll_row poll_start_rows[];
extern const size_t poll_start_row_count;

extern const poll_row poll_get_rows[];
extern const size_t poll_get_row_count;

extern const poll_row poll_delay_rows[];
extern const size_t poll_delay_row_count;

#endif
