/* codec/value.h - sets a value from the text that stands for it outside of JSON. */
#ifndef DSI_CODEC_VALUE_H
#define DSI_CODEC_VALUE_H

#include "schema/type.h"

/*
 * Sets the value of a type that is neither a structure nor a list. For a string or an
 * enum, the value is the text itself. A number is written as in JSON, and a boolean is
 * "true" or "false". Returns DSI_OK, or DSI_E_INTEGER, DSI_E_INTEGER_RANGE or
 * DSI_E_TYPE if the text is not of that type.
 */
dsi_code dsi_value_set(const dsi_type *type, void *place, dsi_string text);

/* Adds to an error with one of these codes what was expected, and what was found. */
void dsi_value_explain(dsi_error *error);

#endif
