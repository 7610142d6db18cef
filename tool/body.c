/*
 * tool/body.c - decodes a message's own bytes.
 *
 * The first bytes decide between JSON and a target. JSON is fed to the decoder as it
 * arrives. A target must be whole before it is decoded, so its text is collected in the
 * first half of the block. The second half is the room for the decoded texts.
 */
#include "body.h"

#include <string.h>

/*
 * Room beyond the smallest block: a few texts of the maximum length, an error's list,
 * and for a list that is kept whole what it decodes to. The system provides only the
 * pages that are used, so a generous block costs nothing.
 */
#define BODY_TEXTS 3
#define BODY_ROOM ((size_t)16 * 1024 * 1024)
#define BODY_ROOM_LIST ((size_t)256 * 1024 * 1024)

size_t body_size(const dsi_message *message, const dsi_message_options *how)
{
    const dsi_limits *limits = &how->decode.limits;
    size_t token = limits->max_token != 0 ? limits->max_token : DSI_MAX_TOKEN_DEFAULT;
    bool keeps_list = dsi_message_has_items(message) && how->items.take == NULL;

    return dsi_decoder_size(limits) + BODY_TEXTS * token +
           (keeps_list ? BODY_ROOM_LIST : BODY_ROOM);
}

bool body_begin(tool_body *body, const dsi_message *message,
                const dsi_message_options *how, char *block, size_t size)
{
    *body = (tool_body){.message = message, .how = *how, .block = block, .size = size};
    body->decoder = dsi_message_begin(message, block, size, how, &body->error);
    return body->decoder != NULL;
}

/*
 * How much of a target is kept: one byte more than the limit, so the decoder sees that
 * the target is too long, and the line end.
 */
static uint64_t body_target_max(const tool_body *body)
{
    uint64_t limit = body->how.decode.limits.max_bytes;

    if (limit == 0) {
        limit = DSI_MAX_BYTES_DEFAULT;
    }
    return limit < UINT64_MAX - 3 ? limit + 3 : UINT64_MAX;
}

/*
 * Collects the text where the decoder lies: a target does not use the decoder. False
 * with no error means that enough is kept to refuse the target.
 */
bool body_take_target(tool_body *body, const char *bytes, size_t length)
{
    size_t room = body->size / 2 - (size_t)body->length;
    uint64_t wanted = body_target_max(body) - body->length;
    bool more = length < wanted;

    body->is_target = true;
    if (!more) {
        length = (size_t)wanted;
    }
    if (length > room) {
        body->error = (dsi_error){.code = DSI_E_MEMORY, .offset = body->size / 2};
        return false;
    }
    memcpy(body->block + body->length, bytes, length);
    body->length += length;
    return more;
}

/* A target begins with "/" or, in absolute form, with "http". JSON never does. */
bool body_take(tool_body *body, const char *bytes, size_t length)
{
    if (body->is_target || (body->length == 0 && memchr("/hH", *bytes, 3) != NULL &&
                            !dsi_message_has_body(body->message))) {
        return body_take_target(body, bytes, length);
    }
    body->length += length;
    return dsi_feed(body->decoder, bytes, length);
}

/* The target without a line end, which a shell or an editor may have added. */
static dsi_string body_target(const tool_body *body)
{
    dsi_string target = {.data = body->block, .length = (size_t)body->length};

    if (target.data[target.length - 1] == '\n') {
        target.length--;
        if (target.data[target.length - 1] == '\r') {
            target.length--;
        }
    }
    return target;
}

static const void *body_finish_target(tool_body *body, void *own)
{
    size_t half = body->size / 2;
    dsi_room room = {.memory = body->block + half, .size = half};

    return dsi_message_target_decode(body->message, body_target(body), &room,
                                     &body->how.decode, own, &body->error)
               ? own
               : NULL;
}

const void *body_finish(tool_body *body, void *own)
{
    if (body->error.code != DSI_OK) {
        return NULL;
    }
    return body->is_target
               ? body_finish_target(body, own)
               : dsi_message_finish(body->message, body->decoder, &body->error);
}
