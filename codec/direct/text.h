/*
 * codec/direct/text.h - a JSON string that lies whole in memory, unescaped while it is
 * copied.
 */
#ifndef DSI_CODEC_DIRECT_TEXT_H
#define DSI_CODEC_DIRECT_TEXT_H

#include <dsi/text.h>

/*
 * Reads a string from its first byte after the quote, of at most `longest` bytes as
 * written, without its quotes. Copies its text to `to`, terminated; at most `room` bytes
 * are written. The first `copied` bytes are there already: they are plain. Returns
 * how many bytes it has with the closing quote, or 0: if it is not such a string in
 * strict UTF-8, if it does not end before `length`, or if there may be no room.
 */
size_t dsi_direct_text(const unsigned char *bytes, size_t length, size_t longest,
                       char *to, size_t room, size_t copied, dsi_string *text);

#endif
