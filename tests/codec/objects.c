/*
 * tests/codec/objects.c - derives the places by walking over the shapes of tests/model.
 */
#include "tests/codec/objects.h"

#include <stdio.h>
#include <string.h>

#define OBJECTS_MAX 128

static object_place places[OBJECTS_MAX];
static size_t place_count;

static object_place *object_add(const dsi_message *message, const model_shape *shape)
{
    object_place *added = &places[place_count++];

    expect(place_count < OBJECTS_MAX, "make OBJECTS_MAX larger");
    *added = (object_place){.message = message, .shape = shape};
    return added;
}

/* How many of this place and the places around it have this shape. */
static size_t object_count_of(const object_place *place, const model_shape *shape)
{
    size_t count = 0;

    for (size_t i = 0; i < place_count; i++) {
        count += places[i].message == place->message && places[i].shape == shape &&
                 strncmp(places[i].path, place->path, strlen(places[i].path)) == 0;
    }
    return count;
}

/* Concatenates texts; NULL ends them. */
static void object_join(char *text, const char *const *parts)
{
    size_t length = 0;

    for (; *parts != NULL; parts++) {
        expect(length + strlen(*parts) < OBJECT_TEXT_MAX,
               "make OBJECT_TEXT_MAX larger");
        memcpy(text + length, *parts, strlen(*parts) + 1);
        length += strlen(*parts);
    }
}

/* The item is not its list's first. Nulls come before it where they are allowed. */
static void object_add_item(const object_place *place, const model_member *member)
{
    bool nulls = !dsi_message_is_request(place->message);
    object_place *added = object_add(place->message, member->shape->element);

    object_join(added->before,
                (const char *[]){place->before, "{\"", member->name,
                                 nulls ? "\":[{},null," : "\":[{},{},", NULL});
    object_join(added->after, (const char *[]){",{}]}", place->after, NULL});
    object_join(added->path,
                (const char *[]){place->path, "/", member->name, "/2", NULL});
}

static void object_add_member(const object_place *place, const model_member *member)
{
    object_place *added = object_add(place->message, member->shape);

    object_join(added->before,
                (const char *[]){place->before, "{\"", member->name, "\":", NULL});
    object_join(added->after, (const char *[]){"}", place->after, NULL});
    object_join(added->path, (const char *[]){place->path, "/", member->name, NULL});
}

/* Adds the objects inside this one. A recursive shape is entered twice at most. */
static void object_enter(const object_place *place)
{
    for (const model_member *member = place->shape->members; member->name != NULL;
         member++) {
        const model_shape *shape = member->shape;

        if (shape->kind == MODEL_STRUCT && object_count_of(place, shape) < 2) {
            object_add_member(place, member);
        } else if (shape->kind == MODEL_LIST && shape->element->kind == MODEL_STRUCT &&
                   object_count_of(place, shape->element) < 2) {
            object_add_item(place, member);
        }
    }
}

/* The loop also reaches the places that it adds. */
static void object_make(void)
{
    for (size_t i = 0; dsi_message_at(i) != NULL; i++) {
        (void)object_add(dsi_message_at(i), model_of(dsi_message_at(i)).shape);
    }
    for (size_t i = 0; i < place_count; i++) {
        object_enter(&places[i]);
    }
}

size_t object_count(void)
{
    if (place_count == 0) {
        object_make();
    }
    return place_count;
}

const object_place *object_at(size_t index)
{
    return index < object_count() ? &places[index] : NULL;
}

dsi_json_type object_type(const model_shape *shape)
{
    static const dsi_json_type types[] = {
        [MODEL_STRING] = DSI_JSON_STRING,   [MODEL_ENUM] = DSI_JSON_STRING,
        [MODEL_INT32] = DSI_JSON_NUMBER,    [MODEL_INT64] = DSI_JSON_NUMBER,
        [MODEL_BOOLEAN] = DSI_JSON_BOOLEAN, [MODEL_STRUCT] = DSI_JSON_OBJECT,
        [MODEL_LIST] = DSI_JSON_ARRAY};

    return types[shape->kind];
}

static const char *const values[] = {
    [MODEL_STRING] = "\"s\"", [MODEL_ENUM] = "\"E\"",   [MODEL_INT32] = "7",
    [MODEL_INT64] = "-7",     [MODEL_BOOLEAN] = "true", [MODEL_STRUCT] = "{}",
    [MODEL_LIST] = "[{}]"};

/*
 * An object with its first member. No list is empty, because streaming drops it then.
 */
static void object_small(const model_shape *shape, char *text, size_t capacity)
{
    const model_member *first = shape->members;

    (void)snprintf(text, capacity, "{\"%s\":%s}", first->name,
                   values[first->shape->kind]);
}

void object_value(const model_shape *shape, char *text, size_t capacity)
{
    char item[128];

    if (shape->kind == MODEL_STRUCT) {
        object_small(shape, text, capacity);
    } else if (shape->kind == MODEL_LIST && shape->element->kind == MODEL_STRUCT) {
        object_small(shape->element, item, sizeof item);
        (void)snprintf(text, capacity, "[%s,{}]", item);
    } else if (shape->kind == MODEL_LIST) {
        (void)snprintf(text, capacity, "[\"a\",\"b\"]");
    } else {
        (void)snprintf(text, capacity, "%s", values[shape->kind]);
    }
}
