/* vectors/json.h - writes a JSON message of a type, as oddly as RFC 8259 allows. */
#ifndef DSI_VECTORS_JSON_H
#define DSI_VECTORS_JSON_H

#include "schema/type.h"
#include "vectors/writer.h"

/* `request`: its constraints are kept, and its required members are there. */
void dsi_json_message(dsi_writer *writer, const dsi_type *type, bool request);

#endif
