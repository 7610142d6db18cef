/*
 * Signs requests as AWS wants it (Signature Version 4), with libcrypto's SHA-256 and
 * HMAC. It has no clock and no keys of its own: the caller gives both.
 */
#ifndef DSI_EXAMPLES_SIGV4_H
#define DSI_EXAMPLES_SIGV4_H

#include <dsi/dsi.h>

#define SIGV4_HEADERS_MAX 5u
#define SIGV4_AUTHORIZATION_MAX 512u
#define SIGV4_SECRET_MAX 128u /* bytes of a secret key; AWS's have 40 */

typedef struct sigv4_keys {
    const char *id;     /* AWS_ACCESS_KEY_ID */
    const char *secret; /* AWS_SECRET_ACCESS_KEY */
    const char *token;  /* AWS_SESSION_TOKEN; NULL: the keys are for good */
} sigv4_keys;

/* A request as it will be sent, to which host, and when. */
typedef struct sigv4_request {
    dsi_request_head head;
    dsi_string body; /* absent: the request has no body */
    const char *host;
    const char *region;
    const char *date; /* UTC: "20261127T093000Z" */
} sigv4_request;

/*
 * The headers to send, in lower case and in the order of their names, but for
 * Authorization, which is the last. Its value is in here: do not copy the struct. The
 * other values are views of the request and the keys.
 */
typedef struct sigv4_signed {
    dsi_header headers[SIGV4_HEADERS_MAX];
    size_t count;
    char authorization[SIGV4_AUTHORIZATION_MAX];
} sigv4_signed;

/*
 * Signs a request. Length and Connection are the transport's: they are not signed.
 * Returns false if a text that goes into the head is empty, could end its line or is
 * too long, if the date is not a date, or if libcrypto fails. Then nothing may be sent.
 */
bool sigv4_sign(const sigv4_request *request, const sigv4_keys *keys,
                sigv4_signed *made);

#endif
