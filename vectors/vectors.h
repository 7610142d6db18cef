/* vectors/vectors.h - one message of a vector. */
#ifndef DSI_VECTORS_VECTORS_H
#define DSI_VECTORS_VECTORS_H

#include "schema/operation.h"
#include "vectors/writer.h"

/* Writes a body or, where a request has none, a target. */
void dsi_vectors_write(dsi_writer *writer, const dsi_message *message);

#endif
