/*
 * tool/reading.h - a message on its way in. Pieces of a file go to one of dsi's
 * decoders. A get-request that is a target becomes a text, which is parsed at its end.
 * An HTTP head in front of the message is taken off first.
 */
#ifndef DSI_TOOL_READING_H
#define DSI_TOOL_READING_H

#include "head.h"
#include "message.h"

typedef struct tool_reading {
    const tool_options *options;
    const dsi_model_sink *models; /* may be NULL */
    tool_head *head;              /* NULL: the input is the message alone */
    dsi_decode_options how;
    char *block;
    size_t size;
    dsi_decoder *decoder; /* NULL until it is begun */
    bool is_target;       /* then the text is in the first half of the block */
    bool received;        /* a byte has come */
    size_t length;        /* of the message, so far */
    uint64_t origin;      /* where in the input the message begins: after its head */
    dsi_error error;      /* `offset` counts in the input */
    const char *words;    /* stands for the error's own words; may be NULL */
} tool_reading;

/*
 * Begins in the message's block of `size` bytes, and with its head if it has one. False
 * with `error` filled if the block is too small.
 */
bool reading_begin(tool_reading *reading, const tool_options *options,
                   const tool_message *message, size_t size,
                   const dsi_model_sink *models);

/* An input_take_fn; the context is the reading. */
bool reading_take(void *context, const char *bytes, size_t length);

/* Ends: fills the message, or returns false with `error` filled. */
bool reading_finish(tool_reading *reading, tool_message *message);

#endif
