#include "fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void fuzz_hold(bool holds, const char *property)
{
    if (!holds) {
        fprintf(stderr, "does not hold: %s\n", property);
        abort();
    }
}

void *fuzz_memory(size_t size)
{
    void *memory = malloc(size > 0 ? size : 1);

    fuzz_hold(memory != NULL, "there is memory");
    return memory;
}

uint8_t fuzz_byte(fuzz_input *input)
{
    uint8_t byte = 0;

    if (input->size > 0) {
        byte = *input->data++;
        input->size--;
    }
    return byte;
}

uint32_t fuzz_number(fuzz_input *input)
{
    uint32_t number = 0;

    for (int i = 0; i < 4; i++) {
        number = number << 8 | fuzz_byte(input);
    }
    return number;
}

fuzz_how fuzz_choose(fuzz_input *input)
{
    fuzz_how how = {.message = (fuzz_message)(fuzz_byte(input) % FUZZ_MESSAGES)};
    uint8_t rules = fuzz_byte(input);
    uint8_t chunk;

    how.options.strict = (rules & 1) != 0;
    how.options.limits.max_depth = (rules & 2) != 0 ? DSI_MAX_DEPTH_MAX : 12;
    how.options.limits.max_token = (rules & 4) != 0 ? 4096 : 40;
    how.options.limits.max_bytes = (rules & 8) != 0 ? FUZZ_FEW_BYTES : 0;
    chunk = fuzz_byte(input);
    how.chunk = chunk % 64;
    how.tight_block = chunk / 64 == 1;
    return how;
}

/* ------------------------------------------------------------------- the decode */

/* Adds to a text of FUZZ_TEXT_MAX bytes; false if there is no room. */
static bool fuzz_add(char *text, size_t *length, const char *bytes, size_t count)
{
    if (FUZZ_TEXT_MAX - *length < count) {
        return false;
    }
    memcpy(text + *length, bytes, count);
    *length += count;
    return true;
}

bool fuzz_append(void *context, const char *bytes, size_t length)
{
    fuzz_outcome *outcome = context;

    return fuzz_add(outcome->text, &outcome->length, bytes, length);
}

/* The models that were handed over, as a source of them would write them. */
typedef struct fuzz_models {
    char text[FUZZ_TEXT_MAX];
    size_t length;
    size_t count;
} fuzz_models;

static bool fuzz_take_text(void *context, const char *bytes, size_t length)
{
    fuzz_models *models = context;

    return fuzz_add(models->text, &models->length, bytes, length);
}

static bool fuzz_take_model(void *context, const dsi_model *model)
{
    fuzz_models *models = context;
    dsi_sink sink = {.write = fuzz_take_text, .context = models};

    if (models->count++ > 0) {
        (void)fuzz_take_text(models, ",", 1);
    }
    return dsi_model_write(model, &sink, NULL, NULL);
}

static dsi_decoder *fuzz_begin(const fuzz_how *how, const fuzz_block *block,
                               const dsi_model_sink *models, dsi_error *error)
{
    dsi_received_head head = {.status = how->message == FUZZ_START_ERROR ? 400 : 200};
    const dsi_decode_options *options = &how->options;

    switch (how->message) {
    case FUZZ_START_REQUEST:
        return dsi_start_request_begin(block->memory, block->size, options, error);
    case FUZZ_START_ANSWER:
    case FUZZ_START_ERROR:
        return dsi_start_answer_begin(block->memory, block->size, &head, options,
                                      error);
    case FUZZ_GET_REQUEST:
        return dsi_get_request_begin(block->memory, block->size, options, error);
    default:
        if (how->message == FUZZ_GET_ANSWER) {
            models = NULL;
        }
        return dsi_get_answer_begin(block->memory, block->size, &head, models, options,
                                    error);
    }
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
        block.size = dsi_decoder_size(&how->options.limits);
        block.own = fuzz_memory(block.size);
        block.memory = block.own;
    }
    return block;
}

