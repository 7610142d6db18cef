/* fuzz/same.h - says whether JSON has the values of a struct. */
#ifndef DSI_FUZZ_SAME_H
#define DSI_FUZZ_SAME_H

#include "tests/model/model.h"

#include <jansson.h>

/*
 * True if each member stands where the model has it. Absent members must be null with
 * `nulls`, and missing without.
 */
bool same_json(const model_shape *shape, const void *value, const json_t *json,
               bool nulls);

#endif
