/*
 * dsi/message.h - any message by its name, for programs about messages: a tool, a proxy, a
 * binding to another language.
 *
 * A message is an operation's request or its response. Its name is that of the operation in
 * short, and which of the two it is: "start-request", "start-response", "get-request",
 * "get-response". Its struct is the typed one: dsi_start_request, dsi_start_answer, ...; the
 * functions here do by name what the typed ones do (dsi/start.h, dsi/get.h), with the same
 * outcomes, ownership and errors.
 *
 *     const dsi_message *message = dsi_message_find(dsi_str("start-request"));
 *     dsi_decoder *decoder = dsi_message_begin(message, block, sizeof block, NULL, &error);
 *     dsi_feed(decoder, bytes, length);
 *     const void *request = dsi_message_finish(message, decoder, &error);
 *     if (request != NULL && dsi_message_validate(message, request, &report) == 0) {
 *         dsi_message_write(message, request, &sink, NULL, &error);
 *     }
 *
 * examples/anything.c is that program, whole.
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

/* A message; static, one of a fixed list. No function here takes a NULL message. */
typedef struct dsi_message dsi_message;

/* ----------------------------------------------------------------------- the list */

/* The message at `index`, from 0, requests before their responses; NULL after the last. */
DSI_API const dsi_message *dsi_message_at(size_t index);

/* The message of this name, or NULL. */
DSI_API const dsi_message *dsi_message_find(dsi_string name);

/*
 * The request that a server received: `method` and `target` (its path and query) are those
 * of an operation. NULL with `error` filled (may be NULL) if they are of none: DSI_E_ROUTE.
 * The target's parameters are not looked at.
 */
DSI_API const dsi_message *dsi_message_route(dsi_string method, dsi_string target,
                                             dsi_error *error);

/* The name, static: "get-response". */
DSI_API const char *dsi_message_name(const dsi_message *message);

/* The operation's name in the model, static: "GetDataSourceIntrospection". */
DSI_API const char *dsi_message_operation(const dsi_message *message);

/*
 * The path of the operation's target as the model has it, static. A member that lies in
 * the path stands there in braces: "/v1/datasources/introspections/{introspectionId}".
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

/* Makes a struct of dsi_message_size bytes an empty message: nothing in it is set. An answer
 * is an output then. */
DSI_API void dsi_message_clear(const dsi_message *message, void *object);

/*
 * Copies a message's struct and everything that it points to into `room`; see
 * dsi_model_copy. Of an answer, the part that its kind names is copied; DSI_E_ARGUMENT for
 * one without a kind.
 */
DSI_API void *dsi_message_copy(const dsi_message *message, const void *object,
                               dsi_room *room, dsi_error *error);

/* The service error that an answer is; NULL for an output or a request. Part of `object`. */
DSI_API const dsi_service_error *dsi_message_error(const dsi_message *message,
                                                   const void *object);

/* ------------------------------------------------------------------------ decoding */

/*
 * What the items of a response's list are handed to, as dsi_model_sink for a Get answer:
 * `item` is a const dsi_model * there.
 */
typedef struct dsi_item_sink {
    bool (*take)(void *context, const void *item); /* false: stop */
    void *context;                                 /* passed on as it is */
} dsi_item_sink;

/*
 * How to decode. NULL or all zero is the default for a request.
 *
 * head: of a response; its status must be set.
 * items: `take` NULL keeps the items in the message.
 */
typedef struct dsi_message_options {
    dsi_decode_options decode;
    dsi_received_head head;
    dsi_item_sink items;
} dsi_message_options;

/*
 * Begins to decode the message's body; see dsi_start_request_begin and
 * dsi_get_answer_begin. A request without a body is read as a JSON object with its
 * members' names. DSI_E_ARGUMENT: items that the message does not have.
 */
DSI_API dsi_decoder *dsi_message_begin(const dsi_message *message, void *block,
                                       size_t size, const dsi_message_options *options,
                                       dsi_error *error);

/* Ends the decode and gives the struct, or NULL with `error` filled; see
 * dsi_start_request_finish and dsi_start_answer_finish. */
DSI_API const void *dsi_message_finish(const dsi_message *message, dsi_decoder *decoder,
                                       dsi_error *error);

