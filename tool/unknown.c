/* tool/unknown.c - collects unknown members while a message is decoded. */
#include "unknown.h"

#include <inttypes.h>
#include <stdlib.h>

#include "caret.h"
#include "near.h"

/* Writes a name as a part of a JSON Pointer. Returns its length there. */
static size_t unknown_write_name(char *out, dsi_string name)
{
    size_t length = 0;

    for (size_t i = 0; i < name.length; i++) {
        char byte = name.data[i];
        bool escaped = byte == '~' || byte == '/';

        if (escaped) {
            out[length++] = '~';
            byte = byte == '~' ? '0' : '1';
        }
        out[length++] = byte;
    }
    return length;
}

/* Makes room for `more` bytes of paths. Returns false if memory is missing. */
static bool unknown_reserve(unknown_list *list, size_t more)
{
    size_t needed = list->paths_length + more;
    char *paths;

    if (needed <= list->paths_capacity) {
        return true;
    }
    paths = realloc(list->paths, 2 * needed);
    if (paths == NULL) {
        return false;
    }
    list->paths = paths;
    list->paths_capacity = 2 * needed;
    return true;
}

/* Adds the member's path. Returns false if memory is missing. */
static bool unknown_add_path(unknown_list *list, const dsi_unknown_member *member)
{
    size_t length = strlen(member->path);
    char *path;

    if (!unknown_reserve(list, length + 1 + 2 * member->name.length)) {
        return false;
    }
    path = list->paths + list->paths_length;
    memcpy(path, member->path, length);
    path[length++] = '/';
    length += unknown_write_name(path + length, member->name);
    list->items[list->count].start = list->paths_length;
    list->items[list->count].length = length;
    list->paths_length += length;
    return true;
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

    if (list->count == UNKNOWN_MAX || list->paths_length > UNKNOWN_PATHS_MAX) {
        list->more++;
        return;
    }
    list->failed = list->failed || !unknown_grow(list) ||
                   !unknown_add_path(list, member);
    if (!list->failed) {
        list->items[list->count++].suggestion = near_member(list->message, member);
    }
}

dsi_unknown_sink unknown_sink(unknown_list *list)
{
    return (dsi_unknown_sink){.found = unknown_add, .context = list};
}

dsi_string unknown_path(const unknown_list *list, size_t index)
{
    return (dsi_string){.data = list->paths + list->items[index].start,
                        .length = list->items[index].length};
}

void unknown_print(FILE *out, const unknown_list *list, size_t index, bool escaped)
{
    const char *suggestion = list->items[index].suggestion;
    dsi_string path = unknown_path(list, index);

    putc('\'', out);
    if (escaped) {
        caret_print_text(out, path);
    } else {
        fwrite(path.data, 1, path.length, out);
    }
    fputs("' is not known", out);
    if (suggestion[0] != '\0') {
        fprintf(out, "; did you mean '%s'?", suggestion);
    }
}

/* Those that are not kept share one warning. */
static void unknown_warn_of_more(const unknown_list *list, const char *file)
{
    if (list->more > 0) {
        tool_begin_warning(file);
        fprintf(stderr, "%" PRIu64 " more members are not known\n", list->more);
    }
}

void unknown_warn(const unknown_list *list, const char *file)
{
    for (size_t i = 0; i < list->count; i++) {
        tool_begin_warning(file);
        unknown_print(stderr, list, i, true);
        putc('\n', stderr);
    }
    unknown_warn_of_more(list, file);
}

void unknown_print_lines(FILE *out, const unknown_list *list, const char *subject,
                         const char *file)
{
    for (size_t i = 0; i < list->count; i++) {
        if (out == stderr) {
            tool_begin_complaint(subject);
        } else {
            tool_print_subject(out, subject);
        }
        unknown_print(out, list, i, true);
        putc('\n', out);
    }
    unknown_warn_of_more(list, file);
}

tool_exit unknown_check(const unknown_list *list)
{
    if (list->failed) {
        tool_complain("memory", "not enough for the unknown members");
    }
    return list->failed ? TOOL_USAGE : TOOL_DONE;
}

void unknown_free(unknown_list *list)
{
    free(list->items);
    free(list->paths);
}
