/* schema/fault.h - making errors. */
#ifndef DSI_SCHEMA_FAULT_H
#define DSI_SCHEMA_FAULT_H

#include <dsi/error.h>

/* Fills `error` (may be NULL) with an error that has no place in a message. */
void dsi_error_set(dsi_error *error, dsi_code code, uint64_t limit, uint64_t actual);

/*
 * The same with a fault at `offset` of what lies at the member `name` of a request
 * (NULL: at none).
 */
void dsi_error_set_member(dsi_error *error, dsi_code code, const char *name,
                          uint64_t offset);

#endif
