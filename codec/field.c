/* Setting a message's fields from text. */
#include <dsi/message.h>

#include "codec/arena.h"
#include "codec/value.h"
#include "schema/fault.h"
#include "schema/field.h"
#include "schema/operation.h"
#include "schema/words.h"

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
    dsi_words words = {.buffer = path, .capacity = capacity};

    for (size_t i = 0; i < way->depth; i++) {
        dsi_words_add(&words, "/");
        dsi_words_add(&words, way->members[i]->name);
    }
    (void)dsi_words_end(&words);
}

static bool field_is_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

/* includeModelsSDL becomes include-models-sdl. */
static void field_write_option(const dsi_member *member, char *option, size_t capacity)
{
    dsi_words words = {.buffer = option, .capacity = capacity};

    if (member->option != NULL) {
        dsi_words_add(&words, member->option);
    }
    for (const char *at = member->name; member->option == NULL && *at != '\0'; at++) {
        if (field_is_upper(*at) && at > member->name && !field_is_upper(at[-1])) {
            dsi_words_add(&words, "-");
        }
        dsi_words_add_byte(&words, (char)(field_is_upper(*at) ? *at - 'A' + 'a' : *at));
    }
    (void)dsi_words_end(&words);
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
    return value < type->value_count ? type->values[value] : NULL;
}

/* Structures may be shared, or const: what is changed is a copy. */
static void *field_enter(dsi_arena *arena, const dsi_member *member, void *object)
{
    char *place = (char *)object + member->offset;
    void *copy = dsi_arena_take(arena, member->type->size);
    const void *before;

    memcpy(&before, place, sizeof before);
    if (copy != NULL && before != NULL) {
        memcpy(copy, before, member->type->size);
    }
    if (copy != NULL) {
        memcpy(place, &copy, sizeof copy);
    }
    return copy;
}

static dsi_code field_set(const dsi_field_path *way, void *object, dsi_arena *arena,
                          dsi_string text)
{
    const dsi_member *member = dsi_field_member(way);

    for (size_t i = 0; i + 1 < way->depth; i++) {
        object = field_enter(arena, way->members[i], object);
        if (object == NULL) {
            return DSI_E_MEMORY;
        }
    }
    return dsi_value_set(member->type, (char *)object + member->offset, text);
}

bool dsi_message_set(const dsi_message *message, void *object, dsi_room *room,
                     size_t index, dsi_string text, dsi_error *error)
{
    char *memory = room->memory;
    dsi_arena arena = {.bottom = memory, .top = memory + room->size};
    dsi_field_path way;
    dsi_code code = DSI_E_ARGUMENT;

    dsi_error_set(error, DSI_OK, 0, 0);
    if (dsi_field_find(field_type(message), index, &way)) {
        code = field_set(&way, (char *)object + dsi_message_offset(message), &arena,
                         text);
        if (error != NULL) {
            field_write_path(&way, error->path, sizeof error->path);
        }
    }
    room->size -= (size_t)(arena.bottom - memory);
    room->memory = arena.bottom;
    if (error != NULL) {
        error->code = code;
    }
    return code == DSI_OK;
}
