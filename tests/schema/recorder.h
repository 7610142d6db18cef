/*
 * tests/schema/recorder.h - a visitor that records the calls of a walk as text, so that
 * a test can compare their order with an expected one.
 */
#ifndef DSI_TESTS_SCHEMA_RECORDER_H
#define DSI_TESTS_SCHEMA_RECORDER_H

#include "schema/walk.h"

/* One word for each call. The visitor stops the walk when `calls_left` is used up. */
typedef struct recorder {
    char text[2048];
    size_t calls;
    size_t calls_left;
} recorder;

/*
 * The visitor's context must begin with a recorder. The words:
 *
 *     +Shape, -Shape      enter, leave
 *     .member, no:member  a member that is present, or absent
 *     =/path              a scalar, by its path
 */
extern const dsi_visitor recorder_visitor;

/* Records a call. Returns false if it was the last one allowed. */
bool recorder_add(recorder *self, const char *call, const char *name);

#endif
