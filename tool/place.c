/*
 * tool/place.c - counts lines. Only the piece with the error is looked at byte by byte.
 */
#include "place.h"

#include <string.h>

void place_take(tool_place *place, const char *bytes, size_t length)
{
    place->piece = bytes;
    place->length = length;
}

/* Notes the line feed at `offset`. */
static void place_end_line(tool_place *place, uint64_t offset)
{
    if (place->lines == 0) {
        place->first_end = offset;
    }
    place->lines++;
    place->previous_start = place->line_start;
    place->line_start = offset + 1;
}

/* Goes over the first `length` bytes of the piece. */
static void place_count(tool_place *place, size_t length)
{
    const char *end = place->piece + length;
    const char *feed = length > 0 ? memchr(place->piece, '\n', length) : NULL;

    while (feed != NULL) {
        place_end_line(place, place->passed + (uint64_t)(feed - place->piece));
        feed = memchr(feed + 1, '\n', (size_t)(end - feed - 1));
    }
}

void place_pass(tool_place *place)
{
    size_t kept = place->length < PLACE_RECENT ? place->length : PLACE_RECENT;

    place_count(place, place->length);
    place->passed += place->length;
    for (size_t i = 1; i <= kept; i++) {
        place->recent[(place->passed - i) % PLACE_RECENT] =
            place->piece[place->length - i];
    }
    place_take(place, NULL, 0);
}

/* The byte at `offset`, or -1. */
static int place_byte(const tool_place *place, uint64_t offset)
{
    if (offset >= place->passed) {
        uint64_t index = offset - place->passed;

        return index < place->length ? (unsigned char)place->piece[index] : -1;
    }
    return place->passed - offset <= PLACE_RECENT
               ? (unsigned char)place->recent[offset % PLACE_RECENT]
               : -1;
}

/* The lines before the byte are counted in a copy. */
place_found place_find(const tool_place *place, uint64_t offset)
{
    place_found found = {.byte = place_byte(place, offset)};
    tool_place copy = *place;

    if (offset > copy.passed) {
        uint64_t before = offset - copy.passed;

        place_count(&copy, before < copy.length ? (size_t)before : copy.length);
    }
    if (offset >= copy.line_start) {
        found.line = copy.lines + 1;
        found.column = offset - copy.line_start + 1;
    } else if (copy.lines == 1 || offset <= copy.first_end) {
        found.line = 1;
        found.column = offset + 1;
    } else if (offset >= copy.previous_start) {
        found.line = copy.lines;
        found.column = offset - copy.previous_start + 1;
    }
    return found;
}
