/*
 * dsi/http.h - the edges of HTTP, as plain data. dsi opens no socket: a transport of
 * the caller's choice puts these on the wire and hands the answer's head back.
 */
#ifndef DSI_HTTP_H
#define DSI_HTTP_H

#include <dsi/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The name that requests to AppSync's control plane are signed for (SigV4). */
#define DSI_SIGNING_NAME "appsync"

/* The header that carries a service error's type. Header names have no case. */
#define DSI_ERROR_TYPE_HEADER "x-amzn-errortype"

/* The header that carries an answer's request id. */
#define DSI_REQUEST_ID_HEADER "x-amzn-requestid"

/*
 * A longer value of a header that dsi looks at counts as absent; of a list, a longer first
 * element. In bytes.
 */
#define DSI_HEADER_VALUE_MAX 1024u

/*
 * A header field as it was received. Blanks around the value do not matter. A value ends
 * at its first CR, LF or NUL: what follows belongs to another line.
 */
typedef struct dsi_header {
    dsi_string name;
    dsi_string value;
} dsi_header;

/*
 * What goes in front of a request's body. The host is the transport's
 * (appsync.REGION.amazonaws.com), and so are the signature and the length.
 * The strings are static and NUL-terminated, but for a target that the caller built.
 *
 * The target is what is sent. SigV4 signs its query as it stands. Of its path it signs
 * the canonical URI, which for every service but S3 is the path escaped once more: a
 * signer has to make "%253A" of "%3A". A path without escapes is the same in both.
 */
typedef struct dsi_request_head {
    dsi_string method;
    dsi_string target;       /* path and query, as they are sent */
    dsi_string content_type; /* absent for a request without a body */
} dsi_request_head;

/*
 * What stands in front of an answer's body. `headers` may hold every header of the
 * answer (NULL if there are none); dsi looks for those it knows, and takes the first of
 * a name. They are copied by begin.
 */
typedef struct dsi_received_head {
    int status; /* at least 100, or begin refuses it; over 599 counts as 5xx */
    const dsi_header *headers;
    size_t header_count;
} dsi_received_head;

/*
 * Whether dsi looks at the headers of this name in an answer, whatever their case: type,
 * message, request id, and how long to wait. A transport with room for few headers keeps
 * these, so that no number of others can hide an error's type. False for an absent name.
 */
DSI_API bool dsi_header_is_known(dsi_string name);

/* What a server puts in front of an answer's body. */
typedef struct dsi_answer_head {
    int status;
    dsi_string content_type; /* static, NUL-terminated */
    dsi_string error_type;   /* value of DSI_ERROR_TYPE_HEADER; absent for an output,
                                and if the answer's type is not one (see dsi_service_error):
                                what a body said never ends a header line */
} dsi_answer_head;

/*
 * The origin form of a request's target, for servers: "/path?query". A target that
 * begins with '/' is returned as it is. A server must also accept one in absolute form,
 * "http://host/path?query" (RFC 9112, 3.2.2): what follows the host is returned, a view
 * into `target`. The result is absent for any other scheme, an empty host, a byte that no
 * authority can have, user information (RFC 9110, 4.2.4), and a missing path. Path and
 * query are not looked at; which host is asked, the server has to compare.
 *
 *     dsi_string_equal(dsi_target_origin_form(target), dsi_start_request_head().target)
 */
DSI_API dsi_string dsi_target_origin_form(dsi_string target);

/* True for "application/json" in any case, with or without parameters; absent: false. */
DSI_API bool dsi_content_type_is_json(dsi_string content_type);

#ifdef __cplusplus
}
#endif

#endif
