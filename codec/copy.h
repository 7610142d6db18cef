/* codec/copy.h - copies of messages, with everything that they point to. */
#ifndef DSI_CODEC_COPY_H
#define DSI_CODEC_COPY_H

#include "schema/operation.h"

/* Copies a structure of `type`; see dsi_model_copy. */
void *dsi_copy(const dsi_type *type, const void *object, dsi_room *room,
               dsi_error *error);

/* Copies a typed answer of the operation; see dsi_message_copy. */
void *dsi_copy_answer(const dsi_operation *operation, const void *answer,
                      dsi_room *room, dsi_error *error);

#endif
