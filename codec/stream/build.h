/*
 * codec/stream/build.h - makes structs of events, by the rows of the shape tables.
 *
 * The events are dsi's, not yajl's. They come in the order of a well-formed document
 * with an object at the top, in strict UTF-8: the guard has checked all that. Each
 * function returns false once there is an error, and `error` says what it is. The
 * decoder knows the byte. The build stands still there, and dsi_build_path gives the
 * path.
 */
#ifndef DSI_CODEC_STREAM_BUILD_H
#define DSI_CODEC_STREAM_BUILD_H

#include "codec/arena.h"
#include "schema/frame.h"

/* An open structure or list whose shape is known. */
typedef struct dsi_build_frame {
    dsi_frame at;
    void *target; /* the structure, or the place of the list */
    union {
        struct {
            uint64_t seen; /* bit i: member i was given */
            size_t next;   /* the row after the last member that was known */
        };
        struct {
            size_t count;   /* of the items so far, all on the arena's top */
            size_t dropped; /* items that were left out */
            char *mark;     /* the arena's top before the first item */
        };
    };
} dsi_build_frame;

/* How to treat what does not fit. */
typedef struct dsi_build_rules {
    bool strict;     /* refuse unknown members instead of skipping them */
    bool lenient;    /* skip values of the wrong type instead of refusing them */
    bool null_items; /* drop nulls in lists instead of refusing them */
} dsi_build_rules;

/*
 * A function that takes the items of one list as each ends, instead of the list. So
 * memory does not grow with their number.
 */
typedef struct dsi_taker {
    const dsi_type *list; /* NULL: no list */
    bool (*take)(void *context, const void *item);
    void *context;
    size_t taken; /* how many, once the list has ended */
    char *bottom; /* the arena's bottom before the item at hand */
} dsi_taker;

/* What is wrong, without its place. The numbers are those of dsi_error. */
typedef struct dsi_build_error {
    dsi_code code;
    uint64_t limit;
    uint64_t actual;
} dsi_build_error;

/*
 * A function that is called with each member that no row has. The build knows the name,
 * and the decoder its offset.
 */
typedef struct dsi_build_unknown {
    void (*found)(void *context, dsi_string name); /* may be NULL */
    void *context;
} dsi_build_unknown;

typedef struct dsi_build {
    dsi_build_frame *frames;
    size_t depth;
    size_t skipped; /* depth inside a value that is skipped */
    bool ended;     /* the object at the top is complete */
    const dsi_type *type;
    void *object; /* zeroed, of `type` */
    dsi_build_rules rules;
    dsi_taker taker;
    dsi_build_unknown unknown;
    dsi_arena *arena;
    dsi_build_error error; /* the first */
} dsi_build;

/*
 * Readies a build of `object`, which is zeroed and of `type`. `frames` has one frame
 * for each level that the limits allow.
 */
void dsi_build_begin(dsi_build *build, const dsi_type *type, void *object,
                     dsi_build_frame *frames, dsi_arena *arena);

/* The events. A string, digits or a name need to live during the call only. */
bool dsi_build_open(dsi_build *build, dsi_json_type json_type);
bool dsi_build_close(dsi_build *build);
bool dsi_build_key(dsi_build *build, dsi_string name);
bool dsi_build_string(dsi_build *build, dsi_string text);
bool dsi_build_number(dsi_build *build, dsi_string digits);
bool dsi_build_boolean(dsi_build *build, bool value);
bool dsi_build_null(dsi_build *build);

/*
 * A value has begun, and its type is not known yet. If it is an item, it gets its
 * index, so that the path of an error in it names it.
 */
void dsi_build_item(dsi_build *build);

static inline void dsi_build_put_list(const dsi_build_frame *frame, const void *items,
                                      size_t count)
{
    const dsi_list list = {.items = items, .count = count, .dropped = frame->dropped};

    memcpy(frame->target, &list, sizeof list);
}

/*
 * A list ends: its items move down to the results. False if there is no room. A list
 * without items gets a pointer that is not NULL, so it is empty and not absent.
 */
static inline bool dsi_build_end_list(const dsi_build_frame *frame, dsi_arena *arena)
{
    void *items = dsi_arena_turn(arena, frame->count, frame->at.type->element->size);

    if (items == NULL) {
        return false;
    }
    dsi_build_put_list(frame, items, frame->count);
    arena->top = frame->mark;
    return true;
}

/* ---------------------------------------------------- items that are read elsewhere */

/*
 * Where a value may begin: true if it is an item of the list whose items are handed
 * over. A frame is open then.
 */
bool dsi_build_at_item(const dsi_build *build);

/* The item begins: where it goes, zeroed; NULL if there is no room. */
void *dsi_build_begin_item(dsi_build *build);

/* The item was not read. The caller puts the arena back. */
void dsi_build_forget_item(dsi_build *build);

/* The item ends, and is handed over. */
bool dsi_build_end_item(dsi_build *build, const void *item);

/* The JSON Pointer to where the build stands. */
void dsi_build_path(const dsi_build *build, char *path, size_t capacity);

#endif
