/*
 * schema/walk.h - goes through a struct by its type, in the order of the rows. Encoder,
 * validator and copy are visitors. The stack is an array: how deep the caller's data is
 * never becomes depth of the C stack.
 */
#ifndef DSI_SCHEMA_WALK_H
#define DSI_SCHEMA_WALK_H

#include "schema/frame.h"

/*
 * The frames are the caller's: with DSI_DEPTH_MAX of them there is one for each level
 * that a message may have, and a shape of few levels needs few.
 */
typedef struct dsi_walk {
    dsi_frame *frames;
    size_t capacity;
    size_t depth;
} dsi_walk;

/*
 * What to do on the way. Each function returns false to stop. The walk stands at its
 * innermost frame.
 *
 * enter, leave: a structure or list begins, or ends. `leave` still sees its frame.
 * member: a member is reached, present or absent. If it is present, its value follows.
 * scalar: a value that is neither a structure nor a list.
 * is_json: pass over members that lie in a target beside a body; see
 *     dsi_member_is_beside.
 * next, streamed: the list of type `streamed` does not lie in memory. `next` sets
 *     `*item` to one item after the other, then to NULL. If `streamed` is NULL, there
 *     is no such list.
 */
typedef struct dsi_visitor {
    bool (*enter)(void *context, const dsi_walk *walk);
    bool (*leave)(void *context, const dsi_walk *walk);
    bool (*member)(void *context, const dsi_walk *walk, bool present);
    bool (*scalar)(void *context, const dsi_walk *walk, const dsi_type *type,
                   const void *value);
    bool is_json;
    bool (*next)(void *context, const void **item);
    const dsi_type *streamed;
} dsi_visitor;

typedef enum dsi_walk_result {
    DSI_WALK_DONE,
    DSI_WALK_STOPPED,
    DSI_WALK_TOO_DEEP /* there are not so many frames */
} dsi_walk_result;

/*
 * Calls `use` with frames for a walk of `type`: few for a shape of few levels. They are
 * on the stack during the call.
 */
typedef void dsi_use_frames_fn(void *context, dsi_frame *frames, size_t capacity);
void dsi_walk_lend(const dsi_type *type, dsi_use_frames_fn *use, void *context);

/* Walks `object`, a structure of `type`. The walk has its frames. */
dsi_walk_result dsi_walk_run(dsi_walk *walk, const dsi_type *type, const void *object,
                             const dsi_visitor *visitor, void *context);

/* The JSON Pointer to where the walk stands. */
void dsi_walk_path(const dsi_walk *walk, char *path, size_t capacity);

/* The structure or list that the walk stands in. */
static inline const dsi_frame *dsi_walk_frame(const dsi_walk *walk)
{
    return &walk->frames[walk->depth - 1];
}

#endif
