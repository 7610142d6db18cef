/*
 * dsi/start.h - StartDataSourceIntrospection: asks AppSync to look into a database.
 *
 * A client fills a dsi_start_request, validates and encodes it, and sends it with
 * dsi_start_request_head(). It feeds the answer to the decoder of
 * dsi_start_answer_begin():
 *
 *     if (dsi_start_request_validate(&request, &report) == 0) {
 *         length = dsi_start_request_encode(&request, body, sizeof body, &error);
 *         ... send dsi_start_request_head() and the body, receive `head`
 *         decoder = dsi_start_answer_begin(block, sizeof block, &head, NULL, &error);
 *         ... dsi_feed(decoder, chunk, n) for each chunk
 *         answer = dsi_start_answer_finish(decoder, &error);
 *     }
 *
 * A server decodes the request with dsi_start_request_begin(). It answers with
 * dsi_start_answer_head() and dsi_start_answer_encode().
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
 * The answer to the request: an output or a service error, never both. The one that
 * `kind` does not name is all zero.
 *
 * The model lists these errors: BadRequestException (400), UnauthorizedException (401),
 * NotFoundException (404) and InternalFailureException (500).
 */
typedef struct dsi_start_answer {
    dsi_answer_kind kind;
    int status;            /* of HTTP */
    dsi_string request_id; /* absent if no header has it */
    dsi_start_response output;
    dsi_service_error error;
} dsi_start_answer;

/*
 * The encoding of a valid request has at most this many bytes:
 *
 *       72   {"rdsDataApiConfig":{"resourceArn":"","secretArn":"","databaseName":""}}
 *     4096   two ARNs of 2,048 characters, all ASCII that needs no escape
 *      768   a database name of 128 characters, each a control character of 6 bytes as
 *            an escape (a character beyond ASCII has at most 4)
 */
#define DSI_START_REQUEST_MAX (72u + 2u * 2048u + 128u * 6u)

/* ------------------------------------------------------------------ the request */

/* Method, target and content type. They are static, and the same for every request. */
DSI_API dsi_request_head dsi_start_request_head(void);

/*
 * Finds everything that is wrong with the request, in one pass of linear time. Returns
 * the number of violations up to `report->level`, so 0 for a valid request.
 * `request` is not NULL. If `report` is NULL, the function only counts, at
 * DSI_LEVEL_MODEL. The views in the report point into the request.
 */
DSI_API size_t dsi_start_request_validate(const dsi_start_request *request,
                                          dsi_violations *report);

/*
 * Encodes the request into `buffer`. Returns the length in bytes, and adds no
 * terminator. Returns 0 with `error` filled (may be NULL) on failure: DSI_E_BUFFER_SIZE
 * with the bytes needed in `actual`, DSI_E_UTF8 with the path of the member,
 * DSI_E_ARGUMENT. A buffer of DSI_START_REQUEST_MAX bytes is enough for every valid
 * request. After a failure the content of the buffer is undefined.
 */
DSI_API size_t dsi_start_request_encode(const dsi_start_request *request, char *buffer,
                                        size_t capacity, dsi_error *error);

/* The length that dsi_start_request_encode would return, or 0 with `error` filled. */
DSI_API size_t dsi_start_request_size(const dsi_start_request *request,
                                      dsi_error *error);

/*
 * Encodes the request into a sink, piece by piece. `options` may be NULL. Returns true,
 * or false with `error` filled (may be NULL): DSI_E_SINK, DSI_E_UTF8, DSI_E_ARGUMENT.
 */
DSI_API bool dsi_start_request_write(const dsi_start_request *request,
                                     const dsi_sink *sink,
                                     const dsi_encode_options *options,
                                     dsi_error *error);

/*
 * Begins to decode a request, for servers. `options` may be NULL. The block needs no
 * alignment. It belongs to the decode until the last use of the result, and no call is
 * needed to release it.
 *
 * Returns the decoder, or NULL with `error` filled (may be NULL): DSI_E_BLOCK_SIZE with
 * the bytes needed in `actual`, or DSI_E_ARGUMENT.
 */
DSI_API dsi_decoder *dsi_start_request_begin(void *block, size_t size,
                                             const dsi_decode_options *options,
                                             dsi_error *error);

/*
 * Decodes a whole body in one call: begin, feed and finish. Its outcome is theirs. The
 * block may be smaller, because no token is longer than the body: 16 KiB are enough for
 * a request of a few hundred bytes. dsi_message_bound says how much is always enough.
 * `body.data` is not NULL unless the length is 0. `options` may be NULL.
 */
DSI_API const dsi_start_request *dsi_start_request_decode(
    void *block, size_t size, dsi_string body, const dsi_decode_options *options,
    dsi_error *error);

/*
 * Ends the decode. Returns the request, or NULL with `error` filled (may be NULL). The
 * request and everything it points to live in the block, until the next begin there.
 * The function checks no constraints: dsi_start_request_validate does.
 *
 * If no byte was fed, the error is DSI_E_TRUNCATED. A NULL decoder leaves `error` as
 * begin set it, so pass the same one to both. A second call returns the same.
 * DSI_E_ARGUMENT: the decoder was begun for another message.
 */
DSI_API const dsi_start_request *dsi_start_request_finish(dsi_decoder *decoder,
                                                          dsi_error *error);

/* ------------------------------------------------------------------- the answer */

/*
 * Begins to decode an answer, for clients. A status of 200 to 299 means an output, any
 * other a service error. dsi reads an empty body as {}, as the protocol asks, so finish
 * needs no byte. `head` need not outlive the call. DSI_E_ARGUMENT: `head` is NULL, or
 * its status is below 100. Everything else is as for dsi_start_request_begin.
 */
DSI_API dsi_decoder *dsi_start_answer_begin(void *block, size_t size,
                                            const dsi_received_head *head,
                                            const dsi_decode_options *options,
                                            dsi_error *error);

/*
 * Decodes a whole answer in one call; see dsi_start_request_decode and
 * dsi_start_answer_finish. A block of 16 KiB is always enough for the status of a
 * service error: if its body does not fit, `unread` says so.
 */
DSI_API const dsi_start_answer *dsi_start_answer_decode(
    void *block, size_t size, const dsi_received_head *head, dsi_string body,
    const dsi_decode_options *options, dsi_error *error);

/*
 * Ends the decode. Returns the answer, or NULL with `error` filled (may be NULL). A
 * status that is not 2xx gives a service error whatever the body is, even after
 * dsi_feed returned false. For such a status, only misuse (band usage) and
 * DSI_E_INTERNAL give NULL.
 * The answer and everything it points to live in the block. Everything else is as for
 * dsi_start_request_finish.
 */
DSI_API const dsi_start_answer *dsi_start_answer_finish(dsi_decoder *decoder,
                                                        dsi_error *error);

/*
 * What a server sends before the answer's body; `answer` is not NULL. The status of an
 * output is 200. If the model lists the type of an error, the status is the model's.
 * Otherwise it is `answer->error.status`, or 500 if that is not 400 to 599. An answer
 * without a kind counts as an error here, and its body cannot be encoded.
 *
 * The error's type is a view into the answer; see dsi_answer_head for when it is
 * absent. The server adds request id and length itself.
 */
DSI_API dsi_answer_head dsi_start_answer_head(const dsi_start_answer *answer);

/*
 * Encodes an answer's body, for servers: the members of an output, or message, reason
 * and detail of an error. The type of an error goes into the head. dsi reads no other
 * member of the error. Of an enum it writes the text. Buffer, sink, result and errors
 * are as for the request.
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
