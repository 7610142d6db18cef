/*
 * codec/target_parse.c - taking targets apart.
 *
 *     1. Scheme and authority are passed over, if there are any (target_origin.c).
 *     2. The whole path is compared with the operation's. Nothing is decoded yet, so a
 *        path of another operation is DSI_E_ROUTE whatever its segments hold.
 *     3. The path is walked again, and its labels are decoded into the request.
 *     4. The query is read, one parameter after the other.
 *
 * An error is the first in this order. The texts go into the caller's buffer one after
 * the other, each with a NUL. The target's length is enough: decoding never makes a
 * text longer, and a '/' or '=' stands before each one, which pays for its NUL.
 */
#include "codec/target.h"

#include <string.h>

#include "codec/value.h"
#include "schema/error.h"
#include "schema/text/percent.h"
#include "schema/text/utf8.h"

typedef struct target_reading {
    const dsi_operation *operation;
    dsi_string target;
    char *next;                        /* where the next decoded text goes */
    const dsi_decode_options *options; /* NULL: the defaults */
    void *request;
    dsi_error *error;
} target_reading;

/* A stretch of the target. */
typedef struct target_part {
    size_t start;
    size_t end;
} target_part;

/* `member` is the one with the error, or NULL if the error is in none. */
static bool target_refuse(const target_reading *self, const dsi_member *member,
                          dsi_code code, size_t offset)
{
    dsi_error_set_member(self->error, code, member != NULL ? member->name : NULL,
                         offset);
    return false;
}

/* ---------------------------------------------------------------- bytes to text */

/* RFC 3986: the bytes that a path or a query can have, escapes included. */
static bool target_is_legal(char byte)
{
    return dsi_percent_is_legal(byte, "!$&'()*+,;=:@/?%");
}

static bool target_check(const target_reading *self, target_part part)
{
    size_t i = part.start;

    while (i < part.end && target_is_legal(self->target.data[i])) {
        i++;
    }
    if (i == part.end) {
        return true;
    }
    return target_refuse(self, NULL, DSI_E_SYNTAX, i);
}

/*
 * The first such byte in the part, or the part's end. memchr is not called for an empty
 * part, whose pointer may be NULL.
 */
static size_t target_find(const target_reading *self, target_part part, char byte)
{
    const char *found = part.start == part.end ? NULL
                                               : memchr(self->target.data + part.start,
                                                        byte, part.end - part.start);

    return found == NULL ? part.end : (size_t)(found - self->target.data);
}

/* The target up to the end of a part: no escape is read beyond it. */
static dsi_string target_encoded(const target_reading *self, target_part part)
{
    return (dsi_string){.data = self->target.data, .length = part.end};
}

/*
 * Where in the target the decoded byte number `index` of the part stands. The part has
 * been decoded before, so no escape fails here.
 */
static size_t target_locate(const target_reading *self, target_part part, size_t index)
{
    size_t cursor = part.start;
    char byte;

    for (; index > 0; index--) {
        (void)dsi_percent_read(target_encoded(self, part), &cursor, &byte);
    }
    return cursor;
}

/* Decodes a part into the buffer; it is terminated. */
static bool target_decode(target_reading *self, const dsi_member *member,
                          target_part part, dsi_string *text)
{
    dsi_string encoded = target_encoded(self, part);
    size_t cursor = part.start;
    size_t length = 0;
    size_t scalars;
    size_t offset;

    while (cursor < part.end) {
        if (!dsi_percent_read(encoded, &cursor, &self->next[length])) {
            return target_refuse(self, member, DSI_E_ESCAPE, cursor);
        }
        length++;
    }
    self->next[length] = '\0';
    *text = (dsi_string){.data = self->next, .length = length};
    if (!dsi_utf8_scan(*text, &scalars, &offset)) {
        return target_refuse(self, member, DSI_E_UTF8,
                             target_locate(self, part, offset));
    }
    return true;
}

/* --------------------------------------------------------------- text to values */

/*
 * Decodes a part and sets its member. Only a text stays in the buffer: a number or a
 * boolean leaves none, and the next text takes its place.
 */
