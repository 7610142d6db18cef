/*
 * tool/body.c - decodes a message's own bytes.
 *
 * The first bytes decide between JSON and a target. JSON is fed to the decoder as it
 * arrives. A target must be whole before it is decoded, so its text is collected in the
 * first half of the block. The second half is the room for the decoded texts.
 *
 * A message can need much more memory than it has bytes. So the block begins small. If it
 * is used up, all bytes so far are decoded again in a larger one, and memory fits the
 * message. Items that are handed over one by one cannot be taken back: for these the
 * block has its size from the beginning.
 */
#include "body.h"

#include <stdlib.h>
#include <string.h>

#include "tool.h"

/* Room beyond the smallest block: a few texts of the maximum length, and the rest. */
#define BODY_TEXTS 3
#define BODY_ROOM ((size_t)1024 * 1024)
#define BODY_ROOM_MAX ((size_t)256 * 1024 * 1024)
#define BODY_ROOM_ITEM ((size_t)16 * 1024 * 1024)
#define BODY_GROWTH 4

/* ---------------------------------------------------------------------- its memory */

static size_t body_size(const tool_body *body)
{
    const dsi_limits *limits = &body->how.decode.limits;
    size_t token = limits->max_token != 0 ? limits->max_token : DSI_MAX_TOKEN_DEFAULT;

    return dsi_decoder_size(limits) + BODY_TEXTS * token + body->room;
}

/* A decode that begins again finds the same members in the same order. */
static void body_find_unknown(void *context, const dsi_unknown_member *member)
{
    tool_body *body = context;

    body->unknown_at++;
    if (body->unknown_at > body->unknown_told) {
        body->unknown_told = body->unknown_at;
        body->unknown.found(body->unknown.context, member);
    }
}

/* Begins to decode in a new block. */
static bool body_begin_block(tool_body *body)
{
    body->unknown_at = 0;
    free(body->block);
    body->block = tool_allocate(body->size);
    if (body->block == NULL) {
        body->no_memory = true;
        return false;
    }
    body->decoder = dsi_message_begin(body->message, body->block, body->size,
                                      &body->how, &body->error);
    return body->decoder != NULL;
}

bool body_begin(tool_body *body, const dsi_message *message,
                const dsi_message_options *how, size_t memory)
{
    *body = (tool_body){
        .message = message, .how = *how, .unknown = how->decode.unknown};
    if (body->unknown.found != NULL) {
        body->how.decode.unknown = (dsi_unknown_sink){.found = body_find_unknown,
                                                      .context = body};
    }
    body->grows = memory == 0 && how->items.take == NULL;
    body->room = how->items.take == NULL ? BODY_ROOM : BODY_ROOM_ITEM;
    body->size = memory != 0 ? memory : body_size(body);
    return body_begin_block(body);
}

void body_free(tool_body *body)
{
    free(body->block);
    free(body->kept);
}

/* Keeps the bytes of a body that may have to be decoded again. */
static bool body_keep(tool_body *body, const char *bytes, size_t length)
{
    size_t needed = body->kept_length + length;

    if (needed > body->kept_capacity) {
        size_t capacity = needed + needed / 2;
        char *kept = realloc(body->kept, capacity);

        if (kept == NULL) {
            tool_complain("memory", "not enough for the message");
            body->no_memory = true;
            return false;
        }
        body->kept = kept;
        body->kept_capacity = capacity;
    }
    memcpy(body->kept + body->kept_length, bytes, length);
    body->kept_length = needed;
    return true;
}

/*
 * The decode has ended without a result. If its block was too small, begins again in a
 * larger one. Returns false if it was not, or if the block may not grow any more; then
 * `error` stays.
 */
static bool body_grow(tool_body *body)
{
    if (!body->grows || body->error.code != DSI_E_MEMORY ||
        body->room >= BODY_ROOM_MAX) {
        return false;
    }
    body->room *= BODY_GROWTH;
    body->size = body_size(body);
    return body_begin_block(body);
}

/* ------------------------------------------------------------------------- targets */

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

/* ---------------------------------------------------------------------------- JSON */

static bool body_feed_again(tool_body *body)
{
    return dsi_feed(body->decoder, body->kept, body->kept_length);
}

/* The decoder wants no more bytes. If that is for its memory, it gets more of it. */
static bool body_retry(tool_body *body)
{
    do {
        (void)dsi_message_finish(body->message, body->decoder, &body->error);
        if (!body_grow(body)) {
            return false;
        }
    } while (!body_feed_again(body));
    return true;
}

static bool body_take_json(tool_body *body, const char *bytes, size_t length)
{
    body->length += length;
    if (body->grows && !body_keep(body, bytes, length)) {
        return false;
    }
    return dsi_feed(body->decoder, bytes, length) || (body->grows && body_retry(body));
}

static const void *body_finish_json(tool_body *body)
{
    const void *object = dsi_message_finish(body->message, body->decoder, &body->error);

    while (object == NULL && body_grow(body)) {
        (void)body_feed_again(body);
        object = dsi_message_finish(body->message, body->decoder, &body->error);
    }
    return object;
}

/* ---------------------------------------------------------------------------- both */

/* A target begins with "/" or, in absolute form, with "http". JSON never does. */
bool body_take(tool_body *body, const char *bytes, size_t length)
{
    if (body->is_target || (body->length == 0 && memchr("/hH", *bytes, 3) != NULL &&
                            !dsi_message_has_body(body->message))) {
        return body_take_target(body, bytes, length);
    }
    return body_take_json(body, bytes, length);
}

const void *body_finish(tool_body *body, void *own)
{
    if (body->error.code != DSI_OK || body->no_memory) {
        return NULL;
    }
    return body->is_target ? body_finish_target(body, own) : body_finish_json(body);
}
