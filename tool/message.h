/*
 * tool/message.h - any message on its way in. Bytes go one way: from a file (input.h),
 * through the HTTP head in front of them if there is one (head.h), to the message's
 * struct (body.h).
 */
#ifndef DSI_TOOL_MESSAGE_H
#define DSI_TOOL_MESSAGE_H

#include "head.h"
#include "options.h"

typedef struct tool_message {
    const dsi_message *message;
    const void *object; /* the struct; lies in `own` or in `block` */
    void *own;          /* the same struct, then room for fields */
    void *block;        /* what it was decoded in; may be NULL */
    tool_head *head;    /* of HTTP, in front of the message; NULL: it had none */
} tool_message;

/* Makes an empty message. Returns as message_decode does. */
tool_exit message_make(tool_message *message, const tool_options *options);

/*
 * Decodes the file (NULL and "-": standard input) as the options say. `items` (may be
 * NULL) takes the items of a message that has some, and stdout is flushed whenever some
 * have come. A request without a body is a target, or an object with its members'
 * names.
 *
 * Returns TOOL_DONE, or says what is wrong (with --json a message at fault is told on
 * stdout) and returns the exit status. Either way, message_free releases the rest.
 */
tool_exit message_decode(tool_message *message, const tool_options *options,
                         const char *file, const dsi_item_sink *items);

void message_free(tool_message *message);

#endif
