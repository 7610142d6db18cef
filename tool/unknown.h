/*
 * tool/unknown.h - the members of a message that the model does not know, with the name
 * that each of them may stand for.
 */
#ifndef DSI_TOOL_UNKNOWN_H
#define DSI_TOOL_UNKNOWN_H

#include "tool.h"

typedef struct unknown_member {
    size_t start; /* of its path in `paths` */
    size_t length;
    const char *suggestion; /* static; "": no known name is near */
} unknown_member;

/*
 * How many are kept, and about how many bytes of paths. An attacker chooses how many there
 * are; nobody reads more.
 */
#define UNKNOWN_MAX 1000u
#define UNKNOWN_PATHS_MAX (1u << 20)

/* All zero except `message`: none was found yet. */
typedef struct unknown_list {
    const dsi_message *message;
    unknown_member *items;
    size_t count;
    size_t capacity;
    char *paths; /* one after the other, without terminators */
    size_t paths_length;
    size_t paths_capacity;
    uint64_t more; /* that are not kept */
    bool failed;   /* memory is missing; the list is not whole */
} unknown_list;

/* A sink that adds each member to the list. */
dsi_unknown_sink unknown_sink(unknown_list *list);

/* A JSON Pointer to the member at `index`. A name in it may hold NUL. */
dsi_string unknown_path(const unknown_list *list, size_t index);

/*
 * Prints what is wrong with a member, without a line end: "'/x' is not known; did you
 * mean 'y'?". With `escaped`, bytes that are not printable ASCII are shown as escapes.
 */
void unknown_print(FILE *out, const unknown_list *list, size_t index, bool escaped);

/* Warns of each member on stderr. `file` is where the message came from. */
void unknown_warn(const unknown_list *list, const char *file);

/*
 * Prints a line for each member, as violations_print does. If there are more than are
 * kept, a warning on stderr says so.
 */
void unknown_print_lines(FILE *out, const unknown_list *list, const char *subject,
                         const char *file);

/* Returns TOOL_DONE, or says that memory was missing and returns TOOL_USAGE. */
tool_exit unknown_check(const unknown_list *list);

void unknown_free(unknown_list *list);

#endif
