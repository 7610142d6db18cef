/* fuzz/spans.h - where the values of a JSON text stand. */
#ifndef DSI_FUZZ_SPANS_H
#define DSI_FUZZ_SPANS_H

#include <stdbool.h>
#include <stddef.h>

#define SPANS_MAX 2048
#define SPANS_DEPTH_MAX 256

typedef struct span {
    size_t start;
    size_t end;
    size_t element; /* where its member's name begins; without a name, `start` */
    size_t name_end;
    size_t
        parent; /* the span of the object or array around it; its own: there is none */
} span;

/* The outermost value comes first, and each value before those in it. */
typedef struct spans {
    span items[SPANS_MAX];
    size_t count;
} spans;

/*
 * Finds the values of a text. Returns false if its brackets, names or commas are not
 * JSON's, or if there are too many values or levels. It does not check how a string or
 * number is spelled.
 */
bool spans_read(spans *found, const char *text, size_t length);

static inline bool span_is_member(const span *value)
{
    return value->element != value->start;
}

#endif
