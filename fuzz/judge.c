#include "fuzz/judge.h"

#include "fuzz/utf8.h"

#include <stdio.h>
#include <string.h>

static void judge(const shape *type, const void *value, size_t depth, verdict *found);

static void judge_member(const shape_member *member, const void *value, size_t depth,
                         verdict *found)
{
    size_t length = strlen(found->path);

    snprintf(found->path + length, sizeof found->path - length, "/%s", member->name);
    judge(member->shape, value, depth, found);
    if (found->code == DSI_OK) {
        found->path[length] = '\0';
    }
}

static void judge_list(const shape *type, const void *place, size_t depth,
                       verdict *found)
{
    shape_list list = shape_get_list(place);
    size_t length = strlen(found->path);

    for (size_t i = 0; i < list.count && found->code == DSI_OK; i++) {
        snprintf(found->path + length, sizeof found->path - length, "/%zu", i);
        judge(type->element, shape_item(type, &list, i), depth, found);
    }
    if (found->code == DSI_OK) {
        found->path[length] = '\0';
    }
}

static void judge_text(dsi_string text, verdict *found)
{
    size_t offset = utf8_find_fault(text);

    if (offset < text.length) {
        found->code = DSI_E_UTF8;
        found->offset = offset;
    }
}

static void judge_struct(const shape *type, const void *object, size_t depth,
                         verdict *found)
{
    for (const shape_member *member = type->members;
         member->name != NULL && found->code == DSI_OK; member++) {
        const void *value = shape_get(member, object);

        if (value != NULL) {
            judge_member(member, value, depth, found);
        }
    }
}

static void judge(const shape *type, const void *value, size_t depth, verdict *found)
{
    switch (type->kind) {
    case SHAPE_STRUCT:
    case SHAPE_LIST:
        if (depth == DSI_MAX_DEPTH_MAX) {
            found->code = DSI_E_MAX_DEPTH;
        } else if (type->kind == SHAPE_LIST) {
            judge_list(type, value, depth + 1, found);
        } else {
            judge_struct(type, value, depth + 1, found);
        }
        return;
    case SHAPE_TEXT:
    case SHAPE_ENUM:
        if (shape_get_text(type, value).data == NULL) {
            found->code = DSI_E_NULL_ITEM; /* an absent member is not judged */
        } else {
            judge_text(shape_get_text(type, value), found);
        }
        return;
    default:
        return;
    }
}

verdict judge_body(const shape *type, const void *body)
{
    verdict found = {.code = DSI_OK};

    judge(type, body, 0, &found);
    return found;
}

/* ------------------------------------------------------------------- the target */

/* Adds to a text that has room for it. */
static void add(char *text, const char *more)
{
    memcpy(text + strlen(text), more, strlen(more) + 1);
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

/* The path, or what is wrong with the id in it. */
static verdict judge_path(dsi_string id, char *target)
{
    verdict found = {.path = "/introspectionId"};

    judge_text(id, &found);
    if (id.length == 0) {
        found.code = DSI_E_REQUIRED;
    } else if (dsi_string_equal(id, dsi_str(".")) ||
               dsi_string_equal(id, dsi_str(".."))) {
        found.code = DSI_E_DOT_SEGMENT;
    }
    add(target, "/v1/datasources/introspections/");
    add_escaped(target, id);
    return found;
}

/* In the order of the parameters' names. */
static verdict judge_query(const dsi_get_request *request, char *target)
{
    verdict found = {.path = "/nextToken"};
    const char *mark = "?";
    char digits[16];

    if (request->include_models_sdl.present) {
        add(target, "?includeModelsSDL=");
        add(target, request->include_models_sdl.value ? "true" : "false");
        mark = "&";
    }
    if (request->max_results.present) {
        snprintf(digits, sizeof digits, "%ld", (long)request->max_results.value);
        add(target, mark);
        add(target, "maxResults=");
        add(target, digits);
        mark = "&";
    }
    if (request->next_token.data != NULL) {
        add(target, mark);
        add(target, "nextToken=");
        add_escaped(target, request->next_token);
        judge_text(request->next_token, &found);
    }
    return found;
}

verdict judge_target(const dsi_get_request *request, char *target)
{
    verdict found;

    *target = '\0';
    found = judge_path(request->introspection_id, target);
    return found.code != DSI_OK ? found : judge_query(request, target);
}
