/*
 * schema/text/span_swar.h - blocks of eight bytes in a word, for every machine; see
 * span.h.
 *
 * Each byte of the word is a lane. Sums are of seven bits, so none of them reaches the
 * next lane. The eighth bit of a lane is the answer.
 */
#ifndef DSI_SCHEMA_TEXT_SPAN_SWAR_H
#define DSI_SCHEMA_TEXT_SPAN_SWAR_H

#include <stdint.h>

#define SPAN_BLOCK ((size_t)8)

DSI_INLINED uint64_t span_each(unsigned byte)
{
    return UINT64_C(0x0101010101010101) * byte;
}

/* The first byte is the lowest lane, whatever the machine's order. */
DSI_INLINED uint64_t span_load(const unsigned char *block)
{
    return (uint64_t)block[0] | (uint64_t)block[1] << 8 | (uint64_t)block[2] << 16 |
           (uint64_t)block[3] << 24 | (uint64_t)block[4] << 32 |
           (uint64_t)block[5] << 40 | (uint64_t)block[6] << 48 |
           (uint64_t)block[7] << 56;
}

/*
 * The first lane from `from` on that is not of the class. The lowest bit is singled
 * out. Its product with the constant has the number of its lane in the top byte.
 */
DSI_INLINED size_t span_first(uint64_t of_class, size_t from)
{
    uint64_t others = ~of_class & span_each(0x80) & UINT64_MAX << (8 * from);
    uint64_t lowest = others & (0 - others);

    return others == 0 ? SPAN_BLOCK
                       : (size_t)((lowest >> 7) * UINT64_C(0x0001020304050607) >> 56);
}

/*
 * `low` is above 0. A lane beyond ASCII is judged by its seven bits; the callers take
 * it out with ~lanes.
 */
DSI_INLINED uint64_t span_range(uint64_t lanes, unsigned low, unsigned high)
{
    uint64_t sevens = lanes & span_each(0x7f);

    return (sevens + span_each(0x80 - low)) & ~(sevens + span_each(0x7f - high));
}

DSI_INLINED uint64_t span_equal(uint64_t lanes, unsigned byte)
{
    return span_range(lanes, byte, byte);
}

/* With the bit of lower case set, the letters of both cases are one range. */
DSI_INLINED uint64_t span_letters(uint64_t lanes)
{
    return span_range(lanes | span_each(0x20), 'a', 'z');
}

DSI_INLINED size_t span_first_ascii(const unsigned char *block, size_t from)
{
    return span_first(~span_load(block), from);
}

DSI_INLINED size_t span_first_plain(const unsigned char *block, size_t from)
{
    uint64_t lanes = span_load(block);
    uint64_t quoted = span_equal(lanes, '"') | span_equal(lanes, '\\');

    return span_first(span_range(lanes, 0x20, 0x7f) & ~quoted & ~lanes, from);
}

DSI_INLINED size_t span_first_cluster(const unsigned char *block, size_t from)
{
    uint64_t lanes = span_load(block);
    uint64_t words = span_letters(lanes) | span_equal(lanes, '_');
    uint64_t rest = span_range(lanes, '/', '9') | span_equal(lanes, '-');

    return span_first((words | rest) & ~lanes, from);
}

DSI_INLINED size_t span_first_secret(const unsigned char *block, size_t from)
{
    uint64_t lanes = span_load(block);
    uint64_t words = span_letters(lanes) | span_equal(lanes, '_');
    uint64_t signs = span_equal(lanes, '+') | span_equal(lanes, '=');
    uint64_t marks = span_equal(lanes, '@') | span_equal(lanes, '!');

    /* the hyphen, the dot, the slash and the digits follow each other */
    words |= span_range(lanes, '-', '9');
    return span_first((words | signs | marks) & ~lanes, from);
}

#endif
