/*
 * tests/schema/shapes_facts.h - what the service model says of the operations and their
 * shapes, written down a second time. If a row here and one of schema/shapes.c or
 * schema/operation.c differ, one of them has drifted.
 *
 * Where the model gives a plain string, integer or list of strings a name of its own
 * that says nothing, one name stands for all, as in the tables:
 *
 *     String   ErrorMessage
 *     Integer  CodeErrorLine, CodeErrorColumn, CodeErrorSpan
 *     Strings  DataSourceIntrospectionModelFieldTypeValues,
 *              DataSourceIntrospectionModelIndexFields
 *
 * Where the model calls a String what is more than that, it has a name here:
 *
 *     IntrospectionId  the id in the path of a Get request, which may be neither empty
 *                      (RFC 3986: the path would be another one) nor a dot segment
 */
#ifndef DSI_TESTS_SCHEMA_SHAPES_FACTS_H
#define DSI_TESTS_SCHEMA_SHAPES_FACTS_H

#include "schema/type.h"

#define FACT_ROWS_MAX 5

typedef struct member_fact {
    const char *name; /* NULL: no more */
    const char *shape;
    bool required;
    dsi_location location;
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
    dsi_code mismatch; /* of a rule that is no pattern; DSI_OK: there is none */
} shape_fact;

typedef struct error_fact {
    const char *name; /* NULL: no more */
    int status;
} error_fact;

typedef struct operation_fact {
    const char *name;
    const char *method;
    const char *path;
    const char *input;
    const char *output;
    error_fact errors[FACT_ROWS_MAX];
} operation_fact;

extern const shape_fact shape_facts[];
extern const size_t shape_fact_count;

extern const operation_fact operation_facts[];
extern const size_t operation_fact_count;

/* The fact of this name, or NULL. */
const shape_fact *shape_fact_find(const char *name);

#endif
