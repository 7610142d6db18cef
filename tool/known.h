/*
 * tool/known.h - the names of the members that a structure of a message has.
 *
 * The public API lists only the members with one value. So the names are taken from an
 * encoded example: the encoder can write every absent member as null.
 */
#ifndef DSI_TOOL_KNOWN_H
#define DSI_TOOL_KNOWN_H

#include <dsi/dsi.h>

/* Room for the names of one structure, as JSON writes them. */
#define KNOWN_MAX 1024

/* All zero except `message`: no structure was asked for yet. */
typedef struct tool_known {
    const dsi_message *message;
    char path[DSI_PATH_MAX]; /* of the structure, with 0 for each index */
    bool filled;
    char names[KNOWN_MAX]; /* `"name":null,"other":null` */
    size_t length;
} tool_known;

/*
 * Looks at the structure at `path`, a JSON Pointer that a decoder gave. It keeps the
 * names until another structure is asked for. Without memory there are no names.
 */
void known_look(tool_known *known, const char *path);

/*
 * Sets `name` to the next name, a view, and moves `at` on; `at` begins at 0. Returns
 * false after the last name.
 */
bool known_next(const tool_known *known, size_t *at, dsi_string *name);

#endif
