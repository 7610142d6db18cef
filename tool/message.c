/*
 * tool/message.c - decodes a message from a file.
 *
 * The file is pushed through as it is read. An optional HTTP head comes first, and ends
 * within any piece. The body begins where the head ends; a request without a body lies
 * in the head's target. Each stage has offsets of its own, and `origin` turns those of
 * the body into offsets of the input.
 */
#include "message.h"

#include <stdio.h>
#include <stdlib.h>

#include "items.h"
#include "look.h"
#include "query.h"
#include "refusal.h"

/* ---------------------------------------------------------------------- its memory */

/* Setting a field can need room for a copy; that room lies after the struct. */
tool_exit message_make(tool_message *message, const tool_options *options)
{
    size_t size = dsi_message_size(options->message);

    *message = (tool_message){
        .message = options->message,
        .own = tool_allocate(size + options->field_count * DSI_FIELD_ROOM)};
    if (message->own == NULL) {
        return TOOL_USAGE;
    }
    dsi_message_clear(message->message, message->own);
    message->object = message->own;
    return TOOL_DONE;
}

/* Allocates the buffer to read into, and a head if the input has one. */
static tool_exit message_allocate(tool_message *message, const tool_options *options)
{
    if (message_make(message, options) != TOOL_DONE ||
        !input_make_buffer(&message->input, (size_t)options->chunk)) {
        return TOOL_USAGE;
    }
    if (options->reads_head) {
        message->head = tool_allocate(sizeof *message->head);
    }
    return message->head != NULL || !options->reads_head ? TOOL_DONE : TOOL_USAGE;
}

void message_free(tool_message *message)
{
    free(message->own);
    body_free(&message->body);
    free(message->input.bytes);
    free(message->head);
}

/* -------------------------------------------------------------------- the beginning */

/* The status of an answer without --status or --http. */
#define MESSAGE_STATUS_DEFAULT 200

/* A message that is being read. */
typedef struct message_reading {
    const tool_options *options;
    tool_message *message;
    tool_head *head; /* NULL: the input is the message alone */
    dsi_message_options how;
    dsi_item_sink items; /* who gets the items, after they are counted */
    const char *word;    /* for one of them */
    tool_body *body;     /* the message's */
    uint64_t received;   /* how many bytes have come */
    bool refused;        /* the bytes that come now can only explain why */
    uint64_t origin;     /* where in the input the body begins */
    tool_place place;
    tool_look look;       /* the first bytes of the head or, once it begins, the body */
    tool_refusal refusal; /* `error.code` is DSI_OK until there is an error */
} message_reading;

/* Refuses the input for a reason that no decoder knows. Returns false. */
static bool message_refuse(message_reading *reading, dsi_code code, uint64_t offset,
                           const char *words)
{
    reading->refusal.error = (dsi_error){.code = code, .offset = offset};
    reading->refusal.words = words;
    return false;
}

/* The head of an answer: the one that was read, or the one that the options say. */
static dsi_received_head message_received_head(const message_reading *reading)
{
    const tool_options *options = reading->options;
    uint64_t status = options->status != 0 ? options->status : MESSAGE_STATUS_DEFAULT;

    if (reading->head != NULL) {
        return (dsi_received_head){.status = reading->head->status,
                                   .headers = reading->head->headers,
                                   .header_count = reading->head->header_count};
    }
    return (dsi_received_head){.status = (int)status,
                               .headers = options->headers,
                               .header_count = options->header_count};
}

/* Begins the body, whose first byte is at `origin` of the input. */
static bool message_begin_body(message_reading *reading, uint64_t origin)
{
    reading->how.head = message_received_head(reading);
    if (!body_begin(reading->body, reading->message->message, &reading->how,
                    (size_t)reading->options->memory)) {
        reading->refusal.error = reading->body->error;
        return false;
    }
    reading->origin = origin;
    reading->look = (tool_look){.start = origin};
    return true;
}

/* Counts an item before it is handed over. */
static bool message_take_item(void *context, const void *item)
{
    message_reading *reading = context;
    tool_progress *progress = &reading->message->input.progress;

    progress_add_item(progress, reading->word);
    progress_make_way(progress);
    return reading->items.take(reading->items.context, item);
}

