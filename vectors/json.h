/* vectors/json.h - writes a JSON message of a type, as oddly as RFC 8259 allows. */
#ifndef DSI_VECTORS_JSON_H
#define DSI_VECTORS_JSON_H

#include "schema/type.h"
#include "vectors/writer.h"

/*
 * Writes a body of the type. A `request` has its required members and satisfies its
 * constraints; otherwise any member may be absent and any text may stand anywhere.
 */
void dsi_json_message(dsi_writer *writer, const dsi_type *type, bool request);

#endif
