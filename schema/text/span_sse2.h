/* schema/text/span_sse2.h - blocks of sixteen bytes, for x86; see span.h. */
#ifndef DSI_SCHEMA_TEXT_SPAN_SSE2_H
#define DSI_SCHEMA_TEXT_SPAN_SSE2_H

#include <emmintrin.h>

#define SPAN_BLOCK ((size_t)16)

DSI_INLINED __m128i span_load(const unsigned char *block)
{
    return _mm_loadu_si128((const __m128i *)(const void *)block);
}

/*
 * The first byte from `from` on that is not of the class. The bits above the sixteen of
 * the block are set, so there is always a first one, and it is SPAN_BLOCK if all match.
 */
DSI_INLINED size_t span_first(__m128i of_class, size_t from)
{
    unsigned others = ~(unsigned)_mm_movemask_epi8(of_class);

    return (size_t)__builtin_ctz(others & (~0u << from));
}

DSI_INLINED __m128i span_equal(__m128i bytes, char byte)
{
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte));
}

/*
 * SSE2 compares signed bytes only. So the range is moved up until it ends at the
 * greatest one, and one comparison is enough.
 */
DSI_INLINED __m128i span_range(__m128i bytes, char low, char high)
{
    __m128i moved = _mm_add_epi8(bytes, _mm_set1_epi8((char)(0x7f - high)));

    return _mm_cmpgt_epi8(moved, _mm_set1_epi8((char)(0x7f - (high - low) - 1)));
}

/* With the bit of lower case set, the letters of both cases are one range. */
DSI_INLINED __m128i span_letters(__m128i bytes)
{
    return span_range(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 'z');
}

DSI_INLINED size_t span_first_ascii(const unsigned char *block, size_t from)
{
    return span_first(_mm_cmpgt_epi8(span_load(block), _mm_set1_epi8((char)-1)), from);
}

DSI_INLINED size_t span_first_plain(const unsigned char *block, size_t from)
{
    __m128i bytes = span_load(block);
    __m128i quoted = _mm_or_si128(span_equal(bytes, '"'), span_equal(bytes, '\\'));

    return span_first(
        _mm_andnot_si128(quoted, _mm_cmpgt_epi8(bytes, _mm_set1_epi8(0x1f))), from);
}

DSI_INLINED size_t span_first_cluster(const unsigned char *block, size_t from)
{
    __m128i bytes = span_load(block);
    __m128i words = _mm_or_si128(span_letters(bytes), span_equal(bytes, '_'));
    __m128i rest = _mm_or_si128(span_range(bytes, '/', '9'), span_equal(bytes, '-'));

    return span_first(_mm_or_si128(words, rest), from);
}

DSI_INLINED size_t span_first_secret(const unsigned char *block, size_t from)
{
    __m128i bytes = span_load(block);
    __m128i words = _mm_or_si128(span_letters(bytes), span_equal(bytes, '_'));
    __m128i signs = _mm_or_si128(span_equal(bytes, '+'), span_equal(bytes, '='));
    __m128i marks = _mm_or_si128(span_equal(bytes, '@'), span_equal(bytes, '!'));

    /* the hyphen, the dot, the slash and the digits follow each other */
    words = _mm_or_si128(words, span_range(bytes, '-', '9'));
    return span_first(_mm_or_si128(words, _mm_or_si128(signs, marks)), from);
}

#endif
