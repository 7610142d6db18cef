/*
 * codec/get.c - GetDataSourceIntrospection: the general machinery under typed names.
 * What it adds are the models that go in or come out one by one.
 */
#include <dsi/get.h>

#include "codec/answer.h"
#include "codec/emit.h"
#include "codec/target.h"
#include "schema/shared.h"
#include "schema/validate.h"

/* ------------------------------------------------------------------ the request */

static const dsi_operation *const get = &dsi_operation_get;
static const dsi_goal get_request = {.operation = &dsi_operation_get,
                                     .part = DSI_PART_INPUT};

size_t dsi_get_request_target_encode(const dsi_get_request *request, char *buffer,
                                     size_t capacity, dsi_error *error)
{
    return dsi_target_build(get, request, buffer, capacity, error);
}

size_t dsi_get_request_target_size(const dsi_get_request *request, dsi_error *error)
{
    return dsi_target_size(get, request, error);
}

dsi_request_head dsi_get_request_head(dsi_string target)
{
    return dsi_operation_head(get, target);
}

size_t dsi_get_request_validate(const dsi_get_request *request, dsi_violations *report)
{
    return dsi_validate(get->input, request, report);
}

bool dsi_get_request_target_decode(dsi_string target, char *buffer, size_t capacity,
                                   const dsi_decode_options *options,
                                   dsi_get_request *request, dsi_error *error)
{
    dsi_room room = {.memory = buffer, .size = capacity};

    return dsi_target_parse(get, target, &room, options, request, error);
}

bool dsi_get_request_write(const dsi_get_request *request, const dsi_sink *sink,
                           const dsi_encode_options *options, dsi_error *error)
{
    return dsi_emit_write(get->input, request, sink, options, error);
}

dsi_decoder *dsi_get_request_begin(void *block, size_t size,
                                   const dsi_decode_options *options, dsi_error *error)
{
    return dsi_decoder_begin(block, size, &get_request, options, error);
}

const dsi_get_request *dsi_get_request_finish(dsi_decoder *decoder, dsi_error *error)
{
    return dsi_decoder_finish(decoder, &get_request, error);
}

const dsi_get_request *dsi_get_request_decode(void *block, size_t size, dsi_string body,
                                              const dsi_decode_options *options,
                                              dsi_error *error)
{
    return dsi_decoder_decode(block, size, &get_request, body, options, error);
}

/* ---------------------------------------------------------- the answer, decoding */

static bool get_take_model(void *context, const void *model)
{
    const dsi_typed_sink *sink = context;

    return ((dsi_take_model_fn *)sink->take)(sink->context, model);
}

/* The caller's sink is copied, as it need not outlive begin. */
static void get_take_models(dsi_decoder *decoder, const dsi_model_sink *models)
{
    decoder->sink = (dsi_typed_sink){.take = (void (*)(void))models->take,
                                     .context = models->context};
    dsi_decoder_hand_over(decoder, get_take_model, &decoder->sink);
}

/* `at_hand` is that of dsi_goal. */
static dsi_decoder *get_begin(void *block, size_t size, const dsi_received_head *head,
                              size_t at_hand, const dsi_model_sink *models,
                              const dsi_decode_options *options, dsi_error *error)
{
    dsi_decoder *decoder;

    if (models != NULL && models->take == NULL) {
        dsi_error_set(error, DSI_E_ARGUMENT, 0, 0);
        return NULL;
    }
    decoder = dsi_answer_begin(block, size, head, get, at_hand, options, error);
    if (decoder != NULL && models != NULL) {
        get_take_models(decoder, models);
    }
    return decoder;
}

dsi_decoder *dsi_get_answer_begin(void *block, size_t size,
                                  const dsi_received_head *head,
                                  const dsi_model_sink *models,
                                  const dsi_decode_options *options, dsi_error *error)
{
    return get_begin(block, size, head, 0, models, options, error);
}

const dsi_get_answer *dsi_get_answer_finish(dsi_decoder *decoder, dsi_error *error)
{
    return dsi_answer_finish(decoder, get, error);
}

const dsi_get_answer *dsi_get_answer_decode(
    void *block, size_t size, const dsi_received_head *head, dsi_string body,
    const dsi_model_sink *models, const dsi_decode_options *options, dsi_error *error)
{
    dsi_decoder *decoder = get_begin(block, size, head, body.length + 1, models,
                                     options, error);

    (void)dsi_feed(decoder, body.data, body.length);
    return dsi_answer_finish(decoder, get, error);
}

/* ---------------------------------------------------------- the answer, encoding */

dsi_answer_head dsi_get_answer_head(const dsi_get_answer *answer)
{
    return dsi_answer_make_head(get, answer);
}

size_t dsi_get_answer_encode(const dsi_get_answer *answer, char *buffer,
                             size_t capacity, dsi_error *error)
{
    return dsi_answer_encode(get, answer, buffer, capacity, error);
}

size_t dsi_get_answer_size(const dsi_get_answer *answer, dsi_error *error)
{
    return dsi_answer_size(get, answer, error);
}

bool dsi_get_answer_write(const dsi_get_answer *answer, const dsi_sink *sink,
                          const dsi_encode_options *options, dsi_error *error)
{
    return dsi_answer_write(get, answer, sink, options, error);
}

/*
 * The typed function takes a `const dsi_model **`, which is not a `const void **`. So
 * the pointer goes through a variable of its own type.
 */
static bool get_next_model(void *context, const void **item)
{
    const dsi_model_source *source = context;
    const dsi_model *model = NULL;
    bool good = source->next(source->context, &model);

    *item = model;
    return good;
}

/* The models come from the source alone; models in the answer would be lost. */
static bool get_awaits_models(const dsi_get_answer *answer)
{
    return answer != NULL && answer->kind == DSI_OUTPUT &&
           answer->output.introspection_result != NULL &&
           answer->output.introspection_result->models.items == NULL;
}

bool dsi_get_answer_models_write(const dsi_get_answer *answer,
                                 const dsi_model_source *models, const dsi_sink *sink,
                                 const dsi_encode_options *options, dsi_error *error)
{
    dsi_model_source copy;
    dsi_source source = {
        .list = get->streamed, .next = get_next_model, .context = &copy};

    if (models == NULL || models->next == NULL || !get_awaits_models(answer)) {
        dsi_error_set(error, DSI_E_ARGUMENT, 0, 0);
        return false;
    }
    copy = *models;
    return dsi_emit_stream(get->output, &answer->output, &source, sink, options, error);
}
