/*
 * tests/schema/shapes_facts.h - what the service model says of the operation's shapes,
 * written down a second time. If a row here and one of schema/shapes.c differ, one of
 * them has drifted.
 *
 * Where the model gives a plain string or integer a name of its own that says nothing
 * (ErrorMessage, CodeErrorLine, CodeErrorColumn, CodeErrorSpan), String and Integer
 * stand here, as in the tables.
 */
#ifndef DSI_TESTS_SCHEMA_SHAPES_FACTS_H
#define DSI_TESTS_SCHEMA_SHAPES_FACTS_H

#include "schema/type.h"

#define FACT_ROWS_MAX 4

typedef struct member_fact {
    const char *name; /* NULL: no more */
    const char *shape;
    bool required;
} member_fact;

typedef struct shape_fact {
    const char *name;
    dsi_kind kind;
    member_fact members[FACT_ROWS_MAX];
    const char *element;               /* of a list */
    const char *values[FACT_ROWS_MAX]; /* of an enum, NULL: no more */
    bool constrained;
    size_t minimum;
    size_t maximum;
    size_t documented_maximum; /* of the Data API, not of the model */
    const char *pattern;
} shape_fact;

typedef struct error_fact {
    const char *name;
    int status;
} error_fact;

extern const shape_fact shape_facts[];
extern const size_t shape_fact_count;

extern const error_fact start_error_facts[];
extern const size_t start_error_fact_count;

/* The fact of this name, or NULL. */
const shape_fact *shape_fact_find(const char *name);

#endif