/* ------------------------------------------------------------ checking and encoding */

/* Which rules a request breaks; see dsi_start_request_validate. A response has none: 0. */
DSI_API size_t dsi_message_validate(const dsi_message *message, const void *object,
                                    dsi_violations *report);

/* Writes the body, or the JSON object that stands for a request without one. */
DSI_API bool dsi_message_write(const dsi_message *message, const void *object,
                               const dsi_sink *sink, const dsi_encode_options *options,
                               dsi_error *error);

/* Writes one item of the response's list as a JSON object. DSI_E_ARGUMENT: it has none. */
DSI_API bool dsi_message_write_item(const dsi_message *message, const void *item,
                                    const dsi_sink *sink,
                                    const dsi_encode_options *options,
                                    dsi_error *error);

/* -------------------------------------------------------------------------- targets */

/*
 * Builds a request's target, NUL-terminated; see dsi_get_request_target. Returns its length
 * in bytes, or 0 with `error` filled. DSI_E_ARGUMENT: the message is a response.
 */
DSI_API size_t dsi_message_target(const dsi_message *message, const void *object,
                                  char *buffer, size_t capacity, dsi_error *error);

/* The length that dsi_message_target would return, or 0 with `error` filled. */
DSI_API size_t dsi_message_target_size(const dsi_message *message, const void *object,
                                       dsi_error *error);

/*
 * Takes a target apart into `object`, which has dsi_message_size bytes, and whose texts lie
 * in `room`: as many bytes as the target has are always enough; see
 * dsi_get_request_parse_target. `options` may be NULL.
 */
DSI_API bool dsi_message_parse_target(const dsi_message *message, dsi_string target,
                                      dsi_room *room, const dsi_decode_options *options,
                                      void *object, dsi_error *error);

/*
 * Puts the members that are in the body into `object`, a request whose target was taken
 * apart; `body` is what dsi_message_finish gave, and must outlive `object`. For servers, and
 * requests with members in both places: JSON does not have those of the target.
 */
DSI_API void dsi_message_add_body(const dsi_message *message, void *object,
                                  const void *body);

/* What goes in front of a request's body; `target` is what dsi_message_target wrote. */
DSI_API dsi_request_head dsi_message_request_head(const dsi_message *message,
                                                  dsi_string target);

/* What a server puts in front of a response's body; see dsi_start_answer_head. All zero for
 * a request. */
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
 * A member that has one value, of the message's structure or of one within it. Lists have
 * no fields, nor has a structure that holds itself.
 *
 * path: a JSON Pointer, NUL-terminated ("/rdsDataApiConfig/resourceArn").
 * option: the name of a command-line option for it, without dashes ("resource-arn").
 * value, help: what to write for its value ("ARN"), and what it is ("the Aurora cluster");
 *     static, in English; NULL if nobody wrote it.
 */
typedef struct dsi_field {
    dsi_field_kind kind;
    bool required;
    char path[DSI_VIOLATION_PATH_MAX];
    char option[DSI_FIELD_OPTION_MAX];
    const char *value;
    const char *help;
} dsi_field;

/* Fills `field` with the field at `index`, from 0; false after the last. */
DSI_API bool dsi_message_field(const dsi_message *message, size_t index,
                               dsi_field *field);

/* A text that the model lists for an enum, from 0; NULL after the last, and for others. */
DSI_API const char *dsi_message_field_value(const dsi_message *message, size_t index,
                                            size_t value);

/*
 * Sets the field at `index` of the message's struct from a text, which must outlive it. A
 * structure on the way is copied to `room`, and the copy is changed: DSI_FIELD_ROOM bytes
 * are enough for one call. Returns true, or false with `error` filled and nothing changed:
 * DSI_E_INTEGER, DSI_E_INTEGER_RANGE, DSI_E_TYPE (no boolean), DSI_E_MEMORY,
 * DSI_E_ARGUMENT (no such field).
 */
DSI_API bool dsi_message_set(const dsi_message *message, void *object, dsi_room *room,
                             size_t index, dsi_string text, dsi_error *error);

/* Enough room for one call of dsi_message_set. In bytes. */
#define DSI_FIELD_ROOM 512u

#ifdef __cplusplus
}
#endif

#endif
