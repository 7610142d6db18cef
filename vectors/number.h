/* vectors/number.h - integers at the ends of what a type allows. */
#ifndef DSI_VECTORS_NUMBER_H
#define DSI_VECTORS_NUMBER_H

#include "schema/type.h"
#include "vectors/writer.h"

/* A value that the type and its constraint allow. */
void dsi_number_value(dsi_writer *writer, const dsi_type *type);

/*
 * Passes the sites of a number that does not fit its type. If the number is `bound` to
 * its constraint, it passes the sites of that as well. Returns true if a mutation wrote
 * the number.
 */
bool dsi_number_mutate(dsi_writer *writer, const dsi_type *type, bool bound);

#endif
