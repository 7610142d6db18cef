/* tool/near.h - finds the name that a mistyped word most likely means. */
#ifndef DSI_TOOL_NEAR_H
#define DSI_TOOL_NEAR_H

#include <dsi/message.h>

/* In bytes. No longer name is suggested, and nothing for a longer word. */
#define NEAR_MAX 63

/* A search: begin, try each name, then look at `name`. */
typedef struct near_search {
    dsi_string word;
    size_t distance;  /* of `name` */
    const char *name; /* the nearest name so far; "" if none is near */
} near_search;

/* Begins the search for a name near the word, which must outlive the search. */
near_search near_begin(dsi_string word);

/* Accepts only names that differ in at most so many letters. */
void near_limit(near_search *search, size_t letters);

/*
 * Tries a name, which must outlive the search. A name is near if at most a third of the
 * word's letters, rounded up, must be changed, added or removed; their case does not
 * count. The word itself is not near. Of several equally near names the first counts.
 */
void near_try(near_search *search, const char *name);

/*
 * The name that an unknown member most likely means, among the names that the model
 * lists at its place. Static; "" if none is near.
 */
const char *near_member(const dsi_message *message, const dsi_unknown_member *member);

#endif
