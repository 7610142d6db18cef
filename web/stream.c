/*
 * web/stream.c - decoders, which take a message in pieces.
 *
 * A decoder's region is its own struct, and then the block that dsi decodes in. So
 * closing the handle gives everything back.
 */
#include "web/stream.h"

#include "web/face.h"
#include "web/handles.h"
#include "web/input.h"
#include "web/output.h"
#include "web/report.h"

/* Room for decoded text and structs if the caller asks for none. */
#define STREAM_ROOM ((size_t)512 * 1024)

/* The room for a head's texts is small, and they are copied, so it may be the stack. */
typedef struct stream {
    web_answer answer; /* its object and error are set at the end */
    dsi_decoder *decoder;
    bool finished;
    size_t expected; /* how long an item may be at least */
} stream;

/* Where the block begins: aligned for everything that dsi puts there. */
#define STREAM_SIZE ((sizeof(stream) + 63) / 64 * 64)

static stream *stream_find(uint32_t handle)
{
    const web_region *region = web_handle_find(handle, WEB_DECODER);

    return region != NULL ? (stream *)(void *)region->bytes : NULL;
}

/* Adds an item to the output's list. Its text is seldom much longer than the last. */
static bool stream_take(void *context, const void *item)
{
    stream *self = context;
    dsi_error error;
    size_t length;
    char *room;

    web_output_comma();
    room = web_output_room(self->expected);
    length = dsi_message_item_encode(self->answer.message, item, room,
                                     room != NULL ? self->expected : 0, &error);
    if (length == 0 && error.code == DSI_E_BUFFER_SIZE) {
        self->expected = (size_t)error.actual + (size_t)error.actual / 2;
        room = web_output_room(self->expected);
        length = dsi_message_item_encode(self->answer.message, item, room,
                                         room != NULL ? self->expected : 0, &error);
    }
    web_output_filled(room != NULL ? length : 0);
    return room != NULL && length > 0;
}

/* What is left of the block for text and structs is at least `memory`. */
static size_t stream_block(const dsi_limits *limits, uint32_t memory)
{
    size_t room = memory != 0 ? memory : STREAM_ROOM;
    size_t smallest = dsi_decoder_size(limits);

    return smallest != 0 && room < SIZE_MAX / 2 - smallest ? smallest + room : 0;
}

static bool stream_begin(stream *self, const web_region *region,
                         dsi_message_options *options)
{
    dsi_error error;

    if (dsi_message_has_items(self->answer.message)) {
        options->items = (dsi_item_sink){.take = stream_take, .context = self};
    }
    self->decoder = dsi_message_begin(self->answer.message, region->bytes + STREAM_SIZE,
                                      region->size - STREAM_SIZE, options, &error);
    if (self->decoder == NULL) {
        (void)web_report_error(&error);
    }
    return self->decoder != NULL;
}

static uint32_t stream_open(const dsi_message *message, dsi_message_options *options,
                            size_t block)
{
    uint32_t handle = web_handle_open(WEB_DECODER, STREAM_SIZE + block);
    stream *self = stream_find(handle);

    if (self == NULL) {
        return web_report_no_handle();
    }
    *self = (stream){.answer = {.message = message}, .expected = 4096};
    if (!stream_begin(self, web_handle_find(handle, WEB_DECODER), options)) {
        web_handle_close(handle);
        return 0;
    }
    return handle;
}

WEB_EXPORT(decoder_open)
uint32_t web_decoder_open(uint32_t message, uint32_t head, uint32_t status,
                          uint32_t strict, uint32_t max_bytes, uint32_t max_depth,
                          uint32_t max_token, uint32_t memory)
{
    dsi_message_options options = {.decode = {.strict = strict != 0,
                                              .limits = {.max_bytes = max_bytes,
                                                         .max_depth = max_depth,
                                                         .max_token = max_token}}};
    const dsi_message *chosen = web_input_message(message);
    size_t block = stream_block(&options.decode.limits, memory);
    web_head read;

    if (chosen == NULL || block == 0 || !web_input_head(&read, head, status)) {
        (void)web_report_code(DSI_E_ARGUMENT);
        return 0;
    }
    options.head = read.received;
    return stream_open(chosen, &options, block);
}

WEB_EXPORT(decoder_feed)
uint32_t web_decoder_feed(uint32_t handle, uint32_t length)
{
    stream *self = stream_find(handle);
    dsi_string bytes = web_input_text(0, length);

    if (self == NULL || bytes.data == NULL) {
        return web_report_code(DSI_E_ARGUMENT);
    }
    web_output_begin();
    web_output_word("[");
    (void)dsi_feed(self->decoder, bytes.data, bytes.length);
    web_output_word("]");
    return web_report_end();
}

WEB_EXPORT(decoder_wants)
uint32_t web_decoder_wants(uint32_t handle)
{
    stream *self = stream_find(handle);

    return self != NULL && dsi_feed(self->decoder, NULL, 0) ? 1 : 0;
}

WEB_EXPORT(decoder_finish)
uint32_t web_decoder_finish(uint32_t handle)
{
    stream *self = stream_find(handle);
    web_answer *answer;
    dsi_error error;

    if (self == NULL) {
        return web_report_code(DSI_E_ARGUMENT);
    }
    answer = &self->answer;
    if (!self->finished) {
        self->finished = true;
        answer->object = dsi_message_finish(answer->message, self->decoder,
                                            &answer->error);
    }
    if (answer->object == NULL) {
        return web_report_error(&answer->error);
    }
    web_output_begin();
    return web_report_object(answer->message, answer->object, &error)
               ? web_report_end()
               : web_report_error(&error);
}

const web_answer *web_stream_answer(uint32_t handle)
{
    const stream *self = stream_find(handle);

    return self != NULL && self->finished ? &self->answer : NULL;
}
