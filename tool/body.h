/*
 * tool/body.h - turns a message's own bytes into its struct. JSON goes to one of dsi's
 * decoders. A request without a body can also be a target, which is collected first and
 * decoded at its end.
 */
#ifndef DSI_TOOL_BODY_H
#define DSI_TOOL_BODY_H

#include <dsi/dsi.h>

/* All zero: not begun. */
typedef struct tool_body {
    const dsi_message *message;
    dsi_message_options how;
    char *block; /* the decoder's memory, which the body owns */
    size_t size;
    size_t room; /* how much of the block is for results */
    bool grows;  /* then `kept` has all bytes so far */
    char *kept;
    size_t kept_length;
    size_t kept_capacity;
    bool no_memory;           /* the system gave none, and that was said */
    dsi_unknown_sink unknown; /* gets each unknown member once */
    uint64_t unknown_told;
    uint64_t unknown_at; /* of the decode at hand */
    dsi_decoder *decoder;
    bool is_target;  /* if so, its text is in the first half of the block */
    uint64_t length; /* how many bytes were taken */
    dsi_error error; /* `offset` counts from the message's first byte */
} tool_body;

/*
 * Begins, in a block of `memory` bytes or, if that is 0, in as much as the message
 * needs. False with `error` filled if the block is too small, or with `no_memory`. In
 * both cases body_free releases the rest.
 */
bool body_begin(tool_body *body, const dsi_message *message,
                const dsi_message_options *how, size_t memory);

/* Takes the next bytes, at least one. Returns false if no more are wanted. */
bool body_take(tool_body *body, const char *bytes, size_t length);

/* The same for bytes of a target, whatever they look like. */
bool body_take_target(tool_body *body, const char *bytes, size_t length);

/*
 * Ends. Returns the struct, or NULL with `error` filled or with `no_memory`. It lies in
 * the block, or in `own` (dsi_message_size bytes) if it was a target.
 */
const void *body_finish(tool_body *body, void *own);

void body_free(tool_body *body);

#endif
