/* schema/walk.c - goes through a struct by its type; see walk_run.h. */
#include "schema/walk_run.h"

dsi_walk_result dsi_walk_run(dsi_walk *walk, const dsi_type *type, const void *object,
                             const dsi_visitor *visitor, void *context)
{
    return dsi_walk_over(walk, type, object, visitor, context);
}

void dsi_walk_path(const dsi_walk *walk, char *path, size_t capacity)
{
    dsi_frame_path(walk->frames, sizeof *walk->frames, walk->depth, path, capacity);
}