/* Chooses how to decode. */
static void message_choose(message_reading *reading, const message_sinks *sinks)
{
    const tool_options *options = reading->options;

    reading->how.decode = (dsi_decode_options){
        .limits = {.max_bytes = options->max_bytes,
                   .max_depth = (size_t)options->max_depth,
                   .max_token = (size_t)options->max_token},
        .strict = options->strict,
        .unknown = sinks->unknown};
    reading->items = sinks->items;
    reading->word = items_word(options->message);
    if (dsi_message_has_items(options->message) && sinks->items.take != NULL) {
        reading->how.items = (dsi_item_sink){.take = message_take_item,
                                             .context = reading};
    }
}

/* Begins with the head or, without one, with the body. */
static bool message_begin(message_reading *reading)
{
    reading->head = reading->message->head;
    if (reading->head == NULL) {
        return message_begin_body(reading, 0);
    }
    head_begin(reading->head, dsi_message_is_request(reading->message->message));
    return true;
}

/* ------------------------------------------------------------------------- the head */

/* A request without a body is its target. Its headers say nothing more. */
static bool message_open_target(message_reading *reading)
{
    dsi_string target = reading->head->target;

    return message_begin_body(reading, (uint64_t)(target.data - reading->head->text)) &&
           body_take_target(reading->body, target.data, target.length);
}

/*
 * Items are printed while the body is decoded, so stdout is flushed after each piece.
 */
static bool message_take_body(message_reading *reading, const char *bytes,
                              size_t length)
{
    bool more = body_take(reading->body, bytes, length);

    if (reading->how.items.take != NULL) {
        (void)tool_flush(); /* main_end reports a failure */
    }
    return more;
}

/*
 * Checks the method and target of a request. With a body, the target must be the
 * operation's path. Without one, the target is the request, so decoding it checks it;
 * here it is compared with itself.
 */
static bool message_expect(message_reading *reading)
{
    const dsi_message *message = reading->message->message;
    dsi_string target = dsi_message_has_body(message)
                            ? dsi_str(dsi_message_path(message))
                            : reading->head->target;

    return !dsi_message_is_request(message) ||
           head_expect(reading->head, dsi_message_request_head(message, target));
}

/*
 * The head is whole, so the message begins. A body may begin with bytes that the head
 * took because they could have been another head.
 */
static bool message_open_body(message_reading *reading)
{
    dsi_string peeked = head_peeked(reading->head);

    if (!message_expect(reading)) {
        return false;
    }
    if (!dsi_message_has_body(reading->message->message)) {
        return message_open_target(reading);
    }
    if (!message_begin_body(reading, head_body(reading->head))) {
        return false;
    }
    look_take(&reading->look, reading->origin, peeked.data, peeked.length);
    return (peeked.length == 0 ||
            message_take_body(reading, peeked.data, peeked.length));
}

/* The head is whole or refused. Returns true if more bytes are wanted. */
static bool message_open(message_reading *reading)
{
    const tool_head *head = reading->head;
    bool more = head->state == HEAD_WHOLE && message_open_body(reading);

    if (head->state == HEAD_REFUSED) {
        reading->refusal.error = head->error;
        reading->refusal.words = head->words;
    }
    return more;
}

/* ------------------------------------------------------------------------ the bytes */

/* The head takes its bytes; the rest of the piece, if any, belongs to the body. */
static bool message_take_http(message_reading *reading, const char *bytes,
                              size_t length)
{
    size_t taken = 0;

    if (head_is_open(reading->head)) {
        taken = head_take(reading->head, bytes, length);
        if (head_is_open(reading->head)) {
            return true;
        }
        if (!message_open(reading)) {
            return false;
        }
    }
    if (taken == length) {
        return true;
    }
    if (reading->body->is_target) {
        return message_refuse(reading, DSI_E_TRAILING, head_body(reading->head), NULL);
    }
    return message_take_body(reading, bytes + taken, length - taken);
}

static bool message_accept(message_reading *reading, const char *bytes, size_t length)
{
    return reading->head != NULL ? message_take_http(reading, bytes, length)
                                 : message_take_body(reading, bytes, length);
}

/*
 * An input_take_fn; the context is the reading. Of a refused input a few more bytes are
 * wanted if they can tell what it is, so that small pieces give the same words.
 */
