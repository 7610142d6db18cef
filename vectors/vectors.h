/* vectors/vectors.h - one message, for vectors.c and for the tests of its size. */
#ifndef DSI_VECTORS_VECTORS_H
#define DSI_VECTORS_VECTORS_H

#include "schema/operation.h"
#include "vectors/writer.h"

/* Writes the message's body or, if it is a request without a body, its target. */
void dsi_vectors_write(dsi_writer *writer, const dsi_message *message);

#endif
