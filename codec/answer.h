/*
 * codec/answer.h - what all operations' answers have in common: status and headers
 * decide between output and error, and an error is put together from headers and body.
 */
#ifndef DSI_CODEC_ANSWER_H
#define DSI_CODEC_ANSWER_H

#include "codec/decoder.h"
#include "schema/operation.h"
#include "schema/shapes.h"

#include <dsi/introspection.h>

/* The generic face of every operation's typed answer, which begins with it. */
typedef struct dsi_answer {
    dsi_answer_kind kind;
    int status;
    dsi_string request_id;
} dsi_answer;

/* An operation's answer: two plans, and where the typed answer holds what comes of them. */
typedef struct dsi_answer_plan {
    const dsi_operation *operation;
    dsi_plan output;
    dsi_plan error;
    size_t size; /* of the typed answer */
    size_t output_offset;
    size_t error_offset;
} dsi_answer_plan;

/* What every answer's plans say: clients must be able to take what a service sends. */
#define DSI_ANSWER_PLAN(the_operation, the_output, the_answer)                         \
    .operation = &(the_operation),                                                     \
    .output = {.type = &(the_output),                                                  \
               .rules = {.null_items = true},                                          \
               .empty_is_object = true},                                               \
    .error = {.type = &dsi_type_error_body,                                            \
              .rules = {.null_items = true, .lenient = true},                          \
              .empty_is_object = true,                                                 \
              .any_body = true},                                                       \
    .size = sizeof(the_answer), .output_offset = offsetof(the_answer, output),         \
    .error_offset = offsetof(the_answer, error)

/* A typed answer must begin as its generic face does. */
#define DSI_SAME_ANSWER(typed)                                                         \
    _Static_assert(offsetof(typed, kind) == offsetof(dsi_answer, kind) &&              \
                       offsetof(typed, status) == offsetof(dsi_answer, status) &&      \
                       offsetof(typed, request_id) ==                                  \
                           offsetof(dsi_answer, request_id),                           \
                   #typed)

/* See dsi_start_answer_begin. */
dsi_decoder *dsi_answer_begin(void *block, size_t size, const dsi_received_head *head,
                              const dsi_answer_plan *plan,
                              const dsi_decode_options *options, dsi_error *error);

/* Ends the decode and gives the typed answer, or NULL; see dsi_start_answer_finish. */
void *dsi_answer_finish(dsi_decoder *decoder, const dsi_answer_plan *plan,
                        dsi_error *error);

/* The head of a server's answer; `answer` is the typed one. */
dsi_answer_head dsi_answer_make_head(const dsi_answer_plan *plan, const void *answer);

/* See the contracts of the public functions in dsi/start.h; `answer` is the typed one. */
size_t dsi_answer_encode(const dsi_answer_plan *plan, const void *answer, char *buffer,
                         size_t capacity, dsi_error *error);
size_t dsi_answer_size(const dsi_answer_plan *plan, const void *answer,
                       dsi_error *error);
bool dsi_answer_write(const dsi_answer_plan *plan, const void *answer,
                      const dsi_sink *sink, const dsi_encode_options *options,
                      dsi_error *error);

#endif
