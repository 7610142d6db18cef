/* vectors/string.h - JSON strings, spelled in every way that RFC 8259 allows. */
#ifndef DSI_VECTORS_STRING_H
#define DSI_VECTORS_STRING_H

#include "schema/type.h"
#include "vectors/writer.h"

/* A member's name, its characters sometimes escaped. */
void dsi_string_name(dsi_writer *writer, const char *name);

/* A name that the structure does not know, though it may look like one. */
void dsi_string_unknown_name(dsi_writer *writer, const dsi_type *type);

/* Any text. */
void dsi_string_any(dsi_writer *writer);

/* A value of an enum; sometimes a value that the model does not list. */
void dsi_string_enum(dsi_writer *writer, const dsi_type *type);

/* A string of the type, which satisfies its constraint if it is `bound` to it. */
void dsi_string_value(dsi_writer *writer, const dsi_type *type, bool bound);

#endif
