/*
 * codec/answer.h - what all operations' answers have in common: status and headers
 * decide between output and error, and an error is put together from headers and body.
 */
#ifndef DSI_CODEC_ANSWER_H
#define DSI_CODEC_ANSWER_H

#include "codec/decoder.h"
#include "schema/operation.h"

/* An operation's answer: two plans, and the typed answer that is made of either. */
typedef struct dsi_answer_plan {
    const dsi_operation *operation;
    dsi_plan output;
    dsi_plan error;
    size_t answer_size; /* of the typed answer */
} dsi_answer_plan;

/* See dsi_start_answer_begin. */
dsi_decoder *dsi_answer_begin(void *block, size_t size, const dsi_received_head *head,
                              const dsi_answer_plan *plan,
                              const dsi_decode_options *options, dsi_error *error);

/*
 * Ends the decode of an answer; the object of its output or error plan, or NULL. The
 * typed answer, zeroed at begin, is `decoder->answer`.
 */
const void *dsi_answer_finish(dsi_decoder *decoder, const dsi_answer_plan *plan,
                              dsi_error *error);

/* Puts a service error together from the head and the error plan's object. */
void dsi_answer_error(dsi_decoder *decoder, const dsi_operation *operation,
                      dsi_service_error *service_error);

/* The head of a server's error answer. */
dsi_answer_head dsi_answer_error_head(const dsi_operation *operation,
                                      const dsi_service_error *service_error);

#endif
