/* tool/message.h - decoding a whole message from a file. */
#ifndef DSI_TOOL_MESSAGE_H
#define DSI_TOOL_MESSAGE_H

#include "options.h"

/* One of the two is not NULL after a decode, by options->message. */
typedef struct tool_message {
    void *block; /* holds the rest */
    const dsi_start_request *request;
    const dsi_start_answer *answer;
} tool_message;

/*
 * Decodes the file (NULL and "-": standard input) as the options say. Returns
 * TOOL_DONE, or says what is wrong (with --json a message at fault is told on stdout)
 * and returns the exit status. Either way, message_free releases the rest.
 */
tool_exit message_decode(tool_message *message, const tool_options *options,
                         const char *file);

/* Writes the request or the answer's body. False with `error` filled if it cannot. */
bool message_write(const tool_message *message, const dsi_sink *sink,
                   const dsi_encode_options *how, dsi_error *error);

void message_free(tool_message *message);

#endif
