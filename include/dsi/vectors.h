/*
 * dsi/vectors.h - test vectors: messages that are right, and messages that are broken in
 * one known way, each with its verdict. For programs that test a parser, a mock or a
 * proxy; link dsi::vectors, a library of its own.
 *
 *     static dsi_vectors vectors;
 *     dsi_vector vector;
 *
 *     dsi_vectors_begin(&vectors, dsi_message_find(dsi_str("start-request")), 7, true);
 *     for (int i = 0; i < 10000; i++) {
 *         dsi_vectors_next(&vectors, &vector);
 *         bool accepted = my_parser(vector.bytes.data, vector.bytes.length);
 *         if (accepted != (vector.code == DSI_OK)) {
 *             printf("%s at '%s'\n", vector.why, vector.path);
 *         }
 *     }
 *
 * The same seed gives the same vectors everywhere, in each release that says nothing else
 * in its change log. No heap, no clock, no randomness but the seed.
 */
#ifndef DSI_VECTORS_H
#define DSI_VECTORS_H

#include <stdbool.h>

#include <dsi/message.h>
#include <dsi/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/* No vector has more bytes. */
#define DSI_VECTOR_MAX 65536u

/*
 * One message and what must come of it, with default limits, not strictly.
 *
 * bytes: the message, which need be neither UTF-8 nor terminated.
 * code: DSI_OK: it is decoded, and a request has no violation of DSI_LEVEL_MODEL. A code
 *     of DSI_BAND_CONSTRAINT: it is decoded, and this is the one violation that the
 *     request has. Any other: it is not decoded.
 * path: of the error or violation, a JSON Pointer; "" if all is well.
 * why: what is wrong with it, static; what it is good for, if nothing is.
 *
 * `bytes` and `path` lie in the dsi_vectors that made them, until its next call.
 */
typedef struct dsi_vector {
    dsi_string bytes;
    dsi_code code;
    const char *path;
    const char *why;
} dsi_vector;

/*
 * A sequence of vectors. Large: better static than on a small stack. Its members are for
 * dsi alone.
 */
typedef struct dsi_vectors {
    const dsi_message *message;
    bool broken;
    bool again;
    uint64_t state;
    uint64_t current;
    char path[DSI_PATH_MAX];
    char bytes[DSI_VECTOR_MAX];
} dsi_vectors;

/*
 * Begins the sequence of a message and seed. A request without a body is its target (path
 * and query), as it is on the wire; any other message is its body, a response that of a 2xx
 * answer. What a request with a body has in its target is not in its vectors, nor does
 * their verdict speak of it. With `broken`, every second vector is the one before it, broken
 * in one way; else all are right.
 */
DSI_API void dsi_vectors_begin(dsi_vectors *vectors, const dsi_message *message,
                               uint64_t seed, bool broken);

/* Makes the next vector. There is always one. */
DSI_API void dsi_vectors_next(dsi_vectors *vectors, dsi_vector *vector);

#ifdef __cplusplus
}
#endif

#endif