static bool target_take(target_reading *self, const dsi_member *member,
                        target_part part)
{
    dsi_string text = {.data = NULL};
    dsi_code code;

    if (!target_decode(self, member, part, &text)) {
        return false;
    }
    code = dsi_value_set(member->type, (char *)self->request + member->offset, text);
    if (code == DSI_OK) {
        self->next += dsi_type_is_text(member->type) ? text.length + 1 : 0;
        return true;
    }
    (void)target_refuse(self, member, code, part.start);
    if (self->error != NULL) {
        dsi_value_explain(self->error);
    }
    return false;
}

/* ----------------------------------------------------------------- path and query */

/* Goes through the operation's path and the target's side by side. */
typedef struct target_match {
    const char *expected; /* what is left of the operation's path */
    size_t cursor;        /* in the target */
} target_match;

/*
 * Passes what is not a label. False at a byte that differs. An escape in a literal
 * differs: the path is compared as it is written.
 */
static bool target_pass_literal(const target_reading *self, target_match *match,
                                size_t end)
{
    while (*match->expected != '\0' && *match->expected != '{') {
        if (match->cursor == end ||
            self->target.data[match->cursor] != *match->expected) {
            return false;
        }
        match->expected++;
        match->cursor++;
    }
    return true;
}

static bool target_check_segment(const target_reading *self, target_part segment)
{
    if (segment.end == segment.start) {
        return target_refuse(self, NULL, DSI_E_ROUTE, segment.end);
    }
    return target_check(self, segment);
}

/*
 * Passes a label. Its segment is checked only, or decoded if the whole path is known.
 */
static bool target_pass_label(target_reading *self, target_match *match, size_t end,
                              bool take)
{
    target_part segment = {.start = match->cursor, .end = end};
    const dsi_member *member = dsi_operation_label(self->operation, &match->expected);

    segment.end = target_find(self, segment, '/');
    match->cursor = segment.end;
    return take ? target_take(self, member, segment)
                : target_check_segment(self, segment);
}

/* One slash more at the end of a path makes no difference. */
static bool target_check_end(const target_reading *self, size_t cursor, size_t end)
{
    if (cursor < end && self->target.data[cursor] == '/') {
        cursor++;
    }
    if (cursor == end) {
        return true;
    }
    return target_refuse(self, NULL, DSI_E_ROUTE, cursor);
}

static bool target_walk_path(target_reading *self, target_part path, bool take)
{
    target_match match = {.expected = self->operation->path, .cursor = path.start};
    bool same;

    while ((same = target_pass_literal(self, &match, path.end)) &&
           *match.expected != '\0') {
        if (!target_pass_label(self, &match, path.end, take)) {
            return false;
        }
    }
    return same ? target_check_end(self, match.cursor, path.end)
                : target_refuse(self, NULL, DSI_E_ROUTE, match.cursor);
}

/*
 * Compares a parameter's name decoded, byte for byte, without memory for it. An escape
 * in it that is broken makes it unknown.
 */
static bool target_is_name(const target_reading *self, target_part part,
                           const char *name)
{
    dsi_string encoded = target_encoded(self, part);
    size_t cursor = part.start;
    char byte;

    while (cursor < part.end && *name != '\0' &&
           dsi_percent_read(encoded, &cursor, &byte) && byte == *name) {
        name++;
    }
    return cursor == part.end && *name == '\0';
}

static const dsi_member *target_find_member(const target_reading *self,
                                            target_part name)
{
    const dsi_type *type = self->operation->input;

    for (size_t i = 0; i < type->member_count; i++) {
        const dsi_member *member = &type->members[i];

        if (member->location == DSI_IN_QUERY &&
            target_is_name(self, name, member->name)) {
            return member;
        }
    }
    return NULL;
}

/* A parameter that the model does not list. */
static bool target_skip(const target_reading *self, target_part name)
{
    const dsi_unknown_member member = {.path = "",
                                       .name = {.data = self->target.data + name.start,
                                                .length = name.end - name.start},
                                       .offset = name.start};

    if (self->options == NULL) {
        return true;
    }
    if (self->options->strict) {
        return target_refuse(self, NULL, DSI_E_UNKNOWN_MEMBER, name.start);
    }
    if (self->options->unknown.found != NULL) {
        self->options->unknown.found(self->options->unknown.context, &member);
    }
    return true;
}

