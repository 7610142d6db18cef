/* tool/input.h - reads a file as a stream of pieces. */
#ifndef DSI_TOOL_INPUT_H
#define DSI_TOOL_INPUT_H

#include "progress.h"
#include "tool.h"

/* The file's name in error messages. NULL and "-" are standard input. */
const char *input_name(const char *file);

/* Takes the next piece. Returns false if no more are wanted. */
typedef bool input_take_fn(void *context, const char *bytes, size_t length);

/* A buffer for the pieces. */
typedef struct input_buffer {
    char *bytes;
    size_t size;
    bool exact; /* each piece fills it; otherwise a piece is what has arrived */
    tool_progress progress;
} input_buffer;

/*
 * Makes the buffer for pieces of `chunk` bytes; 0: what has arrived. If memory is
 * missing, says so and returns false. The caller frees `bytes`.
 */
bool input_make_buffer(input_buffer *buffer, size_t chunk);

/*
 * Reads the file to its end or until no more is wanted, and shows the progress. The
 * last piece then stays in the buffer. Returns TOOL_DONE, or says why the file cannot
 * be read and returns the exit status.
 */
tool_exit input_read(const char *file, input_buffer *buffer, input_take_fn *take,
                     void *context);

#endif
