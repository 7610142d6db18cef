/*
 * tests/schema/own_shapes.h - an account of dsi's own shapes: private structs that hold
 * the bodies of errors, and their reports.
 */
#ifndef DSI_TESTS_SCHEMA_OWN_SHAPES_H
#define DSI_TESTS_SCHEMA_OWN_SHAPES_H

#include "tests/model/model.h"

/* The last is NULL. BadRequestException is the model's, in a struct of dsi's own. */
extern const model_shape *const own_shapes[];

/* The shape of this name: one of these, else one of the model; or NULL. */
const model_shape *own_shape_named(const char *name);

#endif
