/* vectors/target.h - writes the target of a request, as oddly as RFC 3986 allows. */
#ifndef DSI_VECTORS_TARGET_H
#define DSI_VECTORS_TARGET_H

#include "schema/operation.h"
#include "vectors/writer.h"

/* Writes path and query of a request that has no body. */
void dsi_target_message(dsi_writer *writer, const dsi_operation *operation);

#endif
