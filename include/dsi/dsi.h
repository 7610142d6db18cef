/*
 * dsi - AWS AppSync data source introspection for C, without the network.
 *
 * This header includes all the others; each can also be included alone.
 *
 *     text.h           strings: pointer and length
 *     error.h          codes, bands, offset and path of a fault, words
 *     arn.h            ARNs: check and take apart
 *     violation.h      what is wrong with a request
 *     decode.h         limits, blocks, feeding
 *     encode.h         sinks and options
 *     http.h           method, target, headers, status as data
 *     optional.h       numbers and booleans that may be unset
 *     introspection.h  status, and what kind an answer is
 *     service_error.h  what a service says instead of an output
 *     start.h          StartDataSourceIntrospection
 *     room.h           memory that functions take what they make from
 *     model.h          what is said of a database: models, fields, types, indexes
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
