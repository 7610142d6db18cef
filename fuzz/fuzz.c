/*
 * fuzz/fuzz.c - chooses a message and its rules, decodes it in chunks, and writes the
 * outcome as one text.
 *
 * Block and chunks lie in memory of their exact sizes, so a sanitizer sees every access
 * beside them. The outcome is a text, so two decodes can be compared with memcmp.
 */
#include "fuzz/fuzz.h"

#include "codec/decoder.h"

#include "tests/model/items.h"

#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------- the choices */

/* A request has one form. A response is an output, maybe streamed, or an error. */
static size_t fuzz_count_forms(const dsi_message *message)
{
    if (dsi_message_is_request(message)) {
        return 1;
    }
    return dsi_message_has_items(message) ? 3 : 2;
}

/*
 * Numbers each form of each message in their order, and takes the one that is chosen.
 */
static void fuzz_choose_message(fuzz_how *how, size_t choice)
{
    size_t count = 0;
    size_t i = 0;

    do {
        count += fuzz_count_forms(dsi_message_at(i++));
    } while (dsi_message_at(i) != NULL);
    choice %= count;
    for (i = 0; choice >= fuzz_count_forms(dsi_message_at(i)); i++) {
        choice -= fuzz_count_forms(dsi_message_at(i));
    }
    how->message = dsi_message_at(i);
    how->streamed = choice == 1 && dsi_message_has_items(how->message);
    how->status = choice > 0 && !how->streamed ? 400 : 200;
}

fuzz_how fuzz_choose(fuzz_input *input)
{
    fuzz_how how = {.message = NULL};
    uint8_t rules;
    uint8_t chunk;

    fuzz_choose_message(&how, fuzz_byte(input));
    rules = fuzz_byte(input);
    how.options.strict = (rules & 1) != 0;
    how.options.limits.max_depth = (rules & 2) != 0 ? DSI_MAX_DEPTH_MAX : 12;
    how.options.limits.max_token = (rules & 4) != 0 ? 4096 : 40;
    how.options.limits.max_bytes = (rules & 8) != 0 ? FUZZ_FEW_BYTES : 0;
    chunk = fuzz_byte(input);
    how.chunk = chunk % 64;
    how.tight_block = chunk / 64 == 1;
    return how;
}

const dsi_message *fuzz_response(const dsi_message *message)
{
    const char *operation = dsi_message_operation(message);
    size_t i = 0;

    while (dsi_message_is_request(dsi_message_at(i)) ||
           strcmp(dsi_message_operation(dsi_message_at(i)), operation) != 0) {
        i++;
    }
    return dsi_message_at(i);
}

/* ------------------------------------------------------------------- the decode */

bool fuzz_append(void *context, const char *bytes, size_t length)
{
    fuzz_outcome *outcome = context;

    if (FUZZ_TEXT_MAX - outcome->length < length) {
        return false;
    }
    memcpy(outcome->text + outcome->length, bytes, length);
    outcome->length += length;
    return true;
}

size_t fuzz_feed(dsi_decoder *decoder, const uint8_t *bytes, size_t length,
                 size_t chunk)
{
    size_t step = chunk == 0 ? length : chunk;
    size_t refused = 0;

    for (size_t i = 0; i < length; i += step) {
        size_t part = length - i < step ? length - i : step;
        uint8_t *copy = fuzz_memory(part);

        memcpy(copy, bytes + i, part);
        if (!dsi_feed(decoder, copy, part) && refused == 0) {
            refused = i + part;
        }
        free(copy);
    }
    return refused;
}

fuzz_block fuzz_take_block(const fuzz_how *how)
{
    static unsigned char roomy[DSI_DECODER_SIZE_DEFAULT];
    fuzz_block block = {.memory = roomy, .size = sizeof roomy};

    if (how->tight_block) {
        block.size = dsi_decoder_size(&how->options.limits) + how->more;
        block.own = fuzz_memory(block.size);
        block.memory = block.own;
    }
    return block;
}

