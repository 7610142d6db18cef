/*
 * vectors/pen.h - writes one message, and breaks it in the one place that is planned.
 *
 * A message is written twice from the same draws: first to count its sites, then, if it
 * is to be broken, with one break at one of them. Up to there both are the same.
 */
#ifndef DSI_VECTORS_PEN_H
#define DSI_VECTORS_PEN_H

#include <dsi/vectors.h>

#include "vectors/breaks.h"
#include "vectors/draw.h"

typedef struct dsi_pen {
    char *bytes;
    size_t capacity;
    size_t length;
    bool ended; /* nothing is written any more */
    bool full;  /* something did not fit, and was left out */
    bool brief; /* whatever may be left out is */
    dsi_draw draw;
    char path[DSI_PATH_MAX]; /* of what is being written */
    size_t path_length;

    size_t sites[DSI_SITES];  /* that were passed */
    const dsi_break *planned; /* NULL: none */
    size_t before;            /* sites of its kind that are left whole */
    char *broken_path;        /* where it was done; DSI_PATH_MAX bytes */
} dsi_pen;

void dsi_pen_put(dsi_pen *pen, const char *bytes, size_t length);
void dsi_pen_text(dsi_pen *pen, const char *text);

/* True while there is room for what may be left out. */
bool dsi_pen_has_room(const dsi_pen *pen);

/* Goes to a member or an item; dsi_pen_leave goes back to the length that they return. */
size_t dsi_pen_enter(dsi_pen *pen, const char *name);
size_t dsi_pen_enter_item(dsi_pen *pen, size_t index);
void dsi_pen_leave(dsi_pen *pen, size_t path_length);

/* Passes a site. The break that is planned for it, or NULL. */
const dsi_break *dsi_pen_pass(dsi_pen *pen, dsi_site site);

/* Passes a site, and writes what the break puts there. True if it did. */
bool dsi_pen_break(dsi_pen *pen, dsi_site site);

#endif
