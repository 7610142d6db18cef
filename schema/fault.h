/* schema/fault.h - making errors. */
#ifndef DSI_SCHEMA_FAULT_H
#define DSI_SCHEMA_FAULT_H

#include <dsi/error.h>

/* Fills `error` (may be NULL) with an error that has no place in a message. */
void dsi_error_set(dsi_error *error, dsi_code code, uint64_t limit, uint64_t actual);

#endif