/* Writes an output in which the items that were handed over are back in their place. */
static void fuzz_write_streamed(const items_taken *taken, const void *object,
                                const dsi_sink *sink, fuzz_outcome *outcome)
{
    const char *wrong = items_write(taken, object, sink, &outcome->taken_at);

    outcome->taken = taken->count;
    outcome->taken_length = taken->length;
    fuzz_hold(wrong == NULL, wrong);
}

/* Writes the message's text into the outcome. Returns false if it cannot be encoded. */
static bool fuzz_write(const fuzz_how *how, const items_taken *taken,
                       const void *object, fuzz_outcome *outcome)
{
    const dsi_service_error *service_error = dsi_message_error(how->message, object);
    dsi_sink sink = {.write = fuzz_append, .context = outcome};

    if (service_error != NULL) {
        return dsi_service_error_write(service_error, &sink, &outcome->error);
    }
    if (!how->streamed) {
        return dsi_message_write(how->message, object, &sink, NULL, &outcome->error);
    }
    fuzz_write_streamed(taken, object, &sink, outcome);
    return true;
}

void fuzz_decode(const fuzz_how *how, const uint8_t *bytes, size_t length,
                 fuzz_outcome *outcome)
{
    static items_taken taken;
    dsi_message_options options = {.decode = how->options,
                                   .head = {.status = how->status}};
    fuzz_block block = fuzz_take_block(how);
    dsi_decoder *decoder;
    const void *object;

    if (how->streamed) {
        options.items = items_begin(&taken, how->message);
    }
    memset(&outcome->error, 0, sizeof outcome->error);
    outcome->length = 0;
    outcome->taken = 0;
    decoder = dsi_message_begin(how->message, block.memory, block.size, &options,
                                &outcome->error);
    fuzz_hold(decoder != NULL, "a decode can begin");
    decoder->direct = !how->stream_only;
    (void)fuzz_feed(decoder, bytes, length, how->chunk);
    object = dsi_message_finish(how->message, decoder, &outcome->error);
    outcome->used = (size_t)(decoder->arena.bottom - (char *)block.memory);
    outcome->left = (size_t)(decoder->arena.top - decoder->arena.bottom);
    if (object == NULL || !fuzz_write(how, &taken, object, outcome)) {
        outcome->length = 0;
    }
    free(block.own);
    fuzz_hold(outcome->error.code != DSI_E_INTERNAL,
              "yajl takes what the guard lets pass");
}

void fuzz_decode_at_once(const fuzz_how *how, const uint8_t *bytes, size_t length,
                         fuzz_outcome *outcome)
{
    static const items_taken none;
    const model_typed *typed = model_of(how->message).typed;
    const dsi_message_options options = {.decode = how->options,
                                         .head = {.status = how->status}};
    size_t size = dsi_message_bound(how->message, length, &how->options.limits);
    void *block = fuzz_memory(size);
    char *copy = fuzz_memory(length);
    dsi_string body = {.data = copy, .length = length};
    const void *object;

    memcpy(copy, bytes, length);
    memset(&outcome->error, 0, sizeof outcome->error);
    outcome->length = 0;
    object = typed->decode(block, size, body, &options, &outcome->error);
    if (object == NULL || !fuzz_write(how, &none, object, outcome)) {
        outcome->length = 0;
    }
    free(copy);
    free(block);
    fuzz_hold(outcome->error.code != DSI_E_MEMORY &&
                  outcome->error.code != DSI_E_BLOCK_SIZE,
              "the bound is enough");
}

void fuzz_hold_same(const fuzz_outcome *left, const fuzz_outcome *right)
{
    fuzz_hold(left->error.code == right->error.code, "one message has one code");
    fuzz_hold(left->error.offset == right->error.offset &&
                  left->error.limit == right->error.limit &&
                  left->error.actual == right->error.actual,
              "one message has one offset, and the same numbers");
    fuzz_hold(strcmp(left->error.path, right->error.path) == 0,
              "one message has one path");
    fuzz_hold(left->length == right->length &&
                  memcmp(left->text, right->text, left->length) == 0,
              "one message has one result");
}
