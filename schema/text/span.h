/*
 * schema/text/span.h - how far a text goes on with bytes of one class: what an automaton
 * would read byte by byte in a state that leads to itself, read in blocks.
 *
 * How to look at a block is in one file for each kind of machine, all with the same
 * names: SPAN_BLOCK is its size, a power of two, and span_first_CLASS(block, from) the
 * first of its bytes, at `from` or behind it, that is not of the class; SPAN_BLOCK if
 * there is none. DSI_PORTABLE asks for the one that is nothing but C.
 */
#ifndef DSI_SCHEMA_SPAN_H
#define DSI_SCHEMA_SPAN_H

#include <stddef.h>

/* The class is a constant where this is inlined, and only there it is fast. */
#define DSI_SPAN static inline __attribute__((always_inline))

#if defined(__SSE2__) && !defined(DSI_PORTABLE)
#include "schema/text/span_sse2.h"
#elif defined(__ARM_NEON) && !defined(__ARM_BIG_ENDIAN) && !defined(DSI_PORTABLE)
#include "schema/text/span_neon.h"
#else
#include "schema/text/span_swar.h"
#endif

/*
 * Blocks as long as they fit; the rest is looked at in the last block before the limit,
 * which begins before the cursor. A text shorter than a block is left to the automaton.
 */
DSI_SPAN size_t span_run(const unsigned char *bytes, size_t cursor, size_t limit,
                         size_t (*first)(const unsigned char *block, size_t from))
{
    if (limit < SPAN_BLOCK || cursor >= limit) {
        return cursor;
    }
    for (; cursor + SPAN_BLOCK <= limit; cursor += SPAN_BLOCK) {
        size_t good = first(bytes + cursor, 0);

        if (good < SPAN_BLOCK) {
            return cursor + good;
        }
    }
    return limit - SPAN_BLOCK +
           first(bytes + (limit - SPAN_BLOCK), (cursor - limit) & (SPAN_BLOCK - 1));
}

/*
 * Each: the first byte in [cursor, limit) that is not of the class, `limit` if all are;
 * or `cursor` if `limit` is less than a block. No byte beside [0, limit) is read.
 */

/* Below 0x80. */
DSI_SPAN size_t dsi_span_ascii(const unsigned char *bytes, size_t cursor, size_t limit)
{
    return span_run(bytes, cursor, limit, span_first_ascii);
}

/* Of a JSON string: ASCII but controls, quote and backslash. */
DSI_SPAN size_t dsi_span_plain(const unsigned char *bytes, size_t cursor, size_t limit)
{
    return span_run(bytes, cursor, limit, span_first_plain);
}

/* model: RdsDataApiConfigResourceArn, the class that its pattern ends with */
size_t dsi_span_cluster(const unsigned char *bytes, size_t cursor, size_t limit);

/* model: RdsDataApiConfigSecretArn, the class that its pattern ends with */
size_t dsi_span_secret(const unsigned char *bytes, size_t cursor, size_t limit);

#endif
