/*
 * dsi/decode.h - decoding a message that arrives in pieces.
 *
 * A decode lives in one block that the caller provides, and so does yajl's memory. dsi
 * never allocates. A function of the message begins the decode, dsi_feed() takes the
 * bytes, and another function of the message finishes it:
 *
 *     static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
 *     dsi_decoder *decoder =
 *         dsi_start_request_begin(block, sizeof block, NULL, &error);
 *     while ((n = next_chunk(&chunk)) > 0) {
 *         dsi_feed(decoder, chunk, n);
 *     }
 *     const dsi_start_request *request = dsi_start_request_finish(decoder, &error);
 *
 * The first error sticks: the decoder ignores later bytes, and finish reports that
 * error. Outcome, code, offset and path are the same however the message is cut into
 * chunks. The time is linear in the bytes fed. Two decoders share nothing, so each
 * thread can have its own.
 *
 * To drop a decode, do nothing: the block is all that it holds, and the next begin may
 * use it. A function that a decoder calls must not call that decoder: the whole decode
 * then fails with DSI_E_REENTRY.
 */
#ifndef DSI_DECODE_H
#define DSI_DECODE_H

#include <stdbool.h>

#include <dsi/error.h>
#include <dsi/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * How large a message may be. 0 means the default.
 *
 * max_bytes: bytes of the whole message, white space included.
 * max_depth: levels of nested objects and arrays, at most 126. The message itself is
 *     the first level.
 * max_token: bytes of one string (quotes included), number or literal, as written. The
 *     block grows with it; see dsi_decoder_size.
 */
typedef struct dsi_limits {
    uint64_t max_bytes;
    size_t max_depth;
    size_t max_token;
} dsi_limits;

#define DSI_MAX_BYTES_DEFAULT 268435456u  /* 256 MiB; costs no memory */
#define DSI_MAX_DEPTH_DEFAULT 64u         /* real answers have a dozen levels */
#define DSI_MAX_DEPTH_MAX 126u            /* yajl is safe up to 127 */
#define DSI_MAX_TOKEN_DEFAULT 131071u     /* a nextToken of 65,536 bytes; a long SDL */
#define DSI_MAX_TOKEN_MAX (SIZE_MAX / 16) /* block sizes cannot overflow */

/*
 * A member that the model does not list, in a structure that it lists.
 *
 * path: a JSON Pointer to the structure, NUL-terminated.
 * name: the member's name, decoded. For a parameter of a target, the name as it is
 *     written.
 * offset: of the first byte of the name in the message, in bytes. A name in JSON begins
 *     with its quote.
 */
typedef struct dsi_unknown_member {
    const char *path;
    dsi_string name;
    uint64_t offset;
} dsi_unknown_member;

/*
 * The decoder calls `found` with each unknown member that it skips, in the message's
 * order. The member is valid during the call only, so memory does not grow with their
 * number. If `found` is NULL, the decoder skips them silently.
 */
typedef struct dsi_unknown_sink {
    void (*found)(void *context, const dsi_unknown_member *member); /* may be NULL */
    void *context;
} dsi_unknown_sink;

/*
 * How to decode. NULL or all zero is the default.
 *
 * strict: refuse members that the model does not list, instead of skipping them. For
 *     service errors it has no effect: front ends add members of their own.
 * unknown: the function to call with each member that the decoder skips.
 */
typedef struct dsi_decode_options {
    dsi_limits limits;
    bool strict;
    dsi_unknown_sink unknown;
} dsi_decode_options;

/*
 * The size of a block for the default limits, in bytes. About 240 KiB of it are for
 * decoded text and structs. A message that needs more ends in DSI_E_MEMORY.
 *
 * It is enough for every message but a whole page of models, which can take a few
 * megabytes. If the decoder hands over models one by one, each can have up to about
 * 1,000 columns. A program that must save memory sets limits and asks dsi_decoder_size.
 */
#define DSI_DECODER_SIZE_DEFAULT 655360u

/*
 * A decode in progress. It lives in the caller's block, which must not move until the
 * last use of the result.
 */
typedef struct dsi_decoder dsi_decoder;

/*
 * The size of the smallest block that begin accepts for these limits (NULL: the
 * defaults), in bytes. It has at least 4 KiB for decoded text and structs. In a larger
 * block, they get every byte more. Returns 0 if a limit is out of range.
 */
DSI_API size_t dsi_decoder_size(const dsi_limits *limits);

/*
 * Takes the next `length` bytes of the message; `bytes` may be NULL if `length` is 0.
 * They may be cut anywhere, and need not live longer than the call.
 *
 * Returns true while more bytes are of use. It returns false from the first error on.
 * For a service error it returns false once more than `max_bytes` were fed. The caller
 * may ignore the result, because finish reports the outcome.
 *
 * A NULL decoder is accepted and gives false, so a failed begin needs no check. After
 * finish, dsi_feed changes nothing and returns false.
 */
DSI_API bool dsi_feed(dsi_decoder *decoder, const void *bytes, size_t length);

#ifdef __cplusplus
}
#endif

#endif
