/*
 * schema/text/text.h - cuts a value that came in a header or a body. Results are views.
 */
#ifndef DSI_SCHEMA_TEXT_TEXT_H
#define DSI_SCHEMA_TEXT_TEXT_H

#include <dsi/text.h>

/*
 * The text before the first byte that is one of `ends`, or all of it if it has no such
 * byte.
 */
dsi_string dsi_text_before(dsi_string text, const char *ends, size_t end_count);

/* The text without spaces and tabs around it. */
dsi_string dsi_text_trim(dsi_string text);

#endif
