/*
 * codec/target.h - requests that lie in their target: labels in the path, and
 * parameters in the query. The rows of the operation's input say where each member
 * lies.
 */
#ifndef DSI_CODEC_TARGET_H
#define DSI_CODEC_TARGET_H

#include "schema/operation.h"

#include <dsi/decode.h>

/* See dsi_get_request_target_encode and dsi_get_request_target_size. */
size_t dsi_target_build(const dsi_operation *operation, const void *request,
                        char *buffer, size_t capacity, dsi_error *error);
size_t dsi_target_size(const dsi_operation *operation, const void *request,
                       dsi_error *error);

/*
 * Sets `*start` to where the target's path begins: 0, or in absolute form the end of
 * the authority. Returns DSI_OK. For a target without a path, returns DSI_E_ROUTE,
 * DSI_E_SYNTAX or DSI_E_ESCAPE, and `*start` is the offset of the error.
 */
dsi_code dsi_target_origin(dsi_string target, size_t *start);

/* True if the target's path is the operation's. Labels and query are not decoded. */
bool dsi_target_route(const dsi_operation *operation, dsi_string target,
                      dsi_error *error);

/* See dsi_message_target_decode. */
bool dsi_target_parse(const dsi_operation *operation, dsi_string target, dsi_room *room,
                      const dsi_decode_options *options, void *request,
                      dsi_error *error);

#endif
