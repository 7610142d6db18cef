/*
 * tool/reading.h - a message on its way in: pieces of a file to one of dsi's decoders,
 * or, for a get-request that is a target, to a text that is parsed at its end.
 */
#ifndef DSI_TOOL_READING_H
#define DSI_TOOL_READING_H

#include "message.h"

typedef struct tool_reading {
    unsigned message; /* a message_bit */
    dsi_decode_options how;
    char *block;
    size_t size;
    bool flush;
    dsi_decoder *decoder; /* NULL: could not be begun; see `error` */
    bool is_target;       /* then the text is in the first half of the block */
    size_t length;        /* what has come so far */
    dsi_error error;
} tool_reading;

/* Begins in a block of `size` bytes. */
void reading_begin(tool_reading *reading, const tool_options *options, void *block,
                   size_t size, const dsi_model_sink *models);

/* An input_take_fn; the context is the reading. */
bool reading_take(void *context, const char *bytes, size_t length);

/* Ends: fills the message, or returns false with `error` filled. */
bool reading_finish(tool_reading *reading, tool_message *message);

#endif
