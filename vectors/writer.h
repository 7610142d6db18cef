/*
 * vectors/writer.h - writes one message into a buffer, with at most one mutation.
 *
 * The functions that write a message pass each of its sites in order. The writer counts
 * them by kind. If it has a mutation, it makes it at one of them: at the site of the
 * mutation's kind that comes after `skip` others.
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
    bool ended; /* a mutation has cut the message: nothing more is written */
    bool full;  /* something did not fit and was left out */
    bool brief; /* everything optional is left out */
    dsi_random random;
    char path[DSI_PATH_MAX]; /* of the value at hand, as JSON Pointer */
    size_t path_length;

    size_t sites[DSI_SITES];      /* how many were passed, by kind */
    const dsi_mutation *mutation; /* to be made; NULL: the message stays valid */
    size_t skip;                  /* sites of its kind to pass before it is made */
    char *mutation_path;          /* gets its path; DSI_PATH_MAX bytes */
} dsi_writer;

/* Writes bytes, or a text up to its NUL. */
void dsi_writer_put(dsi_writer *writer, const char *bytes, size_t length);
void dsi_writer_text(dsi_writer *writer, const char *text);

/* True if something optional may still be written. */
bool dsi_writer_has_room(const dsi_writer *writer);

/*
 * Adds a member or an item to the path, and returns the length that the path had. With
 * that length, dsi_writer_leave restores the path.
 */
size_t dsi_writer_enter(dsi_writer *writer, const char *name);
size_t dsi_writer_enter_item(dsi_writer *writer, size_t index);
void dsi_writer_leave(dsi_writer *writer, size_t path_length);

/* Passes a site. Returns the mutation if it is to be made here, else NULL. */
const dsi_mutation *dsi_writer_pass(dsi_writer *writer, dsi_site site);

/*
 * Passes a site, and writes the mutation's bytes if it is to be made here. Returns true
 * if it was.
 */
bool dsi_writer_mutate(dsi_writer *writer, dsi_site site);

#endif
