/*
 * Keeps the headers that dsi looks at. Each one is copied as one piece, "NAME: VALUE",
 * because a transport's line is gone after the call.
 */
#include "headers.h"

void client_headers_begin(client_headers *self)
{
    self->count = 0;
    self->used = 0;
    self->open = false;
}

/* Returns the copy, which follows the one before it, or NULL if there is no room. */
static const char *headers_copy(client_headers *self, dsi_string line)
{
    char *copy = self->text + self->used;

    if (line.length > sizeof self->text - self->used) {
        return NULL;
    }
    memcpy(copy, line.data, line.length);
    self->used += line.length;
    return copy;
}

/* dsi takes the first header of a name. So without room, the later ones are dropped. */
static void headers_add(client_headers *self, dsi_string line)
{
    const char *colon = memchr(line.data, ':', line.length);
    const size_t name = colon == NULL ? 0 : (size_t)(colon - line.data);
    const char *copy = NULL;

    if (dsi_header_is_known((dsi_string){.data = line.data, .length = name}) &&
        self->count < CLIENT_HEADERS_MAX) {
        copy = headers_copy(self, line);
    }
    self->open = copy != NULL;
    if (copy != NULL) {
        self->items[self->count++] = (dsi_header){
            .name = {.data = copy, .length = name},
            .value = {.data = copy + name + 1, .length = line.length - name - 1}};
    }
}

/*
 * The value is the last text, so a copy of the line continues it. The line's own blank
 * takes the place of the line end. Half a value could mean something else: it is
 * dropped.
 */
static void headers_continue(client_headers *self, dsi_string line)
{
    if (headers_copy(self, line) != NULL) {
        self->items[self->count - 1].value.length += line.length;
    } else {
        self->count--;
        self->open = false;
    }
}

void client_headers_take(client_headers *self, dsi_string line)
{
    while (line.length > 0 &&
           (line.data[line.length - 1] == '\n' || line.data[line.length - 1] == '\r')) {
        line.length--;
    }
    if (line.length == 0 || (line.data[0] != ' ' && line.data[0] != '\t')) {
        headers_add(self, line);
    } else if (self->open) {
        headers_continue(self, line);
    }
}
