/*
 * tests/model/items.c - takes the items of an answer, and writes them where they
 * belong.
 */
#include "tests/model/items.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/model/bytes.h"

static bool items_take(void *context, const void *item)
{
    items_taken *taken = context;
    gathered text = {
        .bytes = taken->text, .capacity = ITEMS_TEXT_MAX, .length = taken->length};
    dsi_sink sink = {.write = gather, .context = &text};
    bool good = (taken->count++ == 0 || gather(&text, ",", 1)) &&
                dsi_message_item_write(taken->message, item, &sink, NULL, NULL);

    taken->length = text.length;
    return good;
}

dsi_item_sink items_begin(items_taken *taken, const dsi_message *message)
{
    taken->message = message;
    taken->count = 0;
    taken->length = 0;
    return (dsi_item_sink){.take = items_take, .context = taken};
}

const char *items_name(const dsi_message *message)
{
    return strrchr(model_of(message).operation->items, '/') + 1;
}

/* ------------------------------------------------------------------- another list */

/* Copies a structure. items_free frees all copies. */
static char *items_copy_structure(items_copy *copy, const void *structure, size_t size)
{
    size_t i = 0;

    while (i + 1 < ITEMS_DEPTH_MAX && copy->structures[i] != NULL) {
        i++;
    }
    copy->structures[i] = malloc(size);
    if (copy->structures[i] == NULL) {
        perror("tests/model");
        abort();
    }
    return memcpy(copy->structures[i], structure, size);
}

void items_free(items_copy *copy)
{
    for (size_t i = 0; i < ITEMS_DEPTH_MAX; i++) {
        free(copy->structures[i]);
    }
}

items_copy items_replace(const model_message *message, const void *answer,
                         const value_list *list)
{
    static const value_list absent = {.items = NULL};
    items_copy copy = {.answer = NULL};
    char *whole = items_copy_structure(&copy, answer, message->size);
    char *place = whole + message->offset;
    const model_shape *shape = message->shape;
    const char *step = message->operation->items;

    while (shape->kind == MODEL_STRUCT) {
        size_t length = strcspn(++step, "/");
        const model_member *member = model_member_named(shape, step, length);
        char *inner = place + member->offset;

        if (member->shape->kind == MODEL_STRUCT) {
            const void *structure = value_get(member, place);

            if (structure == NULL) {
                return copy;
            }
            place = items_copy_structure(&copy, structure, member->shape->size);
            memcpy(inner, &place, sizeof place);
        } else {
            place = inner;
        }
        shape = member->shape;
        copy.name = member->name;
        step += length;
    }
    copy.before = value_get_list(place);
    memcpy(place, list != NULL ? list : &absent, sizeof *list);
    copy.shape = shape;
    copy.answer = whole;
    return copy;
}

/* ------------------------------------------------------- items where they belong */

/*
 * Finds the only empty list of this name. Returns the offset after its opening bracket,
 * or 0 if there is no such list, or more than one.
 */
static size_t items_find(const gathered *text, const char *name)
{
    char empty[64];
    size_t length = (size_t)snprintf(empty, sizeof empty, "\"%s\":[]", name);
    size_t found = 0;

    for (size_t i = 0; i + length <= text->length; i++) {
        if (memcmp(text->bytes + i, empty, length) == 0) {
            if (found > 0) {
                return 0;
            }
            found = i + length - 1;
        }
    }
    return found;
}

static const char *items_splice(const items_taken *taken, const items_copy *copy,
                                const dsi_sink *sink, size_t *place)
{
    static char bytes[ITEMS_TEXT_MAX];
    gathered rest = {.bytes = bytes, .capacity = sizeof bytes};
    dsi_sink to_rest = {.write = gather, .context = &rest};
    size_t at;

    if (copy->answer == NULL) {
        return "the structure around taken items is present";
    }
    if (!dsi_message_write(taken->message, copy->answer, &to_rest, NULL, NULL)) {
        return "an output can be encoded";
    }
    at = items_find(&rest, copy->name);
    if (at == 0) {
        return "an empty list is written exactly once";
    }
    if (place != NULL) {
        *place = at;
    }
    return sink->write(sink->context, bytes, at) &&
                   sink->write(sink->context, taken->text, taken->length) &&
                   sink->write(sink->context, bytes + at, rest.length - at)
               ? NULL
               : "an output has room";
}

static size_t items_count(const model_message *message, const void *answer)
{
    size_t count;

    memcpy(&count, (const char *)answer + message->operation->answer.taken,
           sizeof count);
    return count;
}

static bool items_are_kept(const model_message *message, const void *answer)
{
    items_copy copy = items_replace(message, answer, NULL);

    items_free(&copy);
    return copy.before.items != NULL || copy.before.count != 0;
}

const char *items_write(const items_taken *taken, const void *answer,
                        const dsi_sink *sink, size_t *place)
{
    static const value_list empty = {.items = ""};
    model_message message = model_of(taken->message);
    const char *wrong;
    items_copy copy;

    if (items_count(&message, answer) != taken->count) {
        return "each item that is taken is counted";
    }
    if (items_are_kept(&message, answer)) {
        return "items that are taken are not kept";
    }
    if (taken->count == 0) {
        return dsi_message_write(taken->message, answer, sink, NULL, NULL)
                   ? NULL
                   : "an output can be encoded";
    }
    copy = items_replace(&message, answer, &empty);
    wrong = items_splice(taken, &copy, sink, place);
    items_free(&copy);
    return wrong;
}
