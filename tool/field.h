/*
 * tool/field.h - the options of encode that set a message's fields. The model has them:
 * see dsi_message_field. A boolean is a flag, which means true.
 */
#ifndef DSI_TOOL_FIELD_H
#define DSI_TOOL_FIELD_H

#include "options.h"

/* A place among the fields of all messages; all zero is the first. */
typedef struct field_cursor {
    size_t message;
    size_t index;
} field_cursor;

/* Fills `field` with the one at the cursor and moves on; false after the last. */
bool field_next(field_cursor *cursor, dsi_field *field);

/* Finds the message's field that has this option. False if there is none. */
bool field_find(const dsi_message *message, const char *option, size_t *index,
                dsi_field *field);

/* Takes the field's value. False: it is no integer, or not of the width. */
bool field_read(const dsi_field *field, const char *text, given_field *given);

#endif
