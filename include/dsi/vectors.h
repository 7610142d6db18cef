/*
 * dsi/vectors.h - test vectors: messages that are right, and messages that are broken
 * in one known way, each with its verdict.
 *
 * They are for programs that test a parser, a mock or a proxy. They have a library of
 * their own: link dsi::vectors.
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
 * The same seed gives the same vectors on every machine. They change only in a release
 * whose change log says so. The library uses no heap and no clock, and the seed is its
 * only source of randomness.
 */
#ifndef DSI_VECTORS_H
#define DSI_VECTORS_H

#include <stdbool.h>

#include <dsi/message.h>
#include <dsi/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/* No vector is longer than this, in bytes. */
#define DSI_VECTOR_MAX 65536u

/*
 * One message, and what a parser must make of it with the default limits and not
 * strictly.
 *
 * bytes: the message. It need not be UTF-8, and has no terminator.
 * code: DSI_OK: the message is decoded, and a request has no violation of
 *     DSI_LEVEL_MODEL. A code of DSI_BAND_CONSTRAINT: the request is decoded, and this
 *     is its one violation. Any other code: the message is not decoded.
 * path: of the error or violation, a JSON Pointer; "" if there is neither.
 * why: what is wrong with the message, or what a right one is good for. Static.
 *
 * `bytes` and `path` lie in the dsi_vectors that made them, and are valid until its
 * next call.
 */
typedef struct dsi_vector {
    dsi_string bytes;
    dsi_code code;
    const char *path;
    const char *why;
} dsi_vector;

/*
 * A sequence of vectors. It is large, so better static than on a small stack. Its
 * members are for dsi alone.
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
 * Begins the sequence of a message and a seed. With `broken`, every second vector is
 * the one before it, broken in one way. Without, all of them are right.
 *
 * The bytes of a request without a body are its target (path and query), as it is on
 * the wire. The bytes of any other message are its body; a response is the body of a
 * 2xx answer. If a request with a body also has members in its target, vectors and
 * verdicts leave those out.
 */
DSI_API void dsi_vectors_begin(dsi_vectors *vectors, const dsi_message *message,
                               uint64_t seed, bool broken);

/* Makes the next vector. The sequence has no end. */
DSI_API void dsi_vectors_next(dsi_vectors *vectors, dsi_vector *vector);

#ifdef __cplusplus
}
#endif

#endif
