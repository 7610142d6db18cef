/*
 * codec/target.h - requests that lie in their target: a member in the path, the others
 * in the query. Which is which is in the rows of the operation's input.
 */
#ifndef DSI_CODEC_TARGET_H
#define DSI_CODEC_TARGET_H

#include "schema/operation.h"

#include <dsi/decode.h>

/* See dsi_get_request_target and dsi_get_request_target_size. */
size_t dsi_target_build(const dsi_operation *operation, const void *request,
                        char *buffer, size_t capacity, dsi_error *error);
size_t dsi_target_size(const dsi_operation *operation, const void *request,
                       dsi_error *error);

/*
 * Sets `*start` to where the target's path begins: 0, or in absolute form the end of the
 * authority. For a target without a path, returns DSI_E_ROUTE, DSI_E_SYNTAX or
 * DSI_E_ESCAPE, and `*start` is the offset of the fault.
 */
dsi_code dsi_target_origin(dsi_string target, size_t *start);

/* True if the target's path is the operation's; its labels and its query are not taken. */
bool dsi_target_route(const dsi_operation *operation, dsi_string target,
                      dsi_error *error);

/* See dsi_message_parse_target. */
bool dsi_target_parse(const dsi_operation *operation, dsi_string target, dsi_room *room,
                      const dsi_decode_options *options, void *request,
                      dsi_error *error);

#endif
