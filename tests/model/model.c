/*
 * tests/model/model.c - looks up operations, messages, shapes and members of the
 * account.
 */
#include "tests/model/model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* CMake makes the list, of the files model_STEM.c. */
#define OPERATION(stem) extern const model_operation model_##stem;
#include "model_operations.h"
#undef OPERATION

#define OPERATION(stem) &model_##stem,

const model_operation *const model_operations[] = {
#include "model_operations.h"
    NULL};

/* ------------------------------------------------------------------------ messages */

static model_message model_request(const model_operation *operation)
{
    return (model_message){.operation = operation,
                           .is_request = true,
                           .shape = operation->input,
                           .size = operation->input->size,
                           .typed = operation->request};
}

static model_message model_response(const model_operation *operation)
{
    return (model_message){.operation = operation,
                           .shape = operation->output,
                           .size = operation->answer.size,
                           .offset = operation->answer.output,
                           .typed = operation->response};
}

model_message model_find(const char *name)
{
    size_t length = strcspn(name, "-");

    for (size_t i = 0; model_operations[i] != NULL; i++) {
        const model_operation *operation = model_operations[i];

        if (strlen(operation->stem) != length ||
            memcmp(operation->stem, name, length) != 0) {
            continue;
        }
        if (strcmp(name + length, "-request") == 0) {
            return model_request(operation);
        }
        if (strcmp(name + length, "-response") == 0) {
            return model_response(operation);
        }
    }
    return (model_message){.operation = NULL};
}

size_t message_count(void)
{
    size_t count = 0;

    while (dsi_message_at(count) != NULL) {
        count++;
    }
    return count;
}

model_message model_of(const dsi_message *message)
{
    model_message found = model_find(dsi_message_name(message));

    if (found.operation == NULL) {
        fprintf(stderr, "tests/model has no %s\n", dsi_message_name(message));
        abort();
    }
    return found;
}

/* -------------------------------------------------------------------------- shapes */

static void model_add(model_set *set, const model_shape *shape)
{
    size_t i = 0;

    while (i < set->count && set->shapes[i] != shape) {
        i++;
    }
    if (i == MODEL_SHAPES_MAX) {
        fprintf(stderr, "MODEL_SHAPES_MAX is too small for %s\n", shape->name);
        abort();
    }
    if (i == set->count) {
        set->shapes[set->count++] = shape;
    }
}

/* The loop also visits the shapes that it adds, so it ends when no shape is new. */
static void model_close(model_set *set)
{
    for (size_t i = 0; i < set->count; i++) {
        const model_shape *shape = set->shapes[i];

        if (shape->kind == MODEL_LIST) {
            model_add(set, shape->element);
        }
        for (size_t j = 0;
             shape->kind == MODEL_STRUCT && shape->members[j].name != NULL; j++) {
            model_add(set, shape->members[j].shape);
        }
    }
}

const model_set *model_all(void)
{
    static model_set set;

    if (set.count == 0) {
        for (size_t i = 0; model_operations[i] != NULL; i++) {
            model_add(&set, model_operations[i]->input);
            model_add(&set, model_operations[i]->output);
        }
        model_add(&set, &model_exception);
        model_close(&set);
    }
    return &set;
}

void model_posix_pattern(const char *pattern, char *expression)
{
    static const char digit[] = "[0-9]";

    for (; *pattern != '\0'; pattern++) {
        if (pattern[0] == '\\' && pattern[1] == 'd') {
            memcpy(expression, digit, sizeof digit - 1);
            expression += sizeof digit - 1;
            pattern++;
        } else {
            *expression++ = *pattern;
        }
    }
    *expression = '\0';
}

const model_shape *model_shape_named(const char *name)
{
    const model_set *set = model_all();

    for (size_t i = 0; i < set->count; i++) {
        if (strcmp(set->shapes[i]->name, name) == 0) {
            return set->shapes[i];
        }
    }
    return NULL;
}

const model_member *model_member_named(const model_shape *shape, const char *name,
                                       size_t length)
{
    const model_member *member = shape->members;

    while (member->name != NULL && (strlen(member->name) != length ||
                                    memcmp(member->name, name, length) != 0)) {
        member++;
    }
    return member->name != NULL ? member : NULL;
}

const model_member *model_member_at(const model_shape *shape, const char *pointer)
{
    const model_member *member = NULL;

    while (*pointer == '/' && shape->kind == MODEL_STRUCT) {
        size_t length = strcspn(++pointer, "/");

        member = model_member_named(shape, pointer, length);
        if (member == NULL) {
            return NULL;
        }
        shape = member->shape;
        pointer += length;
    }
    return *pointer == '\0' ? member : NULL;
}
