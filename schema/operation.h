/* schema/operation.h - what the model says of an operation, and what its errors mean.
 */
#ifndef DSI_SCHEMA_OPERATION_H
#define DSI_SCHEMA_OPERATION_H

#include "schema/type.h"

#include <dsi/http.h>
#include <dsi/service_error.h>

/* model: an error shape and its httpStatusCode. */
typedef struct dsi_modelled_error {
    const char *name;
    int status;
} dsi_modelled_error;

typedef struct dsi_operation {
    const char *method;
    const char *path; /* a member in the path stands as {name}, at the end */
    const dsi_type *input;
    const dsi_modelled_error *errors; /* ends with a NULL name */
} dsi_operation;

extern const dsi_operation dsi_operation_start;
extern const dsi_operation dsi_operation_get;

/* "application/json" */
extern const char dsi_content_type[];

/* The member of the input that is in the path, or NULL. */
const dsi_member *dsi_operation_path_member(const dsi_operation *operation);

/* The operation's error of this type, or NULL. */
const dsi_modelled_error *dsi_operation_error(const dsi_operation *operation,
                                              dsi_string type);

/*
 * What to do about an error of this type (may be absent) and status. The operation's
 * own errors decide first, then the type's name, then the status.
 */
dsi_error_class dsi_operation_classify(const dsi_operation *operation, dsi_string type,
                                       int status);

/* Whose fault it is. The model decides before the status. */
dsi_fault dsi_operation_fault(const dsi_operation *operation, dsi_string type,
                              int status);

/*
 * The bare name in a type as it was sent: the text before the first ',' (a header that was
 * sent twice comes as a list) and the first ':', without blanks around it, and of that what
 * follows the first '#'. Absent if that is empty, a number, or holds a byte that is not a
 * letter, a digit, '.', '_' or '-': a server must be able to repeat it in a header.
 */
dsi_string dsi_error_type_name(dsi_string sent);

#endif
