/* tests/schema/recorder.h - a visitor that writes down what it was called with. */
#ifndef DSI_TESTS_SCHEMA_RECORDER_H
#define DSI_TESTS_SCHEMA_RECORDER_H

#include "schema/walk.h"

/* One word a call; the visitor stops after `calls_left`. */
typedef struct journal {
    char text[2048];
    size_t calls;
    size_t calls_left;
} journal;

/*
 * Its context begins with a journal. The words:
 *
 *     +Shape, -Shape      enter, leave
 *     .member, no:member  a member that is there, or not
 *     =/path              a scalar
 */
extern const dsi_visitor journal_visitor;

/* Notes a call; false if it was the last. */
bool journal_note(journal *self, const char *call, const char *name);

#endif