/*
 * The first of a name counts. Unknown parameters and later ones are skipped: only their
 * bytes are checked, not their escapes. A parameter without '=' has an empty value.
 */
static bool target_read_parameter(target_reading *self, target_part parameter)
{
    target_part name = {.start = parameter.start,
                        .end = target_find(self, parameter, '=')};
    target_part value = {.start = name.end < parameter.end ? name.end + 1 : name.end,
                         .end = parameter.end};
    const dsi_member *member;

    if (!target_check(self, parameter)) {
        return false;
    }
    member = target_find_member(self, name);
    if (member == NULL) {
        return target_skip(self, name);
    }
    if (dsi_type_present(member->type, (char *)self->request + member->offset)) {
        return true;
    }
    return target_take(self, member, value);
}

/*
 * Empty parameters, as in "a=1&&b=2", are passed over. Without a query, its start is
 * after its end, and nothing is read.
 */
static bool target_read_query(target_reading *self, target_part query)
{
    while (query.start < query.end) {
        target_part parameter = {.start = query.start,
                                 .end = target_find(self, query, '&')};

        if (parameter.start < parameter.end &&
            !target_read_parameter(self, parameter)) {
            return false;
        }
        query.start = parameter.end + 1;
    }
    return true;
}

/* Where path and query lie, in a target of either form. */
static bool target_divide(const target_reading *self, target_part *path,
                          target_part *query)
{
    dsi_code code = dsi_target_origin(self->target, &path->start);

    if (code != DSI_OK) {
        return target_refuse(self, NULL, code, path->start);
    }
    path->end = self->target.length;
    path->end = target_find(self, *path, '?');
    *query = (target_part){.start = path->end + 1, .end = self->target.length};
    return true;
}

static bool target_read(target_reading *self)
{
    target_part path;
    target_part query;

    return target_divide(self, &path, &query) && target_walk_path(self, path, false) &&
           target_walk_path(self, path, true) && target_read_query(self, query);
}

bool dsi_target_route(const dsi_operation *operation, dsi_string target,
                      dsi_error *error)
{
    target_reading self = {.operation = operation, .target = target, .error = error};
    target_part path;
    target_part query;

    return target_divide(&self, &path, &query) && target_walk_path(&self, path, false);
}

/*
 * The error of max_bytes is at the first byte over it, as in a decode. A buffer as long
 * as the target holds every text.
 */
static bool target_fits(dsi_string target, const dsi_room *room,
                        const dsi_decode_options *options, dsi_error *error)
{
    uint64_t max_bytes = options != NULL ? options->limits.max_bytes : 0;

    if (max_bytes == 0) {
        max_bytes = DSI_MAX_BYTES_DEFAULT;
    }
    if (target.length > max_bytes) {
        dsi_error_set_member(error, DSI_E_MAX_BYTES, NULL, max_bytes);
        if (error != NULL) {
            error->limit = max_bytes;
        }
        return false;
    }
    if (target.length > room->size) {
        dsi_error_set(error, DSI_E_BUFFER_SIZE, room->size, target.length);
        return false;
    }
    return true;
}

bool dsi_target_parse(const dsi_operation *operation, dsi_string target, dsi_room *room,
                      const dsi_decode_options *options, void *request,
                      dsi_error *error)
{
    target_reading self = {.operation = operation,
                           .target = target,
                           .next = room->memory,
                           .options = options,
                           .request = request,
                           .error = error};

    if (room->memory == NULL || request == NULL) {
        return target_refuse(&self, NULL, DSI_E_ARGUMENT, 0);
    }
    if (!target_fits(target, room, options, error)) {
        return false;
    }
    memset(request, 0, operation->input->size);
    dsi_error_set(error, DSI_OK, 0, 0);
    if (!target_read(&self)) {
        return false;
    }
    room->size -= (size_t)(self.next - (char *)room->memory);
    room->memory = self.next;
    return true;
}