static bool message_take(void *context, const char *bytes, size_t length)
{
    message_reading *reading = context;
    uint64_t offset = reading->received;

    reading->received += length;
    if (reading->refused) {
        look_take(&reading->look, offset, bytes, length);
        return look_is_undecided(&reading->look);
    }
    place_take(&reading->place, bytes, length);
    reading->refused = !message_accept(reading, bytes, length);
    look_take(&reading->look, offset, bytes, length);
    if (reading->refused && !look_is_undecided(&reading->look)) {
        return false; /* the place needs the piece */
    }
    place_pass(&reading->place);
    return true;
}

/*
 * True if a head promised bytes and none came. An empty body is a valid answer, so
 * without this check a transfer that was cut after its head would pass. A service error
 * is decoded even so: its status says enough.
 */
static bool message_lacks_body(const message_reading *reading)
{
    const tool_head *head = reading->head;

    return head != NULL && !head->of_request && head->status >= 200 &&
           head->status <= 299 && head_promises_bytes(head) &&
           reading->body->length == 0;
}

/*
 * The input has ended. A failed transfer leaves no bytes at all. That is a valid answer
 * only if --status says that one came.
 */
static void message_end(message_reading *reading)
{
    tool_head *head = reading->head;

    if (reading->received == 0 && reading->options->status == 0) {
        (void)message_refuse(reading, DSI_E_TRUNCATED, 0,
                             "no bytes: did the transfer fail?");
    } else if (head != NULL && head_is_open(head)) {
        head_end(head);
        (void)message_open(reading);
    } else if (message_lacks_body(reading)) {
        (void)message_refuse(reading, DSI_E_TRUNCATED, head_body(head),
                             "no byte of the body: was the transfer cut?");
    }
}

/* Fills the message's struct, or returns false with `error` filled. */
static bool message_finish(message_reading *reading, tool_message *message)
{
    dsi_error *error = &reading->refusal.error;

    if (error->code == DSI_OK) {
        message_end(reading);
    }
    if (error->code != DSI_OK) {
        return false;
    }
    message->object = body_finish(reading->body, message->own);
    if (message->object == NULL) {
        *error = reading->body->error;
        error->offset += reading->origin;
    }
    return message->object != NULL;
}

/* True if the first bytes can be the cause: another kind of input ends there. */
static bool message_is_of_another_kind(const message_reading *reading)
{
    const dsi_error *error = &reading->refusal.error;
    dsi_band band = dsi_code_band(error->code);

    return (band == DSI_BAND_SYNTAX || band == DSI_BAND_TEXT ||
            error->code == DSI_E_ROUTE) &&
           error->offset >= reading->origin &&
           error->offset - reading->origin < LOOK_MAX;
}

/* The byte at `offset` if a head or a target has kept it, or -1. */
static int message_kept_byte(const message_reading *reading, uint64_t offset)
{
    const tool_body *body = reading->body;
    uint64_t in_body = offset - reading->origin;

    if (body->is_target && offset >= reading->origin && in_body < body->length) {
        return (unsigned char)body->block[in_body];
    }
    return reading->head != NULL ? head_byte(reading->head, offset) : -1;
}

/* Adds to the error what the input says about it, and reports it. */
static tool_exit message_report(message_reading *reading, const char *file)
{
    tool_refusal *refusal = &reading->refusal;

    refusal->at.byte = -1;
    if (reading->received > 0) {
        refusal->at = place_find(&reading->place, refusal->error.offset);
    }
    if (refusal->at.byte < 0) {
        refusal->at.byte = message_kept_byte(reading, refusal->error.offset);
    }
    if (message_is_of_another_kind(reading)) {
        refusal->look = look_words(&reading->look, reading->head != NULL);
    }
    if (reading->body->is_target) {
        refusal->words = query_words(refusal->error.code);
    }
    return refusal_report(reading->options, file, refusal);
}

tool_exit message_decode(tool_message *message, const tool_options *options,
                         const char *file, const message_sinks *sinks)
{
    message_reading reading = {
        .options = options, .message = message, .body = &message->body};
    tool_exit status;

    message_choose(&reading, sinks);
    status = message_allocate(message, options);
    if (status != TOOL_DONE) {
        return status;
    }
    if (message_begin(&reading)) {
        status = input_read(file, &message->input, message_take, &reading);
        if (status != TOOL_DONE) {
            return status;
        }
    }
    if (message_finish(&reading, message)) {
        return TOOL_DONE;
    }
    return message->body.no_memory ? TOOL_USAGE : message_report(&reading, file);
}
