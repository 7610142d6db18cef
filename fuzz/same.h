/* fuzz/same.h - whether a struct's values are what became of them. */
#ifndef DSI_FUZZ_SAME_H
#define DSI_FUZZ_SAME_H

#include "fuzz/shape.h"

#include <jansson.h>

/*
 * Each member stands where the model has it; those that are not set are null, or not
 * there.
 */
bool same_json(const shape *type, const void *value, const json_t *json, bool nulls);

/* `right` was decoded: its tags are those of the texts, and it dropped nothing. */
bool same_struct(const shape *type, const void *left, const void *right);

#endif
