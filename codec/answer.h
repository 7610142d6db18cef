/*
 * codec/answer.h - what all operations' answers have in common. Status and headers
 * decide between output and service error. A service error is made of headers and body.
 */
#ifndef DSI_CODEC_ANSWER_H
#define DSI_CODEC_ANSWER_H

#include "codec/decoder.h"

/* See dsi_start_answer_begin; `at_hand` is that of dsi_goal. */
dsi_decoder *dsi_answer_begin(void *block, size_t size, const dsi_received_head *head,
                              const dsi_operation *operation, size_t at_hand,
                              const dsi_decode_options *options, dsi_error *error);

/* See dsi_start_answer_decode. */
void *dsi_answer_decode(void *block, size_t size, const dsi_received_head *head,
                        const dsi_operation *operation, dsi_string body,
                        const dsi_decode_options *options, dsi_error *error);

/* Ends the decode. Returns the typed answer or NULL; see dsi_start_answer_finish. */
void *dsi_answer_finish(dsi_decoder *decoder, const dsi_operation *operation,
                        dsi_error *error);

/* The service error in a typed answer. */
const dsi_service_error *dsi_answer_error(const dsi_operation *operation,
                                          const void *answer);

/* The head that a server sends before its answer; `answer` is the typed one. */
dsi_answer_head dsi_answer_make_head(const dsi_operation *operation,
                                     const void *answer);

/* See the public functions in dsi/start.h; `answer` is the typed one. */
size_t dsi_answer_encode(const dsi_operation *operation, const void *answer,
                         char *buffer, size_t capacity, dsi_error *error);
size_t dsi_answer_size(const dsi_operation *operation, const void *answer,
                       dsi_error *error);
bool dsi_answer_write(const dsi_operation *operation, const void *answer,
                      const dsi_sink *sink, const dsi_encode_options *options,
                      dsi_error *error);

#endif
