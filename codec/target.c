/*
 * codec/target.c - building targets.
 *
 * The operation's path is copied, and each label in it replaced by its member. Then the
 * query follows, with the parameters in the order of their names. dsi_buffer counts
 * what does not fit, so the size is measured by the same code without a buffer.
 */
#include "codec/target.h"

#include <string.h>

#include "schema/error.h"
#include "schema/label.h"
#include "schema/text/percent.h"
#include "schema/text/utf8.h"

typedef struct target_writing {
    const dsi_operation *operation;
    const void *request;
    dsi_buffer out;
    dsi_error *error;
} target_writing;

static bool target_fail(const target_writing *self, const dsi_member *member,
                        dsi_code code, size_t offset)
{
    dsi_error_set_member(self->error, code, member->name, offset);
    return false;
}

static const void *target_value(const target_writing *self, const dsi_member *member)
{
    return (const char *)self->request + member->offset;
}

static dsi_string target_text(const target_writing *self, const dsi_member *member)
{
    return dsi_type_text(member->type, target_value(self, member));
}

static bool target_add_text(target_writing *self, const dsi_member *member)
{
    dsi_string text = target_text(self, member);
    size_t scalars;
    size_t offset;

    if (!dsi_utf8_scan(text, &scalars, &offset)) {
        return target_fail(self, member, DSI_E_UTF8, offset);
    }
    dsi_percent_encode(&self->out, text);
    return true;
}

static bool target_add_value(target_writing *self, const dsi_member *member)
{
    const void *value = target_value(self, member);

    switch (member->type->kind) {
    case DSI_KIND_BOOLEAN:
        dsi_buffer_add(&self->out,
                       ((const dsi_optional_bool *)value)->value ? "true" : "false");
        return true;
    case DSI_KIND_INT32:
    case DSI_KIND_INT64:
        dsi_buffer_add_integer(&self->out, dsi_type_integer(member->type, value));
        return true;
    default:
        return target_add_text(self, member);
    }
}

/*
 * A label must not be empty, and must not be a dot segment. Otherwise the path would
 * have other segments, and the request another meaning. So both are refused even
 * without validation.
 */
static bool target_add_label(target_writing *self, const dsi_member *member)
{
    dsi_mismatch mismatch;
    dsi_string text;

    if (!dsi_type_present(member->type, target_value(self, member))) {
        return target_fail(self, member, DSI_E_REQUIRED, 0);
    }
    if (!dsi_type_is_text(member->type)) {
        return target_add_value(self, member);
    }
    text = target_text(self, member);
    if (text.length == 0) {
        return target_fail(self, member, DSI_E_REQUIRED, 0);
    }
    if (!dsi_match_label(text, DSI_LEVEL_MODEL, &mismatch)) {
        return target_fail(self, member, DSI_E_DOT_SEGMENT, 0);
    }
    return target_add_text(self, member);
}

static bool target_add_path(target_writing *self)
{
    const char *rest = self->operation->path;

    for (;;) {
        size_t literal = strcspn(rest, "{");

        dsi_buffer_add_bytes(&self->out, rest, literal);
        rest += literal;
        if (*rest == '\0') {
            return true;
        }
        if (!target_add_label(self, dsi_operation_label(self->operation, &rest))) {
            return false;
        }
    }
}

/*
 * The member of the query whose name comes after `last` (NULL: the first), or NULL. The
 * rows need not be sorted, and no memory is needed to sort them.
 */
static const dsi_member *target_next(const dsi_type *type, const dsi_member *last)
{
    const dsi_member *next = NULL;

    for (size_t i = 0; i < type->member_count; i++) {
        const dsi_member *member = &type->members[i];

        if (member->location == DSI_IN_QUERY &&
            (last == NULL || strcmp(member->name, last->name) > 0) &&
            (next == NULL || strcmp(member->name, next->name) < 0)) {
            next = member;
        }
    }
    return next;
}

/* SigV4 wants the parameters in the order of their names (as bytes). */
static bool target_add_query(target_writing *self)
{
    const dsi_type *type = self->operation->input;
    const dsi_member *member = NULL;
    const char *separator = "?";

    while ((member = target_next(type, member)) != NULL) {
        if (dsi_type_present(member->type, target_value(self, member))) {
            dsi_buffer_add(&self->out, separator);
            dsi_buffer_add(&self->out, member->name);
            dsi_buffer_add(&self->out, "=");
            separator = "&";
            if (!target_add_value(self, member)) {
                return false;
            }
        }
    }
    return true;
}

/*
 * The full length, or 0 with the error filled. No target is empty, as a path never is.
 */
static size_t target_write(target_writing *self)
{
    if (self->request == NULL) {
        dsi_error_set(self->error, DSI_E_ARGUMENT, 0, 0);
        return 0;
    }
    dsi_error_set(self->error, DSI_OK, 0, 0);
    return target_add_path(self) && target_add_query(self) ? dsi_buffer_end(&self->out)
                                                           : 0;
}

/* One byte more than the length is needed, for the NUL. */
size_t dsi_target_build(const dsi_operation *operation, const void *request,
                        char *buffer, size_t capacity, dsi_error *error)
{
    target_writing self = {
        .operation = operation,
        .request = request,
        .out = {.bytes = buffer, .capacity = buffer == NULL ? 0 : capacity},
        .error = error};
    size_t length = target_write(&self);

    if (length > 0 && length >= self.out.capacity) {
        dsi_error_set(error, DSI_E_BUFFER_SIZE, self.out.capacity, length + 1);
        return 0;
    }
    return length;
}

size_t dsi_target_size(const dsi_operation *operation, const void *request,
                       dsi_error *error)
{
    target_writing self = {.operation = operation, .request = request, .error = error};

    return target_write(&self);
}
