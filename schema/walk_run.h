/*
 * schema/walk_run.h - the walk itself, inlined: with a visitor that is known, the
 * compiler calls its functions directly, or makes them part of the walk.
 *
 * Each step moves the innermost frame to its next member or item. A structure or list
 * gets a frame, and loses it after its last member or item. The loop ends when the
 * first frame is gone. Data that holds itself reaches the last frame and ends there, so
 * every walk ends; how deep data is never becomes depth of the C stack.
 */
#ifndef DSI_SCHEMA_WALK_RUN_H
#define DSI_SCHEMA_WALK_RUN_H

#include "schema/text/inlined.h"
#include "schema/walk.h"

#include <string.h>

typedef struct walk_task {
    dsi_walk *walk;
    const dsi_visitor *visitor;
    void *context;
} walk_task;

/* The typed list is not a dsi_list, so it is read once, as a copy. */
DSI_INLINED void walk_open_list(dsi_frame *frame, const void *place)
{
    dsi_list list;

    memcpy(&list, place, sizeof list);
    frame->object = list.items;
    frame->count = list.count;
}

/*
 * A new frame stands before its first member or item: DSI_NO_INDEX + 1 is 0. The
 * visitor is called with the frame in place.
 */
DSI_INLINED dsi_walk_result walk_enter(walk_task *task, const dsi_type *type,
                                       const void *object)
{
    dsi_walk *walk = task->walk;

    if (walk->depth == walk->capacity) {
        return DSI_WALK_TOO_DEEP;
    }
    walk->frames[walk->depth] = (dsi_frame){
        .type = type, .object = object, .index = DSI_NO_INDEX};
    if (type->kind == DSI_KIND_LIST) {
        walk_open_list(&walk->frames[walk->depth], object);
    }
    walk->depth++;
    return task->visitor->enter(task->context, walk) ? DSI_WALK_DONE : DSI_WALK_STOPPED;
}

DSI_INLINED dsi_walk_result walk_leave(walk_task *task)
{
    if (!task->visitor->leave(task->context, task->walk)) {
        return DSI_WALK_STOPPED;
    }
    task->walk->depth--;
    return DSI_WALK_DONE;
}

DSI_INLINED dsi_walk_result walk_value(walk_task *task, const dsi_type *type,
                                       const void *value)
{
    if (type->kind == DSI_KIND_STRUCT || type->kind == DSI_KIND_LIST) {
        return walk_enter(task, type, value);
    }
    return task->visitor->scalar(task->context, task->walk, type, value)
               ? DSI_WALK_DONE
               : DSI_WALK_STOPPED;
}

/*
 * Where a member's value lies. The parent holds a pointer to a structure, and every
 * other value itself.
 */
DSI_INLINED const void *walk_member_value(const dsi_type *type, const void *place)
{
    const void *pointer;

    if (type->kind != DSI_KIND_STRUCT) {
        return place;
    }
    memcpy(&pointer, place, sizeof pointer);
    return pointer;
}

/* Most members are strings: for these no call is needed. */
DSI_INLINED bool walk_is_present(const dsi_type *type, const void *place)
{
    return type->kind == DSI_KIND_STRING ? ((const dsi_string *)place)->data != NULL
                                         : dsi_type_present(type, place);
}

/*
 * A streamed list counts as present, although its items do not lie in memory. The
 * frame's member is set before the visitor is called, so that a path names it.
 */
DSI_INLINED dsi_walk_result walk_member(walk_task *task, dsi_frame *frame,
                                        const dsi_member *member)
{
    const void *place = (const char *)frame->object + member->offset;
    bool present = member->type == task->visitor->streamed ||
                   walk_is_present(member->type, place);

    if (task->visitor->is_json && dsi_member_is_beside(frame->type, member)) {
        return DSI_WALK_DONE;
    }
    frame->member = member;
    if (!task->visitor->member(task->context, task->walk, present)) {
        return DSI_WALK_STOPPED;
    }
    return present
               ? walk_value(task, member->type, walk_member_value(member->type, place))
               : DSI_WALK_DONE;
}

/* Members until one opens a frame, or the structure ends. */
DSI_INLINED dsi_walk_result walk_members(walk_task *task, dsi_frame *frame)
{
    const dsi_type *type = frame->type;
    size_t depth = task->walk->depth;
    size_t index = frame->index + 1;

    for (; index < type->member_count; index++) {
        dsi_walk_result result;

        frame->index = index;
        result = walk_member(task, frame, &type->members[index]);
        if (result != DSI_WALK_DONE || task->walk->depth != depth) {
            return result;
        }
    }
    return walk_leave(task);
}

/*
 * Sets `*item` to the item at hand, or to NULL after the last. The index is compared
 * before the multiplication, so the address lies in the list.
 */
DSI_INLINED bool walk_item(const walk_task *task, const dsi_frame *frame,
                           const void **item)
{
    if (task->visitor->next != NULL && frame->type == task->visitor->streamed) {
        return task->visitor->next(task->context, item);
    }
    *item = frame->index < frame->count ? (const char *)frame->object +
                                              frame->index * frame->type->element->size
                                        : NULL;
    return true;
}

DSI_INLINED dsi_walk_result walk_step(walk_task *task)
{
    dsi_frame *frame = &task->walk->frames[task->walk->depth - 1];
    const dsi_type *type = frame->type;
    const void *item;

    if (type->kind == DSI_KIND_STRUCT) {
        return walk_members(task, frame);
    }
    frame->index++;
    if (!walk_item(task, frame, &item)) {
        return DSI_WALK_STOPPED;
    }
    return item != NULL ? walk_value(task, type->element, item) : walk_leave(task);
}

DSI_INLINED dsi_walk_result dsi_walk_over(dsi_walk *walk, const dsi_type *type,
                                          const void *object,
                                          const dsi_visitor *visitor, void *context)
{
    walk_task task = {.walk = walk, .visitor = visitor, .context = context};
    dsi_walk_result result;

    walk->depth = 0;
    result = walk_enter(&task, type, object);
    while (result == DSI_WALK_DONE && task.walk->depth > 0) {
        result = walk_step(&task);
    }
    return result;
}

#endif
