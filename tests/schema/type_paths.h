/* tests/schema/type_paths.h - the longest path that an error in a type can have. */
#ifndef DSI_TESTS_SCHEMA_TYPE_PATHS_H
#define DSI_TESTS_SCHEMA_TYPE_PATHS_H

#include "tests/schema/type_set.h"

/*
 * The longest JSON Pointer into a value of `type`, at any depth that a message may
 * have. The set holds the type and all that it reaches.
 */
size_t longest_path(const type_set *set, const dsi_type *type);

#endif
