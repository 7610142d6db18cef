/*
 * schema/walk.h - goes through a struct by its type, in the order of the rows. Encoder
 * and validator are visitors. The stack is explicit: the depth of the caller's data
 * never becomes depth of the C stack.
 */
#ifndef DSI_SCHEMA_WALK_H
#define DSI_SCHEMA_WALK_H

#include "schema/frame.h"

typedef struct dsi_walk {
    dsi_frame frames[DSI_DEPTH_MAX];
    size_t depth;
} dsi_walk;

/*
 * What is done on the way; each returns false to stop. The innermost frame of `walk` is
 * where it stands.
 *
 * enter, leave: a structure or list begins, ends. `leave` still sees its frame.
 * member: a member is reached, set or not; its value follows if it is set.
 * scalar: a value that is neither structure nor list.
 * is_json: what lies in a target beside a body is passed over; see dsi_member_is_beside.
 * next, streamed: the items of the list of type `streamed` do not lie in memory: `next`
 *     sets `*item` to one after the other, then to NULL. NULL: there is no such list.
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
    DSI_WALK_TOO_DEEP /* more than DSI_DEPTH_MAX */
} dsi_walk_result;

/* Walks `object`, a structure of `type`. */
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
