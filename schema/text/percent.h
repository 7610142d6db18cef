/*
 * schema/text/percent.h - percent-encoding (RFC 3986), as SigV4 and restJson1 have it.
 */
#ifndef DSI_SCHEMA_TEXT_PERCENT_H
#define DSI_SCHEMA_TEXT_PERCENT_H

#include "schema/text/buffer.h"

#include <dsi/text.h>

/* True for an unreserved byte of RFC 3986 (A-Z a-z 0-9 - . _ ~), and for the marks. */
bool dsi_percent_is_legal(char byte, const char *marks);

/*
 * Adds the text with every byte but the unreserved encoded, in upper-case hexadecimal.
 */
void dsi_percent_encode(dsi_buffer *out, dsi_string text);

/*
 * Reads the byte or escape at `*cursor` of `encoded` and moves on. The cursor lies
 * within the text. Returns false and leaves the cursor if an escape begins there
 * without two hexadecimal digits.
 */
bool dsi_percent_read(dsi_string encoded, size_t *cursor, char *byte);

#endif
