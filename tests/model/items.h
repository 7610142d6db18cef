/*
 * tests/model/items.h - items of an answer's list that are handed over one by one:
 * taken as text, and put back where they belong.
 */
#ifndef DSI_TESTS_MODEL_ITEMS_H
#define DSI_TESTS_MODEL_ITEMS_H

#include "tests/model/value.h"

#define ITEMS_TEXT_MAX 65536

/* Items as they were taken, encoded, with commas between them. */
typedef struct items_taken {
    const dsi_message *message;
    size_t count;
    size_t length;
    char text[ITEMS_TEXT_MAX];
} items_taken;

/* Begins with none; what a decode of the message is given, and what stops without room. */
dsi_item_sink items_begin(items_taken *taken, const dsi_message *message);

/* The name of the list of a message that has items. */
const char *items_name(const dsi_message *message);

#define ITEMS_DEPTH_MAX 4

/* A copy of an output with another list in place of the one that can be streamed. */
typedef struct items_copy {
    void *answer;             /* NULL: the structure that has the list is absent */
    const char *name;         /* of the list */
    const model_shape *shape; /* of the list */
    value_list before;        /* the list, as it was */
    void *structures[ITEMS_DEPTH_MAX];
} items_copy;

/* `list` NULL: without one. */
items_copy items_replace(const model_message *message, const void *answer,
                         const value_list *list);
void items_free(items_copy *copy);

/*
 * Writes an output with the items that were taken of it, as it would be if they had
 * been kept; but a list without items is absent. `place` (may be NULL) gets where in
 * the text the items begin. Returns NULL, or what of the output does not hold, in
 * words.
 */
const char *items_write(const items_taken *taken, const void *answer,
                        const dsi_sink *sink, size_t *place);

#endif
