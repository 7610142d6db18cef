/* codec/integer.h - JSON numbers to integers, exactly and without locale. */
#ifndef DSI_CODEC_INTEGER_H
#define DSI_CODEC_INTEGER_H

#include "schema/type.h"

/*
 * Reads a well-formed JSON number. Returns DSI_OK; DSI_E_INTEGER if it has a fraction
 * or an exponent, even one that changes nothing; DSI_E_INTEGER_RANGE if it is not
 * within minimum and maximum.
 */
dsi_code dsi_integer_read(dsi_string digits, int64_t minimum, int64_t maximum,
                          int64_t *value);

/* The same for the width of `type`, an int32 or int64. */
dsi_code dsi_integer_read_type(dsi_string digits, const dsi_type *type, int64_t *value);

#endif
