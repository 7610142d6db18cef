/* schema/walk.c - goes through a struct by its type; see walk_run.h. */
#include "schema/walk_run.h"

/* A function that is not made part of its caller, whose stack would grow. */
#define APART __attribute__((noinline)) static

APART void walk_lend_few(dsi_use_frames_fn *use, void *context)
{
    dsi_frame frames[DSI_FEW_LEVELS];

    use(context, frames, DSI_FEW_LEVELS);
}

APART void walk_lend_many(dsi_use_frames_fn *use, void *context)
{
    dsi_frame frames[DSI_DEPTH_MAX];

    use(context, frames, DSI_DEPTH_MAX);
}

void dsi_walk_lend(const dsi_type *type, dsi_use_frames_fn *use, void *context)
{
    if (type->levels != 0) {
        walk_lend_few(use, context);
    } else {
        walk_lend_many(use, context);
    }
}

dsi_walk_result dsi_walk_run(dsi_walk *walk, const dsi_type *type, const void *object,
                             const dsi_visitor *visitor, void *context)
{
    return dsi_walk_over(walk, type, object, visitor, context);
}

void dsi_walk_path(const dsi_walk *walk, char *path, size_t capacity)
{
    dsi_frame_path(walk->frames, sizeof *walk->frames, walk->depth, path, capacity);
}
