/*
 * dsi/http.h - the edges of HTTP, as plain data.
 *
 * dsi opens no socket. A transport of the caller's choice sends a request's head and
 * body, and hands the head of the answer back:
 *
 *     dsi_request_head head = dsi_start_request_head(); // POST, its target, JSON
 *     ... send it, and receive status, headers and body
 *     dsi_received_head received = {.status = 200, .headers = headers,
 *                                   .header_count = count};
 *     decoder = dsi_start_answer_begin(block, size, &received, NULL, &error);
 *
 * The transport adds the host (appsync.REGION.amazonaws.com), the signature and the
 * length. It feeds the body without HTTP's chunk sizes, and decompressed.
 */
#ifndef DSI_HTTP_H
#define DSI_HTTP_H

#include <dsi/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The name that requests to AppSync's control plane are signed for (SigV4). */
#define DSI_SIGNING_NAME "appsync"

/*
 * The header that carries a service error's type. Upper and lower case do not differ in
 * header names.
 */
#define DSI_ERROR_TYPE_HEADER "x-amzn-errortype"

/* The header that carries an answer's request id. */
#define DSI_REQUEST_ID_HEADER "x-amzn-requestid"

/*
 * How long the value of a header may be, in bytes. dsi treats a longer one as absent.
 * If the value is a list, the limit is for its first element.
 */
#define DSI_HEADER_VALUE_MAX 1024u

/*
 * A header field as it was received. Blanks around the value do not matter. A value
 * ends at its first CR, LF or NUL, because the bytes after it belong to another line.
 */
typedef struct dsi_header {
    dsi_string name;
    dsi_string value;
} dsi_header;

/*
 * What the transport sends before a request's body. The strings are static and
 * NUL-terminated, except for a target that the caller built.
 *
 * Send the target unchanged. SigV4 signs its query unchanged. It does not sign the path
 * unchanged: for every service but S3, a signer escapes the path once more, and makes
 * "%253A" of "%3A". A path without escapes is the same in both.
 */
typedef struct dsi_request_head {
    dsi_string method;
    dsi_string target;       /* path and query, as they are sent */
    dsi_string content_type; /* absent for a request without a body */
} dsi_request_head;

/*
 * What the transport received before an answer's body. `headers` may hold every header
 * of the answer; without headers it is NULL. dsi looks for the ones it knows, and takes
 * the first of each name. begin copies what it needs of them.
 */
typedef struct dsi_received_head {
    int status; /* at least 100, or begin refuses it; over 599 counts as 5xx */
    const dsi_header *headers;
    size_t header_count;
} dsi_received_head;

/*
 * True if dsi looks at headers of this name in an answer, in upper or lower case. They
 * hold an error's type and message, the request id, and how long to wait. A transport
 * with room for few headers keeps these, so that other headers cannot push them out.
 * False for an absent name.
 */
DSI_API bool dsi_header_is_known(dsi_string name);

/*
 * What a server sends before an answer's body.
 *
 * content_type: static, NUL-terminated.
 * error_type: the value of DSI_ERROR_TYPE_HEADER. It is absent for an output. It is
 *     also absent if the answer's type has a byte that a type cannot have (see
 *     dsi_service_error). So no byte of it can end the header's line.
 */
typedef struct dsi_answer_head {
    int status;
    dsi_string content_type;
    dsi_string error_type;
} dsi_answer_head;

/*
 * The origin form of a request's target, for servers: "/path?query".
 *
 * A target that begins with '/' is returned as it is. A server must also accept one in
 * absolute form, "http://host/path?query" (RFC 9112, 3.2.2). Of that one the function
 * returns the text after the host, as a view into `target`. It does not look at path
 * and query, and the server has to check the host.
 *
 * The result is absent for another scheme, an empty host and a missing path. It is also
 * absent for a byte that cannot stand in an authority, and for user information
 * (RFC 9110, 4.2.4).
 *
 *     dsi_string_equal(dsi_target_origin_form(target), dsi_start_request_head().target)
 *
 * This comparison is exact: it refuses a slash at the end, and a query.
 * dsi_message_route (dsi/message.h) accepts both.
 */
DSI_API dsi_string dsi_target_origin_form(dsi_string target);

/*
 * True for "application/json" in upper or lower case, with or without parameters. False
 * for an absent content type.
 */
DSI_API bool dsi_content_type_is_json(dsi_string content_type);

#ifdef __cplusplus
}
#endif

#endif
