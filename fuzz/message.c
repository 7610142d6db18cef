/*
 * fuzz/message.c - makes messages and decodes them, knowing no operation.
 *
 * tests/model says where an answer keeps its kind, output and error, so this file can
 * treat every message alike.
 */
#include "fuzz/message.h"

#include <string.h>

/* ------------------------------------------------------------------------ making */

static void *message_at(const message *made, size_t offset)
{
    return (char *)made->object + offset;
}

/*
 * Makes an output or a service error. Some answers get a kind that is neither: the
 * encoder must refuse them.
 */
static void make_answer(fuzz_input *input, message *made)
{
    const model_answer *places = &made->account.operation->answer;
    dsi_service_error *error = message_at(made, places->error);
    uint8_t choice = fuzz_byte(input);
    dsi_answer_kind kind = choice % 2 == 0 ? DSI_OUTPUT : DSI_SERVICE_ERROR;

    if (choice % 8 == 7) {
        kind = (dsi_answer_kind)(choice % 16 == 7 ? 0 : 3);
    } else if (kind == DSI_OUTPUT) {
        made->shape = made->account.shape;
        made->body = message_at(made, places->output);
        make_object(input, made->shape, message_at(made, places->output));
    } else {
        error->status = (int)(int8_t)fuzz_byte(input) * 8;
        made->shape = &model_exception;
        made->body = error;
        make_object(input, made->shape, error);
    }
    memcpy(message_at(made, places->kind), &kind, sizeof kind);
}

void message_make(fuzz_input *input, message *made)
{
    size_t count = message_count();

    fuzz_hold(count > 0, "there are messages");
    *made = (message){.message = dsi_message_at(fuzz_byte(input) % count)};
    made->account = model_of(made->message);
    made->object = make_memory(made->account.size);
    if (made->account.is_request) {
        made->shape = made->account.shape;
        made->body = made->object;
        make_object(input, made->shape, made->object);
    } else {
        make_answer(input, made);
    }
}

/* ---------------------------------------------------------------------- decoding */

/* The longest text with each byte escaped, and room for every message that is made. */
#define TOKEN_MAX (6u * MAKE_TEXT_MAX + 2)
#define BLOCK_SIZE ((size_t)8 << 20)

static unsigned char block[BLOCK_SIZE];

static const void *message_body(const message *made, const void *decoded)
{
    const dsi_service_error *error = dsi_message_error(made->message, decoded);
    bool is_error = dsi_message_error(made->message, made->object) != NULL;

    fuzz_hold((error != NULL) == is_error, "the head says the kind");
    return error != NULL ? error
                         : (const void *)((const char *)decoded + made->account.offset);
}

const void *message_decode(const message *made, const char *bytes, size_t length,
                           dsi_error *error)
{
    const model_typed *typed = made->account.typed;
    dsi_message_options options = {
        .decode = {.strict = true,
                   .limits = {.max_depth = DSI_MAX_DEPTH_MAX, .max_token = TOKEN_MAX}}};
    dsi_decoder *decoder;
    const void *decoded;

    if (!made->account.is_request) {
        options.head.status = typed->answer_head(made->object).status;
    }
    decoder = typed->begin(block, sizeof block, &options, error);
    fuzz_hold(decoder != NULL, "a decode can begin");
    (void)dsi_feed(decoder, bytes, length);
    decoded = typed->finish(decoder, error);
    return decoded != NULL ? message_body(made, decoded) : NULL;
}
