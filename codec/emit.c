/*
 * codec/emit.c - structs to bytes.
 *
 * The encoder is a visitor of the walk: each value it reaches becomes a call of a
 * generator. The walk comes in the order of the rows, so the output does too. The first
 * code that is not DSI_OK stops the walk, and the walk still stands at the value. So
 * the path of an error is made of the walk.
 *
 * Into a sink yajl's generator writes, and into a buffer dsi's own
 * (codec/direct/write.h), which gives the same bytes. A size is that of a buffer in
 * which nothing fits. Without the direct engine a buffer is a sink that copies.
 */
#include "codec/emit.h"

#include <string.h>

#include "codec/direct/write.h"
#include "codec/stream/generate.h"
#include "schema/error.h"
#include "schema/text/sum.h"
#include "schema/text/utf8.h"
#include "schema/walk_run.h"

#include <dsi/service_error.h>

typedef struct emission {
    const dsi_type *type;
    const void *object;
    dsi_walk walk;
    dsi_generator *generator; /* NULL: into a buffer */
    dsi_direct_writer writer;
    const dsi_source *source;
    bool nulls;
    dsi_code code;
    size_t offset;    /* in the string with the error */
    dsi_error *error; /* of the caller; may be NULL */
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
    bool is_object = dsi_walk_frame(walk)->type->kind == DSI_KIND_STRUCT;

    if (self->generator == NULL) {
        dsi_direct_open(&self->writer, is_object ? '{' : '[');
        return true;
    }
    return emission_after(self, is_object ? dsi_generate_open_object(self->generator)
                                          : dsi_generate_open_array(self->generator));
}

static bool emission_leave(void *context, const dsi_walk *walk)
{
    emission *self = context;
    bool is_object = dsi_walk_frame(walk)->type->kind == DSI_KIND_STRUCT;

    if (self->generator == NULL) {
        dsi_direct_close(&self->writer, is_object ? '}' : ']');
        return true;
    }
    return emission_after(self, is_object ? dsi_generate_close_object(self->generator)
                                          : dsi_generate_close_array(self->generator));
}

/*
 * Writes the name of a member; if the member is present, its value follows. Only into a
 * sink nulls are written: no other form takes options.
 */
static bool emission_member(void *context, const dsi_walk *walk, bool present)
{
    emission *self = context;
    const dsi_member *member = dsi_walk_frame(walk)->member;
    dsi_string name = {.data = member->name, .length = member->name_length};

    if (!present && !self->nulls) {
        return true;
    }
    if (self->generator == NULL) {
        dsi_direct_name(&self->writer, name);
        return true;
    }
    if (!emission_after(self, dsi_generate_string(self->generator, name))) {
        return false;
    }
    if (present) {
        return true;
    }
    return emission_after(self, dsi_generate_null(self->generator));
}

/* The direct writer checks a text by itself. The scan tells where it is wrong. */
static dsi_code emission_string_direct(emission *self, dsi_string text)
{
    size_t scalars;

    if (dsi_direct_string(&self->writer, text)) {
        return DSI_OK;
    }
    (void)dsi_utf8_scan(text, &scalars, &self->offset);
    return DSI_E_UTF8;
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
    if (self->generator == NULL) {
        return emission_string_direct(self, text);
    }
    if (!dsi_utf8_scan(text, &scalars, &self->offset)) {
        return DSI_E_UTF8;
    }
    return dsi_generate_string(self->generator, text);
}

static bool emission_integer(emission *self, int64_t value)
{
    if (self->generator == NULL) {
        dsi_direct_integer(&self->writer, value);
        return true;
    }
    return emission_after(self, dsi_generate_integer(self->generator, value));
}

static bool emission_boolean(emission *self, bool value)
{
    if (self->generator == NULL) {
        dsi_direct_boolean(&self->writer, value);
        return true;
    }
    return emission_after(self, dsi_generate_boolean(self->generator, value));
}

