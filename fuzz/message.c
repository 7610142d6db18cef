#include "fuzz/message.h"

#include <string.h>

/* ------------------------------------------------------------------------ making */

/* Neither shape reads what the other has. */
static dsi_answer_kind make_answer(fuzz_input *input, message *made, const shape *type,
                                   void *output, dsi_service_error *error)
{
    uint8_t choice = fuzz_byte(input);

    if (choice % 8 == 7) {
        return (dsi_answer_kind)(choice % 16 == 7 ? 0 : 3);
    }
    if (choice % 2 == 0) {
        make_object(input, type, output);
        made->shape = type;
        made->body = output;
        return DSI_OUTPUT;
    }
    error->status = (int)(int8_t)fuzz_byte(input) * 8;
    make_object(input, &shape_exception, error);
    made->shape = &shape_exception;
    made->body = error;
    return DSI_SERVICE_ERROR;
}

static void make_request(fuzz_input *input, message *made, const shape *type,
                         void *request)
{
    make_object(input, type, request);
    made->shape = type;
    made->body = request;
}

void message_make(fuzz_input *input, message *made)
{
    dsi_start_answer *start = &made->of.start_answer;
    dsi_get_answer *get = &made->of.get_answer;

    memset(made, 0, sizeof *made);
    made->kind = (message_kind)(fuzz_byte(input) % MESSAGE_KINDS);
    switch (made->kind) {
    case MESSAGE_START_REQUEST:
        make_request(input, made, &shape_start_request, &made->of.start_request);
        return;
    case MESSAGE_START_ANSWER:
        start->kind = make_answer(input, made, &shape_start_response, &start->output,
                                  &start->error);
        return;
    case MESSAGE_GET_REQUEST:
        make_request(input, made, &shape_get_request, &made->of.get_request);
        return;
    default:
        get->kind = make_answer(input, made, &shape_get_response, &get->output,
                                &get->error);
    }
}

/* ---------------------------------------------------------------------- encoding */

bool message_write(const message *made, const dsi_sink *sink,
                   const dsi_encode_options *options, dsi_error *error)
{
    switch (made->kind) {
    case MESSAGE_START_REQUEST:
        return dsi_start_request_write(&made->of.start_request, sink, options, error);
    case MESSAGE_START_ANSWER:
        return dsi_start_answer_write(&made->of.start_answer, sink, options, error);
    case MESSAGE_GET_REQUEST:
        return dsi_get_request_write(&made->of.get_request, sink, options, error);
    default:
        return dsi_get_answer_write(&made->of.get_answer, sink, options, error);
    }
}

static bool count_bytes(void *context, const char *bytes, size_t length)
{
    size_t *total = context;

    (void)bytes;
    *total += length;
    return true;
}

size_t message_size(const message *made, dsi_error *error)
{
    size_t total = 0;
    dsi_sink counter = {.write = count_bytes, .context = &total};

    switch (made->kind) {
    case MESSAGE_START_REQUEST:
        return dsi_start_request_size(&made->of.start_request, error);
    case MESSAGE_START_ANSWER:
        return dsi_start_answer_size(&made->of.start_answer, error);
    case MESSAGE_GET_REQUEST:
        return message_write(made, &counter, NULL, error) ? total : 0;
    default:
        return dsi_get_answer_size(&made->of.get_answer, error);
    }
}

typedef struct message_buffer {
    char *bytes;
    size_t capacity;
    size_t length;
} message_buffer;

static bool fill_buffer(void *context, const char *bytes, size_t length)
{
    message_buffer *buffer = context;

    if (length > buffer->capacity - buffer->length) {
        return false;
    }
    memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    return true;
}

size_t message_encode(const message *made, char *buffer, size_t capacity,
                      dsi_error *error)
{
    message_buffer target = {.bytes = buffer, .capacity = capacity};
    dsi_sink sink = {.write = fill_buffer, .context = &target};

    switch (made->kind) {
    case MESSAGE_START_REQUEST:
        return dsi_start_request_encode(&made->of.start_request, buffer, capacity,
                                        error);
    case MESSAGE_START_ANSWER:
        return dsi_start_answer_encode(&made->of.start_answer, buffer, capacity, error);
    case MESSAGE_GET_REQUEST:
        return message_write(made, &sink, NULL, error) ? target.length : 0;
    default:
        return dsi_get_answer_encode(&made->of.get_answer, buffer, capacity, error);
    }
}

/* ---------------------------------------------------------------------- decoding */

/* The greatest text with each byte as an escape, and room for whatever can be made. */
#define TOKEN_MAX (6u * MAKE_TEXT_MAX + 2)
#define BLOCK_SIZE ((size_t)8 << 20)

static unsigned char block[BLOCK_SIZE];

static dsi_decoder *message_begin(const message *made, dsi_error *error)
{
    const dsi_decode_options options = {
        .strict = true,
        .limits = {.max_depth = DSI_MAX_DEPTH_MAX, .max_token = TOKEN_MAX}};
    dsi_received_head head = {.status = 0};

    switch (made->kind) {
    case MESSAGE_START_REQUEST:
        return dsi_start_request_begin(block, sizeof block, &options, error);
    case MESSAGE_START_ANSWER:
        head.status = dsi_start_answer_head(&made->of.start_answer).status;
        return dsi_start_answer_begin(block, sizeof block, &head, &options, error);
    case MESSAGE_GET_REQUEST:
        return dsi_get_request_begin(block, sizeof block, &options, error);
    default:
        head.status = dsi_get_answer_head(&made->of.get_answer).status;
        return dsi_get_answer_begin(block, sizeof block, &head, NULL, &options, error);
    }
}

static const void *start_body(const message *made, const dsi_start_answer *answer)
{
    if (answer == NULL) {
        return NULL;
    }
    fuzz_hold(answer->kind == made->of.start_answer.kind, "the head says the kind");
    return answer->kind == DSI_OUTPUT ? (const void *)&answer->output : &answer->error;
}

static const void *get_body(const message *made, const dsi_get_answer *answer)
{
    if (answer == NULL) {
        return NULL;
    }
    fuzz_hold(answer->kind == made->of.get_answer.kind, "the head says the kind");
    return answer->kind == DSI_OUTPUT ? (const void *)&answer->output : &answer->error;
}

const void *message_decode(const message *made, const char *bytes, size_t length,
                           dsi_error *error)
{
    dsi_decoder *decoder = message_begin(made, error);

    fuzz_hold(decoder != NULL, "a decode can begin");
    (void)dsi_feed(decoder, bytes, length);
    switch (made->kind) {
    case MESSAGE_START_REQUEST:
        return dsi_start_request_finish(decoder, error);
    case MESSAGE_START_ANSWER:
        return start_body(made, dsi_start_answer_finish(decoder, error));
    case MESSAGE_GET_REQUEST:
        return dsi_get_request_finish(decoder, error);
    default:
        return get_body(made, dsi_get_answer_finish(decoder, error));
    }
}
