/*
 * dsi/start.h - StartDataSourceIntrospection: asks AppSync to look into a database.
 *
 * Client: fill a dsi_start_request, validate it, encode it, send it with
 * dsi_start_request_head(); feed the answer to dsi_start_answer_begin(). Server: decode
 * the request with dsi_start_request_begin(), answer with dsi_start_answer_encode() and
 * dsi_start_answer_head().
 *
 * Source: service model appsync-2017-07-25, protocol restJson1.
 */
#ifndef DSI_START_H
#define DSI_START_H

#include <dsi/decode.h>
#include <dsi/encode.h>
#include <dsi/http.h>
#include <dsi/introspection.h>
#include <dsi/service_error.h>
#include <dsi/violation.h>

#ifdef __cplusplus
extern "C" {
#endif

/* model: RdsDataApiConfig. All three are required. */
typedef struct dsi_rds_data_api_config {
    /* The Aurora cluster: 20 to 2,048 characters,
     * ^arn:[a-z-]*:rds:[a-z0-9-]*:\d{12}:cluster:[0-9A-Za-z_/-]*$ */
    dsi_string resource_arn;
    /* The secret with the database's credentials: 20 to 2,048 characters,
     * ^arn:[a-z-]*:secretsmanager:[a-z0-9-]*:\d{12}:secret:[0-9A-Za-z_/+=.@!-]*$ */
    dsi_string secret_arn;
    /* 1 to 128 characters. */
    dsi_string database_name;
} dsi_rds_data_api_config;

/* model: StartDataSourceIntrospectionRequest */
typedef struct dsi_start_request {
    const dsi_rds_data_api_config *rds_data_api_config; /* NULL: absent, legal */
} dsi_start_request;

/* model: StartDataSourceIntrospectionResponse. Every member may be absent. */
typedef struct dsi_start_response {
    dsi_string introspection_id;
    dsi_introspection_status_text introspection_status;
    dsi_string introspection_status_detail; /* why, when the status is FAILED */
} dsi_start_response;

/*
 * The outcome of the operation: an output or an error, never both. The one that
 * `kind` does not name is all zero.
 */
typedef struct dsi_start_answer {
    dsi_answer_kind kind;
    int status;            /* of HTTP */
    dsi_string request_id; /* absent if no header said it */
    dsi_start_response output;
    dsi_service_error error;
} dsi_start_answer;

/*
 * No valid request's encoding is longer than this, in bytes:
 *
 *     72   {"rdsDataApiConfig":{"resourceArn":"","secretArn":"","databaseName":""}}
 *   4096   two ARNs of 2,048 characters, all ASCII that needs no escape
 *    768   a database name of 128 characters, each a control character of 6 bytes as an
 *          escape (a character beyond ASCII has at most 4)
 */
#define DSI_START_REQUEST_MAX (72u + 2u * 2048u + 128u * 6u)

/* ------------------------------------------------------------------ the request */

/* Method, target and content type. Static, the same for every request. */
DSI_API dsi_request_head dsi_start_request_head(void);

/*
 * Finds everything that is wrong with the request, in one pass of linear time. Returns
 * the number of violations up to `report->level`; 0 means none. `request` is not NULL;
 * `report` may be, to only count model violations. Views point into the request.
 */
DSI_API size_t dsi_start_request_validate(const dsi_start_request *request,
                                          dsi_violations *report);

/*
 * Encodes the request into `buffer`. Returns the length in bytes (no terminator is
 * added), or 0 with `error` filled (may be NULL): DSI_E_BUFFER_SIZE with the size
 * needed in `actual`, DSI_E_UTF8 with the path of the member. A buffer of
 * DSI_START_REQUEST_MAX bytes suffices for every valid request. After a failure the
 * buffer's content is undefined.
 */
DSI_API size_t dsi_start_request_encode(const dsi_start_request *request, char *buffer,
                                        size_t capacity, dsi_error *error);

/* The length that dsi_start_request_encode would return, or 0 with `error` filled. */
DSI_API size_t dsi_start_request_size(const dsi_start_request *request,
                                      dsi_error *error);

/*
 * Encodes the request into a sink, as a stream. `options` may be NULL. Returns true, or
 * false with `error` filled: DSI_E_SINK, DSI_E_UTF8.
 */
DSI_API bool dsi_start_request_write(const dsi_start_request *request,
                                     const dsi_sink *sink,
                                     const dsi_encode_options *options,
                                     dsi_error *error);

/*
 * Begins to decode a request, for servers. The block needs no alignment and belongs to
 * the decode until the last use of its result; no call is needed to release it. Returns
 * NULL with `error` filled (may be NULL): DSI_E_BLOCK_SIZE with the size needed in
 * `actual`, DSI_E_ARGUMENT. `options` may be NULL.
 */
DSI_API dsi_decoder *dsi_start_request_begin(void *block, size_t size,
                                             const dsi_decode_options *options,
                                             dsi_error *error);

/*
 * Ends the decode and gives the request, or NULL with `error` filled (may be NULL); for
 * a NULL decoder `error` stays as begin left it, so pass the same one to both. The
 * request and all it points to live in the block. Constraints are not checked: that is
 * dsi_start_request_validate. Calling it again gives the same. A decoder that was begun
 * for another message is DSI_E_ARGUMENT.
 */
DSI_API const dsi_start_request *dsi_start_request_finish(dsi_decoder *decoder,
                                                          dsi_error *error);

/* ------------------------------------------------------------------- the answer */

/*
 * Begins to decode an answer, for clients. Any status of 200 to 299 means an output,
 * any other a service error. An output's empty body is the same as {}. `head` need not
 * outlive the call. Else as dsi_start_request_begin.
 */
DSI_API dsi_decoder *dsi_start_answer_begin(void *block, size_t size,
                                            const dsi_received_head *head,
                                            const dsi_decode_options *options,
                                            dsi_error *error);

/*
 * Ends the decode and gives the outcome, or NULL with `error` filled (may be NULL). A
 * status that is not 2xx is a service error whatever the body is, also after dsi_feed
 * returned false; only misuse (band usage) and DSI_E_INTERNAL end it otherwise. The answer
 * and all it points to live in the block. Else as dsi_start_request_finish.
 */
DSI_API const dsi_start_answer *dsi_start_answer_finish(dsi_decoder *decoder,
                                                        dsi_error *error);

/*
 * What a server puts in front of the answer: 200 for an output; for an error the status
 * that the model gives its type, else the one in `answer->error.status` (500 if that is
 * no error status). The error's type is a view into the answer, which is not NULL; it is
 * absent if the answer's is not a type (see dsi_service_error).
 * Request id and length are the server's own.
 */
DSI_API dsi_answer_head dsi_start_answer_head(const dsi_start_answer *answer);

/*
 * Encodes an answer's body, for servers: the output's members, or of an error message,
 * reason and detail (its type goes into the head). Of an enum the text is read. Same
 * contracts as for the request.
 */
DSI_API size_t dsi_start_answer_encode(const dsi_start_answer *answer, char *buffer,
                                       size_t capacity, dsi_error *error);
DSI_API size_t dsi_start_answer_size(const dsi_start_answer *answer, dsi_error *error);
DSI_API bool dsi_start_answer_write(const dsi_start_answer *answer,
                                    const dsi_sink *sink,
                                    const dsi_encode_options *options,
                                    dsi_error *error);

#ifdef __cplusplus
}
#endif

#endif
