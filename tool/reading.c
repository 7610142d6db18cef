#include "reading.h"

#include <stdio.h>
#include <string.h>

/* Of an answer whose status the caller does not give. */
#define READING_STATUS_DEFAULT 200

/* ------------------------------------------------------------------- the beginning */

/* What stands in front of an answer's body. */
static dsi_received_head reading_answer_head(const tool_reading *reading)
{
    const tool_options *options = reading->options;
    uint64_t status = options->status != 0 ? options->status : READING_STATUS_DEFAULT;

    if (reading->head != NULL) {
        return (dsi_received_head){.status = reading->head->status,
                                   .headers = reading->head->headers,
                                   .header_count = reading->head->header_count};
    }
    return (dsi_received_head){.status = (int)status,
                               .headers = options->headers,
                               .header_count = options->header_count};
}

static dsi_decoder *reading_make_decoder(tool_reading *reading)
{
    dsi_received_head head = reading_answer_head(reading);
    dsi_error *error = &reading->error;
    void *block = reading->block;
    size_t size = reading->size;

    switch (reading->options->message) {
    case MESSAGE_START_REQUEST:
        return dsi_start_request_begin(block, size, &reading->how, error);
    case MESSAGE_START_RESPONSE:
        return dsi_start_answer_begin(block, size, &head, &reading->how, error);
    case MESSAGE_GET_REQUEST:
        return dsi_get_request_begin(block, size, &reading->how, error);
    default:
        return dsi_get_answer_begin(block, size, &head, reading->models, &reading->how,
                                    error);
    }
}

static bool reading_begin_decoder(tool_reading *reading)
{
    reading->decoder = reading_make_decoder(reading);
    return reading->decoder != NULL;
}

bool reading_begin(tool_reading *reading, const tool_options *options,
                   const tool_message *message, size_t size,
                   const dsi_model_sink *models)
{
    *reading = (tool_reading){
        .options = options,
        .models = models,
        .head = message->head,
        .how = {.limits = {.max_bytes = options->max_bytes,
                           .max_depth = (size_t)options->max_depth,
                           .max_token = (size_t)options->max_token},
                .strict = options->strict},
        .block = message->block,
        .size = size};
    if (reading->head == NULL) {
        return reading_begin_decoder(reading);
    }
    head_begin(reading->head, options->message == MESSAGE_START_REQUEST ||
                                  options->message == MESSAGE_GET_REQUEST);
    return true;
}

/* Refuses for a reason that no decoder knows. `words` may be NULL. Returns false. */
static bool reading_refuse(tool_reading *reading, dsi_code code, uint64_t offset,
                           const char *words)
{
    reading->error = (dsi_error){.code = code, .offset = offset};
    reading->words = words;
    return false;
}

/* ---------------------------------------------------------------------- the message */

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
        return reading_refuse(reading, DSI_E_MEMORY,
                              reading->origin + reading->size / 2, NULL);
    }
    memcpy(reading->block + reading->length, bytes, length);
    reading->length += length;
    return more;
}

/* A target begins with a slash, and no JSON does. */
static bool reading_take_message(tool_reading *reading, const char *bytes,
                                 size_t length)
{
    bool good;

    if (reading->length == 0) {
        reading->is_target = reading->options->message == MESSAGE_GET_REQUEST &&
                             *bytes == '/';
    }
    if (reading->is_target) {
        return reading_take_target(reading, bytes, length);
    }
    reading->length += length;
    good = dsi_feed(reading->decoder, bytes, length);
    if (reading->models != NULL) {
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

    return dsi_get_request_parse_target(reading_target(reading), reading->block + half,
                                        half, &reading->how, &message->target_request,
                                        &reading->error)
               ? &message->target_request
               : NULL;
}

static bool reading_finish_message(tool_reading *reading, tool_message *message)
{
    dsi_decoder *decoder = reading->decoder;
    dsi_error *error = &reading->error;

    switch (reading->options->message) {
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

/* ------------------------------------------------------------------------- the head */

/* A get-request lies in its target; headers do not matter. */
static bool reading_open_get_request(tool_reading *reading)
{
    dsi_string target = reading->head->target;

    reading->origin = (uint64_t)(target.data - reading->head->text);
    reading->is_target = true;
    return head_expect(reading->head, dsi_get_request_head(target)) &&
           reading_begin_decoder(reading) &&
           reading_take_target(reading, target.data, target.length);
}

/* The head is whole: the message begins after it, or in it. */
static bool reading_open_message(tool_reading *reading)
{
    dsi_string peeked = head_peeked(reading->head);

    if (reading->options->message == MESSAGE_GET_REQUEST) {
        return reading_open_get_request(reading);
    }
    reading->origin = head_body(reading->head);
    if (reading->options->message == MESSAGE_START_REQUEST &&
        !head_expect(reading->head, dsi_start_request_head())) {
        return false;
    }
    return reading_begin_decoder(reading) &&
           (peeked.length == 0 ||
            reading_take_message(reading, peeked.data, peeked.length));
}

/* The head is whole or refused. Returns whether more bytes are wanted. */
static bool reading_open(tool_reading *reading)
{
    const tool_head *head = reading->head;
    bool more = head->state == HEAD_WHOLE && reading_open_message(reading);

    if (head->state == HEAD_REFUSED) {
        reading->error = head->error;
        reading->words = head->words;
    }
    return more;
}

static bool reading_take_http(tool_reading *reading, const char *bytes, size_t length)
{
    size_t taken = 0;

    if (head_is_open(reading->head)) {
        taken = head_take(reading->head, bytes, length);
        if (head_is_open(reading->head)) {
            return true;
        }
        if (!reading_open(reading)) {
            return false;
        }
    }
    if (taken == length) {
        return true;
    }
    if (reading->is_target) {
        return reading_refuse(reading, DSI_E_TRAILING, head_body(reading->head), NULL);
    }
    return reading_take_message(reading, bytes + taken, length - taken);
}

bool reading_take(void *context, const char *bytes, size_t length)
{
    tool_reading *reading = context;

    reading->received = true;
    return reading->head != NULL ? reading_take_http(reading, bytes, length)
                                 : reading_take_message(reading, bytes, length);
}

/* -------------------------------------------------------------------------- the end */

/*
 * A transfer that fails leaves no bytes. They are a good answer only if the caller has
 * seen its status.
 */
static void reading_end(tool_reading *reading)
{
    tool_head *head = reading->head;

    if (!reading->received && reading->options->status == 0) {
        (void)reading_refuse(reading, DSI_E_TRUNCATED, 0,
                             "no bytes: did the transfer fail?");
    } else if (head != NULL && head_is_open(head)) {
        head_end(head);
        (void)reading_open(reading);
    }
}

bool reading_finish(tool_reading *reading, tool_message *message)
{
    if (reading->error.code == DSI_OK) {
        reading_end(reading);
    }
    if (reading->error.code != DSI_OK) {
        return false;
    }
    if (!reading_finish_message(reading, message)) {
        reading->error.offset += reading->origin;
        return false;
    }
    return true;
}
