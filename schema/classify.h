/* schema/classify.h - what an operation's service errors mean. */
#ifndef DSI_SCHEMA_CLASSIFY_H
#define DSI_SCHEMA_CLASSIFY_H

#include "schema/operation.h"

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
