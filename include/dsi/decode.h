/*
 * dsi/decode.h - decoding a message that arrives in pieces.
 *
 * One block of the caller's carries a whole decode, yajl's memory included; dsi never
 * allocates. A decode is begun by the message's own function (dsi_start_answer_begin),
 * fed here, and finished by the message's own function:
 *
 *     static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
 *     dsi_decoder *decoder = dsi_start_request_begin(block, sizeof block, NULL, &error);
 *     while ((n = next_chunk(&chunk)) > 0) {
 *         dsi_feed(decoder, chunk, n);
 *     }
 *     const dsi_start_request *request = dsi_start_request_finish(decoder, &error);
 *
 * The first error sticks: later bytes are ignored and finish reports it. Every outcome,
 * offset and path is the same however the message is cut into chunks. Time is linear in
 * the bytes fed. Two decoders never share anything, so each thread can have its own.
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
 * What a message may cost. 0 means the default.
 *
 * max_bytes: of the whole message, white space included.
 * max_depth: of nested objects and arrays, the message itself being 1; at most 126.
 * max_token: bytes of one string (quotes included), number or literal, as written. The
 *     block grows with it; see dsi_decoder_size.
 */
typedef struct dsi_limits {
    uint64_t max_bytes;
    size_t max_depth;
    size_t max_token;
} dsi_limits;

#define DSI_MAX_BYTES_DEFAULT 268435456u  /* 256 MiB; no memory depends on it */
#define DSI_MAX_DEPTH_DEFAULT 64u         /* real answers have a dozen levels */
#define DSI_MAX_DEPTH_MAX 126u            /* yajl's own bound is 127 */
#define DSI_MAX_TOKEN_DEFAULT 131071u     /* a nextToken of 65,536 bytes; a long SDL */
#define DSI_MAX_TOKEN_MAX (SIZE_MAX / 16) /* no size of a block can wrap around */

/*
 * A member that the model does not list, in a structure that it does.
 *
 * path: a JSON Pointer to the structure, NUL-terminated.
 * name: the member's name, decoded; of a target's parameter, as it is written.
 * offset: of the name's first byte in the message, its quote included.
 */
typedef struct dsi_unknown_member {
    const char *path;
    dsi_string name;
    uint64_t offset;
} dsi_unknown_member;

/* Is told of each such member that is skipped, in their order. All of it is valid in the
 * call alone, so that nothing grows with their number. */
typedef struct dsi_unknown_sink {
    void (*found)(void *context, const dsi_unknown_member *member); /* NULL: nobody */
    void *context;
} dsi_unknown_sink;

/*
 * How to decode. NULL or all zero is the default.
 *
 * strict: refuse members that the model does not list, instead of skipping them. Service
 *     errors are never decoded strictly: front ends add members of their own.
 * unknown: is told of members that are skipped. It must not call the decoder.
 */
typedef struct dsi_decode_options {
    dsi_limits limits;
    bool strict;
    dsi_unknown_sink unknown;
} dsi_decode_options;

/*
 * A block size for the default limits, with room for about 240 KiB of decoded text and
 * structs; what decodes to more ends in DSI_E_MEMORY. It is enough for every message
 * but a whole page of models, which can take a few megabytes, and for streamed models
 * of up to about 1,000 columns. In bytes. A program that must save memory sets limits
 * and asks dsi_decoder_size.
 */
#define DSI_DECODER_SIZE_DEFAULT 655360u

/* A decode in progress. It lives in the caller's block, which must not move. */
typedef struct dsi_decoder dsi_decoder;

/*
 * The smallest block that begin accepts for these limits (NULL: defaults), in bytes.
 * What is given beyond it is room for decoded text and structs; the smallest block has
 * at least 4 KiB of it. Returns 0 if a limit is out of range.
 */
DSI_API size_t dsi_decoder_size(const dsi_limits *limits);

/*
 * Takes the next `length` bytes of the message (NULL only if there are none). They need
 * not live longer than the call and may be cut anywhere. Returns true while more bytes
 * are of use: until the decode has an error or, for a service error, until more than
 * `max_bytes` were fed. It is not necessary to look, since finish reports the outcome. A
 * NULL decoder is accepted and returns false, so that a failed begin needs no check
 * either. After finish it does nothing and returns false.
 */
DSI_API bool dsi_feed(dsi_decoder *decoder, const void *bytes, size_t length);

#ifdef __cplusplus
}
#endif

#endif
