/* dsi decode: what the C struct holds, as canonical JSON. */
#include <stdio.h>

#include "commands.h"
#include "message.h"

static tool_exit decode_print_error(const dsi_service_error *service_error)
{
    dsi_sink sink = tool_stdout();
    dsi_error error;

    fputs("{\"error\":", stdout);
    if (!dsi_service_error_write_report(service_error, &sink, &error)) {
        return tool_exit_of(error.code);
    }
    fputs("}\n", stdout);
    return TOOL_SERVICE_ERROR;
}

/* Only stdout can fail here, and the end of the program tells that. */
static tool_exit decode_print(const tool_message *message)
{
    dsi_sink sink = tool_stdout();
    dsi_error error;

    if (message->answer != NULL && message->answer->kind == DSI_SERVICE_ERROR) {
        return decode_print_error(&message->answer->error);
    }
    if (!message_write(message, &sink, NULL, &error)) {
        return tool_exit_of(error.code);
    }
    putchar('\n');
    return TOOL_DONE;
}

tool_exit decode_run(const tool_options *options)
{
    tool_message message;
    tool_exit status = message_decode(&message, options, options->operands[0]);

    if (status == TOOL_DONE) {
        status = decode_print(&message);
    }
    message_free(&message);
    return status;
}
