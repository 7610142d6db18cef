/* schema/text/percent.h - percent-encoding (RFC 3986), as SigV4 and restJson1 want it. */
#ifndef DSI_CODEC_PERCENT_H
#define DSI_CODEC_PERCENT_H

#include "schema/text/words.h"

#include <dsi/text.h>

/* RFC 3986: an unreserved byte (A-Z a-z 0-9 - . _ ~), or one of the marks. */
bool dsi_percent_is_legal(char byte, const char *marks);

/* Adds the text with every byte encoded but the unreserved; hex in upper case. */
void dsi_percent_encode(dsi_words *words, dsi_string text);

/*
 * Reads the byte that stands at `*cursor` of `encoded` and moves on; the cursor is
 * within the text. Returns false, the cursor unmoved, if an escape begins there that has
 * no two hexadecimal digits.
 */
bool dsi_percent_read(dsi_string encoded, size_t *cursor, char *byte);

#endif
