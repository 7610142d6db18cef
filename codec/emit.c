/*
 * codec/emit.c - structs to bytes.
 *
 * The encoder is a visitor of the walk: each value it reaches becomes a call of the
 * generator. The walk comes in the order of the rows, so the output does too. The first
 * code that is not DSI_OK stops the walk, and the walk still stands at the value. So
 * the path of an error is made of the walk.
 *
 * A buffer is a sink that copies, and a size is a sink that counts. All three public
 * forms give the same bytes for that reason.
 */
#include "codec/emit.h"

#include <string.h>

#include "codec/stream/generate.h"
#include "schema/error.h"
#include "schema/text/sum.h"
#include "schema/text/utf8.h"
#include "schema/walk.h"

#include <dsi/service_error.h>

typedef struct emission {
    dsi_walk walk;
    dsi_generator generator;
    const dsi_source *source;
    bool nulls;
    dsi_code code;
    size_t offset; /* in the string with the error */
} emission;

/* Keeps the outcome of a step; false stops the walk. */
static bool emission_after(emission *self, dsi_code code)
{
    self->code = code;
    return code == DSI_OK;
}

static bool emission_enter(void *context, const dsi_walk *walk)
{
    emission *self = context;

    return emission_after(self, dsi_walk_frame(walk)->type->kind == DSI_KIND_STRUCT
                                    ? dsi_generate_open_object(&self->generator)
                                    : dsi_generate_open_array(&self->generator));
}

static bool emission_leave(void *context, const dsi_walk *walk)
{
    emission *self = context;

    return emission_after(self, dsi_walk_frame(walk)->type->kind == DSI_KIND_STRUCT
                                    ? dsi_generate_close_object(&self->generator)
                                    : dsi_generate_close_array(&self->generator));
}

/* Writes the name of a member; if the member is present, its value follows. */
static bool emission_member(void *context, const dsi_walk *walk, bool present)
{
    emission *self = context;
    const dsi_member *member = dsi_walk_frame(walk)->member;
    dsi_string name = {.data = member->name, .length = member->name_length};

    if (!present && !self->nulls) {
        return true;
    }
    if (!emission_after(self, dsi_generate_string(&self->generator, name))) {
        return false;
    }
    if (present) {
        return true;
    }
    return emission_after(self, dsi_generate_null(&self->generator));
}

/*
 * Only an item of a list can be absent here: the walk does not visit an absent member's
 * value. yajl passes any bytes on, so the text is checked first.
 */
static dsi_code emission_string(emission *self, dsi_string text)
{
    size_t scalars;

    if (text.data == NULL) {
        return DSI_E_NULL_ITEM;
    }
    if (!dsi_utf8_scan(text, &scalars, &self->offset)) {
        return DSI_E_UTF8;
    }
    return dsi_generate_string(&self->generator, text);
}

static bool emission_scalar(void *context, const dsi_walk *walk, const dsi_type *type,
                            const void *value)
{
    emission *self = context;

    (void)walk;
    switch (type->kind) {
    case DSI_KIND_INT32:
    case DSI_KIND_INT64:
        return emission_after(
            self,
            dsi_generate_integer(&self->generator, dsi_type_integer(type, value)));
    case DSI_KIND_BOOLEAN:
        return emission_after(
            self, dsi_generate_boolean(&self->generator,
                                       ((const dsi_optional_bool *)value)->value));
    case DSI_KIND_ENUM:
        return emission_after(self, emission_string(self, dsi_type_text(type, value)));
    default:
        return emission_after(self, emission_string(self, *(const dsi_string *)value));
    }
}

/*
 * Everything before the item is written before the source is asked for it. The source
 * may take its time, and the reader need not wait for bytes that are ready.
 */
static bool emission_next(void *context, const void **item)
{
    emission *self = context;

    if (!emission_after(self, dsi_generator_flush(&self->generator))) {
        return false;
    }
    if (self->source->next(self->source->context, item)) {
        return true;
    }
    return emission_after(self, DSI_E_STOPPED);
}

/* Only these codes are about a place in the message; a sink's failure has none. */
static void emission_report(const emission *self, dsi_error *error)
{
    size_t limit = self->code == DSI_E_MAX_DEPTH ? DSI_DEPTH_MAX : 0;

    dsi_error_set(error, self->code, limit, 0);
    if (error == NULL) {
        return;
    }
    if (self->code == DSI_E_UTF8) {
        error->offset = self->offset;
    }
    if (self->code == DSI_E_UTF8 || self->code == DSI_E_STOPPED ||
        self->code == DSI_E_MAX_DEPTH || self->code == DSI_E_NULL_ITEM) {
        dsi_walk_path(&self->walk, error->path, sizeof error->path);
    }
}

bool dsi_emit_stream(const dsi_type *type, const void *object, const dsi_source *source,
                     const dsi_sink *sink, const dsi_encode_options *options,
                     dsi_error *error)
{
    dsi_visitor visitor = {.enter = emission_enter,
                           .leave = emission_leave,
                           .member = emission_member,
                           .scalar = emission_scalar,
                           .is_json = true,
                           .next = emission_next,
                           .streamed = source != NULL ? source->list : NULL};
    emission self;
    dsi_walk_result result;

    if (object == NULL || sink == NULL || sink->write == NULL) {
        dsi_error_set(error, DSI_E_ARGUMENT, 0, 0);
        return false;
    }
    self.source = source;
    self.nulls = options != NULL && options->nulls;
    self.code = DSI_OK;
    dsi_generator_begin(&self.generator, sink, options != NULL && options->pretty);
    result = dsi_walk_run(&self.walk, type, object, &visitor, &self);
    if (result == DSI_WALK_TOO_DEEP) {
        self.code = DSI_E_MAX_DEPTH;
    } else if (result == DSI_WALK_DONE) {
        self.code = dsi_generator_flush(&self.generator);
    }
    emission_report(&self, error);
    return self.code == DSI_OK;
}

bool dsi_emit_write(const dsi_type *type, const void *object, const dsi_sink *sink,
                    const dsi_encode_options *options, dsi_error *error)
{
    return dsi_emit_stream(type, object, NULL, sink, options, error);
}

/*
 * A buffer as a sink. A piece that does not fit and all pieces after it are only
 * counted, so no later, shorter piece lands in the gap.
 */
typedef struct emit_buffer {
    char *next;
    size_t room;
    size_t length;
} emit_buffer;

static bool emit_to_buffer(void *context, const char *bytes, size_t length)
{
    emit_buffer *buffer = context;

    buffer->length = dsi_sum(buffer->length, length);
    if (length > buffer->room) {
        buffer->room = 0;
    } else {
        memcpy(buffer->next, bytes, length);
        buffer->next += length;
        buffer->room -= length;
    }
    return true;
}

size_t dsi_emit_size(const dsi_type *type, const void *object, dsi_error *error)
{
    emit_buffer counter = {.room = 0};
    dsi_sink sink = {.write = emit_to_buffer, .context = &counter};

    return dsi_emit_write(type, object, &sink, NULL, error) ? counter.length : 0;
}

size_t dsi_emit(const dsi_type *type, const void *object, char *buffer, size_t capacity,
                dsi_error *error)
{
    size_t room = buffer == NULL ? 0 : capacity;
    emit_buffer target = {.next = buffer, .room = room};
    dsi_sink sink = {.write = emit_to_buffer, .context = &target};

    if (!dsi_emit_write(type, object, &sink, NULL, error)) {
        return 0;
    }
    if (target.length > room) {
        dsi_error_set(error, DSI_E_BUFFER_SIZE, room, target.length);
        return 0;
    }
    return target.length;
}
