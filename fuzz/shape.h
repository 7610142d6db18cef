/*
 * fuzz/shape.h - the messages as a harness knows them: a second transcription of the
 * service model, so that a wrong row of the library's own tables does not go unseen.
 */
#ifndef DSI_FUZZ_SHAPE_H
#define DSI_FUZZ_SHAPE_H

#include <dsi/dsi.h>

typedef enum shape_kind {
    SHAPE_TEXT,
    SHAPE_ENUM,
    SHAPE_INT32,
    SHAPE_INT64,
    SHAPE_BOOLEAN,
    SHAPE_STRUCT,
    SHAPE_LIST
} shape_kind;

typedef struct shape shape;

typedef struct shape_member {
    const char *name; /* on the wire */
    size_t offset;
    const shape *shape;
} shape_member;

struct shape {
    shape_kind kind;
    size_t size;
    const shape_member *members; /* struct: in their order, NULL: the end */
    const shape *element;        /* list */
    const char *const *values;   /* enum: tag i + 1, NULL: the end */
};

extern const shape shape_start_request;
extern const shape shape_start_response;
extern const shape shape_get_request;
extern const shape shape_get_response;
extern const shape shape_exception; /* in a dsi_service_error */

/* What every typed enum and every typed list look like. */
typedef struct shape_enum {
    int value;
    dsi_string text;
} shape_enum;

typedef struct shape_list {
    const void *items;
    size_t count;
    size_t dropped;
} shape_list;

shape_enum shape_get_enum(const void *place);
shape_list shape_get_list(const void *place);

/* The text of a text or of an enum. */
dsi_string shape_get_text(const shape *type, const void *place);

/* The number of an integer that is set. */
int64_t shape_get_integer(const shape *type, const void *place);

/* The value at a member's place, NULL if it is not set. */
const void *shape_get(const shape_member *member, const void *object);

/* Item i of a list. */
const void *shape_item(const shape *type, const shape_list *list, size_t i);

#endif
