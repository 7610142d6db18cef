/* tool/near.h - finds the name that a mistyped word most likely means. */
#ifndef DSI_TOOL_NEAR_H
#define DSI_TOOL_NEAR_H

#include <dsi/text.h>

/* Room for a name, terminator included. In bytes. A longer one is never suggested. */
#define NEAR_MAX 64

/* A search: begin, try each name, then look at `name`. */
typedef struct near_search {
    dsi_string word;
    size_t distance;     /* of `name` */
    char name[NEAR_MAX]; /* the nearest name so far; "" if none is near */
} near_search;

/* Begins the search for a name near the word, which must outlive the search. */
near_search near_begin(dsi_string word);

/*
 * Tries a name. A name is near if at most a third of the word's letters, rounded up,
 * must be changed, added or removed; their case does not count. The word itself is not
 * near. Of several equally near names the first counts.
 */
void near_try(near_search *search, dsi_string name);

#endif
