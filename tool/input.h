/* tool/input.h - reads a file as a stream of pieces. */
#ifndef DSI_TOOL_INPUT_H
#define DSI_TOOL_INPUT_H

#include "tool.h"

/* The file's name in error messages. NULL and "-" are standard input. */
const char *input_name(const char *file);

/* Takes the next piece. Returns false if no more are wanted. */
typedef bool input_take_fn(void *context, const char *bytes, size_t length);

/*
 * Reads the file to its end or until no more is wanted. Each piece has `chunk` bytes,
 * or if that is 0, the bytes that have arrived. Returns TOOL_DONE, or says why the file
 * cannot be read and returns the exit status.
 */
tool_exit input_read(const char *file, size_t chunk, input_take_fn *take,
                     void *context);

#endif
