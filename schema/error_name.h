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

/*
 * The bare name in a type as it was sent, a view into it.
 * "aws.protocols#FooError:http://..." gives "FooError". The name ends before the first
 * ',' or ':': a header that was sent twice comes as a list. It begins after the first
 * '#', and has no blanks around it.
 *
 * Absent if that is empty, a number, or holds a byte other than a letter, a digit, '.',
 * '_' or '-'. So a server can repeat the name in a header.
 */
dsi_string dsi_error_name_parse(dsi_string sent);

/* How many names the table has, so that tests can compare their own list with it. */
extern const size_t dsi_error_name_count;

#endif
