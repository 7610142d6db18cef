#include "message.h"

#include <stdlib.h>

#include "input.h"
#include "report.h"

/* Room beyond the least block: three texts at most, and an error's long list. */
#define MESSAGE_TEXTS 3
#define MESSAGE_ROOM ((size_t)16 * 1024 * 1024)

static dsi_decode_options message_decode_options(const tool_options *options)
{
    return (dsi_decode_options){.limits = {.max_bytes = options->max_bytes,
                                           .max_depth = (size_t)options->max_depth,
                                           .max_token = (size_t)options->max_token},
                                .strict = options->strict};
}

static size_t message_block_size(const tool_options *options, const dsi_limits *limits)
{
    size_t token = limits->max_token;

    if (options->memory != 0) {
        return (size_t)options->memory;
    }
    if (token == 0) {
        token = DSI_MAX_TOKEN_DEFAULT;
    }
    return dsi_decoder_size(limits) + MESSAGE_TEXTS * token + MESSAGE_ROOM;
}

static dsi_decoder *message_begin(const tool_options *options, void *block, size_t size,
                                  const dsi_decode_options *how, dsi_error *error)
{
    dsi_received_head head = {.status = (int)options->status,
                              .headers = options->headers,
                              .header_count = options->header_count};

    if (options->message == MESSAGE_START_REQUEST) {
        return dsi_start_request_begin(block, size, how, error);
    }
    return dsi_start_answer_begin(block, size, &head, how, error);
}

/* A failed begin has filled the error; finish leaves it alone then. */
static bool message_finish(tool_message *message, const tool_options *options,
                           dsi_decoder *decoder, dsi_error *error)
{
    if (options->message == MESSAGE_START_REQUEST) {
        message->request = dsi_start_request_finish(decoder, error);
    } else {
        message->answer = dsi_start_answer_finish(decoder, error);
    }
    return message->request != NULL || message->answer != NULL;
}

static tool_exit message_fail(const tool_options *options, const char *file,
                              const dsi_error *error)
{
    tool_exit status = tool_exit_of(error->code);
    bool memory = status == TOOL_USAGE || error->code == DSI_E_MEMORY;

    if (options->json && status == TOOL_INPUT) {
        report_error(error);
        return status;
    }
    return tool_complain_error(memory ? "--memory" : input_name(file), error);
}

tool_exit message_decode(tool_message *message, const tool_options *options,
                         const char *file)
{
    dsi_decode_options how = message_decode_options(options);
    size_t size = message_block_size(options, &how.limits);
    dsi_decoder *decoder;
    dsi_error error;

    *message = (tool_message){.block = tool_allocate(size)};
    if (message->block == NULL) {
        return TOOL_USAGE;
    }
    decoder = message_begin(options, message->block, size, &how, &error);
    if (decoder != NULL) {
        tool_exit status = input_feed(file, (size_t)options->chunk, decoder);

        if (status != TOOL_DONE) {
            return status;
        }
    }
    if (!message_finish(message, options, decoder, &error)) {
        return message_fail(options, file, &error);
    }
    return TOOL_DONE;
}

bool message_write(const tool_message *message, const dsi_sink *sink,
                   const dsi_encode_options *how, dsi_error *error)
{
    return message->request != NULL
               ? dsi_start_request_write(message->request, sink, how, error)
               : dsi_start_answer_write(message->answer, sink, how, error);
}

void message_free(tool_message *message)
{
    free(message->block);
}
