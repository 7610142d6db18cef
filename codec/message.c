/*
 * codec/message.c - messages by name: the general machinery, chosen by a descriptor.
 *
 * A request is one struct, and a response is the operation's typed answer. Every
 * function here turns on that difference and then calls what the typed functions call.
 * So both ways have the same outcomes.
 */
#include <dsi/message.h>

#include <string.h>

#include "codec/answer.h"
#include "codec/copy.h"
#include "codec/emit.h"
#include "codec/target.h"
#include "schema/operation.h"
#include "schema/validate.h"

/* ------------------------------------------------------------------------ the list */

const dsi_message *dsi_message_at(size_t index)
{
    size_t count = 0;

    while (dsi_messages[count].name != NULL) {
        count++;
    }
    return index < count ? &dsi_messages[index] : NULL;
}

const dsi_message *dsi_message_find(dsi_string name)
{
    const dsi_message *message = dsi_messages;

    while (message->name != NULL && !dsi_string_equal(dsi_str(message->name), name)) {
        message++;
    }
    return message->name != NULL ? message : NULL;
}

/*
 * Each request is tried. The error of one that does not match says nothing of the
 * others, so it is replaced.
 */
const dsi_message *dsi_message_route(dsi_string method, dsi_string target,
                                     dsi_error *error)
{
    for (const dsi_message *message = dsi_messages; message->name != NULL; message++) {
        if (message->is_request &&
            dsi_string_equal(dsi_str(message->operation->method), method) &&
            dsi_target_route(message->operation, target, error)) {
            dsi_error_set(error, DSI_OK, 0, 0);
            return message;
        }
    }
    dsi_error_set(error, DSI_E_ROUTE, 0, 0);
    return NULL;
}

const char *dsi_message_name(const dsi_message *message)
{
    return message->name;
}

const char *dsi_message_operation(const dsi_message *message)
{
    return message->operation->name;
}

const char *dsi_message_path(const dsi_message *message)
{
    return message->operation->path;
}

bool dsi_message_is_request(const dsi_message *message)
{
    return message->is_request;
}

bool dsi_message_has_body(const dsi_message *message)
{
    return !message->is_request || dsi_operation_has_body(message->operation);
}

bool dsi_message_has_items(const dsi_message *message)
{
    return !message->is_request && message->operation->streamed != NULL;
}

/* ---------------------------------------------------------------------- the struct */

size_t dsi_message_size(const dsi_message *message)
{
    return message->is_request ? message->operation->input->size
                               : message->operation->answer.size;
}

void dsi_message_clear(const dsi_message *message, void *object)
{
    const dsi_answer output = {.kind = DSI_OUTPUT};

    memset(object, 0, dsi_message_size(message));
    if (!message->is_request) {
        memcpy(object, &output, sizeof output);
    }
}

void *dsi_message_copy(const dsi_message *message, const void *object, dsi_room *room,
                       dsi_error *error)
{
    return message->is_request
               ? dsi_copy(message->operation->input, object, room, error)
               : dsi_copy_answer(message->operation, object, room, error);
}

const dsi_service_error *dsi_message_error(const dsi_message *message,
                                           const void *object)
{
    if (message->is_request || dsi_answer_kind_of(object) != DSI_SERVICE_ERROR) {
        return NULL;
    }
    return dsi_answer_error(message->operation, object);
}

/* ------------------------------------------------------------------------ decoding */

static dsi_goal message_goal(const dsi_message *message)
{
    return (dsi_goal){.operation = message->operation, .part = DSI_PART_INPUT};
}

/*
 * `at_hand` is that of dsi_goal. The taker is set after begin: no item can come before
 * the first byte is fed.
 */
static dsi_decoder *message_begin(const dsi_message *message, void *block, size_t size,
                                  size_t at_hand, const dsi_message_options *options,
                                  dsi_error *error)
{
    static const dsi_message_options defaults = {.items = {.take = NULL}};
    const dsi_message_options *chosen = options != NULL ? options : &defaults;
    bool takes_items = chosen->items.take != NULL;
    dsi_goal goal = message_goal(message);
    dsi_decoder *decoder;

    if (takes_items && !dsi_message_has_items(message)) {
        dsi_error_set(error, DSI_E_ARGUMENT, 0, 0);
        return NULL;
    }
    if (message->is_request) {
        goal.at_hand = at_hand;
        return dsi_decoder_begin(block, size, &goal, &chosen->decode, error);
    }
    decoder = dsi_answer_begin(block, size, &chosen->head, message->operation, at_hand,
                               &chosen->decode, error);
    if (decoder != NULL && takes_items) {
        dsi_decoder_hand_over(decoder, chosen->items.take, chosen->items.context);
    }
    return decoder;
}

