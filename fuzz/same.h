/* fuzz/same.h - whether JSON says what is in a struct. */
#ifndef DSI_FUZZ_SAME_H
#define DSI_FUZZ_SAME_H

#include "tests/model/model.h"

#include <jansson.h>

/*
 * Each member stands where the model has it; those that are not set are null, or not
 * there.
 */
bool same_json(const model_shape *shape, const void *value, const json_t *json,
               bool nulls);

#endif
