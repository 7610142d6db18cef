/*
 * tests/schema/row_rules_operation.c - the rules for an operation's path, query, answer
 * and streamed list.
 */
#include "tests/schema/row_rules.h"

/* ------------------------------------------------------------------------- the path */

/* A segment of a path: a literal, or one label. */
typedef struct segment {
    const char *text; /* without the braces of a label */
    size_t length;
    bool is_label;
} segment;

/* Reads the segment after the slash at `*path`. Returns false if there is none. */
static bool segment_read(const char **path, segment *next)
{
    size_t length;

    if (**path != '/') {
        return false;
    }
    length = strcspn(*path + 1, "/");
    *next = (segment){.text = *path + 1, .length = length};
    *path += 1 + length;
    if (length >= 2 && next->text[0] == '{' && next->text[length - 1] == '}') {
        *next = (segment){
            .text = next->text + 1, .length = length - 2, .is_label = true};
    }
    return true;
}

static bool segment_is_plain(const segment *at)
{
    static const char letters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
    size_t i = 0;

    while (i < at->length && memchr(letters, at->text[i], sizeof letters - 1) != NULL) {
        i++;
    }
    return i == at->length && at->length > 0;
}

static bool segment_is_member(const segment *at, const dsi_member *member)
{
    return at->is_label &&
           dsi_member_is(member, (dsi_string){.data = at->text, .length = at->length});
}

/* The number of labels in the path that name the member. */
static size_t rule_labels(const dsi_operation *operation, const dsi_member *member)
{
    const char *path = operation->path;
    size_t count = 0;
    segment at;

    while (segment_read(&path, &at)) {
        count += segment_is_member(&at, member) ? 1 : 0;
    }
    return count;
}

static bool rule_label(const dsi_operation *operation, const segment *at)
{
    const dsi_type *input = operation->input;

    for (size_t i = 0; i < input->member_count; i++) {
        if (segment_is_member(at, &input->members[i]) &&
            input->members[i].location == DSI_IN_PATH) {
            return true;
        }
    }
    return row_refuse("%s: the label {%.*s} names no member of the path",
                      operation->name, (int)at->length, at->text);
}

static bool rule_path(const dsi_operation *operation)
{
    const char *path = operation->path;
    segment at;

    while (segment_read(&path, &at)) {
        if (at.is_label && !rule_label(operation, &at)) {
            return false;
        }
        if (!at.is_label && !segment_is_plain(&at)) {
            return row_refuse("%s: '%.*s' is no segment of a path", operation->name,
                              (int)at.length, at.text);
        }
    }
    return (*path == '\0' && path != operation->path) ||
           row_refuse("%s: its path begins with no slash", operation->name);
}

/* ---------------------------------------------------------------------- the members */

static bool rule_is_scalar(const dsi_type *type)
{
    return type->kind != DSI_KIND_STRUCT && type->kind != DSI_KIND_LIST;
}

static bool rule_text_refuses(const dsi_constraint *constraint, dsi_string text)
{
    dsi_mismatch mismatch;

    return text.length < constraint->minimum ||
           (constraint->match != NULL &&
            !constraint->match(text, DSI_LEVEL_MODEL, &mismatch));
}

/*
 * A text that would change the path must break the constraint, so that validation finds
 * it before a target is built.
 */
static bool rule_label_text(const dsi_type *type)
{
    static const dsi_string other_paths[] = {DSI_STR(""), DSI_STR("."), DSI_STR("..")};
    size_t i = 0;

    if (!dsi_type_is_text(type)) {
        return true;
    }
    while (type->constraint != NULL && i < sizeof other_paths / sizeof *other_paths &&
           rule_text_refuses(type->constraint, other_paths[i])) {
        i++;
    }
    return i == sizeof other_paths / sizeof *other_paths;
}

static bool rule_path_member(const dsi_operation *operation, const dsi_member *member)
{
    size_t labels = rule_labels(operation, member);

    if (labels != 1) {
        return row_refuse("%s.%s: %zu labels name it", operation->name, member->name,
                          labels);
    }
    if (!member->required) {
        return row_refuse("%s.%s: a label is required", operation->name, member->name);
    }
    return rule_label_text(member->type) ||
           row_refuse("%s.%s: empty, '.' and '..' must break its constraint",
                      operation->name, member->name);
}

