/*
 * tool/message.h - reads any message. Bytes go one way: from a file (input.h), through
 * the HTTP head before the body if there is one (head.h), to the message's struct
 * (body.h).
 */
#ifndef DSI_TOOL_MESSAGE_H
#define DSI_TOOL_MESSAGE_H

#include "body.h"
#include "head.h"
#include "input.h"
#include "options.h"

typedef struct tool_message {
    const dsi_message *message;
    const void *object; /* the struct; lies in `own` or in the body's block */
    void *own;          /* memory for a struct, then room for fields */
    tool_body body;
    input_buffer input;
    tool_head *head; /* of HTTP, before the body; NULL: the input has none */
} tool_message;

/* Makes an empty message. Returns as message_decode does. */
tool_exit message_make(tool_message *message, const tool_options *options);

/* Who sees what comes while a message is decoded. All zero: nobody. */
typedef struct message_sinks {
    dsi_item_sink items;
    dsi_unknown_sink unknown;
} message_sinks;

/*
 * Decodes the file (NULL and "-": standard input) as the options say. `sinks.items`
 * takes the items of a message that has a list of them; stdout is flushed after each
 * piece of input then. A request without a body is a target, or an object with its
 * members' names.
 *
 * Returns TOOL_DONE, or says what is wrong and returns the exit status. With --json, an
 * error in the message is reported on stdout. In all cases message_free releases the
 * rest.
 */
tool_exit message_decode(tool_message *message, const tool_options *options,
                         const char *file, const message_sinks *sinks);

void message_free(tool_message *message);

#endif
