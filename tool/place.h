/*
 * tool/place.h - where in the input a byte is: line and column. It sees the input go by
 * in pieces and keeps little of it.
 */
#ifndef DSI_TOOL_PLACE_H
#define DSI_TOOL_PLACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How many bytes before the piece at hand are kept. A character has at most 12. */
#define PLACE_RECENT 16

/* Where the input is read. All zero is its beginning. */
typedef struct tool_place {
    uint64_t passed;         /* bytes before the piece at hand */
    uint64_t lines;          /* line feeds among them */
    uint64_t line_start;     /* where the last line begins */
    uint64_t previous_start; /* the line before it */
    uint64_t first_end;      /* the first line feed, if there is one */
    const char *piece;
    size_t length;
    char recent[PLACE_RECENT]; /* byte N is at N % PLACE_RECENT */
} tool_place;

/* Line and column count from 1. The column counts bytes. */
typedef struct place_found {
    uint64_t line; /* 0: neither line nor column is known any more */
    uint64_t column;
    int byte; /* the byte itself; -1: the input ends before it, or it is not kept */
} place_found;

/* The next piece. It must stay until place_pass or the last place_find. */
void place_take(tool_place *place, const char *bytes, size_t length);

/* The piece was accepted, and may go. */
void place_pass(tool_place *place);

/*
 * Finds the byte at `offset`. It is in the piece at hand, or no more than one token
 * before it, or in the first line. A token has no line feed in it, so two lines are
 * enough to remember.
 */
place_found place_find(const tool_place *place, uint64_t offset);

#endif
