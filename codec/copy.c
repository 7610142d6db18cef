/*
 * codec/copy.c - copies of messages.
 *
 * A copy is a visitor of the walk. It copies each structure, and the items of each
 * list, byte for byte. Then it replaces each pointer in the copy by one into the room.
 * What the walk does not visit, as numbers and booleans, is right already.
 *
 * A room that is full does not stop it. It goes on without writing and counts, so that
 * one failed call says how many bytes are needed.
 */
#include "codec/copy.h"

#include "codec/arena.h"
#include "schema/error.h"
#include "schema/service_error.h"
#include "schema/text/sum.h"
#include "schema/walk.h"

typedef struct copying {
    dsi_walk walk;
    dsi_frame frames[DSI_DEPTH_MAX];
    char *copies[DSI_DEPTH_MAX]; /* of each frame: the structure, or the list's items */
    char *target;                /* of the first frame */
    char *memory;
    size_t size;
    size_t used; /* may exceed `size`: it counts what is needed */
} copying;

/* ------------------------------------------------------------------------ the room */

/*
 * The next aligned bytes, or NULL. `used` only grows, so after one NULL every later
 * call gives NULL.
 */
static char *copy_take(copying *self, size_t size, size_t alignment)
{
    size_t misaligned = ((uintptr_t)self->memory + self->used) % alignment;
    size_t start = dsi_sum(self->used, misaligned == 0 ? 0 : alignment - misaligned);

    self->used = dsi_sum(start, size);
    return self->used <= self->size ? self->memory + start : NULL;
}

static char *copy_bytes(copying *self, const void *bytes, size_t size)
{
    char *copy = copy_take(self, size, DSI_ALIGNMENT);

    return copy != NULL ? memcpy(copy, bytes, size) : NULL;
}

static dsi_string copy_text(copying *self, dsi_string text)
{
    char *copy = copy_take(self, dsi_sum(text.length, 1), 1);

    if (copy == NULL) {
        return dsi_str(NULL);
    }
    memcpy(copy, text.data, text.length);
    copy[text.length] = '\0';
    return (dsi_string){.data = copy, .length = text.length};
}

/* ------------------------------------------------------------------------ the walk */

/*
 * Where the copy lies of the value that a frame stands at; NULL if there was no room.
 */
static char *copy_place(const copying *self, size_t depth)
{
    const dsi_frame *frame = &self->walk.frames[depth];
    size_t offset = frame->type->kind == DSI_KIND_STRUCT
                        ? frame->member->offset
                        : frame->index * frame->type->element->size;

    return self->copies[depth] != NULL ? self->copies[depth] + offset : NULL;
}

/* Copies what the parent of a frame points to: a structure, or a list's items. */
static char *copy_pointed(copying *self, const dsi_frame *frame)
{
    size_t size = frame->type->kind == DSI_KIND_STRUCT
                      ? frame->type->size
                      : frame->count * frame->type->element->size;

    return copy_bytes(self, frame->object, size);
}

/*
 * A list in its parent begins with its pointer, and the member of a structure is one.
 * So both are replaced at the same place. A structure that is an item was copied with
 * the list's other items, and the first structure by the caller.
 */
static bool copy_enter(void *context, const dsi_walk *walk)
{
    copying *self = context;
    size_t depth = walk->depth - 1;
    const dsi_frame *frame = &walk->frames[depth];
    char *place = depth > 0 ? copy_place(self, depth - 1) : self->target;
    void *pointed;

    if (frame->type->kind == DSI_KIND_STRUCT &&
        (depth == 0 || walk->frames[depth - 1].type->kind == DSI_KIND_LIST)) {
        self->copies[depth] = place;
        return true;
    }
    pointed = copy_pointed(self, frame);
    self->copies[depth] = pointed;
    if (place != NULL) {
        memcpy(place, &pointed, sizeof pointed);
    }
    return true;
}

static bool copy_leave(void *context, const dsi_walk *walk)
{
    (void)context;
    (void)walk;
    return true;
}

static bool copy_member(void *context, const dsi_walk *walk, bool present)
{
    (void)context;
    (void)walk;
    (void)present;
    return true;
}

/* Replaces the pointer of a text. Numbers and booleans have no pointer. */
static bool copy_scalar(void *context, const dsi_walk *walk, const dsi_type *type,
                        const void *value)
{
    copying *self = context;
    char *place = copy_place(self, walk->depth - 1);
    dsi_string text;

    if (dsi_type_is_text(type)) {
        text = copy_text(self, dsi_type_text(type, value));
        if (place != NULL) {
            dsi_type_replace_text(type, place, text);
        }
    }
    return true;
}

