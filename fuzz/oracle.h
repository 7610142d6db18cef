/* fuzz/oracle.h - jansson's opinion on a text, as the second one. */
#ifndef DSI_FUZZ_ORACLE_H
#define DSI_FUZZ_ORACLE_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

/* Parses the bytes. Returns NULL with `code` (may be NULL) set if jansson refuses. */
json_t *oracle_load(const void *bytes, size_t length, size_t flags,
                    enum json_error_code *code);

/*
 * True if the code does not mean that the text is not JSON: jansson cannot represent
 * such numbers, nor a NUL in a name.
 */
bool oracle_is_beyond(enum json_error_code code);

/* True if jansson accepts the bytes, or refuses them with such a code. */
bool oracle_is_json(const void *bytes, size_t length, size_t flags);

#endif
