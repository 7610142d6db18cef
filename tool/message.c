#include "message.h"

#include <inttypes.h>
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

/* The program's own words get the place added, unless it is the first byte. */
static void message_words(const tool_reading *reading, char *words, size_t capacity)
{
    const dsi_error *error = &reading->error;

    if (reading->words == NULL) {
        dsi_error_text(error, words, capacity);
    } else if (error->offset == 0) {
        snprintf(words, capacity, "%s", reading->words);
    } else {
        snprintf(words, capacity, "%s (byte %" PRIu64 ")", reading->words,
                 error->offset);
    }
}

/* A limit that an option can raise is told with that option. */
static void message_complain(const char *file, const tool_reading *reading,
                             const char *words)
{
    const char *option = message_option(reading->error.code);
    char more[DSI_ERROR_TEXT_MAX + 32];

    if (option == NULL || reading->words != NULL) {
        tool_complain(input_name(file), words);
        return;
    }
    snprintf(more, sizeof more, "%s; raise %s", words, option);
    tool_complain(input_name(file), more);
}

static tool_exit message_fail(const char *file, const tool_reading *reading)
{
    tool_exit status = tool_exit_of(reading->error.code);
    char words[DSI_ERROR_TEXT_MAX];

    if (reading->error.code == DSI_E_STOPPED) {
        return status; /* stdout could not take a model, and that is told at the end */
    }
    message_words(reading, words, sizeof words);
    if (reading->options->json && status == TOOL_INPUT) {
        report_error(&reading->error, words);
    } else {
        message_complain(file, reading, words);
    }
    return status;
}

/* Gets memory for a message, and for its head if the input has one. */
static bool message_allocate(tool_message *message, const tool_options *options,
                             size_t size)
{
    *message = (tool_message){.block = tool_allocate(size)};
    if (message->block != NULL && options->reads_head) {
        message->head = tool_allocate(sizeof *message->head);
    }
    return message->block != NULL && (message->head != NULL || !options->reads_head);
}

tool_exit message_decode(tool_message *message, const tool_options *options,
                         const char *file, const dsi_model_sink *models)
{
    bool whole_page = options->message == MESSAGE_GET_RESPONSE && models == NULL;
    size_t size = message_block_size(options, whole_page);
    tool_reading reading;
    tool_exit status;

    if (!message_allocate(message, options, size)) {
        return TOOL_USAGE;
    }
    if (reading_begin(&reading, options, message, size, models)) {
        status = input_read(file, (size_t)options->chunk, reading_take, &reading);
        if (status != TOOL_DONE) {
            return status;
        }
    }
    return reading_finish(&reading, message) ? TOOL_DONE : message_fail(file, &reading);
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
    free(message->head);
}