static bool emission_scalar(void *context, const dsi_walk *walk, const dsi_type *type,
                            const void *value)
{
    emission *self = context;

    (void)walk;
    switch (type->kind) {
    case DSI_KIND_INT32:
    case DSI_KIND_INT64:
        return emission_integer(self, dsi_type_integer(type, value));
    case DSI_KIND_BOOLEAN:
        return emission_boolean(self, ((const dsi_optional_bool *)value)->value);
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

    if (!emission_after(self, dsi_generator_flush(self->generator))) {
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

static void emission_run(void *context, dsi_frame *frames, size_t capacity)
{
    emission *self = context;
    dsi_visitor visitor = {.enter = emission_enter,
                           .leave = emission_leave,
                           .member = emission_member,
                           .scalar = emission_scalar,
                           .is_json = true};
    dsi_walk_result result;

    if (self->source != NULL) {
        visitor.next = emission_next;
        visitor.streamed = self->source->list;
    }
    self->walk = (dsi_walk){.frames = frames, .capacity = capacity};
    result = dsi_walk_over(&self->walk, self->type, self->object, &visitor, self);
    if (result == DSI_WALK_TOO_DEEP) {
        self->code = DSI_E_MAX_DEPTH;
    } else if (result == DSI_WALK_DONE && self->generator != NULL) {
        self->code = dsi_generator_flush(self->generator);
    }
    emission_report(self, self->error);
}

/* Walks the object. The emission knows where it goes; the rest is set here. */
static bool emission_start(emission *self, const dsi_type *type, const void *object,
                           dsi_error *error)
{
    self->type = type;
    self->object = object;
    self->code = DSI_OK;
    self->error = error;
    dsi_walk_lend(type, emission_run, self);
    return self->code == DSI_OK;
}

bool dsi_emit_stream(const dsi_type *type, const void *object, const dsi_source *source,
                     const dsi_sink *sink, const dsi_encode_options *options,
                     dsi_error *error)
{
    dsi_generator generator;
    emission self;

    if (object == NULL || sink == NULL || sink->write == NULL) {
        dsi_error_set(error, DSI_E_ARGUMENT, 0, 0);
        return false;
    }
    dsi_generator_begin(&generator, sink, options != NULL && options->pretty);
    self.generator = &generator;
    self.source = source;
    self.nulls = options != NULL && options->nulls;
    return emission_start(&self, type, object, error);
}

bool dsi_emit_write(const dsi_type *type, const void *object, const dsi_sink *sink,
                    const dsi_encode_options *options, dsi_error *error)
{
    return dsi_emit_stream(type, object, NULL, sink, options, error);
}

/* --------------------------------------------------------------------------- buffers */

#ifndef DSI_WITHOUT_DIRECT

/* Sets `*length` to that of the message, even if it does not fit. */
static bool emit_into(const dsi_type *type, const void *object, char *buffer,
                      size_t room, size_t *length, dsi_error *error)
{
    emission self;
    bool good;

    if (object == NULL) {
        dsi_error_set(error, DSI_E_ARGUMENT, 0, 0);
        return false;
    }
    self.generator = NULL;
    self.writer = (dsi_direct_writer){.to = buffer, .room = room};
    self.source = NULL;
    self.nulls = false;
    good = emission_start(&self, type, object, error);
    *length = self.writer.length;
    return good;
}

#else

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

static bool emit_into(const dsi_type *type, const void *object, char *buffer,
                      size_t room, size_t *length, dsi_error *error)
{
    emit_buffer target = {.next = buffer, .room = room};
    dsi_sink sink = {.write = emit_to_buffer, .context = &target};
    bool good = dsi_emit_write(type, object, &sink, NULL, error);

    *length = target.length;
    return good;
}

#endif

size_t dsi_emit_size(const dsi_type *type, const void *object, dsi_error *error)
{
    size_t length;

    return emit_into(type, object, NULL, 0, &length, error) ? length : 0;
}

size_t dsi_emit(const dsi_type *type, const void *object, char *buffer, size_t capacity,
                dsi_error *error)
{
    size_t room = buffer == NULL ? 0 : capacity;
    size_t length;

    if (!emit_into(type, object, buffer, room, &length, error)) {
        return 0;
    }
    if (length > room) {
        dsi_error_set(error, DSI_E_BUFFER_SIZE, room, length);
        return 0;
    }
    return length;
}
