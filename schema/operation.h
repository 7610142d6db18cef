/*
 * schema/operation.h - an operation as one descriptor, and the list of all of them.
 *
 * Three places know an operation by name: its schema file, its header and its thin
 * typed functions. Everything else takes a descriptor, or goes through the list. A
 * message is an operation's request or its response.
 */
#ifndef DSI_SCHEMA_OPERATION_H
#define DSI_SCHEMA_OPERATION_H

#include "schema/type.h"

#include <dsi/http.h>
#include <dsi/introspection.h>
#include <dsi/message.h>
#include <dsi/service_error.h>

/* model: an error shape and its httpStatusCode. */
typedef struct dsi_modelled_error {
    const char *name;
    int status;
} dsi_modelled_error;

/* The generic face of a typed answer: each operation's begins with these members. */
typedef struct dsi_answer {
    dsi_answer_kind kind;
    int status;
    dsi_string request_id;
} dsi_answer;

/* What a typed answer begins with, as a copy. */
dsi_answer dsi_answer_face(const void *answer);

/* Its kind alone. */
dsi_answer_kind dsi_answer_kind_of(const void *answer);

/* How large a typed answer is, and where output and error lie in it. */
typedef struct dsi_answer_layout {
    size_t size;
    size_t output;
    size_t error;
} dsi_answer_layout;

typedef struct dsi_operation {
    const char *name; /* model: of the operation */
    const char *method;
    const char *path; /* model: its URI; {NAME} is a label, a member of the input */
    const dsi_type *input;
    const dsi_type *output;
    const dsi_modelled_error *errors; /* ends with a NULL name */
    const dsi_type *streamed; /* the output's list that can be handed over; or NULL */
    size_t taken_offset;      /* in the answer: how many were; 0: no list */
    dsi_answer_layout answer;
} dsi_operation;

/*
 * The layout of a typed answer, within the braces of a descriptor. An answer that does
 * not begin as its generic face does not compile.
 */
#define DSI_ANSWER_LAYOUT(typed)                                                       \
    .answer = {                                                                        \
        .size = sizeof(typed) +                                                        \
                DSI_HOLDS(offsetof(typed, kind) == offsetof(dsi_answer, kind) &&       \
                              offsetof(typed, status) ==                               \
                                  offsetof(dsi_answer, status) &&                      \
                              offsetof(typed, request_id) ==                           \
                                  offsetof(dsi_answer, request_id),                    \
                          "an answer begins as every answer"),                         \
        .output = offsetof(typed, output),                                             \
        .error = _Generic(((typed *)NULL)->error, dsi_service_error                    \
                          : offsetof(typed, error))}

/* A message; see dsi/message.h. */
struct dsi_message {
    const char *name;
    const dsi_operation *operation;
    bool is_request;
};

#define OPERATION(stem) extern const dsi_operation dsi_operation_##stem;
#include "schema/operations.h"
#undef OPERATION

/*
 * The messages of all operations, a request and a response each. The last has a NULL
 * name.
 */
extern const dsi_message dsi_messages[];

/* "application/json" */
extern const char dsi_content_type[];

/*
 * The member that a label of the path names. `*path` stands at the label's '{', and is
 * moved past its '}'. A test holds that each label names a member.
 */
const dsi_member *dsi_operation_label(const dsi_operation *operation,
                                      const char **path);

/* Where a message's members lie in its struct: those of an answer are its output's. */
size_t dsi_message_offset(const dsi_message *message);

/* What a client sends before a request's body. */
dsi_request_head dsi_operation_head(const dsi_operation *operation, dsi_string target);

/* True if some member of the input is in the request's body. Then the body is JSON. */
bool dsi_operation_has_body(const dsi_operation *operation);

#endif
