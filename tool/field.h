/*
 * tool/field.h - the options of encode that set a message's fields. The fields come
 * from the model: see dsi_message_field. A boolean is a flag, which means true.
 */
#ifndef DSI_TOOL_FIELD_H
#define DSI_TOOL_FIELD_H

#include "options.h"

/* A place among the fields of all messages. All zero is the first field. */
typedef struct field_cursor {
    size_t message;
    size_t index;
} field_cursor;

/* Fills `field` and moves the cursor on. Returns false after the last field. */
bool field_next(field_cursor *cursor, dsi_field *field);

/* Finds the message's field that has this option. Returns false if there is none. */
bool field_find(const dsi_message *message, const char *option, size_t *index,
                dsi_field *field);

/* Takes the field's value. Returns false if it is no integer, or too wide. */
bool field_read(const dsi_field *field, const char *text, given_field *given);

#endif
