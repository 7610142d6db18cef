/*
 * dsi/optional.h - numbers and booleans that may be absent.
 *
 * In a message, 0 and "no number" are different values. So each number and boolean
 * carries a flag beside it. To set one:
 *
 *     request.max_results = (dsi_optional_int32){.present = true, .value = 25};
 *
 * All zero is absent. A string needs no such type: dsi/text.h says when it is absent.
 */
#ifndef DSI_OPTIONAL_H
#define DSI_OPTIONAL_H

#include <stdbool.h>
#include <stdint.h>

/* A 32-bit integer that may be absent; `value` counts only if `present` is true. */
typedef struct dsi_optional_int32 {
    bool present;
    int32_t value;
} dsi_optional_int32;

/* A 64-bit integer that may be absent; `value` counts only if `present` is true. */
typedef struct dsi_optional_int64 {
    bool present;
    int64_t value;
} dsi_optional_int64;

/* A boolean that may be absent; `value` counts only if `present` is true. */
typedef struct dsi_optional_bool {
    bool present;
    bool value;
} dsi_optional_bool;

#endif
