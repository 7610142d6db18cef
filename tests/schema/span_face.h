/*
 * tests/schema/span_face.h - the spans of schema/text/span.h in two builds: with this
 * machine's vector instructions, and in portable C.
 */
#ifndef DSI_TESTS_SCHEMA_SPAN_FACE_H
#define DSI_TESTS_SCHEMA_SPAN_FACE_H

#include <stddef.h>

typedef size_t span_fn(const unsigned char *bytes, size_t cursor, size_t limit);

typedef struct span_face {
    const char *name;
    size_t block;
    span_fn *ascii;
    span_fn *plain;
    span_fn *cluster;
    span_fn *secret;
} span_face;

extern const span_face span_native;
extern const span_face span_portable;

#endif
