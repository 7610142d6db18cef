/*
 * tests/schema/own_shapes.h - an account of dsi's own shapes: the private structs for
 * error bodies and error reports, and the members of a service error that a copy
 * follows.
 */
#ifndef DSI_TESTS_SCHEMA_OWN_SHAPES_H
#define DSI_TESTS_SCHEMA_OWN_SHAPES_H

#include "tests/model/model.h"

/*
 * Ends with NULL. BadRequestException has the members of the model, but its struct is
 * dsi's own.
 */
extern const model_shape *const own_shapes[];

/* The shape of this name, or NULL. One of these comes before one of the model. */
const model_shape *own_shape_named(const char *name);

#endif
