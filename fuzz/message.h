/* fuzz/message.h - a message of any kind, as one: made, encoded, decoded back. */
#ifndef DSI_FUZZ_MESSAGE_H
#define DSI_FUZZ_MESSAGE_H

#include "fuzz/make.h"

typedef enum message_kind {
    MESSAGE_START_REQUEST,
    MESSAGE_START_ANSWER,
    MESSAGE_GET_REQUEST,
    MESSAGE_GET_ANSWER,
    MESSAGE_KINDS
} message_kind;

typedef struct message {
    message_kind kind;
    union {
        dsi_start_request start_request;
        dsi_start_answer start_answer;
        dsi_get_request get_request;
        dsi_get_answer get_answer;
    } of;
    const shape *shape; /* of what goes into the body; NULL: an answer without a kind */
    const void *body;   /* part of `of` */
} message;

/* Makes any message. */
void message_make(fuzz_input *input, message *made);

bool message_write(const message *made, const dsi_sink *sink,
                   const dsi_encode_options *options, dsi_error *error);

/* The JSON form of a Get request has neither: both are what a sink gets, then. */
size_t message_size(const message *made, dsi_error *error);
size_t message_encode(const message *made, char *buffer, size_t capacity,
                      dsi_error *error);

/* Decodes strictly; the body, which is of the same shape, or NULL with `error`. */
const void *message_decode(const message *made, const char *bytes, size_t length,
                           dsi_error *error);

#endif
