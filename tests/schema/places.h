/*
 * tests/schema/places.h - where each member lies in C. Nothing else in this room would
 * see that two members of the same kind have changed places.
 */
#ifndef DSI_TESTS_SCHEMA_PLACES_H
#define DSI_TESTS_SCHEMA_PLACES_H

#include <stddef.h>

typedef struct place {
    const char *shape;
    const char *member;
    size_t offset;
    size_t size; /* of the structure */
} place;

extern const place places[];
extern const size_t place_count;

#endif
