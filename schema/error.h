/* schema/error.h - filling a dsi_error. */
#ifndef DSI_SCHEMA_ERROR_H
#define DSI_SCHEMA_ERROR_H

#include <dsi/error.h>

/* Fills `error` (may be NULL) with an error that has no place in a message. */
void dsi_error_set(dsi_error *error, dsi_code code, uint64_t limit, uint64_t actual);

/*
 * The same for an error at `offset` of the text of the request's member `name`; NULL if
 * it is in no member.
 */
void dsi_error_set_member(dsi_error *error, dsi_code code, const char *name,
                          uint64_t offset);

#endif
