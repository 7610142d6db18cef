/* tool/unknown.c - collects unknown members while a message is decoded. */
#include "unknown.h"

#include <stdlib.h>

#include "caret.h"

/* Writes a name as a part of a JSON Pointer. Returns where it ends. */
static char *unknown_add_name(char *out, dsi_string name)
{
    for (size_t i = 0; i < name.length; i++) {
        if (name.data[i] == '~' || name.data[i] == '/') {
            *out++ = '~';
            *out++ = name.data[i] == '~' ? '0' : '1';
        } else {
            *out++ = name.data[i];
        }
    }
    return out;
}

/* Makes the member's path. Returns false if memory is missing. */
static bool unknown_make_path(unknown_member *item, const dsi_unknown_member *member)
{
    size_t length = strlen(member->path);

    item->path = malloc(length + 1 + 2 * member->name.length);
    if (item->path == NULL) {
        return false;
    }
    memcpy(item->path, member->path, length);
    item->path[length] = '/';
    item->length = (size_t)(unknown_add_name(item->path + length + 1, member->name) -
                            item->path);
    return true;
}

static void unknown_suggest(tool_known *known, const dsi_unknown_member *member,
                            char *suggestion)
{
    near_search search = near_begin(member->name);
    dsi_string name;
    size_t at = 0;

    known_look(known, member->path);
    while (known_next(known, &at, &name)) {
        near_try(&search, name);
    }
    memcpy(suggestion, search.name, sizeof search.name);
}

/* Makes room for one more. Returns false if memory is missing. */
static bool unknown_grow(unknown_list *list)
{
    size_t capacity = list->capacity > 0 ? 2 * list->capacity : 16;
    unknown_member *items;

    if (list->count < list->capacity) {
        return true;
    }
    items = realloc(list->items, capacity * sizeof *items);
    if (items == NULL) {
        return false;
    }
    list->items = items;
    list->capacity = capacity;
    return true;
}

static void unknown_add(void *context, const dsi_unknown_member *member)
{
    unknown_list *list = context;

    list->failed = list->failed || !unknown_grow(list) ||
                   !unknown_make_path(&list->items[list->count], member);
    if (!list->failed) {
        unknown_suggest(&list->known, member, list->items[list->count].suggestion);
        list->count++;
    }
}

dsi_unknown_sink unknown_sink(unknown_list *list)
{
    return (dsi_unknown_sink){.found = unknown_add, .context = list};
}

void unknown_print(FILE *out, const unknown_member *member, bool escaped)
{
    putc('\'', out);
    if (escaped) {
        caret_print_text(out,
                         (dsi_string){.data = member->path, .length = member->length});
    } else {
        fwrite(member->path, 1, member->length, out);
    }
    fputs("' is not known", out);
    if (member->suggestion[0] != '\0') {
        fprintf(out, "; did you mean '%s'?", member->suggestion);
    }
}

void unknown_free(unknown_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].path);
    }
    free(list->items);
}
