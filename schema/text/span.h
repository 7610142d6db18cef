/*
 * schema/text/span.h - how far a text goes on with bytes of one class. An automaton
 * would read them byte by byte, in a state that leads to itself. Here they are read in
 * blocks.
 *
 * Each kind of machine has a file that looks at a block, and all of them have the same
 * names. SPAN_BLOCK is the size of a block, a power of two. span_first_CLASS(block,
 * from) is the first byte, from `from` on, that is not of the class, or SPAN_BLOCK.
 * DSI_PORTABLE chooses the file that is nothing but C.
 */
#ifndef DSI_SCHEMA_TEXT_SPAN_H
#define DSI_SCHEMA_TEXT_SPAN_H

#include "schema/text/inlined.h"

#include <stddef.h>

#if defined(__SSE2__) && !defined(DSI_PORTABLE)
#include "schema/text/span_sse2.h"
#elif defined(__ARM_NEON) && !defined(__ARM_BIG_ENDIAN) && !defined(DSI_PORTABLE)
#include "schema/text/span_neon.h"
#else
#include "schema/text/span_swar.h"
#endif

/*
 * Reads blocks as long as they fit. The rest is looked at in the last block before the
 * limit, which begins before the cursor: `from` passes over the bytes seen before.
 * `cursor - limit` modulo the block is the cursor's place in it. A text shorter than a
 * block is left to the automaton.
 */
DSI_INLINED size_t span_run(const unsigned char *bytes, size_t cursor, size_t limit,
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
 * Each returns the first byte in [cursor, limit) that is not of the class, or `limit`
 * if all are. If `limit` is less than a block, it returns `cursor`. No byte outside of
 * [0, limit) is read.
 */

/* Below 0x80. */
DSI_INLINED size_t dsi_span_ascii(const unsigned char *bytes, size_t cursor,
                                  size_t limit)
{
    return span_run(bytes, cursor, limit, span_first_ascii);
}

/* Plain in a JSON string: ASCII but controls, quote and backslash. */
DSI_INLINED size_t dsi_span_plain(const unsigned char *bytes, size_t cursor,
                                  size_t limit)
{
    return span_run(bytes, cursor, limit, span_first_plain);
}

/* model: RdsDataApiConfigResourceArn, the class that its pattern ends with */
size_t dsi_span_cluster(const unsigned char *bytes, size_t cursor, size_t limit);

/* model: RdsDataApiConfigSecretArn, the class that its pattern ends with */
size_t dsi_span_secret(const unsigned char *bytes, size_t cursor, size_t limit);

#endif
