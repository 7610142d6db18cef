/*
 * tests/model/items.h - items of a list that an answer hands over one by one. They are
 * taken as text, and can be written again where they belong.
 */
#ifndef DSI_TESTS_MODEL_ITEMS_H
#define DSI_TESTS_MODEL_ITEMS_H

#include "tests/model/value.h"

#define ITEMS_TEXT_MAX 65536

/* Items that were taken: encoded, with commas between them. */
typedef struct items_taken {
    const dsi_message *message;
    size_t count;
    size_t length;
    char text[ITEMS_TEXT_MAX];
} items_taken;

/*
 * Begins without items. Returns the sink for a decode of the message. It stops the
 * decode if `text` is full.
 */
dsi_item_sink items_begin(items_taken *taken, const dsi_message *message);

/* The name of the list that has the message's items. */
const char *items_name(const dsi_message *message);

#define ITEMS_DEPTH_MAX 4

/* A copy of an output with another list in place of the one that can be streamed. */
typedef struct items_copy {
    void *answer;             /* NULL if the structure around the list is absent */
    const char *name;         /* of the list */
    const model_shape *shape; /* of the list */
    value_list before;        /* the list, as it was */
    void *structures[ITEMS_DEPTH_MAX];
} items_copy;

/* Makes the copy. If `list` is NULL, the list is absent in it. */
items_copy items_replace(const model_message *message, const void *answer,
                         const value_list *list);
void items_free(items_copy *copy);

/*
 * Writes an output together with the items that were taken from it, as if it had kept
 * them. A list without items is absent. `place` (may be NULL) gets the offset of the
 * first item. Returns NULL, or in words what should hold for the output and does not.
 */
const char *items_write(const items_taken *taken, const void *answer,
                        const dsi_sink *sink, size_t *place);

#endif