/* The rest of a streamed answer, with its models put in where they belong. */
static void fuzz_splice(const dsi_get_answer *answer, const fuzz_models *models,
                        fuzz_outcome *outcome)
{
    static const char result[] = "\"introspectionResult\":{";
    fuzz_models rest = {.length = 0};
    dsi_sink to_rest = {.write = fuzz_take_text, .context = &rest};
    const dsi_introspection_result *from = answer->output.introspection_result;

    fuzz_hold(answer->models_taken == models->count, "each model is counted");
    fuzz_hold(from == NULL || (from->models.items == NULL && from->models.count == 0),
              "what was taken is not kept");
    fuzz_hold(dsi_get_answer_write(answer, &to_rest, NULL, &outcome->error),
              "an outcome can be encoded");
    outcome->taken = models->count;
    outcome->taken_length = models->length;
    if (models->count == 0) {
        (void)fuzz_append(outcome, rest.text, rest.length);
        return;
    }
    /* The result is the last member, so its name is the last of this text. */
    for (size_t i = rest.length - sizeof result + 1; i > 0; i--) {
        if (memcmp(rest.text + i, result, sizeof result - 1) == 0) {
            size_t head = i + sizeof result - 1;

            (void)fuzz_append(outcome, rest.text, head);
            (void)fuzz_append(outcome, "\"models\":[", 10);
            outcome->taken_at = outcome->length;
            (void)fuzz_append(outcome, models->text, models->length);
            (void)fuzz_append(outcome, rest.text[head] == '}' ? "]" : "],",
                              rest.text[head] == '}' ? 1 : 2);
            (void)fuzz_append(outcome, rest.text + head, rest.length - head);
            return;
        }
    }
    fuzz_hold(false, "models stand in a result");
}

static bool fuzz_write_answer(const dsi_start_answer *answer, const dsi_sink *sink,
                              dsi_error *error)
{
    return answer->kind == DSI_SERVICE_ERROR
               ? dsi_service_error_write_report(&answer->error, sink, error)
               : dsi_start_answer_write(answer, sink, NULL, error);
}

/* True if the message is good; its text is in the outcome then. */
static bool fuzz_finish(const fuzz_how *how, dsi_decoder *decoder,
                        const fuzz_models *models, fuzz_outcome *outcome)
{
    dsi_sink sink = {.write = fuzz_append, .context = outcome};
    dsi_error *error = &outcome->error;
    const dsi_start_request *start_request;
    const dsi_start_answer *start_answer;
    const dsi_get_request *get_request;
    const dsi_get_answer *get_answer;

    switch (how->message) {
    case FUZZ_START_REQUEST:
        start_request = dsi_start_request_finish(decoder, error);
        return start_request != NULL &&
               dsi_start_request_write(start_request, &sink, NULL, error);
    case FUZZ_START_ANSWER:
    case FUZZ_START_ERROR:
        start_answer = dsi_start_answer_finish(decoder, error);
        return start_answer != NULL && fuzz_write_answer(start_answer, &sink, error);
    case FUZZ_GET_REQUEST:
        get_request = dsi_get_request_finish(decoder, error);
        return get_request != NULL &&
               dsi_get_request_write(get_request, &sink, NULL, error);
    case FUZZ_GET_ANSWER:
        get_answer = dsi_get_answer_finish(decoder, error);
        return get_answer != NULL &&
               dsi_get_answer_write(get_answer, &sink, NULL, error);
    default:
        get_answer = dsi_get_answer_finish(decoder, error);
        if (get_answer == NULL) {
            return false;
        }
        fuzz_splice(get_answer, models, outcome);
        return true;
    }
}

void fuzz_decode(const fuzz_how *how, const uint8_t *bytes, size_t length,
                 fuzz_outcome *outcome)
{
    static fuzz_models models;
    dsi_model_sink sink = {.take = fuzz_take_model, .context = &models};
    fuzz_block block = fuzz_take_block(how);
    dsi_decoder *decoder;

    models.length = 0;
    models.count = 0;
    memset(&outcome->error, 0, sizeof outcome->error);
    outcome->length = 0;
    outcome->taken = 0;
    decoder = fuzz_begin(how, &block, &sink, &outcome->error);
    fuzz_hold(decoder != NULL, "a decode can begin");
    (void)fuzz_feed(decoder, bytes, length, how->chunk);
    if (!fuzz_finish(how, decoder, &models, outcome)) {
        outcome->length = 0;
    }
    free(block.own);
    fuzz_hold(outcome->error.code != DSI_E_INTERNAL,
              "yajl takes what the guard lets pass");
}
