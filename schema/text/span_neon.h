/* schema/text/span_neon.h - blocks of sixteen bytes, for ARM; see span.h. */
#ifndef DSI_SCHEMA_TEXT_SPAN_NEON_H
#define DSI_SCHEMA_TEXT_SPAN_NEON_H

#include <arm_neon.h>

#define SPAN_BLOCK ((size_t)16)

/*
 * The first byte from `from` on that is not of the class. NEON has no mask of bits, so
 * each byte is narrowed to four of them.
 */
DSI_INLINED size_t span_first(uint8x16_t of_class, size_t from)
{
    uint8x8_t halves = vshrn_n_u16(vreinterpretq_u16_u8(vmvnq_u8(of_class)), 4);
    uint64_t others = vget_lane_u64(vreinterpret_u64_u8(halves), 0);

    others &= ~(uint64_t)0 << (4 * from);
    return others == 0 ? SPAN_BLOCK : (size_t)__builtin_ctzll(others) / 4;
}

DSI_INLINED uint8x16_t span_equal(uint8x16_t bytes, char byte)
{
    return vceqq_u8(bytes, vdupq_n_u8((uint8_t)byte));
}

/* A byte below the range wraps around to one above it. */
DSI_INLINED uint8x16_t span_range(uint8x16_t bytes, char low, char high)
{
    return vcleq_u8(vsubq_u8(bytes, vdupq_n_u8((uint8_t)low)),
                    vdupq_n_u8((uint8_t)(high - low)));
}

/* With the bit of lower case set, the letters of both cases are one range. */
DSI_INLINED uint8x16_t span_letters(uint8x16_t bytes)
{
    return span_range(vorrq_u8(bytes, vdupq_n_u8(0x20)), 'a', 'z');
}

DSI_INLINED size_t span_first_ascii(const unsigned char *block, size_t from)
{
    return span_first(span_range(vld1q_u8(block), 0, 0x7f), from);
}

DSI_INLINED size_t span_first_plain(const unsigned char *block, size_t from)
{
    uint8x16_t bytes = vld1q_u8(block);
    uint8x16_t quoted = vorrq_u8(span_equal(bytes, '"'), span_equal(bytes, '\\'));

    return span_first(vbicq_u8(span_range(bytes, 0x20, 0x7f), quoted), from);
}

DSI_INLINED size_t span_first_cluster(const unsigned char *block, size_t from)
{
    uint8x16_t bytes = vld1q_u8(block);
    uint8x16_t words = vorrq_u8(span_letters(bytes), span_equal(bytes, '_'));
    uint8x16_t rest = vorrq_u8(span_range(bytes, '/', '9'), span_equal(bytes, '-'));

    return span_first(vorrq_u8(words, rest), from);
}

DSI_INLINED size_t span_first_secret(const unsigned char *block, size_t from)
{
    uint8x16_t bytes = vld1q_u8(block);
    uint8x16_t words = vorrq_u8(span_letters(bytes), span_equal(bytes, '_'));
    uint8x16_t signs = vorrq_u8(span_equal(bytes, '+'), span_equal(bytes, '='));
    uint8x16_t marks = vorrq_u8(span_equal(bytes, '@'), span_equal(bytes, '!'));

    /* the hyphen, the dot, the slash and the digits follow each other */
    words = vorrq_u8(words, span_range(bytes, '-', '9'));
    return span_first(vorrq_u8(words, vorrq_u8(signs, marks)), from);
}

#endif
