/* tests/schema/type_set.h - every type that the messages reach, each once. */
#ifndef DSI_TESTS_SCHEMA_TYPE_SET_H
#define DSI_TESTS_SCHEMA_TYPE_SET_H

#include "schema/operation.h"

#define TYPES_MAX 64

typedef struct type_set {
    const dsi_type *types[TYPES_MAX];
    size_t count;
} type_set;

/* The types of these messages, which end as dsi_messages do. */
type_set type_set_of(const dsi_message *messages);

/* The types of the service model: of both operations' messages and of errors. */
type_set type_set_of_model(void);

/* These, and the messages that are dsi's own: an error's body, its
 * report and its struct. */
type_set type_set_of_all(void);

/* The place of a type in the set. */
size_t type_set_find(const type_set *set, const dsi_type *type);

#endif
