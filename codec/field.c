/*
 * codec/field.c - a message's members and fields: what the public functions say of
 * them, and setting a field from text.
 *
 * schema/field.c finds the way to a field. This file describes it, and follows it
 * through the structures of a message.
 */
#include <dsi/message.h>

#include "codec/arena.h"
#include "codec/value.h"
#include "schema/error.h"
#include "schema/field.h"
#include "schema/operation.h"
#include "schema/text/buffer.h"

static const dsi_type *field_type(const dsi_message *message)
{
    return message->is_request ? message->operation->input : message->operation->output;
}

static dsi_field_kind field_kind(const dsi_type *type)
{
    static const dsi_field_kind kinds[] = {[DSI_KIND_STRING] = DSI_FIELD_TEXT,
                                           [DSI_KIND_ENUM] = DSI_FIELD_ENUM,
                                           [DSI_KIND_INT32] = DSI_FIELD_INT32,
                                           [DSI_KIND_INT64] = DSI_FIELD_INT64,
                                           [DSI_KIND_BOOLEAN] = DSI_FIELD_BOOLEAN};

    return kinds[type->kind];
}

static void field_write_path(const dsi_field_path *way, char *path, size_t capacity)
{
    dsi_buffer out = {.bytes = path, .capacity = capacity};

    for (size_t i = 0; i < way->depth; i++) {
        dsi_buffer_add(&out, "/");
        dsi_buffer_add(&out, way->members[i]->name);
    }
    (void)dsi_buffer_end(&out);
}

static bool field_is_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

/*
 * includeModelsSDL becomes include-models-sdl: a hyphen stands before a capital that
 * does not follow another one.
 */
static void field_write_option(const dsi_member *member, char *option, size_t capacity)
{
    dsi_buffer out = {.bytes = option, .capacity = capacity};

    if (member->option != NULL) {
        dsi_buffer_add(&out, member->option);
    }
    for (const char *at = member->name; member->option == NULL && *at != '\0'; at++) {
        if (field_is_upper(*at) && at > member->name && !field_is_upper(at[-1])) {
            dsi_buffer_add(&out, "-");
        }
        dsi_buffer_add_byte(&out, (char)(field_is_upper(*at) ? *at - 'A' + 'a' : *at));
    }
    (void)dsi_buffer_end(&out);
}

/* What a part of a path leads to: an item of a list, or a member. NULL: nothing. */
static const dsi_type *field_step(const dsi_type *type, dsi_string part)
{
    const dsi_member *member = dsi_type_find(type, part);

    if (type->kind == DSI_KIND_LIST) {
        return type->element;
    }
    return member != NULL ? member->type : NULL;
}

const char *dsi_message_member(const dsi_message *message, const char *path,
                               size_t index)
{
    const dsi_type *type = field_type(message);

    while (type != NULL && *path == '/') {
        size_t length = strcspn(path + 1, "/");

        type = field_step(type, (dsi_string){.data = path + 1, .length = length});
        path += 1 + length;
    }
    for (size_t i = 0; type != NULL && *path == '\0' && i < type->member_count; i++) {
        if (!dsi_member_is_beside(type, &type->members[i]) && index-- == 0) {
            return type->members[i].name;
        }
    }
    return NULL;
}

bool dsi_message_field(const dsi_message *message, size_t index, dsi_field *field)
{
    const dsi_member *member;
    dsi_field_path way;

    if (!dsi_field_find(field_type(message), index, &way)) {
        return false;
    }
    member = dsi_field_member(&way);
    *field = (dsi_field){.kind = field_kind(member->type),
                         .required = member->required,
                         .value = member->value,
                         .help = member->help};
    field_write_path(&way, field->path, sizeof field->path);
    field_write_option(member, field->option, sizeof field->option);
    return true;
}

const char *dsi_message_field_value(const dsi_message *message, size_t index,
                                    size_t value)
{
    const dsi_type *type;
    dsi_field_path way;

    if (!dsi_field_find(field_type(message), index, &way)) {
        return NULL;
    }
    type = dsi_field_member(&way)->type;
    return value < type->value_count ? type->values[value].data : NULL;
}

/*
 * Copies the structure that the pointer at `place` points to. For a NULL pointer it
 * makes an empty one. NULL if there is no room.
 */
static void *field_copy(dsi_arena *arena, const dsi_type *type, const void *place)
{
    void *copy = dsi_arena_take(arena, type->size);
    const void *before;

    memcpy(&before, place, sizeof before);
    if (copy != NULL && before != NULL) {
        memcpy(copy, before, type->size);
    }
    return copy;
}

/*
 * Structures may be shared, or const, so each one on the way is copied and the copy is
 * changed. Each copy is linked into the one before it. The first takes its place in the
 * message last, so a failure changes nothing.
 */
static dsi_code field_set(const dsi_field_path *way, void *object, dsi_arena *arena,
                          dsi_string text)
{
    const dsi_member *member = way->members[0];
    char *first_place = (char *)object + member->offset;
    char *place = first_place;
    void *first = NULL;
    dsi_code code;

    for (size_t i = 1; i < way->depth; i++) {
        char *copy = field_copy(arena, member->type, place);

        if (copy == NULL) {
            return DSI_E_MEMORY;
        }
        if (first == NULL) {
            first = copy;
        } else {
            memcpy(place, &copy, sizeof copy);
        }
        member = way->members[i];
        place = copy + member->offset;
    }
    code = dsi_value_set(member->type, place, text);
    if (code == DSI_OK && first != NULL) {
        memcpy(first_place, &first, sizeof first);
    }
    return code;
}

static void field_fail(const dsi_field_path *way, dsi_code code, dsi_error *error)
{
    dsi_error_set(error, code, 0, 0);
    if (error == NULL) {
        return;
    }
    field_write_path(way, error->path, sizeof error->path);
    dsi_value_explain(error);
}

bool dsi_message_field_set(const dsi_message *message, void *object, dsi_room *room,
                           size_t index, dsi_string text, dsi_error *error)
{
    char *memory = room->memory;
    char *end = memory != NULL ? memory + room->size : NULL;
    dsi_arena arena = {.bottom = memory, .top = end};
    dsi_field_path way;
    dsi_code code;

    if (!dsi_field_find(field_type(message), index, &way)) {
        dsi_error_set(error, DSI_E_ARGUMENT, 0, 0);
        return false;
    }
    code = field_set(&way, (char *)object + dsi_message_offset(message), &arena, text);
    if (code != DSI_OK) {
        field_fail(&way, code, error);
        return false;
    }
    dsi_error_set(error, DSI_OK, 0, 0);
    *room = (dsi_room){.memory = arena.bottom, .size = (size_t)(end - arena.bottom)};
    return true;
}
