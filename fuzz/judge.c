/*
 * fuzz/judge.c - a second account of encoding.
 *
 * It walks a struct by tests/model's shapes and stops at the first value that cannot be
 * encoded. For a target it also writes the text that dsi must write.
 */
#include "fuzz/judge.h"

#include "fuzz/utf8.h"
#include "tests/model/value.h"

#include <stdio.h>
#include <string.h>

static void judge(const model_shape *shape, const void *value, size_t depth,
                  verdict *found);

/* The path keeps its last steps if something was found, so it leads to that place. */
static void judge_member(const model_member *member, const void *value, size_t depth,
                         verdict *found)
{
    size_t length = strlen(found->path);

    snprintf(found->path + length, sizeof found->path - length, "/%s", member->name);
    judge(member->shape, value, depth, found);
    if (found->code == DSI_OK) {
        found->path[length] = '\0';
    }
}

static void judge_list(const model_shape *shape, const void *place, size_t depth,
                       verdict *found)
{
    value_list list = value_get_list(place);
    size_t length = strlen(found->path);

    for (size_t i = 0; i < list.count && found->code == DSI_OK; i++) {
        snprintf(found->path + length, sizeof found->path - length, "/%zu", i);
        judge(shape->element, value_item(shape, &list, i), depth, found);
    }
    if (found->code == DSI_OK) {
        found->path[length] = '\0';
    }
}

static void judge_text(dsi_string text, verdict *found)
{
    size_t offset = utf8_find_error(text);

    if (offset < text.length) {
        found->code = DSI_E_UTF8;
        found->offset = offset;
    }
}

static void judge_struct(const model_shape *shape, const void *object, size_t depth,
                         verdict *found)
{
    for (const model_member *member = shape->members;
         member->name != NULL && found->code == DSI_OK; member++) {
        const void *value = value_get(member, object);

        if (value != NULL) {
            judge_member(member, value, depth, found);
        }
    }
}

static void judge(const model_shape *shape, const void *value, size_t depth,
                  verdict *found)
{
    switch (shape->kind) {
    case MODEL_STRUCT:
    case MODEL_LIST:
        if (depth == DSI_MAX_DEPTH_MAX) {
            found->code = DSI_E_MAX_DEPTH;
        } else if (shape->kind == MODEL_LIST) {
            judge_list(shape, value, depth + 1, found);
        } else {
            judge_struct(shape, value, depth + 1, found);
        }
        return;
    case MODEL_STRING:
    case MODEL_ENUM:
        if (value_get_text(shape, value).data == NULL) {
            found->code = DSI_E_NULL_ITEM; /* an absent member is not judged */
        } else {
            judge_text(value_get_text(shape, value), found);
        }
        return;
    default:
        return;
    }
}

verdict judge_body(const model_shape *shape, const void *body)
{
    verdict found = {.code = DSI_OK};

    judge(shape, body, 0, &found);
    return found;
}

/* ------------------------------------------------------------------- the target */

/* Adds to a text that has room for it. */
static void add_bytes(char *text, const char *more, size_t length)
{
    text += strlen(text);
    memcpy(text, more, length);
    text[length] = '\0';
}

static void add(char *text, const char *more)
{
    add_bytes(text, more, strlen(more));
}

static void add_escaped(char *target, dsi_string text)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                "0123456789-._~";

    target += strlen(target);
    for (size_t i = 0; i < text.length; i++) {
        if (memchr(plain, text.data[i], sizeof plain - 1) != NULL) {
            *target++ = text.data[i];
        } else {
            target += snprintf(target, sizeof "%XX", "%%%02X",
                               (unsigned char)text.data[i]);
        }
    }
    *target = '\0';
}

/* The value at a member's place, which is set. */
static void add_value(const model_member *member, const void *place, char *target,
                      verdict *found)
{
    char digits[24];

    switch (member->shape->kind) {
    case MODEL_BOOLEAN:
        add(target, value_get_boolean(place) ? "true" : "false");
        return;
    case MODEL_INT32:
    case MODEL_INT64:
        snprintf(digits, sizeof digits, "%lld",
                 (long long)value_get_integer(member->shape, place));
        add(target, digits);
        return;
    default:
        judge_text(value_get_text(member->shape, place), found);
        add_escaped(target, value_get_text(member->shape, place));
    }
}

/* A label must be set and not empty, and must not be a dot segment. */
static void judge_label(const model_member *member, const void *request, char *target,
                        verdict *found)
{
    const void *place = value_get(member, request);
    size_t length = strlen(target);

    snprintf(found->path, sizeof found->path, "/%s", member->name);
    if (place != NULL) {
        add_value(member, place, target, found);
    }
    if (strcmp(target + length, "") == 0) {
        found->code = DSI_E_REQUIRED;
    } else if (strcmp(target + length, ".") == 0 ||
               strcmp(target + length, "..") == 0) {
        found->code = DSI_E_DOT_SEGMENT;
    }
}

static void judge_path(const model_operation *operation, const void *request,
                       char *target, verdict *found)
{
    const char *rest = operation->path;

    while (*rest != '\0' && found->code == DSI_OK) {
        size_t literal = strcspn(rest, "{");
        size_t label;

        add_bytes(target, rest, literal);
        rest += literal;
        if (*rest == '{') {
            label = strcspn(++rest, "}");
            judge_label(model_member_named(operation->input, rest, label), request,
                        target, found);
            rest += label + 1;
        }
    }
}

/* The parameter whose name sorts next after `last` (NULL: before all), or NULL. */
static const model_member *next_parameter(const model_shape *input,
                                          const model_member *last)
{
    const model_member *next = NULL;

    for (const model_member *member = input->members; member->name != NULL; member++) {
        if (member->location == MODEL_IN_QUERY &&
            (last == NULL || strcmp(member->name, last->name) > 0) &&
            (next == NULL || strcmp(member->name, next->name) < 0)) {
            next = member;
        }
    }
    return next;
}

static void judge_query(const model_shape *input, const void *request, char *target,
                        verdict *found)
{
    const model_member *member = next_parameter(input, NULL);
    const char *mark = "?";

    for (; member != NULL && found->code == DSI_OK;
         member = next_parameter(input, member)) {
        const void *place = value_get(member, request);

        if (place != NULL) {
            add(target, mark);
            add(target, member->name);
            add(target, "=");
            add_value(member, place, target, found);
            snprintf(found->path, sizeof found->path, "/%s", member->name);
            mark = "&";
        }
    }
}

verdict judge_target(const model_operation *operation, const void *request,
                     char *target)
{
    verdict found = {.code = DSI_OK};

    *target = '\0';
    judge_path(operation, request, target, &found);
    judge_query(operation->input, request, target, &found);
    return found;
}
