/*
 * schema/text/character.h - characters of UTF-8 (RFC 3629) that take several bytes, by
 * words: for code that has whole texts in memory.
 */
#ifndef DSI_SCHEMA_TEXT_CHARACTER_H
#define DSI_SCHEMA_TEXT_CHARACTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Four bytes, the first one lowest, and eight. */
static inline uint32_t character_half(const unsigned char *bytes)
{
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

static inline uint64_t dsi_character_word(const unsigned char *bytes)
{
    return character_half(bytes) | (uint64_t)character_half(bytes + 4) << 32;
}

/*
 * Two characters of three bytes, neither of which begins with E0 or ED? For such two
 * the second byte has no other bounds.
 */
static inline bool character_is_pair(uint64_t word)
{
    const unsigned free = 0xdffe; /* which low halves of a lead have no other bounds */

    return (word & 0xc0c0f0c0c0f0) == 0x8080e08080e0 &&
           (free >> (word & 0xf) & free >> (word >> 24 & 0xf) & 1) != 0;
}

/*
 * How many bytes the character has that a word begins with. The first byte is not
 * ASCII. Returns 0 if the bytes are not UTF-8.
 */
static inline size_t character_length(uint32_t word)
{
    uint32_t lead = word & 0xff;
    uint32_t second = word >> 8 & 0xff;

    if ((word & 0xc0e0) == 0x80c0) {
        return lead >= 0xc2 ? 2 : 0;
    }
    if ((word & 0xc0c0f0) == 0x8080e0) {
        bool good = lead == 0xe0 ? second >= 0xa0 : lead != 0xed || second < 0xa0;

        return good ? 3 : 0;
    }
    if ((word & 0xc0c0c0f8) == 0x808080f0) {
        bool good = lead == 0xf0 ? second >= 0x90
                                 : lead < 0xf4 || (lead == 0xf4 && second < 0x90);

        return good ? 4 : 0;
    }
    return 0;
}

/*
 * The same for one character or for two of three bytes each, whichever a word begins
 * with.
 */
static inline size_t dsi_character_length(uint64_t word)
{
    return character_is_pair(word) ? 6 : character_length((uint32_t)word);
}

#endif
