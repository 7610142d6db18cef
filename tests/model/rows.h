/* tests/model/rows.h - macros for the rows of the account's tables. */
#ifndef DSI_TESTS_MODEL_ROWS_H
#define DSI_TESTS_MODEL_ROWS_H

#include "tests/model/model.h"

#define ROW(structure, field, wire, of_shape, is_required, where)                      \
    {                                                                                  \
        .name = (wire), .offset = offsetof(structure, field), .shape = &(of_shape),    \
        .required = (is_required), .location = (where)                                 \
    }
#define OPTIONAL(structure, field, wire, shape)                                        \
    ROW(structure, field, wire, shape, false, MODEL_IN_BODY)
#define REQUIRED(structure, field, wire, shape)                                        \
    ROW(structure, field, wire, shape, true, MODEL_IN_BODY)
#define LABEL(structure, field, wire, shape)                                           \
    ROW(structure, field, wire, shape, true, MODEL_IN_PATH)
#define QUERY(structure, field, wire, shape)                                           \
    ROW(structure, field, wire, shape, false, MODEL_IN_QUERY)
#define END                                                                            \
    {                                                                                  \
        .name = NULL                                                                   \
    }

#define STRING(of_model, of_rules)                                                     \
    {                                                                                  \
        .name = (of_model), .kind = MODEL_STRING, .size = sizeof(dsi_string),          \
        .rules = (of_rules)                                                            \
    }
#define ENUM(of_model, structure, texts)                                               \
    {                                                                                  \
        .name = (of_model), .kind = MODEL_ENUM, .size = sizeof(structure),             \
        .values = (texts)                                                              \
    }
#define STRUCTURE(of_model, structure, rows)                                           \
    {                                                                                  \
        .name = (of_model), .kind = MODEL_STRUCT, .size = sizeof(structure),           \
        .members = (rows)                                                              \
    }
#define LIST(of_model, structure, item)                                                \
    {                                                                                  \
        .name = (of_model), .kind = MODEL_LIST, .size = sizeof(structure),             \
        .element = &(item)                                                             \
    }

/* Within the braces of an operation. */
#define ANSWER(typed)                                                                  \
    .answer.size = sizeof(typed), .answer.kind = offsetof(typed, kind),                \
    .answer.status = offsetof(typed, status),                                          \
    .answer.request_id = offsetof(typed, request_id),                                  \
    .answer.output = offsetof(typed, output), .answer.error = offsetof(typed, error)

#endif
