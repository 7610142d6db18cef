/* fuzz/oracle.h - a second opinion on JSON: jansson's. */
#ifndef DSI_FUZZ_ORACLE_H
#define DSI_FUZZ_ORACLE_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

/* Parses the bytes; NULL with `code` (may be NULL) set if jansson refuses them. */
json_t *oracle_load(const void *bytes, size_t length, size_t flags,
                    enum json_error_code *code);

/* True if JSON can be refused so: jansson has no such numbers, and no NUL in a name. */
bool oracle_is_beyond(enum json_error_code code);

/* True if jansson takes the bytes, or refuses them so. */
bool oracle_is_json(const void *bytes, size_t length, size_t flags);

#endif
