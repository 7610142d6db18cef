/* tool/input.h - files as a stream of pieces. */
#ifndef DSI_TOOL_INPUT_H
#define DSI_TOOL_INPUT_H

#include "tool.h"

/* The file's name for people; NULL and "-" are standard input. */
const char *input_name(const char *file);

/*
 * Feeds the file to the decoder, `chunk` bytes at a time, until its end or the
 * decoder's first error. Returns TOOL_DONE if the file could be read, else says why not
 * and returns the exit status.
 */
tool_exit input_feed(const char *file, size_t chunk, dsi_decoder *decoder);

#endif
