/*
 * codec/start.c - StartDataSourceIntrospection: the general machinery under typed
 * names. Each function is one call, so it has no behaviour of its own.
 */
#include <dsi/start.h>

#include "codec/answer.h"
#include "codec/emit.h"
#include "schema/validate.h"

/* ------------------------------------------------------------------ the request */

static const dsi_operation *const start = &dsi_operation_start;
static const dsi_goal start_request = {.operation = &dsi_operation_start,
                                       .part = DSI_PART_INPUT};

dsi_request_head dsi_start_request_head(void)
{
    return dsi_operation_head(start, dsi_str(start->path));
}

size_t dsi_start_request_validate(const dsi_start_request *request,
                                  dsi_violations *report)
{
    return dsi_validate(start->input, request, report);
}

size_t dsi_start_request_encode(const dsi_start_request *request, char *buffer,
                                size_t capacity, dsi_error *error)
{
    return dsi_emit(start->input, request, buffer, capacity, error);
}

size_t dsi_start_request_size(const dsi_start_request *request, dsi_error *error)
{
    return dsi_emit_size(start->input, request, error);
}

bool dsi_start_request_write(const dsi_start_request *request, const dsi_sink *sink,
                             const dsi_encode_options *options, dsi_error *error)
{
    return dsi_emit_write(start->input, request, sink, options, error);
}

dsi_decoder *dsi_start_request_begin(void *block, size_t size,
                                     const dsi_decode_options *options,
                                     dsi_error *error)
{
    return dsi_decoder_begin(block, size, &start_request, options, error);
}

const dsi_start_request *dsi_start_request_finish(dsi_decoder *decoder,
                                                  dsi_error *error)
{
    return dsi_decoder_finish(decoder, &start_request, error);
}

const dsi_start_request *dsi_start_request_decode(void *block, size_t size,
                                                  dsi_string body,
                                                  const dsi_decode_options *options,
                                                  dsi_error *error)
{
    return dsi_decoder_decode(block, size, &start_request, body, options, error);
}

/* ------------------------------------------------------------------- the answer */

dsi_decoder *dsi_start_answer_begin(void *block, size_t size,
                                    const dsi_received_head *head,
                                    const dsi_decode_options *options, dsi_error *error)
{
    return dsi_answer_begin(block, size, head, start, 0, options, error);
}

const dsi_start_answer *dsi_start_answer_finish(dsi_decoder *decoder, dsi_error *error)
{
    return dsi_answer_finish(decoder, start, error);
}

const dsi_start_answer *dsi_start_answer_decode(void *block, size_t size,
                                                const dsi_received_head *head,
                                                dsi_string body,
                                                const dsi_decode_options *options,
                                                dsi_error *error)
{
    return dsi_answer_decode(block, size, head, start, body, options, error);
}

dsi_answer_head dsi_start_answer_head(const dsi_start_answer *answer)
{
    return dsi_answer_make_head(start, answer);
}

size_t dsi_start_answer_encode(const dsi_start_answer *answer, char *buffer,
                               size_t capacity, dsi_error *error)
{
    return dsi_answer_encode(start, answer, buffer, capacity, error);
}

size_t dsi_start_answer_size(const dsi_start_answer *answer, dsi_error *error)
{
    return dsi_answer_size(start, answer, error);
}

bool dsi_start_answer_write(const dsi_start_answer *answer, const dsi_sink *sink,
                            const dsi_encode_options *options, dsi_error *error)
{
    return dsi_answer_write(start, answer, sink, options, error);
}
