/*
 * schema/field.c - walks the fields of a message, in the order of the rows.
 *
 * The walk has a cursor for each open structure. A structure is entered when its member
 * is passed, so its fields come in the place of that member. The number of a field is
 * found by counting from the first: messages are small, and nothing has to be kept.
 */
#include "schema/field.h"

/* A place in the structures that are open, the message's first. */
typedef struct field_cursor {
    const dsi_type *types[DSI_FIELD_DEPTH];
    size_t next[DSI_FIELD_DEPTH];
    dsi_field_path path;
} field_cursor;

static bool field_is_scalar(const dsi_member *member)
{
    return member->type->kind != DSI_KIND_STRUCT && member->type->kind != DSI_KIND_LIST;
}

/* The rows of DSI_NO_FIELD: the member and everything in it have no field. */
static bool field_is_hidden(const dsi_member *member)
{
    return member->option != NULL && member->option[0] == '\0';
}

/*
 * A structure within itself would have no end of fields, and deep ones have no place.
 */
static bool field_can_enter(const field_cursor *at, const dsi_type *type)
{
    bool open = false;

    for (size_t i = 0; i < at->path.depth; i++) {
        open = open || at->types[i] == type;
    }
    return type->kind == DSI_KIND_STRUCT && !open && at->path.depth < DSI_FIELD_DEPTH;
}

/*
 * Goes to the next member, into structures and out of them. Returns NULL if it left a
 * structure instead; the walk ends when it has left the first one.
 */
static const dsi_member *field_step(field_cursor *at)
{
    size_t level = at->path.depth - 1;
    const dsi_type *type = at->types[level];
    const dsi_member *member;

    if (at->next[level] == type->member_count) {
        at->path.depth--;
        return NULL;
    }
    member = &type->members[at->next[level]++];
    at->path.members[level] = member;
    if (!field_is_hidden(member) && field_can_enter(at, member->type)) {
        at->types[at->path.depth] = member->type;
        at->next[at->path.depth] = 0;
        at->path.depth++;
    }
    return member;
}

bool dsi_field_find(const dsi_type *type, size_t index, dsi_field_path *path)
{
    field_cursor at = {.types = {type}, .path = {.depth = 1}};

    while (at.path.depth > 0) {
        const dsi_member *member = field_step(&at);

        if (member != NULL && field_is_scalar(member) && !field_is_hidden(member) &&
            index-- == 0) {
            *path = at.path;
            return true;
        }
    }
    return false;
}

const dsi_member *dsi_field_member(const dsi_field_path *path)
{
    return path->members[path->depth - 1];
}