static bool rule_member(const dsi_operation *operation, const dsi_member *member)
{
    if (member->location == DSI_IN_BODY) {
        return true;
    }
    if (!rule_is_scalar(member->type)) {
        return row_refuse("%s.%s: no target carries its kind", operation->name,
                          member->name);
    }
    return member->location == DSI_IN_QUERY || rule_path_member(operation, member);
}

static bool rule_members(const dsi_operation *operation)
{
    for (size_t i = 0; i < operation->input->member_count; i++) {
        if (!rule_member(operation, &operation->input->members[i])) {
            return false;
        }
    }
    return true;
}

/* ----------------------------------------------------------- method, answer, errors */

/* dsi knows these five methods. Transports send no body with GET and DELETE. */
static bool rule_method(const dsi_operation *operation)
{
    bool bare = strcmp(operation->method, "GET") == 0 ||
                strcmp(operation->method, "DELETE") == 0;
    bool full = strcmp(operation->method, "POST") == 0 ||
                strcmp(operation->method, "PUT") == 0 ||
                strcmp(operation->method, "PATCH") == 0;

    if (!bare && !full) {
        return row_refuse("%s: '%s' is no method", operation->name, operation->method);
    }
    return !bare || !dsi_operation_has_body(operation) ||
           row_refuse("%s: %s with a body", operation->name, operation->method);
}

static bool rule_layout(const dsi_operation *operation)
{
    const dsi_answer_layout *answer = &operation->answer;

    return (answer->output >= sizeof(dsi_answer) &&
            answer->output + operation->output->size <= answer->error &&
            answer->error + sizeof(dsi_service_error) <= answer->size) ||
           row_refuse("%s: its answer has another layout", operation->name);
}

static bool rule_errors(const dsi_operation *operation)
{
    for (const dsi_modelled_error *error = operation->errors; error->name != NULL;
         error++) {
        if (error->status < 400 || error->status > 599) {
            return row_refuse("%s: %s has the status %d", operation->name, error->name,
                              error->status);
        }
    }
    return true;
}

bool row_rules_operation(const dsi_operation *operation)
{
    return rule_method(operation) && rule_path(operation) && rule_members(operation) &&
           rule_layout(operation) && rule_errors(operation);
}

/* ---------------------------------------------------------------- the streamed list */

/*
 * The structure that has the only row of this type. NULL if no row, several rows, or a
 * list lead to the type.
 */
static const dsi_type *rule_holder(const type_set *set, const dsi_type *type)
{
    const dsi_type *holder = NULL;
    size_t rows = 0;

    for (size_t i = 0; i < set->count; i++) {
        const dsi_type *other = set->types[i];

        for (size_t j = 0; j < other->member_count; j++) {
            rows += other->members[j].type == type ? 1 : 0;
            holder = other->members[j].type == type ? other : holder;
        }
        rows += other->element == type ? 2 : 0;
    }
    return rows == 1 ? holder : NULL;
}

/* Returns true if one path only leads from the output to the list, through no item. */
static bool rule_is_reached_once(const dsi_operation *operation)
{
    const dsi_message message[] = {{"output", operation, false}, {NULL, NULL, false}};
    type_set set = type_set_of(message);
    const dsi_type *type = operation->streamed;

    while (type != NULL && type != operation->output) {
        type = rule_holder(&set, type);
    }
    return type != NULL && rule_holder(&set, operation->output) == NULL;
}

bool row_rules_stream(const dsi_operation *operation)
{
    const dsi_type *streamed = operation->streamed;

    if (streamed == NULL) {
        return operation->taken_offset == 0 ||
               row_refuse("%s: it counts items that are not streamed", operation->name);
    }
    if (streamed->kind != DSI_KIND_LIST || streamed->element->kind != DSI_KIND_STRUCT) {
        return row_refuse("%s: it streams no list of structures", operation->name);
    }
    if (!rule_is_reached_once(operation)) {
        return row_refuse("%s: its streamed list is not reached once", operation->name);
    }
    return (operation->taken_offset >=
                operation->answer.error + sizeof(dsi_service_error) &&
            operation->taken_offset + sizeof(size_t) <= operation->answer.size) ||
           row_refuse("%s: the count of items taken lies elsewhere", operation->name);
}
