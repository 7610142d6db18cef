/* StartDataSourceIntrospection: the general machinery under typed names. */
#include <dsi/start.h>

#include "codec/answer.h"
#include "codec/emit.h"
#include "schema/shapes.h"
#include "schema/validate.h"

/* ------------------------------------------------------------------ the request */

static const dsi_plan start_request_plan = {.type = &dsi_type_start_request};

dsi_request_head dsi_start_request_head(void)
{
    return (dsi_request_head){.method = dsi_str(dsi_operation_start.method),
                              .target = dsi_str(dsi_operation_start.target),
                              .content_type = dsi_str(dsi_content_type)};
}

size_t dsi_start_request_validate(const dsi_start_request *request,
                                  dsi_violations *report)
{
    return dsi_validate(&dsi_type_start_request, request, report);
}

size_t dsi_start_request_encode(const dsi_start_request *request, char *buffer,
                                size_t capacity, dsi_error *error)
{
    return dsi_emit(&dsi_type_start_request, request, buffer, capacity, error);
}

size_t dsi_start_request_size(const dsi_start_request *request, dsi_error *error)
{
    return dsi_emit_size(&dsi_type_start_request, request, error);
}

bool dsi_start_request_write(const dsi_start_request *request, const dsi_sink *sink,
                             const dsi_encode_options *options, dsi_error *error)
{
    return dsi_emit_write(&dsi_type_start_request, request, sink, options, error);
}

dsi_decoder *dsi_start_request_begin(void *block, size_t size,
                                     const dsi_decode_options *options,
                                     dsi_error *error)
{
    return dsi_decoder_begin(block, size, &start_request_plan, options, error);
}

const dsi_start_request *dsi_start_request_finish(dsi_decoder *decoder,
                                                  dsi_error *error)
{
    return dsi_decoder_finish(decoder, &start_request_plan, error);
}

/* ------------------------------------------------------------------- the answer */

static const dsi_answer_plan start_answer_plan = {
    .operation = &dsi_operation_start,
    .output = {.type = &dsi_type_start_response,
               .rules = {.null_items = true},
               .empty_is_object = true},
    .error = {.type = &dsi_type_error_body,
              .rules = {.null_items = true, .lenient = true},
              .empty_is_object = true,
              .raw = true},
    .answer_size = sizeof(dsi_start_answer)};

dsi_decoder *dsi_start_answer_begin(void *block, size_t size,
                                    const dsi_received_head *head,
                                    const dsi_decode_options *options, dsi_error *error)
{
    return dsi_answer_begin(block, size, head, &start_answer_plan, options, error);
}

const dsi_start_answer *dsi_start_answer_finish(dsi_decoder *decoder, dsi_error *error)
{
    const void *object = dsi_answer_finish(decoder, &start_answer_plan, error);
    dsi_start_answer *answer;

    if (object == NULL) {
        return NULL;
    }
    answer = decoder->answer;
    if (answer->kind != 0) {
        return answer; /* made by an earlier call */
    }
    answer->status = decoder->head.status;
    answer->request_id = decoder->head.request_id;
    if (decoder->plan == &start_answer_plan.output) {
        answer->kind = DSI_OUTPUT;
        answer->output = *(const dsi_start_response *)object;
    } else {
        answer->kind = DSI_SERVICE_ERROR;
        dsi_answer_error(decoder, &dsi_operation_start, &answer->error);
    }
    return answer;
}

dsi_answer_head dsi_start_answer_head(const dsi_start_answer *answer)
{
    if (answer->kind == DSI_OUTPUT) {
        return (dsi_answer_head){.status = 200,
                                 .content_type = dsi_str(dsi_content_type)};
    }
    return dsi_answer_error_head(&dsi_operation_start, &answer->error);
}

/* An answer's body is one of two shapes. */
typedef struct start_body {
    const dsi_type *type;
    const void *object;
    dsi_exception exception;
} start_body;

static void start_choose_body(const dsi_start_answer *answer, start_body *body)
{
    *body = (start_body){.type = &dsi_type_start_response};
    if (answer != NULL && answer->kind == DSI_OUTPUT) {
        body->object = &answer->output;
    } else if (answer != NULL && answer->kind == DSI_SERVICE_ERROR) {
        body->exception = (dsi_exception){.message = answer->error.message,
                                          .reason = answer->error.reason,
                                          .detail = answer->error.detail};
        body->type = &dsi_type_exception;
        body->object = &body->exception;
    }
}

size_t dsi_start_answer_encode(const dsi_start_answer *answer, char *buffer,
                               size_t capacity, dsi_error *error)
{
    start_body body;

    start_choose_body(answer, &body);
    return dsi_emit(body.type, body.object, buffer, capacity, error);
}

size_t dsi_start_answer_size(const dsi_start_answer *answer, dsi_error *error)
{
    start_body body;

    start_choose_body(answer, &body);
    return dsi_emit_size(body.type, body.object, error);
}

bool dsi_start_answer_write(const dsi_start_answer *answer, const dsi_sink *sink,
                            const dsi_encode_options *options, dsi_error *error)
{
    start_body body;

    start_choose_body(answer, &body);
    return dsi_emit_write(body.type, body.object, sink, options, error);
}
