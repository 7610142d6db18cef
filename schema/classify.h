/* schema/classify.h - what an operation's service errors mean. */
#ifndef DSI_SCHEMA_CLASSIFY_H
#define DSI_SCHEMA_CLASSIFY_H

#include "schema/operation.h"

/* The operation's error of this type, or NULL. */
const dsi_modelled_error *dsi_operation_error(const dsi_operation *operation,
                                              dsi_string type);

/*
 * What to do about an error of this type (may be absent) and this status. The
 * operation's own errors decide first, then the type's name, then the status.
 */
dsi_error_class dsi_operation_classify(const dsi_operation *operation, dsi_string type,
                                       int status);

/* Who is at fault. The model decides before the status. */
dsi_fault dsi_operation_fault(const dsi_operation *operation, dsi_string type,
                              int status);

#endif
