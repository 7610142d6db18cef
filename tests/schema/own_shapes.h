/*
 * tests/schema/own_shapes.h - an account of dsi's own shapes: private structs for the
 * bodies of errors and for their reports, and what of an error a copy follows.
 */
#ifndef DSI_TESTS_SCHEMA_OWN_SHAPES_H
#define DSI_TESTS_SCHEMA_OWN_SHAPES_H

#include "tests/model/model.h"

/* The last is NULL. BadRequestException is the model's, in a struct of dsi's own. */
extern const model_shape *const own_shapes[];

/* The shape of this name, one of these before one of the model's; NULL: there is none. */
const model_shape *own_shape_named(const char *name);

#endif
