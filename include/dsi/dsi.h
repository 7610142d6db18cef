/*
 * dsi - AWS AppSync data source introspection for C, without the network.
 *
 * AppSync has two operations for it, and each gives the names of its types and
 * functions a prefix:
 *
 *     dsi_start_   StartDataSourceIntrospection: begins to look into a database
 *     dsi_get_     GetDataSourceIntrospection: asks for its state and its result
 *
 * So dsi_get_ names an operation. It never means that a function is a getter.
 *
 * Each operation has a request and an answer. Both are plain structs. dsi turns them
 * into bytes and back, and checks requests. It opens no socket, reads no clock, takes
 * no heap memory and keeps no data of its own.
 *
 *     dsi_start_request request = {.rds_data_api_config = &config};
 *     size_t length = dsi_start_request_encode(&request, text, sizeof text, &error);
 *
 * This header includes every other header but vectors.h. Each also works alone.
 *
 *     text.h           strings: pointer and length
 *     error.h          codes, bands, offset and path of an error, words
 *     arn.h            ARNs: check and take apart
 *     violation.h      what is wrong with a request
 *     decode.h         limits, blocks, feeding
 *     encode.h         sinks and options
 *     http.h           method, target, headers, status as data
 *     optional.h       numbers and booleans that may be absent
 *     introspection.h  status, and what kind an answer is
 *     service_error.h  what a service answers instead of an output
 *     start.h          StartDataSourceIntrospection
 *     room.h           the caller's memory, for copies and texts
 *     model.h          what AppSync says of a database: models, fields, types, indexes
 *     get.h            GetDataSourceIntrospection
 *     message.h        any message by its name
 *     poll.h           when to ask again, and for what
 *     version.h        which dsi this is
 */
#ifndef DSI_DSI_H
#define DSI_DSI_H

#include <dsi/arn.h>
#include <dsi/decode.h>
#include <dsi/encode.h>
#include <dsi/error.h>
#include <dsi/get.h>
#include <dsi/http.h>
#include <dsi/introspection.h>
#include <dsi/message.h>
#include <dsi/model.h>
#include <dsi/optional.h>
#include <dsi/poll.h>
#include <dsi/room.h>
#include <dsi/service_error.h>
#include <dsi/start.h>
#include <dsi/text.h>
#include <dsi/version.h>
#include <dsi/violation.h>

#endif
