/*
 * tool/paint.h - colours on a terminal. Without a terminal, with NO_COLOR in the
 * environment or with --color=never, nothing is painted.
 */
#ifndef DSI_TOOL_PAINT_H
#define DSI_TOOL_PAINT_H

#include <stdio.h>

/* In the order of the values of --color. */
typedef enum paint_when { PAINT_AUTO = 0, PAINT_ALWAYS, PAINT_NEVER } paint_when;

typedef enum paint_kind {
    PAINT_FAULT,   /* who says that something is wrong */
    PAINT_WARNING, /* the same, if nothing has to be done */
    PAINT_PLACE,   /* a caret and its label */
    PAINT_NAME     /* what a value or a line is about */
} paint_kind;

/* Says when to paint, for the whole program. */
void paint_choose(paint_when when);

/* What is printed to the stream, stdout or stderr, between the two is painted. */
void paint_begin(FILE *out, paint_kind kind);
void paint_end(FILE *out);

#endif
