/*
 * codec/stream/guard.h - the strict gate in front of yajl.
 *
 * The guard is an automaton over the raw bytes. It accepts RFC 8259 with an object at
 * the top and nothing else: strict UTF-8, paired surrogate escapes, no byte after the
 * end. It bounds depth, token and total length. It can stop and go on at any byte, and
 * it knows the offset of every error.
 *
 * It also says which bytes form whole tokens. yajl would read a token that a chunk cuts
 * again from its start each time, in quadratic time. What passes the guard, yajl
 * accepts; see SECURITY.md.
 *
 * Its state holds neither pointers nor indexes. So a scan reads only the chunk,
 * whatever state it begins in, and a proof about one scan covers every sequence of
 * them.
 */
#ifndef DSI_CODEC_STREAM_GUARD_H
#define DSI_CODEC_STREAM_GUARD_H

#include "schema/type.h"

#include <dsi/decode.h>

typedef struct dsi_guard {
    dsi_limits limits;
    uint64_t offset;      /* bytes before the chunk at hand */
    uint64_t token_start; /* offset of the open token; only valid in_token */
    uint64_t mark;        /* offset of the escape or multi-byte character at hand */
    int condition;        /* of the automaton */
    bool in_token;        /* a string, number or literal is open */
    bool in_key;          /* the open string is a member's name */
    size_t depth;
    size_t pause;        /* see dsi_guard_pause; 0: never */
    uint64_t objects[2]; /* a bit a level, the innermost lowest; 1: an object */
} dsi_guard;

/* For `pause`: after the bracket of every list. */
#define DSI_PAUSE_AT_LISTS SIZE_MAX

/* Readies the guard for a document. The limits are resolved: none of them is 0. */
void dsi_guard_begin(dsi_guard *guard, const dsi_limits *limits);

/*
 * What the guard found in a chunk.
 *
 * code: DSI_OK, or the error. After an error, `offset` (in the message) and `limit` say
 *     more, and the guard must not be called again.
 * closed: only if a token was open before the chunk: how many bytes of the chunk belong
 *     to it or end it. A number ends with the byte after it. 0 if the token is still
 *     open.
 * whole: how many bytes of the chunk form whole tokens. The bytes from there to the end
 *     of the chunk begin a token.
 * read: how many bytes of the chunk were read: all, unless there is an error or a
 * pause.
 */
typedef struct dsi_scan {
    dsi_code code;
    uint64_t offset;
    uint64_t limit;
    size_t closed;
    size_t whole;
    size_t read;
} dsi_scan;

/* The white space of JSON. */
static inline bool dsi_guard_is_blank(unsigned char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/*
 * How many of a chunk's bytes max_bytes allows. The offset never passes max_bytes.
 */
static inline size_t dsi_guard_allowed(const dsi_guard *guard, size_t length)
{
    uint64_t room = guard->limits.max_bytes - guard->offset;

    return room < length ? (size_t)room : length;
}

/* Reads a chunk, in linear time. */
dsi_scan dsi_guard_scan(dsi_guard *guard, const unsigned char *bytes, size_t length);

/*
 * Stops scans before each item of a list that is `depth` levels deep: after its
 * bracket, and after each comma. So an item can be read by someone else.
 */
static inline void dsi_guard_pause(dsi_guard *guard, size_t depth)
{
    guard->pause = depth;
}

/* True if a value can begin with the next byte: in a list, an item. */
bool dsi_guard_at_item(const dsi_guard *guard);

/*
 * Someone else has read an item of so many bytes, with the blanks before it, and with
 * the comma after it if `comma` says so.
 */
void dsi_guard_pass_item(dsi_guard *guard, size_t length, bool comma);

/* Someone else has read the whole document, with the blanks before it. */
void dsi_guard_pass_document(dsi_guard *guard, size_t length);

/* Returns DSI_OK if the document is complete, else DSI_E_TRUNCATED. */
dsi_code dsi_guard_finish(const dsi_guard *guard);

#endif
