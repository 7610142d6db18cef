/* schema/shared.h - shapes that more than one operation has, or that belong to none. */
#ifndef DSI_SCHEMA_SHARED_H
#define DSI_SCHEMA_SHARED_H

#include "schema/rows.h"

#include <dsi/introspection.h>
#include <dsi/model.h>

DSI_SHAPE(extern, dsi_type_string, dsi_string);
DSI_SHAPE(extern, dsi_type_integer, dsi_optional_int32);
DSI_SHAPE(extern, dsi_type_long, dsi_optional_int64);
DSI_SHAPE(extern, dsi_type_boolean, dsi_optional_bool);
DSI_SHAPE(extern, dsi_type_strings, dsi_strings);
DSI_SHAPE(extern, dsi_type_status, dsi_introspection_status_text);

/* An item of Get's streamed list; written on its own as well. */
DSI_SHAPE(extern, dsi_type_model, dsi_model);

#endif
