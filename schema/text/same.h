/*
 * schema/text/same.h - compares short texts of the same length, such as names. Words are
 * compared and nothing is called, so it is faster than memcmp on a text that has just
 * been written.
 */
#ifndef DSI_SCHEMA_TEXT_SAME_H
#define DSI_SCHEMA_TEXT_SAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The same four bytes? */
static inline bool same_half(const char *left, const char *right)
{
    uint32_t both[2];

    memcpy(&both[0], left, sizeof both[0]);
    memcpy(&both[1], right, sizeof both[1]);
    return both[0] == both[1];
}

/* The same eight bytes? */
static inline bool same_word(const char *left, const char *right)
{
    uint64_t both[2];

    memcpy(&both[0], left, sizeof both[0]);
    memcpy(&both[1], right, sizeof both[1]);
    return both[0] == both[1];
}

/* The last words may overlap the ones before. */
static inline bool dsi_same(const char *left, const char *right, size_t length)
{
    const size_t small = sizeof(uint32_t);
    const size_t large = sizeof(uint64_t);

    if (length >= small && length < large) {
        return same_half(left, right) &&
               same_half(left + length - small, right + length - small);
    }
    if (length < small) {
        return memcmp(left, right, length) == 0;
    }
    for (size_t i = 0; i + large < length; i += large) {
        if (!same_word(left + i, right + i)) {
            return false;
        }
    }
    return same_word(left + length - large, right + length - large);
}

#endif
