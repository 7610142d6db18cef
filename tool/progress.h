/*
 * tool/progress.h - shows on stderr how far a long input is, if stderr is a terminal.
 */
#ifndef DSI_TOOL_PROGRESS_H
#define DSI_TOOL_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

typedef struct tool_progress {
    bool wanted;
    struct timespec start;
    double drawn; /* when it was last drawn, in seconds from the start */
    int columns;  /* of the line that is shown; 0: none is */
    uint64_t bytes;
    uint64_t items;
    const char *word; /* for one item */
} tool_progress;

/* Begins now. `descriptor` is the input: what a person types needs no progress. */
void progress_begin(tool_progress *progress, int descriptor);

/* More bytes have come. Draws the line after the first second, and then at times. */
void progress_add(tool_progress *progress, uint64_t bytes);

/* One more item has come. `word` says what it is, and is static. */
void progress_add_item(tool_progress *progress, const char *word);

/* Removes the line. It comes back with the next draw. */
void progress_hide(tool_progress *progress);

/* The same before output, if that goes to a terminal: it must not stand in the line. */
void progress_make_way(tool_progress *progress);

#endif
