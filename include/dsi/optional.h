/*
 * dsi/optional.h - numbers and booleans that may be unset: 0 and "not there" are
 * different answers. To set one: {.present = true, .value = 25}.
 */
#ifndef DSI_OPTIONAL_H
#define DSI_OPTIONAL_H

#include <stdbool.h>
#include <stdint.h>

/* A 32-bit integer that may be unset; `value` counts only if it is `present`. */
typedef struct dsi_optional_int32 {
    bool present;
    int32_t value;
} dsi_optional_int32;

/* A 64-bit integer that may be unset; `value` counts only if it is `present`. */
typedef struct dsi_optional_int64 {
    bool present;
    int64_t value;
} dsi_optional_int64;

/* A boolean that may be unset; `value` counts only if it is `present`. */
typedef struct dsi_optional_bool {
    bool present;
    bool value;
} dsi_optional_bool;

#endif
