/*
 * dsi/get.h - GetDataSourceIntrospection: asks how an introspection is doing and, once
 * it has succeeded, for its models, page by page.
 *
 * In a name, dsi_get_ stands for this operation. None of these functions is a getter.
 *
 * A client fills a dsi_get_request, validates it, builds its target, and sends that
 * with dsi_get_request_head(). It feeds the answer to the decoder of
 * dsi_get_answer_begin(), which keeps the whole page or hands over each model as it
 * arrives:
 *
 *     length = dsi_get_request_target_encode(&request, target, sizeof target, &error);
 *     ... send dsi_get_request_head() of that target, receive `head`
 *     decoder = dsi_get_answer_begin(block, sizeof block, &head, NULL, NULL, &error);
 *     ... dsi_feed(decoder, chunk, n) for each chunk
 *     answer = dsi_get_answer_finish(decoder, &error);
 *
 * dsi/poll.h says when to ask again, and for what. A server takes the target apart with
 * dsi_get_request_target_decode(). It answers with dsi_get_answer_head() and
 * dsi_get_answer_write().
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
    /*
     * As Start's answer gave it. Required, and not empty. "." and ".." are dot
     * segments, which HTTP clients remove from a path.
     */
    dsi_string introspection_id;
    /* Whether each model comes with its GraphQL schema; the default is false. */
    dsi_optional_bool include_models_sdl;
    /* Of the page before; absent for the first page. 1 to 65,536 characters, ^[\S]+$ */
    dsi_string next_token;
    /* How many models a page may have: 0 to 25. */
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
 * The answer to the request: an output or a service error, never both. The one that
 * `kind` does not name is all zero.
 *
 * The model lists these errors: BadRequestException (400), NotFoundException (404) and
 * InternalFailureException (500).
 */
typedef struct dsi_get_answer {
    dsi_answer_kind kind;
    int status;            /* of HTTP */
    dsi_string request_id; /* absent if no header has it */
    dsi_get_response output;
    dsi_service_error error;
    size_t models_taken; /* by a dsi_model_sink; these are not in `output` */
} dsi_get_answer;

/*
 * Room for the target of any request whose introspection id and token are no longer
 * than this. All lengths are in bytes, and the target's terminator is included. The
 * path, the names, "false" and the longest integer take 88 bytes. Each byte of the id
 * and the token takes up to three.
 */
#define DSI_GET_TARGET_MAX(id_length, token_length)                                    \
    (89u + 3u * (id_length) + 3u * (token_length))

/* ------------------------------------------------------------------ the request */

/*
 * Builds the request's target, path and query, as it is sent, and NUL-terminates it. In
 * the id and in each value it percent-encodes every byte but A-Z a-z 0-9 - . _ ~ (RFC
 * 3986). The parameters stand in the order of their names, and absent ones are left
 * out.
 *
 * So the query is in SigV4's canonical form. If the id needs an escape, the path is
 * not: a signer escapes it once more (see dsi_request_head).
 *
 * Returns the length in bytes without the terminator, or 0 with `error` filled (may be
 * NULL):
 *
 *     DSI_E_BUFFER_SIZE   the buffer is too small; `actual` is the size needed. A NULL
 *                         buffer has no bytes
 *     DSI_E_REQUIRED      the id is absent or empty, and the path needs it
 *     DSI_E_DOT_SEGMENT   the id is "." or ".."
 *     DSI_E_UTF8          a text is not UTF-8
 *     DSI_E_ARGUMENT      `request` is NULL
 *
 * The function checks no other constraints: dsi_get_request_validate does. After a
 * failure the content of the buffer is undefined.
 */
DSI_API size_t dsi_get_request_target_encode(const dsi_get_request *request,
                                             char *buffer, size_t capacity,
                                             dsi_error *error);

/*
 * The length that dsi_get_request_target_encode would return, or 0 with `error` filled.
 * The buffer needs one byte more.
 */
DSI_API size_t dsi_get_request_target_size(const dsi_get_request *request,
                                           dsi_error *error);

/*
 * Method and target. The request has no body, so the content type is absent. The head
 * points to the bytes of `target`, and does not copy them.
 */
DSI_API dsi_request_head dsi_get_request_head(dsi_string target);

/*
 * Finds everything that is wrong with the request; see dsi_start_request_validate.
 * DSI_E_DOT_SEGMENT has DSI_LEVEL_MODEL, although it is a rule of HTTP (RFC 3986,
 * 5.2.4), because the model has no pattern for the id.
 */
DSI_API size_t dsi_get_request_validate(const dsi_get_request *request,
                                        dsi_violations *report);

/*
 * Takes a request's target apart, for servers. It may be in absolute form, as for
 * dsi_target_origin_form. The function puts all decoded texts into `buffer`, each with
 * a NUL after it, so `target` need not outlive the call. `target.length` bytes are
 * always enough. `options` may be NULL; the function uses only `strict`, `unknown` and
 * `max_bytes`. It checks no constraints, and does not see the method.
 *
 * Returns true, or false with `error` filled (may be NULL) and `request` undefined:
 *
 *     DSI_E_ARGUMENT          `buffer` or `request` is NULL
 *     DSI_E_BUFFER_SIZE       `buffer` is smaller than the target
 *     DSI_E_ROUTE             the path is not this operation's; `offset` is the byte
 *                             that differs or is one too many. Or a target in absolute
 *                             form has no host or no path
 *     DSI_E_SYNTAX            a byte that no target can have (RFC 3986), '@' in an
 *                             authority included
 *     DSI_E_ESCAPE            a '%' without two hexadecimal digits
 *     DSI_E_UTF8              the decoded text is not UTF-8
 *     DSI_E_TYPE              a boolean that is neither "true" nor "false"
 *     DSI_E_INTEGER, DSI_E_INTEGER_RANGE  as in JSON
 *     DSI_E_UNKNOWN_MEMBER    a parameter that is not known, if `options` say `strict`
 *     DSI_E_MAX_BYTES         the target is longer than the limit
 *
 * The function compares the path as it is written, and ignores one slash at its end. If
 * a parameter is given more than once, the first counts. The function skips later ones
 * and unknown ones, even with broken escapes. A '+' is a plus.
 *
 * `offset` counts in the target as it was given. The function checks what an absolute
 * form has before the path, then the path, then one parameter after the other. In each
 * of them it checks first the bytes, then escapes, text and value. It reports the first
 * error in this order.
 */
