#include "message.h"

#include <stdio.h>
#include <stdlib.h>

#include "input.h"
#include "reading.h"
#include "report.h"

/* Room beyond the least block: three texts at most, and an error's long list; for a
 * page of models that is kept whole, what it decodes to. Untouched room costs nothing. */
#define MESSAGE_TEXTS 3
#define MESSAGE_ROOM ((size_t)16 * 1024 * 1024)
#define MESSAGE_ROOM_PAGE ((size_t)256 * 1024 * 1024)

static size_t message_block_size(const tool_options *options, bool whole_page)
{
    dsi_limits limits = {.max_depth = (size_t)options->max_depth,
                         .max_token = (size_t)options->max_token};
    size_t token = limits.max_token;

    if (options->memory != 0) {
        return (size_t)options->memory;
    }
    if (token == 0) {
        token = DSI_MAX_TOKEN_DEFAULT;
    }
    return dsi_decoder_size(&limits) + MESSAGE_TEXTS * token +
           (whole_page ? MESSAGE_ROOM_PAGE : MESSAGE_ROOM);
}

/* The option that would have let the message pass, or NULL. */
static const char *message_option(dsi_code code)
{
    switch (code) {
    case DSI_E_MAX_BYTES:
        return "--max-bytes";
    case DSI_E_MAX_DEPTH:
        return "--max-depth";
    case DSI_E_MAX_TOKEN:
        return "--max-token";
    case DSI_E_BLOCK_SIZE:
    case DSI_E_MEMORY:
        return "--memory";
    default:
        return NULL;
    }
}

/* A limit is told with the option that raises it. */
static tool_exit message_complain(const char *file, const dsi_error *error)
{
    const char *option = message_option(error->code);
    char words[DSI_ERROR_TEXT_MAX];
    char more[DSI_ERROR_TEXT_MAX + 32];

    if (option == NULL) {
        return tool_complain_error(input_name(file), error);
    }
    dsi_error_text(error, words, sizeof words);
    snprintf(more, sizeof more, "%s; raise %s", words, option);
    tool_complain(input_name(file), more);
    return tool_exit_of(error->code);
}

static tool_exit message_fail(const tool_options *options, const char *file,
                              const dsi_error *error)
{
    tool_exit status = tool_exit_of(error->code);

    if (error->code == DSI_E_STOPPED) {
        return status; /* stdout could not take a model, and that is told at the end */
    }
    if (options->json && status == TOOL_INPUT) {
        report_error(error);
        return status;
    }
    return message_complain(file, error);
}

tool_exit message_decode(tool_message *message, const tool_options *options,
                         const char *file, const dsi_model_sink *models)
{
    bool whole_page = options->message == MESSAGE_GET_RESPONSE && models == NULL;
    size_t size = message_block_size(options, whole_page);
    tool_reading reading;
    tool_exit status;

    *message = (tool_message){.block = tool_allocate(size)};
    if (message->block == NULL) {
        return TOOL_USAGE;
    }
    reading_begin(&reading, options, message->block, size, models);
    if (reading.decoder != NULL) {
        status = input_read(file, (size_t)options->chunk, reading_take, &reading);
        if (status != TOOL_DONE) {
            return status;
        }
    }
    return reading_finish(&reading, message)
               ? TOOL_DONE
               : message_fail(options, file, &reading.error);
}

bool message_write(const tool_message *message, const dsi_sink *sink,
                   const dsi_encode_options *how, dsi_error *error)
{
    if (message->start_request != NULL) {
        return dsi_start_request_write(message->start_request, sink, how, error);
    }
    if (message->start_answer != NULL) {
        return dsi_start_answer_write(message->start_answer, sink, how, error);
    }
    if (message->get_request != NULL) {
        return dsi_get_request_write(message->get_request, sink, how, error);
    }
    return dsi_get_answer_write(message->get_answer, sink, how, error);
}

size_t message_validate(const tool_message *message, dsi_violations *report)
{
    if (message->start_request != NULL) {
        return dsi_start_request_validate(message->start_request, report);
    }
    if (message->get_request != NULL) {
        return dsi_get_request_validate(message->get_request, report);
    }
    return 0;
}

const dsi_service_error *message_error(const tool_message *message)
{
    if (message->start_answer != NULL &&
        message->start_answer->kind == DSI_SERVICE_ERROR) {
        return &message->start_answer->error;
    }
    if (message->get_answer != NULL && message->get_answer->kind == DSI_SERVICE_ERROR) {
        return &message->get_answer->error;
    }
    return NULL;
}

void message_free(tool_message *message)
{
    free(message->block);
}
