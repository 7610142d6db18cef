/* fuzz/message.h - makes a message of any operation, and decodes it. */
#ifndef DSI_FUZZ_MESSAGE_H
#define DSI_FUZZ_MESSAGE_H

#include "fuzz/make.h"

typedef struct message {
    const dsi_message *message;
    model_message account; /* what tests/model says of it */
    void *object;          /* its struct */
    const model_shape
        *shape;       /* of what goes into the body; NULL: an answer without a kind */
    const void *body; /* part of the object */
} message;

/* Makes any message. make_free frees it. */
void message_make(fuzz_input *input, message *made);

/*
 * Decodes strictly, with the typed functions. Returns the body, which has the same
 * shape, or NULL with `error` filled.
 */
const void *message_decode(const message *made, const char *bytes, size_t length,
                           dsi_error *error);

#endif
