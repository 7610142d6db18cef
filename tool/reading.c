#include "reading.h"

#include <stdio.h>
#include <string.h>

static dsi_decoder *reading_begin_decoder(tool_reading *reading,
                                          const tool_options *options,
                                          const dsi_model_sink *models)
{
    dsi_received_head head = {.status = (int)options->status,
                              .headers = options->headers,
                              .header_count = options->header_count};
    dsi_error *error = &reading->error;
    void *block = reading->block;
    size_t size = reading->size;

    switch (reading->message) {
    case MESSAGE_START_REQUEST:
        return dsi_start_request_begin(block, size, &reading->how, error);
    case MESSAGE_START_RESPONSE:
        return dsi_start_answer_begin(block, size, &head, &reading->how, error);
    case MESSAGE_GET_REQUEST:
        return dsi_get_request_begin(block, size, &reading->how, error);
    default:
        return dsi_get_answer_begin(block, size, &head, models, &reading->how, error);
    }
}

void reading_begin(tool_reading *reading, const tool_options *options, void *block,
                   size_t size, const dsi_model_sink *models)
{
    *reading = (tool_reading){
        .message = options->message,
        .how = {.limits = {.max_bytes = options->max_bytes,
                           .max_depth = (size_t)options->max_depth,
                           .max_token = (size_t)options->max_token},
                .strict = options->strict},
        .block = block,
        .size = size,
        .flush = models != NULL};
    reading->decoder = reading_begin_decoder(reading, options, models);
}

/* What of a target is worth keeping: one byte over the limit, and a line's end. */
static uint64_t reading_target_max(const tool_reading *reading)
{
    uint64_t limit = reading->how.limits.max_bytes;

    if (limit == 0) {
        limit = DSI_MAX_BYTES_DEFAULT;
    }
    return limit < UINT64_MAX - 3 ? limit + 3 : UINT64_MAX;
}

/* Collects a target over the decoder that is not needed for it. */
static bool reading_take_target(tool_reading *reading, const char *bytes, size_t length)
{
    size_t room = reading->size / 2 - reading->length;
    uint64_t wanted = reading_target_max(reading) - reading->length;
    bool more = length < wanted;

    if (!more) {
        length = (size_t)wanted;
    }
    if (length > room) {
        reading->error.code = DSI_E_MEMORY;
        reading->error.offset = reading->size / 2;
        return false;
    }
    memcpy(reading->block + reading->length, bytes, length);
    reading->length += length;
    return more;
}

/* A target begins with a slash, and no JSON does. */
bool reading_take(void *context, const char *bytes, size_t length)
{
    tool_reading *reading = context;
    bool good;

    if (reading->length == 0) {
        reading->is_target = reading->message == MESSAGE_GET_REQUEST && *bytes == '/';
    }
    if (reading->is_target) {
        return reading_take_target(reading, bytes, length);
    }
    reading->length += length;
    good = dsi_feed(reading->decoder, bytes, length);
    if (reading->flush) {
        fflush(stdout); /* a failure stays with the stream */
    }
    return good;
}

/* A line's end behind the target is none of its bytes. */
static dsi_string reading_target(const tool_reading *reading)
{
    dsi_string target = {.data = reading->block, .length = reading->length};

    if (target.data[target.length - 1] == '\n') {
        target.length--;
        if (target.data[target.length - 1] == '\r') {
            target.length--;
        }
    }
    return target;
}

static const dsi_get_request *reading_finish_target(tool_reading *reading,
                                                    tool_message *message)
{
    size_t half = reading->size / 2;

    if (reading->error.code != DSI_OK ||
        !dsi_get_request_parse_target(reading_target(reading), reading->block + half,
                                      half, &reading->how, &message->target_request,
                                      &reading->error)) {
        return NULL;
    }
    return &message->target_request;
}

bool reading_finish(tool_reading *reading, tool_message *message)
{
    dsi_decoder *decoder = reading->decoder;
    dsi_error *error = &reading->error;

    switch (reading->message) {
    case MESSAGE_START_REQUEST:
        message->start_request = dsi_start_request_finish(decoder, error);
        return message->start_request != NULL;
    case MESSAGE_START_RESPONSE:
        message->start_answer = dsi_start_answer_finish(decoder, error);
        return message->start_answer != NULL;
    case MESSAGE_GET_REQUEST:
        message->get_request = reading->is_target
                                   ? reading_finish_target(reading, message)
                                   : dsi_get_request_finish(decoder, error);
        return message->get_request != NULL;
    default:
        message->get_answer = dsi_get_answer_finish(decoder, error);
        return message->get_answer != NULL;
    }
}
