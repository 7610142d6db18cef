/* tool/input.h - files as a stream of pieces. */
#ifndef DSI_TOOL_INPUT_H
#define DSI_TOOL_INPUT_H

#include "tool.h"

/* The file's name for people; NULL and "-" are standard input. */
const char *input_name(const char *file);

/* Takes the next piece; false: no more is wanted. */
typedef bool input_take_fn(void *context, const char *bytes, size_t length);

/*
 * Reads the file to its end or until no more is wanted: pieces of `chunk` bytes exactly,
 * or if that is 0 whatever has arrived. Returns TOOL_DONE if the file could be read, else
 * says why not and returns the exit status.
 */
tool_exit input_read(const char *file, size_t chunk, input_take_fn *take,
                     void *context);

#endif
