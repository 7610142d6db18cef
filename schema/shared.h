/* schema/shared.h - shapes that more than one operation has, or no operation. */
#ifndef DSI_SCHEMA_SHARED_H
#define DSI_SCHEMA_SHARED_H

#include "schema/rows.h"

#include <dsi/introspection.h>
#include <dsi/model.h>

DSI_SHAPE(extern, dsi_shape_string, dsi_string);
DSI_SHAPE(extern, dsi_shape_integer, dsi_optional_int32);
DSI_SHAPE(extern, dsi_shape_long, dsi_optional_int64);
DSI_SHAPE(extern, dsi_shape_boolean, dsi_optional_bool);
DSI_SHAPE(extern, dsi_shape_strings, dsi_strings);
DSI_SHAPE(extern, dsi_shape_status, dsi_introspection_status_text);

/* The members that ask for a page, and for how many items of it. */
DSI_SHAPE(extern, dsi_shape_pagination_token, dsi_string);
DSI_SHAPE(extern, dsi_shape_max_results, dsi_optional_int32);

/* How to describe the rows that both responses have. */
#define DSI_HELP_ID DSI_HELP("ID", "the introspection")
#define DSI_HELP_STATUS                                                                \
    .option = "status-text", DSI_HELP("TEXT", "how the introspection is doing")
#define DSI_HELP_DETAIL .option = "detail", DSI_HELP("TEXT", "why, if it failed")

/* An item of Get's streamed list. It is also written on its own. */
DSI_SHAPE(extern, dsi_shape_model, dsi_model);

#endif
