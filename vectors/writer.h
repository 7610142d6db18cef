/*
 * vectors/writer.h - writes one message, and breaks it in the one place that is planned.
 *
 * A message is written twice from the same draws: first to count its sites, then, if it
 * is to be broken, with one break at one of them. Up to there both are the same.
 */
#ifndef DSI_VECTORS_WRITER_H
#define DSI_VECTORS_WRITER_H

#include <dsi/vectors.h>

#include "vectors/mutations.h"
#include "vectors/random.h"

typedef struct dsi_writer {
    char *bytes;
    size_t capacity;
    size_t length;
    bool ended; /* nothing is written any more */
    bool full;  /* something did not fit, and was left out */
    bool brief; /* whatever may be left out is */
    dsi_random random;
    char path[DSI_PATH_MAX]; /* of what is being written */
    size_t path_length;

    size_t sites[DSI_SITES];     /* that were passed */
    const dsi_mutation *planned; /* NULL: none */
    size_t before;               /* sites of its kind that are left whole */
    char *broken_path;           /* where it was done; DSI_PATH_MAX bytes */
} dsi_writer;

void dsi_writer_put(dsi_writer *writer, const char *bytes, size_t length);
void dsi_writer_text(dsi_writer *writer, const char *text);

/* True while there is room for what may be left out. */
bool dsi_writer_has_room(const dsi_writer *writer);

/* Goes to a member or an item; dsi_writer_leave goes back to the length that they return. */
size_t dsi_writer_enter(dsi_writer *writer, const char *name);
size_t dsi_writer_enter_item(dsi_writer *writer, size_t index);
void dsi_writer_leave(dsi_writer *writer, size_t path_length);

/* Passes a site. The break that is planned for it, or NULL. */
const dsi_mutation *dsi_writer_pass(dsi_writer *writer, dsi_site site);

/* Passes a site, and writes what the break puts there. True if it did. */
bool dsi_writer_break(dsi_writer *writer, dsi_site site);

#endif
