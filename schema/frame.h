/*
 * schema/frame.h - where a walk stands: one frame for each open structure or list.
 * Decoder, encoder and validator keep the same frames, so one function makes every
 * path.
 */
#ifndef DSI_SCHEMA_FRAME_H
#define DSI_SCHEMA_FRAME_H

#include "schema/type.h"

typedef struct dsi_frame {
    const dsi_type *type; /* struct or list */
    const void *object;   /* the struct, or the list's items */
    union {
        const dsi_member *member; /* struct: the member at hand; NULL: no known one */
        size_t count;             /* list that is walked: how many items it has */
    };
    size_t index; /* list: the item at hand, as counted on the wire */
} dsi_frame;

/* The index of a list's frame before its first item. */
#define DSI_NO_INDEX SIZE_MAX

/*
 * Writes the JSON Pointer to where the innermost frame stands, NUL-terminated. Steps
 * that do not fit are left out as a whole. The frames lie `stride` bytes apart, so they
 * may be the first members of larger structures.
 */
void dsi_frame_path(const dsi_frame *frames, size_t stride, size_t depth, char *path,
                    size_t capacity);

#endif
