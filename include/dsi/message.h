/*
 * dsi/message.h - any message by its name, for programs about messages: a tool, a
 * proxy, a binding to another language.
 *
 * A message is an operation's request or its response. Its name is the operation in
 * short and which of the two it is: "start-request", "start-response", "get-request",
 * "get-response". Its struct is the typed one, such as dsi_start_request; a response's
 * struct is the answer. The functions here do by name what the typed functions of
 * dsi/start.h and dsi/get.h do. Outcomes, ownership and errors are the same.
 *
 *     const dsi_message *message = dsi_message_find(dsi_str("start-request"));
 *     dsi_decoder *decoder = dsi_message_begin(message, block, size, NULL, &error);
 *     dsi_feed(decoder, bytes, length);
 *     const void *request = dsi_message_finish(message, decoder, &error);
 *     if (request != NULL && dsi_message_validate(message, request, &report) == 0) {
 *         dsi_message_write(message, request, &sink, NULL, &error);
 *     }
 *
 * examples/anything.c is that program, complete.
 */
#ifndef DSI_MESSAGE_H
#define DSI_MESSAGE_H

#include <dsi/decode.h>
#include <dsi/encode.h>
#include <dsi/http.h>
#include <dsi/room.h>
#include <dsi/service_error.h>
#include <dsi/violation.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A message: static, one of a fixed list. No function here accepts a NULL message. */
typedef struct dsi_message dsi_message;

/* ----------------------------------------------------------------------- the list */

/*
 * The message at `index`, from 0; NULL after the last. A request comes before its
 * response.
 */
DSI_API const dsi_message *dsi_message_at(size_t index);

/* The message of this name, or NULL. */
DSI_API const dsi_message *dsi_message_find(dsi_string name);

/*
 * The request that a server received: the operation's method is `method`, and its path
 * is that of `target`. The target may be in absolute form, as for
 * dsi_target_origin_form. The path may end with one more slash. The function does not
 * look at the query. Returns NULL with `error` filled (may be NULL) if no operation has
 * this method and path: DSI_E_ROUTE.
 */
DSI_API const dsi_message *dsi_message_route(dsi_string method, dsi_string target,
                                             dsi_error *error);

/* The name, static: "get-response". */
DSI_API const char *dsi_message_name(const dsi_message *message);

/* The operation's name in the model, static: "GetDataSourceIntrospection". */
DSI_API const char *dsi_message_operation(const dsi_message *message);

/*
 * The path of the operation's target as the model writes it, static. A member in the
 * path stands in braces: "/v1/datasources/introspections/{introspectionId}".
 */
DSI_API const char *dsi_message_path(const dsi_message *message);

/* True for a request, false for a response. */
DSI_API bool dsi_message_is_request(const dsi_message *message);

/* True if the message has a body; a request without one is its target. */
DSI_API bool dsi_message_has_body(const dsi_message *message);

/* True for a response with a list whose items can be handed over one by one. */
DSI_API bool dsi_message_has_items(const dsi_message *message);

/* ----------------------------------------------------------------------- the struct */

/* The size of the message's struct, in bytes. It needs the alignment of a pointer. */
DSI_API size_t dsi_message_size(const dsi_message *message);

/*
 * Makes `object`, which has dsi_message_size bytes, an empty message: every member is
 * absent. An answer becomes an output.
 */
DSI_API void dsi_message_clear(const dsi_message *message, void *object);

/*
 * Copies a message's struct and everything that it points to into `room`; see
 * dsi_model_copy. Of an answer it copies only the output or the error, as `kind` says.
 * DSI_E_ARGUMENT: `object` is NULL, or an answer without a kind.
 */
DSI_API void *dsi_message_copy(const dsi_message *message, const void *object,
                               dsi_room *room, dsi_error *error);

/*
 * The service error that an answer is, as a part of `object`. NULL for an output and
 * for a request.
 */
DSI_API const dsi_service_error *dsi_message_error(const dsi_message *message,
                                                   const void *object);

/* ------------------------------------------------------------------------ decoding */

/*
 * A function that takes the items of a response's list, as a dsi_model_sink does for a
 * Get answer. There `item` is a const dsi_model *.
 */
