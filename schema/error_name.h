/*
 * schema/error_name.h - what an error's name alone says, whatever the operation and the
 * status are.
 */
#ifndef DSI_SCHEMA_ERROR_NAME_H
#define DSI_SCHEMA_ERROR_NAME_H

#include <dsi/service_error.h>

/*
 * DSI_CLASS_THROTTLE, DSI_CLASS_TRANSIENT or DSI_CLASS_AUTH if the table has the name
 * `type`. 0, which is no class, if it does not, or if `type` is absent or empty. Upper
 * and lower case differ. AWS sends many names with and without "Exception" at the end,
 * so one "Exception" there makes no difference.
 */
dsi_error_class dsi_error_name_class(dsi_string type);

/* How many names the table has, so that tests can compare their own list with it. */
extern const size_t dsi_error_name_count;

#endif
