/* schema/text/utf8.h - whether a text is UTF-8, and how many characters it has. */
#ifndef DSI_SCHEMA_TEXT_UTF8_H
#define DSI_SCHEMA_TEXT_UTF8_H

#include <dsi/text.h>

/*
 * Returns true if `text` is well-formed UTF-8, and sets `scalars` to the number of its
 * Unicode scalar values. Otherwise returns false, and sets `offset` to the first byte
 * of the first ill-formed character. Linear time.
 */
bool dsi_utf8_scan(dsi_string text, size_t *scalars, size_t *offset);

#endif
