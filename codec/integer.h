/* codec/integer.h - JSON numbers to integers, exactly and without locale. */
#ifndef DSI_CODEC_INTEGER_H
#define DSI_CODEC_INTEGER_H

#include <dsi/error.h>
#include <dsi/text.h>

/*
 * Reads a well-formed JSON number. Returns DSI_OK; DSI_E_INTEGER if it has a fraction
 * or an exponent, even one that changes nothing; DSI_E_INTEGER_RANGE if it is not
 * within minimum and maximum.
 */
dsi_code dsi_integer_read(dsi_string digits, int64_t minimum, int64_t maximum,
                          int64_t *value);

#endif
