/*
 * dsi/get.h - the operation GetDataSourceIntrospection (dsi_get_ means it): asks how an
 * introspection is doing and, once it has succeeded, for its models, page by page.
 *
 * Client: fill a dsi_get_request, validate it, build its target and send it with
 * dsi_get_request_head(); feed the answer to dsi_get_answer_begin(), whole or with each
 * model handed over as it arrives. When to ask again, and for what, is dsi/poll.h.
 * Server: parse the target with dsi_get_request_parse_target(), answer with
 * dsi_get_answer_write() and dsi_get_answer_head().
 *
 * Source: service model appsync-2017-07-25, protocol restJson1.
 */
#ifndef DSI_GET_H
#define DSI_GET_H

#include <dsi/decode.h>
#include <dsi/http.h>
#include <dsi/introspection.h>
#include <dsi/model.h>
#include <dsi/service_error.h>
#include <dsi/violation.h>

#ifdef __cplusplus
extern "C" {
#endif

/* model: GetDataSourceIntrospectionRequest */
typedef struct dsi_get_request {
    /* As Start's answer gave it. Required; neither empty nor "." or "..", which
     * transports would take out of the path. */
    dsi_string introspection_id;
    /* Whether each model comes with its GraphQL schema; the service's default: false. */
    dsi_optional_bool include_models_sdl;
    /* Of the page before; absent for the first. 1 to 65,536 characters, ^[\S]+$ */
    dsi_string next_token;
    /* Models a page, 0 to 25. */
    dsi_optional_int32 max_results;
} dsi_get_request;

/* model: DataSourceIntrospectionResult */
typedef struct dsi_introspection_result {
    dsi_models models;
    dsi_string next_token; /* absent: this is the last page */
} dsi_introspection_result;

/* model: GetDataSourceIntrospectionResponse. Every member may be absent. */
typedef struct dsi_get_response {
    dsi_string introspection_id;
    dsi_introspection_status_text introspection_status;
    dsi_string introspection_status_detail; /* why, when the status is FAILED */
    const dsi_introspection_result *introspection_result; /* NULL: absent */
} dsi_get_response;

/*
 * The outcome of the operation: an output or an error, never both. The one that
 * `kind` does not name is all zero.
 */
typedef struct dsi_get_answer {
    dsi_answer_kind kind;
    int status;            /* of HTTP */
    dsi_string request_id; /* absent if no header said it */
    dsi_get_response output;
    dsi_service_error error;
    size_t models_taken; /* by the caller's dsi_model_sink; they are not in `output` */
} dsi_get_answer;

/*
 * Room for the target of any request whose introspection id and token have at most so
 * many bytes, terminator included: 88 for the path, the names, "false" and the
 * longest integer, and three for each byte. In bytes.
 */
#define DSI_GET_TARGET_MAX(id_length, token_length)                                    \
    (89u + 3u * (id_length) + 3u * (token_length))

/* ------------------------------------------------------------------ the request */

/*
 * Builds the request's target, path and query, as they are sent: of the id and of each
 * value every byte but A-Z a-z 0-9 - . _ ~ is percent-encoded, the parameters are in
 * the order of their names, and what is not set is left out. So the query is in SigV4's
 * canonical form; the path is only if the id needs no escape, else a signer has to escape
 * it once more (see dsi_request_head). It is NUL-terminated. Returns the length in
 * bytes, terminator not counted, or 0 with `error` filled (may be NULL):
 * DSI_E_BUFFER_SIZE with the size needed in `actual` (a NULL buffer has none),
 * DSI_E_REQUIRED if there is no id to put into the path or an empty one,
 * DSI_E_DOT_SEGMENT if it is "." or "..", DSI_E_UTF8, DSI_E_ARGUMENT for a NULL
 * request. Constraints are else not checked: that is dsi_get_request_validate. After a
 * failure the buffer's content is undefined.
 */
DSI_API size_t dsi_get_request_target(const dsi_get_request *request, char *buffer,
                                      size_t capacity, dsi_error *error);

/*
 * The length that dsi_get_request_target would return, or 0 with `error` filled. The
 * buffer needs one byte more.
 */
DSI_API size_t dsi_get_request_target_size(const dsi_get_request *request,
                                           dsi_error *error);

/* Method and target; there is no body and so no content type. `target` is not copied. */
DSI_API dsi_request_head dsi_get_request_head(dsi_string target);

/*
 * Finds everything that is wrong with the request; see dsi_start_request_validate. A
 * model violation of dsi's own: DSI_E_DOT_SEGMENT.
 */
DSI_API size_t dsi_get_request_validate(const dsi_get_request *request,
                                        dsi_violations *report);

/*
 * Takes a request's target apart, for servers; it may be in absolute form, as in
 * dsi_target_origin_form. Decoded texts are put into `buffer` and are NUL-terminated;
 * `target.length` bytes always suffice. Returns true, or false with `error` filled (may
 * be NULL) and `request` undefined:
 *
 *     DSI_E_ARGUMENT          there is no buffer or no request
 *     DSI_E_BUFFER_SIZE       `buffer` is smaller than the target
 *     DSI_E_ROUTE             the path is not this operation's, at the byte that is
 *                             other or too many; it is compared as it is written, and a
 *                             trailing slash is ignored; or a target in absolute form
 *                             has no host or no path
 *     DSI_E_SYNTAX            a byte that no target can have (RFC 3986), '@' in an
 *                             authority included
 *     DSI_E_ESCAPE            a '%' without two hexadecimal digits
 *     DSI_E_UTF8              the decoded text is not UTF-8
 *     DSI_E_TYPE              a boolean that is neither true nor false, exactly
 *     DSI_E_INTEGER, DSI_E_INTEGER_RANGE  as in JSON
 *     DSI_E_UNKNOWN_MEMBER    a parameter that is not known, if `options` say `strict`
 *     DSI_E_MAX_BYTES         the target is longer than the limit
 *
 * `offset` counts in the target as it was given. What an absolute form has before the
 * path comes first, then the path, then one parameter after the other; of each its bytes,
 * its escapes, its text, its value. Of a parameter that is
 * given more than once the first counts; what is not known is skipped, and so are the
 * escapes in both; '+' is a plus. Constraints are not checked.
 * `options` may be NULL; but for `strict` and `max_bytes` they are not looked at.
 */
DSI_API bool dsi_get_request_parse_target(dsi_string target, char *buffer,
                                          size_t capacity,
                                          const dsi_decode_options *options,
                                          dsi_get_request *request, dsi_error *error);

/*
 * The request as a JSON object with the members' names, for logs, fixtures and tools.
 * This is not on the wire: a request of this operation has no body. Contracts as for
 * the request of dsi/start.h.
 */
DSI_API bool dsi_get_request_write(const dsi_get_request *request, const dsi_sink *sink,
                                   const dsi_encode_options *options, dsi_error *error);
DSI_API dsi_decoder *dsi_get_request_begin(void *block, size_t size,
                                           const dsi_decode_options *options,
                                           dsi_error *error);
DSI_API const dsi_get_request *dsi_get_request_finish(dsi_decoder *decoder,
                                                      dsi_error *error);

/* ------------------------------------------------------------------- the answer */

/*
 * Takes a model as soon as its closing brace is read. The model and all it points to
 * are gone when the call returns. Returns true to go on; false ends the decode with
 * DSI_E_STOPPED. It must not call dsi with the same decoder (DSI_E_REENTRY).
 *
 * What was taken is not called back if the answer proves bad further on: only finish
 * says that all of it was good, and only then the status that came with it is known.
 * Models can come again, when a request is sent again.
 */
typedef bool dsi_take_model_fn(void *context, const dsi_model *model);

/* A function that takes models, and what it is called with. */
typedef struct dsi_model_sink {
    dsi_take_model_fn *take;
    void *context;
} dsi_model_sink;

/*
 * Begins to decode an answer, for clients. Without `models` (NULL) the whole tree is in
 * the outcome, and the block must hold it: DSI_E_MEMORY's path and offset say how far
 * it got. With `models` each model is handed over and its memory used again, so that
 * the block must hold the largest model alone; `output` has everything else, in
 * whatever order it came, and no items in `models`. `models` is copied. Else as
 * dsi_start_answer_begin.
 */
DSI_API dsi_decoder *dsi_get_answer_begin(void *block, size_t size,
                                          const dsi_received_head *head,
                                          const dsi_model_sink *models,
                                          const dsi_decode_options *options,
                                          dsi_error *error);

/* Ends the decode and gives the outcome; see dsi_start_answer_finish. */
DSI_API const dsi_get_answer *dsi_get_answer_finish(dsi_decoder *decoder,
                                                    dsi_error *error);

/* What a server puts in front of the answer; see dsi_start_answer_head. */
DSI_API dsi_answer_head dsi_get_answer_head(const dsi_get_answer *answer);

/* Encodes an answer's body, for servers; see dsi_start_answer_encode. */
DSI_API size_t dsi_get_answer_encode(const dsi_get_answer *answer, char *buffer,
                                     size_t capacity, dsi_error *error);
DSI_API size_t dsi_get_answer_size(const dsi_get_answer *answer, dsi_error *error);
DSI_API bool dsi_get_answer_write(const dsi_get_answer *answer, const dsi_sink *sink,
                                  const dsi_encode_options *options, dsi_error *error);

/*
 * Sets `*model` to the next model of a page, or to NULL behind the last. The model must
 * stay until the next call. Returns true, or false to end the encoding with
 * DSI_E_STOPPED.
 */
typedef bool dsi_next_model_fn(void *context, const dsi_model **model);

/* A function that gives models one by one, and what it is called with. */
typedef struct dsi_model_source {
    dsi_next_model_fn *next;
    void *context;
} dsi_model_source;

/*
 * As dsi_get_answer_write for an output whose models come one by one, so that no page
 * needs to be in memory. `answer` is a DSI_OUTPUT with an `introspection_result` whose
 * models are absent; else DSI_E_ARGUMENT.
 */
DSI_API bool dsi_get_answer_write_models(const dsi_get_answer *answer,
                                         const dsi_model_source *models,
                                         const dsi_sink *sink,
                                         const dsi_encode_options *options,
                                         dsi_error *error);

#ifdef __cplusplus
}
#endif

#endif
