/* tool/base64.h - bytes as base64 (RFC 4648, section 4). */
#ifndef DSI_TOOL_BASE64_H
#define DSI_TOOL_BASE64_H

#include <dsi/text.h>

/* The size of `length` bytes as text, terminator included. */
#define BASE64_SIZE(length) (((length) + 2) / 3 * 4 + 1)

/* Writes the text, terminated. It needs BASE64_SIZE(bytes.length) bytes of room. */
void base64_write(dsi_string bytes, char *text);

#endif