typedef struct dsi_item_sink {
    bool (*take)(void *context, const void *item); /* false: stop */
    void *context;                                 /* what `take` is called with */
} dsi_item_sink;

/*
 * How to decode. For a request, NULL or all zero is the default.
 *
 * decode: limits and the rest, as for a typed message.
 * head: the head of a response. Its status must be set.
 * items: who takes the items of a list. If `take` is NULL, they stay in the answer.
 */
typedef struct dsi_message_options {
    dsi_decode_options decode;
    dsi_received_head head;
    dsi_item_sink items;
} dsi_message_options;

/*
 * Begins to decode the message's body; see dsi_start_request_begin and
 * dsi_get_answer_begin. A request without a body is read as a JSON object with its
 * members' names. DSI_E_ARGUMENT: `options` have an `items.take`, and the message has
 * no such list.
 */
DSI_API dsi_decoder *dsi_message_begin(const dsi_message *message, void *block,
                                       size_t size, const dsi_message_options *options,
                                       dsi_error *error);

/*
 * Ends the decode. Returns the struct, or NULL with `error` filled; see
 * dsi_start_request_finish and dsi_start_answer_finish.
 */
DSI_API const void *dsi_message_finish(const dsi_message *message, dsi_decoder *decoder,
                                       dsi_error *error);

/*
 * Decodes a whole body in one call: begin, feed and finish; see
 * dsi_start_request_decode.
 */
DSI_API const void *dsi_message_decode(const dsi_message *message, void *block,
                                       size_t size, dsi_string body,
                                       const dsi_message_options *options,
                                       dsi_error *error);

/*
 * A block of this size is enough to decode any body of `length` bytes in one call,
 * within `limits` (NULL: the defaults). 0 if the limits are out of range, or if no
 * block is so large. A real body needs far less: the worst one is a list of empty
 * items, `{},`, each of which takes the size of its struct.
 */
DSI_API size_t dsi_message_bound(const dsi_message *message, size_t length,
                                 const dsi_limits *limits);

/* ------------------------------------------------------------ checking and encoding */

/*
 * Finds the rules that a request breaks; see dsi_start_request_validate. A response has
 * no rules, and gives 0.
 */
DSI_API size_t dsi_message_validate(const dsi_message *message, const void *object,
                                    dsi_violations *report);

/*
 * Writes the body, or the JSON object that stands for a request without a body. See
 * dsi_start_request_write.
 */
DSI_API bool dsi_message_write(const dsi_message *message, const void *object,
                               const dsi_sink *sink, const dsi_encode_options *options,
                               dsi_error *error);

/*
 * Writes one item of the response's list as a JSON object. DSI_E_ARGUMENT: the message
 * has no such list.
 */
DSI_API bool dsi_message_item_write(const dsi_message *message, const void *item,
                                    const dsi_sink *sink,
                                    const dsi_encode_options *options,
                                    dsi_error *error);

/*
 * The same into `buffer`, which takes less time than a sink. Returns the length in
 * bytes, and adds no terminator; or 0 with `error` filled. DSI_E_BUFFER_SIZE: the buffer
 * is too small, and `error.actual` is the length. A NULL buffer has no bytes.
 */
DSI_API size_t dsi_message_item_encode(const dsi_message *message, const void *item,
                                       char *buffer, size_t capacity, dsi_error *error);

/* -------------------------------------------------------------------------- targets */

/*
 * Builds a request's target, NUL-terminated; see dsi_get_request_target_encode. Returns
 * its length in bytes, or 0 with `error` filled. DSI_E_ARGUMENT: the message is a
 * response.
 */
DSI_API size_t dsi_message_target_encode(const dsi_message *message, const void *object,
                                         char *buffer, size_t capacity,
                                         dsi_error *error);

/* The length that dsi_message_target_encode would return, or 0 with `error` filled. */
DSI_API size_t dsi_message_target_size(const dsi_message *message, const void *object,
                                       dsi_error *error);

