/*
 * tests/schema/type_set.h - sets of types: every type that messages reach, each once.
 */
#ifndef DSI_TESTS_SCHEMA_TYPE_SET_H
#define DSI_TESTS_SCHEMA_TYPE_SET_H

#include "schema/operation.h"

#define TYPES_MAX 64

typedef struct type_set {
    const dsi_type *types[TYPES_MAX];
    size_t count;
} type_set;

/* The types of these messages. The list ends as dsi_messages does. */
type_set type_set_of(const dsi_message *messages);

/* The types of the service model: of both operations' messages and of errors. */
type_set type_set_of_model(void);

/*
 * The types of the model and dsi's own shapes: the body of an error, its report and its
 * struct.
 */
type_set type_set_of_all(void);

/* The index of a type in the set, or the set's count if it is absent. */
size_t type_set_find(const type_set *set, const dsi_type *type);

#endif
