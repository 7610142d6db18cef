/* codec/value.h - a value from the text that stands for it outside of JSON. */
#ifndef DSI_CODEC_VALUE_H
#define DSI_CODEC_VALUE_H

#include "schema/type.h"

/*
 * Sets the value of a type that is neither a structure nor a list: a string or an enum is
 * the text itself, a number is written as in JSON, a boolean is true or false. DSI_E_INTEGER,
 * DSI_E_INTEGER_RANGE, DSI_E_TYPE: the text is not the type's.
 */
dsi_code dsi_value_set(const dsi_type *type, void *place, dsi_string text);

/* Adds to an error with one of these codes what was expected and found. */
void dsi_value_explain(dsi_error *error);

#endif
