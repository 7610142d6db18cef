/* dsi decode: what the C struct holds, as canonical JSON. */
#include <stdio.h>

#include "commands.h"
#include "message.h"

/* Offsets that are printed count in the input, so the head's length is added. */
static tool_exit decode_print_error(const tool_message *message)
{
    dsi_service_error service_error = *message_error(message);
    dsi_sink sink = tool_stdout();
    dsi_error error;

    if (message->head != NULL) {
        service_error.unread.offset += head_body(message->head);
    }
    fputs("{\"error\":", stdout);
    if (!dsi_service_error_write_report(&service_error, &sink, &error)) {
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

    if (message_error(message) != NULL) {
        return decode_print_error(message);
    }
    if (!message_write(message, &sink, NULL, &error)) {
        return tool_exit_of(error.code);
    }
    putchar('\n');
    return TOOL_DONE;
}

/* A model on a line. Of its own, it is UTF-8 and within the depth. */
static bool decode_print_model(void *context, const dsi_model *model)
{
    dsi_sink sink = tool_stdout();

    (void)context;
    return dsi_model_write(model, &sink, NULL, NULL) && putchar('\n') != EOF;
}

tool_exit decode_run(const tool_options *options)
{
    dsi_model_sink print = {.take = decode_print_model};
    tool_message message;
    tool_exit status = message_decode(&message, options, options->operands[0],
                                      options->stream ? &print : NULL);

    if (status == TOOL_DONE) {
        status = decode_print(&message);
    }
    message_free(&message);
    return status;
}
