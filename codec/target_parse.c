/* Taking targets apart. */
#include "codec/target.h"

#include <string.h>

#include "codec/integer.h"
#include "codec/percent.h"
#include "schema/fault.h"
#include "schema/utf8.h"

typedef struct target_reading {
    const dsi_operation *operation;
    dsi_string target;
    char *next; /* where the next decoded text goes: the buffer is never too short */
    bool strict;
    void *request;
    dsi_error *error;
} target_reading;

/* A stretch of the target. */
typedef struct target_part {
    size_t start;
    size_t end;
} target_part;

/* `member` is the one that is at fault; NULL: none. */
static bool target_refuse(const target_reading *self, const dsi_member *member,
                          dsi_code code, size_t offset)
{
    dsi_error_set_member(self->error, code, member != NULL ? member->name : NULL,
                         offset);
    return false;
}

/* ---------------------------------------------------------------- bytes to text */

/* RFC 3986: what a path or a query can have, escapes included. */
static bool target_is_legal(char byte)
{
    static const char marks[] = "!$&'()*+,;=:@/?%";

    return dsi_percent_is_unreserved(byte) ||
           memchr(marks, byte, sizeof marks - 1) != NULL;
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

/* The first of this byte in the part, or the part's end. */
static size_t target_find(const target_reading *self, target_part part, char byte)
{
    const char *found = part.start == part.end ? NULL
                                               : memchr(self->target.data + part.start,
                                                        byte, part.end - part.start);

    return found == NULL ? part.end : (size_t)(found - self->target.data);
}

static dsi_string target_encoded(const target_reading *self, target_part part)
{
    return (dsi_string){.data = self->target.data, .length = part.end};
}

/* Where in the target the decoded byte number `index` of the part stands: it has been
 * decoded, so reading it again cannot fail. */
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

/* -?(0|[1-9][0-9]*) */
static bool target_is_integer(dsi_string text)
{
    size_t first = text.length > 0 && text.data[0] == '-' ? 1 : 0;
    size_t i = first;

    while (i < text.length && text.data[i] >= '0' && text.data[i] <= '9') {
        i++;
    }
    return i == text.length && i > first && (text.data[first] != '0' || i == first + 1);
}

static dsi_code target_store_integer(const dsi_type *type, dsi_string text, void *place)
{
    int64_t value;
    dsi_code code = target_is_integer(text) ? dsi_integer_read_type(text, type, &value)
                                            : DSI_E_INTEGER;

    if (code == DSI_OK) {
        dsi_type_set_integer(type, place, value);
    }
    return code;
}

static dsi_code target_store_boolean(dsi_string text, dsi_optional_bool *place)
{
    place->value = dsi_string_equal(text, dsi_str("true"));
    place->present = place->value || dsi_string_equal(text, dsi_str("false"));
    return place->present ? DSI_OK : DSI_E_TYPE;
}

static dsi_code target_store(target_reading *self, const dsi_member *member,
                             dsi_string text)
{
    void *place = (char *)self->request + member->offset;

    switch (member->type->kind) {
    case DSI_KIND_BOOLEAN:
        return target_store_boolean(text, place);
    case DSI_KIND_INT32:
        return target_store_integer(member->type, text, place);
    default:
        *(dsi_string *)place = text;
        self->next += text.length + 1; /* only texts are kept */
        return DSI_OK;
    }
}

static bool target_take(target_reading *self, const dsi_member *member,
                        target_part part)
{
    dsi_string text = {.data = NULL};
    dsi_code code;

    if (!target_decode(self, member, part, &text)) {
        return false;
    }
    code = target_store(self, member, text);
    if (code == DSI_OK) {
        return true;
    }
    (void)target_refuse(self, member, code, part.start);
    if (code == DSI_E_TYPE && self->error != NULL) {
        self->error->limit = DSI_JSON_BOOLEAN;
        self->error->actual = DSI_JSON_STRING;
    }
    return false;
}

/* ----------------------------------------------------------------- path and query */

/* Where the path stops being the operation's, of which `length` bytes are looked at. */
static size_t target_match_path(const target_reading *self, target_part path,
                                size_t length)
{
    size_t i = 0;

    while (i < length && path.start + i < path.end &&
           self->target.data[path.start + i] == self->operation->path[i]) {
        i++;
    }
    return path.start + i;
}

/* A member is in the path's last segment. */
static bool target_read_path(target_reading *self, target_part path)
{
    size_t prefix = strcspn(self->operation->path, "{");
    target_part segment = {.start = target_match_path(self, path, prefix),
                           .end = path.end};

    if (segment.start < path.start + prefix) {
        return target_refuse(self, NULL, DSI_E_ROUTE, segment.start);
    }
    segment.end = target_find(self, segment, '/');
    if (!target_check(self, segment)) {
        return false;
    }
    if (segment.end == segment.start) {
        return target_refuse(self, NULL, DSI_E_ROUTE, segment.end);
    }
    if (segment.end + 1 < path.end) {
        return target_refuse(self, NULL, DSI_E_ROUTE, segment.end + 1);
    }
    return target_take(self, dsi_operation_path_member(self->operation), segment);
}

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

/* The first of a name counts; what is not known, or comes again, is not looked into. */
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
    if (member == NULL && self->strict) {
        return target_refuse(self, NULL, DSI_E_UNKNOWN_MEMBER, name.start);
    }
    if (member == NULL ||
        dsi_type_present(member->type, (char *)self->request + member->offset)) {
        return true;
    }
    return target_take(self, member, value);
}

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

static bool target_read(target_reading *self)
{
    target_part path = {.end = self->target.length};
    target_part query = {.end = self->target.length};
    dsi_code code = dsi_target_origin(self->target, &path.start);

    if (code != DSI_OK) {
        return target_refuse(self, NULL, code, path.start);
    }
    path.end = target_find(self, path, '?');
    query.start = path.end + 1;
    return target_read_path(self, path) && target_read_query(self, query);
}

static bool target_fits(dsi_string target, dsi_target_room room,
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
    if (target.length > room.capacity) {
        dsi_error_set(error, DSI_E_BUFFER_SIZE, room.capacity, target.length);
        return false;
    }
    return true;
}

bool dsi_target_parse(const dsi_operation *operation, dsi_string target,
                      dsi_target_room room, const dsi_decode_options *options,
                      void *request, dsi_error *error)
{
    target_reading self = {.operation = operation,
                           .target = target,
                           .next = room.buffer,
                           .strict = options != NULL && options->strict,
                           .request = request,
                           .error = error};

    if (room.buffer == NULL || request == NULL) {
        return target_refuse(&self, NULL, DSI_E_ARGUMENT, 0);
    }
    if (!target_fits(target, room, options, error)) {
        return false;
    }
    memset(request, 0, operation->input->size);
    dsi_error_set(error, DSI_OK, 0, 0);
    return target_read(&self);
}