DSI_API bool dsi_get_request_target_decode(dsi_string target, char *buffer,
                                           size_t capacity,
                                           const dsi_decode_options *options,
                                           dsi_get_request *request, dsi_error *error);

/*
 * The request as a JSON object with the members' names, for logs, fixtures and tools.
 * It is never sent: a request of this operation has no body. Everything else is as for
 * the request of dsi/start.h.
 */
DSI_API bool dsi_get_request_write(const dsi_get_request *request, const dsi_sink *sink,
                                   const dsi_encode_options *options, dsi_error *error);
DSI_API dsi_decoder *dsi_get_request_begin(void *block, size_t size,
                                           const dsi_decode_options *options,
                                           dsi_error *error);
DSI_API const dsi_get_request *dsi_get_request_finish(dsi_decoder *decoder,
                                                      dsi_error *error);

/*
 * Decodes a whole request in its JSON form in one call; see dsi_start_request_decode.
 */
DSI_API const dsi_get_request *dsi_get_request_decode(void *block, size_t size,
                                                      dsi_string body,
                                                      const dsi_decode_options *options,
                                                      dsi_error *error);

/* ------------------------------------------------------------------- the answer */

/*
 * Takes a model as soon as its closing brace is read. The model and everything it
 * points to are gone when the call returns. Returns true to go on; false ends the
 * decode with DSI_E_STOPPED. It must not call dsi with the same decoder: that ends the
 * decode with DSI_E_REENTRY.
 *
 * The function can get a model of an answer that has an error further on. Only finish
 * says whether the whole answer is good, and what its status is. After a retry, the
 * same models can come again.
 */
typedef bool dsi_take_model_fn(void *context, const dsi_model *model);

/* A function that takes models, and the context that it is called with. */
typedef struct dsi_model_sink {
    dsi_take_model_fn *take;
    void *context;
} dsi_model_sink;

/*
 * Begins to decode an answer, for clients.
 *
 * Without `models` (NULL) the answer holds the whole page, and the block must have room
 * for it. If it does not, the path and the offset of DSI_E_MEMORY say how far the
 * decode got.
 *
 * With `models` the decoder hands over each model and uses its memory again, so the
 * block needs room for the largest model only. `output` has everything else, in
 * whatever order it came, and its `models` have no items. begin copies `models`.
 * DSI_E_ARGUMENT: `models->take` is NULL. Everything else is as for
 * dsi_start_answer_begin.
 */
DSI_API dsi_decoder *dsi_get_answer_begin(void *block, size_t size,
                                          const dsi_received_head *head,
                                          const dsi_model_sink *models,
                                          const dsi_decode_options *options,
                                          dsi_error *error);

/*
 * Decodes a whole answer in one call; see dsi_start_answer_decode. `models` is as for
 * dsi_get_answer_begin.
 */
DSI_API const dsi_get_answer *dsi_get_answer_decode(
    void *block, size_t size, const dsi_received_head *head, dsi_string body,
    const dsi_model_sink *models, const dsi_decode_options *options, dsi_error *error);

/* Ends the decode. Returns the answer or NULL; see dsi_start_answer_finish. */
DSI_API const dsi_get_answer *dsi_get_answer_finish(dsi_decoder *decoder,
                                                    dsi_error *error);

/* What a server sends before the answer's body; see dsi_start_answer_head. */
DSI_API dsi_answer_head dsi_get_answer_head(const dsi_get_answer *answer);

/* Encodes an answer's body, for servers; see dsi_start_answer_encode. */
DSI_API size_t dsi_get_answer_encode(const dsi_get_answer *answer, char *buffer,
                                     size_t capacity, dsi_error *error);
DSI_API size_t dsi_get_answer_size(const dsi_get_answer *answer, dsi_error *error);
DSI_API bool dsi_get_answer_write(const dsi_get_answer *answer, const dsi_sink *sink,
                                  const dsi_encode_options *options, dsi_error *error);

/*
 * Sets `*model` to the next model of a page, or to NULL after the last. The model must
 * live until the next call. Returns true, or false to end the encoding with
 * DSI_E_STOPPED. Then the sink already has the beginning of the body.
 */
typedef bool dsi_next_model_fn(void *context, const dsi_model **model);

/* A function that gives models one by one, and the context that it is called with. */
typedef struct dsi_model_source {
    dsi_next_model_fn *next;
    void *context;
} dsi_model_source;

/*
 * Writes an output whose models come one by one, so that no page needs to be in memory.
 * `answer` is a DSI_OUTPUT with an `introspection_result` whose models are absent;
 * otherwise DSI_E_ARGUMENT. Everything else is as for dsi_get_answer_write.
 */
DSI_API bool dsi_get_answer_models_write(const dsi_get_answer *answer,
                                         const dsi_model_source *models,
                                         const dsi_sink *sink,
                                         const dsi_encode_options *options,
                                         dsi_error *error);

#ifdef __cplusplus
}
#endif

#endif