/*
 * Gives `target` its own copies of what `object` points to. `target` is `object` byte
 * for byte, or NULL if there was no room. The walk fails only if the data is too deep.
 */
static dsi_code copy_content(copying *self, const dsi_type *type, const void *object,
                             char *target)
{
    static const dsi_visitor visitor = {.enter = copy_enter,
                                        .leave = copy_leave,
                                        .member = copy_member,
                                        .scalar = copy_scalar};

    self->target = target;
    self->walk = (dsi_walk){.frames = self->frames, .capacity = DSI_DEPTH_MAX};
    return dsi_walk_run(&self->walk, type, object, &visitor, self) == DSI_WALK_DONE
               ? DSI_OK
               : DSI_E_MAX_DEPTH;
}

/* ------------------------------------------------------------------------ messages */

static void copy_begin(copying *self, const dsi_room *room)
{
    self->memory = room->memory;
    self->size = room->memory != NULL ? room->size : 0;
    self->used = 0;
}

static void copy_report(const copying *self, dsi_code code, dsi_error *error)
{
    dsi_error_set(error, code, code == DSI_E_MAX_DEPTH ? DSI_DEPTH_MAX : 0, 0);
    if (error != NULL && code == DSI_E_MAX_DEPTH) {
        dsi_walk_path(&self->walk, error->path, sizeof error->path);
    }
}

/*
 * If the copy was made, moves the room past it. If not, writes the error: its code and,
 * if the room was too small, the bytes that the copy needs.
 */
static void *copy_end(const copying *self, void *copy, dsi_code code, dsi_room *room,
                      dsi_error *error)
{
    if (code != DSI_OK) {
        copy_report(self, code, error);
        return NULL;
    }
    if (self->used > self->size) {
        dsi_error_set(error, DSI_E_MEMORY, self->size, self->used);
        return NULL;
    }
    dsi_error_set(error, DSI_OK, 0, 0);
    room->memory = self->memory + self->used;
    room->size -= self->used;
    return copy;
}

void *dsi_copy(const dsi_type *type, const void *object, dsi_room *room,
               dsi_error *error)
{
    char *copy = NULL;
    dsi_code code = DSI_E_ARGUMENT;
    copying self;

    copy_begin(&self, room);
    if (object != NULL) {
        copy = copy_bytes(&self, object, type->size);
        code = copy_content(&self, type, object, copy);
    }
    return copy_end(&self, copy, code, room, error);
}

/* Copies the part of an answer that its kind names. */
static dsi_code copy_part(copying *self, const dsi_operation *operation,
                          const char *answer, char *copy)
{
    bool is_output = dsi_answer_kind_of(answer) == DSI_OUTPUT;
    const dsi_type *type = is_output ? operation->output : &dsi_shape_service_error;
    size_t offset = is_output ? operation->answer.output : operation->answer.error;

    if (copy != NULL) {
        memcpy(copy + offset, answer + offset, type->size);
    }
    return copy_content(self, type, answer + offset,
                        copy != NULL ? copy + offset : NULL);
}

/*
 * Copies what every answer has. The rest is zeroed, so the part that is not copied is
 * empty.
 */
static void copy_face(copying *self, const dsi_operation *operation, const char *answer,
                      char *copy)
{
    dsi_answer face = dsi_answer_face(answer);

    if (face.request_id.data != NULL) {
        face.request_id = copy_text(self, face.request_id);
    }
    if (copy == NULL) {
        return;
    }
    memset(copy, 0, operation->answer.size);
    memcpy(copy, &face, sizeof face);
    if (operation->streamed != NULL) {
        memcpy(copy + operation->taken_offset, answer + operation->taken_offset,
               sizeof(size_t));
    }
}

static bool copy_has_kind(const void *answer)
{
    dsi_answer_kind kind = answer != NULL ? dsi_answer_kind_of(answer)
                                          : (dsi_answer_kind)0;

    return kind == DSI_OUTPUT || kind == DSI_SERVICE_ERROR;
}

void *dsi_copy_answer(const dsi_operation *operation, const void *answer,
                      dsi_room *room, dsi_error *error)
{
    char *copy = NULL;
    dsi_code code = DSI_E_ARGUMENT;
    copying self;

    copy_begin(&self, room);
    if (copy_has_kind(answer)) {
        copy = copy_take(&self, operation->answer.size, DSI_ALIGNMENT);
        copy_face(&self, operation, answer, copy);
        code = copy_part(&self, operation, answer, copy);
    }
    return copy_end(&self, copy, code, room, error);
}
