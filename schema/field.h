/*
 * schema/field.h - the fields of a message: its members that have one value each, with
 * those of nested structures among them. A command line can set them.
 */
#ifndef DSI_SCHEMA_FIELD_H
#define DSI_SCHEMA_FIELD_H

#include "schema/type.h"

/* Structures in structures; deeper ones have no fields. */
#define DSI_FIELD_DEPTH 4

/*
 * The way to a field: a member of the message, then one of that structure, and so on.
 */
typedef struct dsi_field_path {
    const dsi_member *members[DSI_FIELD_DEPTH];
    size_t depth;
} dsi_field_path;

/* Finds the way to the field at `index` of a structure. False after the last. */
bool dsi_field_find(const dsi_type *type, size_t index, dsi_field_path *path);

/* The member that the way ends at. */
const dsi_member *dsi_field_member(const dsi_field_path *path);

#endif
