/*
 * tool/decode.c - dsi decode: what the C struct holds, as canonical JSON.
 *
 * The output comes from the struct, not from the input, so it shows what a program
 * would get from dsi.
 */
#include <stdio.h>

#include "commands.h"
#include "message.h"

/* The error's offset counts in the body, the printed one in the input with its head. */
static tool_exit decode_print_error(const tool_message *message,
                                    dsi_service_error service_error)
{
    dsi_sink sink = tool_stdout();
    dsi_error error;

    if (message->head != NULL) {
        service_error.unread.offset += head_body(message->head);
    }
    fputs("{\"error\":", stdout);
    if (!dsi_service_error_write(&service_error, &sink, &error)) {
        return tool_exit_of(error.code);
    }
    fputs("}\n", stdout);
    return TOOL_SERVICE_ERROR;
}

/* Only stdout can fail here, and main_end reports that. */
static tool_exit decode_print(const tool_message *message)
{
    const dsi_service_error *service_error = dsi_message_error(message->message,
                                                               message->object);
    dsi_sink sink = tool_stdout();
    dsi_error error;

    if (service_error != NULL) {
        return decode_print_error(message, *service_error);
    }
    if (!dsi_message_write(message->message, message->object, &sink, NULL, &error)) {
        return tool_exit_of(error.code);
    }
    putchar('\n');
    return TOOL_DONE;
}

/*
 * Prints an item on a line; the context points to the message. The item was decoded, so
 * it is UTF-8 and not too deep: only stdout can fail.
 */
static bool decode_print_item(void *context, const void *item)
{
    const dsi_message *const *message = context;
    dsi_sink sink = tool_stdout();

    return dsi_message_item_write(*message, item, &sink, NULL, NULL) &&
           putchar('\n') != EOF;
}

tool_exit decode_run(const tool_options *options)
{
    const dsi_message *of = options->message;
    dsi_item_sink print = {.take = decode_print_item, .context = &of};
    tool_message message;
    tool_exit status = message_decode(&message, options, options->operands[0],
                                      options->stream ? &print : NULL);

    if (status == TOOL_DONE) {
        status = decode_print(&message);
    }
    message_free(&message);
    return status;
}
