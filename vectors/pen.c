#include "vectors/pen.h"

#include "schema/text/words.h"

#include <dsi/decode.h>

void dsi_pen_put(dsi_pen *pen, const char *bytes, size_t length)
{
    if (pen->ended) {
        return;
    }
    if (length > pen->capacity - pen->length) {
        pen->full = true;
        return;
    }
    memcpy(pen->bytes + pen->length, bytes, length);
    pen->length += length;
}

void dsi_pen_text(dsi_pen *pen, const char *text)
{
    dsi_pen_put(pen, text, strlen(text));
}

/* The longest text takes 24 KiB, and what is open must still be closed. */
bool dsi_pen_has_room(const dsi_pen *pen)
{
    return !pen->brief && pen->length < pen->capacity / 2;
}

static dsi_words pen_path(dsi_pen *pen)
{
    return (dsi_words){pen->path, sizeof pen->path, pen->path_length};
}

size_t dsi_pen_enter(dsi_pen *pen, const char *name)
{
    size_t before = pen->path_length;
    dsi_words path = pen_path(pen);

    dsi_words_add(&path, "/");
    dsi_words_add(&path, name);
    pen->path_length = dsi_words_end(&path);
    return before;
}

size_t dsi_pen_enter_item(dsi_pen *pen, size_t index)
{
    size_t before = pen->path_length;
    dsi_words path = pen_path(pen);

    dsi_words_add(&path, "/");
    dsi_words_add_number(&path, index);
    pen->path_length = dsi_words_end(&path);
    return before;
}

void dsi_pen_leave(dsi_pen *pen, size_t path_length)
{
    pen->path_length = path_length;
    pen->path[path_length] = '\0';
}

const dsi_break *dsi_pen_pass(dsi_pen *pen, dsi_site site)
{
    size_t passed = pen->sites[site]++;

    if (pen->planned == NULL || pen->planned->site != site || passed != pen->before) {
        return NULL;
    }
    memcpy(pen->broken_path, pen->path, sizeof pen->path);
    return pen->planned;
}

bool dsi_pen_break(dsi_pen *pen, dsi_site site)
{
    const dsi_break *planned = dsi_pen_pass(pen, site);
    size_t times = 1;

    if (planned == NULL) {
        return false;
    }
    if (planned->effect == DSI_DEEP) {
        times = DSI_MAX_DEPTH_DEFAULT; /* the message itself is one more */
    }
    for (size_t i = 0; i < times; i++) {
        dsi_pen_put(pen, planned->bytes.data, planned->bytes.length);
    }
    pen->ended = pen->ended || planned->effect == DSI_CUT;
    return true;
}
