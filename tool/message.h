/* tool/message.h - any of the messages: reading one from a file, and what it can do. */
#ifndef DSI_TOOL_MESSAGE_H
#define DSI_TOOL_MESSAGE_H

#include "head.h"
#include "options.h"

/* One of the four is not NULL after a decode, by options->message. */
typedef struct tool_message {
    void *block;     /* holds the rest */
    tool_head *head; /* of HTTP, in front of the message; NULL: none was asked for */
    const dsi_start_request *start_request;
    const dsi_start_answer *start_answer;
    const dsi_get_request *get_request;
    const dsi_get_answer *get_answer;
    dsi_get_request target_request; /* of a target: `get_request` points here */
} tool_message;

/*
 * Decodes the file (NULL and "-": standard input) as the options say. `models` (may be
 * NULL) takes a get-response's models, and stdout is flushed whenever some have come. A
 * get-request is a target, or an object with its members' names.
 *
 * Returns TOOL_DONE, or says what is wrong (with --json a message at fault is told on
 * stdout) and returns the exit status. Either way, message_free releases the rest.
 */
tool_exit message_decode(tool_message *message, const tool_options *options,
                         const char *file, const dsi_model_sink *models);

/* Writes the message as JSON. False with `error` filled if it cannot. */
bool message_write(const tool_message *message, const dsi_sink *sink,
                   const dsi_encode_options *how, dsi_error *error);

/* What is wrong with a request; answers have no constraints. */
size_t message_validate(const tool_message *message, dsi_violations *report);

/* The service error that an answer is, or NULL. */
const dsi_service_error *message_error(const tool_message *message);

void message_free(tool_message *message);

#endif
