/*
 * schema/span.h - how far a text goes on with bytes of one class: what an automaton
 * would read byte by byte in a state that leads to itself, read in blocks.
 *
 * The classes are defined here, byte by byte. How to look at a block is in one file for
 * each kind of machine, all with the same names: SPAN_BLOCK is its size, a power of two,
 * and span_first_CLASS(block, from) the first of its bytes, at `from` or behind it, that
 * is not of the class; SPAN_BLOCK if there is none.
 *
 * DSI_PORTABLE asks for the one that is nothing but C.
 */
#ifndef DSI_SCHEMA_SPAN_H
#define DSI_SCHEMA_SPAN_H

#include <stdbool.h>
#include <stddef.h>

/* The class is a constant where this is inlined, and only there it is fast. */
#define DSI_SPAN static inline __attribute__((always_inline))

#if defined(__SSE2__) && !defined(DSI_PORTABLE)
#include "schema/span_sse2.h"
#elif defined(__ARM_NEON) && !defined(__ARM_BIG_ENDIAN) && !defined(DSI_PORTABLE)
#include "schema/span_neon.h"
#else
#include "schema/span_swar.h"
#endif

/* ------------------------------------------------------------------- the classes */

DSI_SPAN bool span_is_ascii(unsigned char byte)
{
    return byte < 0x80;
}

/* Of a JSON string: no control, quote or backslash. */
DSI_SPAN bool span_is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

DSI_SPAN bool span_is_alphanumeric(unsigned char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z');
}

/* model: RdsDataApiConfigResourceArn, the class that its pattern ends with */
DSI_SPAN bool span_is_cluster(unsigned char byte)
{
    return span_is_alphanumeric(byte) || byte == '_' || byte == '/' || byte == '-';
}

/* model: RdsDataApiConfigSecretArn, the class that its pattern ends with */
DSI_SPAN bool span_is_secret(unsigned char byte)
{
    return span_is_cluster(byte) || byte == '+' || byte == '=' || byte == '.' ||
           byte == '@' || byte == '!';
}

/* ----------------------------------------------------------------------- the spans */

/*
 * Blocks as long as they fit. The rest is looked at in the last block before the limit,
 * which begins before the cursor; only a text shorter than a block is read by bytes.
 */
DSI_SPAN size_t span_run(const unsigned char *bytes, size_t cursor, size_t limit,
                         size_t (*first)(const unsigned char *block, size_t from),
                         bool (*is)(unsigned char byte))
{
    if (cursor >= limit) {
        return limit;
    }
    for (; cursor + SPAN_BLOCK <= limit; cursor += SPAN_BLOCK) {
        size_t good = first(bytes + cursor, 0);

        if (good < SPAN_BLOCK) {
            return cursor + good;
        }
    }
    if (limit >= SPAN_BLOCK && cursor < limit) {
        size_t from = (cursor - limit) & (SPAN_BLOCK - 1);

        return limit - SPAN_BLOCK + first(bytes + (limit - SPAN_BLOCK), from);
    }
    while (cursor < limit && is(bytes[cursor])) {
        cursor++;
    }
    return cursor;
}

/* Each: the first byte in [cursor, limit) that is not of the class; `limit` if all are.
 * No byte beside [0, limit) is read. */
DSI_SPAN size_t dsi_span_ascii(const unsigned char *bytes, size_t cursor, size_t limit)
{
    return span_run(bytes, cursor, limit, span_first_ascii, span_is_ascii);
}

DSI_SPAN size_t dsi_span_plain(const unsigned char *bytes, size_t cursor, size_t limit)
{
    return span_run(bytes, cursor, limit, span_first_plain, span_is_plain);
}

DSI_SPAN size_t dsi_span_cluster(const unsigned char *bytes, size_t cursor,
                                 size_t limit)
{
    return span_run(bytes, cursor, limit, span_first_cluster, span_is_cluster);
}

DSI_SPAN size_t dsi_span_secret(const unsigned char *bytes, size_t cursor, size_t limit)
{
    return span_run(bytes, cursor, limit, span_first_secret, span_is_secret);
}

#endif
