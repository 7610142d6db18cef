/*
 * codec/direct/text.h - a JSON string that lies whole in memory, unescaped while it is
 * copied.
 */
#ifndef DSI_CODEC_DIRECT_TEXT_H
#define DSI_CODEC_DIRECT_TEXT_H

#include "codec/arena.h"

#include <dsi/text.h>

/*
 * Reads the string whose first byte after the quote is at `*cursor`, of at most
 * `longest` bytes as written, without its quotes. Copies its text to the arena's
 * bottom, terminated, and moves the cursor after the closing quote. Returns false if it
 * is not such a string in strict UTF-8, if it does not end before `length`, or if the
 * arena lacks room.
 */
bool dsi_direct_text(const unsigned char *bytes, size_t length, size_t longest,
                     size_t *cursor, dsi_arena *arena, dsi_string *text);

#endif