dsi_decoder *dsi_message_begin(const dsi_message *message, void *block, size_t size,
                               const dsi_message_options *options, dsi_error *error)
{
    return message_begin(message, block, size, 0, options, error);
}

const void *dsi_message_finish(const dsi_message *message, dsi_decoder *decoder,
                               dsi_error *error)
{
    dsi_goal goal = message_goal(message);

    return message->is_request ? dsi_decoder_finish(decoder, &goal, error)
                               : dsi_answer_finish(decoder, message->operation, error);
}

const void *dsi_message_decode(const dsi_message *message, void *block, size_t size,
                               dsi_string body, const dsi_message_options *options,
                               dsi_error *error)
{
    dsi_decoder *decoder = message_begin(message, block, size, body.length + 1, options,
                                         error);

    (void)dsi_feed(decoder, body.data, body.length);
    return dsi_message_finish(message, decoder, error);
}

size_t dsi_message_bound(const dsi_message *message, size_t length,
                         const dsi_limits *limits)
{
    dsi_goal goal = message_goal(message);
    size_t output;
    size_t refusal;

    if (message->is_request) {
        return dsi_decoder_bound(&goal, length, limits);
    }
    goal.part = DSI_PART_OUTPUT;
    output = dsi_decoder_bound(&goal, length, limits);
    goal.part = DSI_PART_ERROR;
    refusal = dsi_decoder_bound(&goal, length, limits);
    return output > refusal ? output : refusal;
}

/* ------------------------------------------------------------ checking and encoding */

size_t dsi_message_validate(const dsi_message *message, const void *object,
                            dsi_violations *report)
{
    if (message->is_request) {
        return dsi_validate(message->operation->input, object, report);
    }
    if (report != NULL) {
        report->count = 0;
    }
    return 0;
}

bool dsi_message_write(const dsi_message *message, const void *object,
                       const dsi_sink *sink, const dsi_encode_options *options,
                       dsi_error *error)
{
    return message->is_request
               ? dsi_emit_write(message->operation->input, object, sink, options, error)
               : dsi_answer_write(message->operation, object, sink, options, error);
}

/* Without a list an item has no type, and no object is refused by the encoder. */
static const void *message_item(const dsi_message *message, const void *item,
                                const dsi_type **type)
{
    bool has_items = dsi_message_has_items(message);

    *type = has_items ? message->operation->streamed->element
                      : message->operation->output;
    return has_items ? item : NULL;
}

bool dsi_message_item_write(const dsi_message *message, const void *item,
                            const dsi_sink *sink, const dsi_encode_options *options,
                            dsi_error *error)
{
    const dsi_type *type;

    item = message_item(message, item, &type);
    return dsi_emit_write(type, item, sink, options, error);
}

size_t dsi_message_item_encode(const dsi_message *message, const void *item,
                               char *buffer, size_t capacity, dsi_error *error)
{
    const dsi_type *type;

    item = message_item(message, item, &type);
    return dsi_emit(type, item, buffer, capacity, error);
}

/* -------------------------------------------------------------------------- targets */

/* A response has no target; without a request the builder reports DSI_E_ARGUMENT. */
size_t dsi_message_target_encode(const dsi_message *message, const void *object,
                                 char *buffer, size_t capacity, dsi_error *error)
{
    const void *request = message->is_request ? object : NULL;

    return dsi_target_build(message->operation, request, buffer, capacity, error);
}

size_t dsi_message_target_size(const dsi_message *message, const void *object,
                               dsi_error *error)
{
    const void *request = message->is_request ? object : NULL;

    return dsi_target_size(message->operation, request, error);
}

bool dsi_message_target_decode(const dsi_message *message, dsi_string target,
                               dsi_room *room, const dsi_decode_options *options,
                               void *object, dsi_error *error)
{
    void *request = message->is_request ? object : NULL;

    return dsi_target_parse(message->operation, target, room, options, request, error);
}

/*
 * Copies the members' places. What they point to stays where `body` lies, which must
 * live on.
 */
void dsi_message_body_add(const dsi_message *message, void *object, const void *body)
{
    const dsi_type *type = message->operation->input;

    for (size_t i = 0; message->is_request && i < type->member_count; i++) {
        const dsi_member *member = &type->members[i];

        if (member->location == DSI_IN_BODY) {
            memcpy((char *)object + member->offset, (const char *)body + member->offset,
                   dsi_type_place_size(member->type));
        }
    }
}

dsi_request_head dsi_message_request_head(const dsi_message *message, dsi_string target)
{
    return dsi_operation_head(message->operation, target);
}

dsi_answer_head dsi_message_answer_head(const dsi_message *message, const void *object)
{
    if (message->is_request) {
        return (dsi_answer_head){.status = 0};
    }
    return dsi_answer_make_head(message->operation, object);
}