/*
 * Takes a target apart into `object`, which has dsi_message_size bytes. The function
 * puts the texts into `room`; as many bytes as the target has are always enough there.
 * See dsi_get_request_target_decode. `options` may be NULL.
 */
DSI_API bool dsi_message_target_decode(const dsi_message *message, dsi_string target,
                                       dsi_room *room,
                                       const dsi_decode_options *options, void *object,
                                       dsi_error *error);

/*
 * Adds the members of a body to `object`, a request that dsi_message_target_decode has
 * filled. `body` is what dsi_message_finish returned, and must outlive `object`. A
 * server needs this for a request with members in both places, because the body does
 * not have those of the target.
 */
DSI_API void dsi_message_body_add(const dsi_message *message, void *object,
                                  const void *body);

/*
 * What a client sends before a request's body; `target` is what
 * dsi_message_target_encode wrote.
 */
DSI_API dsi_request_head dsi_message_request_head(const dsi_message *message,
                                                  dsi_string target);

/*
 * What a server sends before a response's body; see dsi_start_answer_head. All zero for
 * a request.
 */
DSI_API dsi_answer_head dsi_message_answer_head(const dsi_message *message,
                                                const void *object);

/* --------------------------------------------------------------------------- fields */

/* What a field's text must be. */
typedef enum dsi_field_kind {
    DSI_FIELD_TEXT = 1,
    DSI_FIELD_ENUM, /* any text; see dsi_field_value */
    DSI_FIELD_INT32,
    DSI_FIELD_INT64,
    DSI_FIELD_BOOLEAN /* "true" or "false" */
} dsi_field_kind;

/* Room for a field's option, terminator included. In bytes. */
#define DSI_FIELD_OPTION_MAX 64

/*
 * A member that has one value. It is a member of the message's structure, or of a
 * structure in it. A list has no fields. Nor has a structure that holds itself.
 *
 * path: a JSON Pointer, NUL-terminated ("/rdsDataApiConfig/resourceArn").
 * option: the name of a command-line option for it, without dashes ("resource-arn").
 * value, help: a word for the field's value ("ARN"), and what the field is ("the Aurora
 *     cluster"). Static, in English; NULL if dsi has no word for it.
 */
typedef struct dsi_field {
    dsi_field_kind kind;
    bool required;
    char path[DSI_VIOLATION_PATH_MAX];
    char option[DSI_FIELD_OPTION_MAX];
    const char *value;
    const char *help;
} dsi_field;

/* Fills `field` with the field at `index`, from 0. Returns false after the last. */
DSI_API bool dsi_message_field(const dsi_message *message, size_t index,
                               dsi_field *field);

/*
 * One of the texts that the model lists for an enum, static. `value` is its index, from
 * 0. NULL after the last, and for a field that is not an enum.
 */
DSI_API const char *dsi_message_field_value(const dsi_message *message, size_t index,
                                            size_t value);

/*
 * Sets the field at `index` of the message's struct from a text, which must outlive the
 * struct. A structure on the way to the field may be shared or const. So the function
 * copies it into `room` and changes the copy. DSI_FIELD_ROOM bytes are enough for one
 * call.
 *
 * Returns true, or false with `error` filled (may be NULL) and the message unchanged:
 * DSI_E_INTEGER, DSI_E_INTEGER_RANGE, DSI_E_TYPE (not a boolean), DSI_E_MEMORY,
 * DSI_E_ARGUMENT (no such field).
 */
DSI_API bool dsi_message_field_set(const dsi_message *message, void *object,
                                   dsi_room *room, size_t index, dsi_string text,
                                   dsi_error *error);

/* Enough room for one call of dsi_message_field_set, in bytes. */
#define DSI_FIELD_ROOM 512u

/* -------------------------------------------------------------------------- members */

/*
 * The name of a member in the message's JSON, static. `path` is a JSON Pointer to a
 * structure, such as dsi_unknown_member has: "" is the message, and all items of a list
 * have the same members. `index` is the member's, from 0. NULL after the last, and if
 * the path leads to no structure.
 */
DSI_API const char *dsi_message_member(const dsi_message *message, const char *path,
                                       size_t index);

#ifdef __cplusplus
}
#endif

#endif
