#include "codec/decoder.h"

#include "codec/red_zones.h"
#include "codec/rooms.h"

#include <string.h>

_Static_assert(DSI_MAX_DEPTH_MAX == DSI_DEPTH_MAX, "one bound for both directions");

/* ----------------------------------------------------------------------- begin */

/* Puts the defaults where there is 0. False if a limit is out of range. */
static bool decoder_resolve(const dsi_limits *given, dsi_limits *limits)
{
    *limits = given != NULL ? *given : (dsi_limits){0};
    if (limits->max_bytes == 0) {
        limits->max_bytes = DSI_MAX_BYTES_DEFAULT;
    }
    if (limits->max_depth == 0) {
        limits->max_depth = DSI_MAX_DEPTH_DEFAULT;
    }
    if (limits->max_token == 0) {
        limits->max_token = DSI_MAX_TOKEN_DEFAULT;
    }
    return limits->max_depth <= DSI_MAX_DEPTH_MAX &&
           limits->max_token <= DSI_MAX_TOKEN_MAX;
}

size_t dsi_decoder_size(const dsi_limits *limits)
{
    dsi_limits resolved;
    dsi_rooms rooms;

    if (!decoder_resolve(limits, &resolved)) {
        return 0;
    }
    rooms = dsi_rooms_divide(&resolved);
    return dsi_rooms_block(&rooms);
}

/* Moves into the block, which is large enough. */
static dsi_decoder *decoder_lay_out(char *block, size_t size, const dsi_rooms *rooms,
                                    const dsi_plan *plan)
{
    char *begin = dsi_rooms_begin(block);
    char *raw = begin + rooms->raw.at;
    char *results = plan->any_body ? begin + rooms->results : raw;
    dsi_decoder *decoder = (dsi_decoder *)(void *)begin;

    decoder->token = (unsigned char *)begin + rooms->token.at;
    decoder->token_length = 0;
    dsi_parser_begin(&decoder->parser, begin + rooms->parser.at, rooms->parser.size,
                     &decoder->build);
    decoder->raw = (dsi_raw){.text = plan->any_body ? raw : NULL};
    decoder->arena = (dsi_arena){.bottom = results, .top = block + size};
    decoder->object = dsi_arena_take(&decoder->arena, plan->type->size);
    dsi_build_begin(&decoder->build, plan->type, decoder->object,
                    (dsi_build_frame *)(void *)(begin + rooms->frames.at),
                    &decoder->arena);
    return decoder;
}

dsi_decoder *dsi_decoder_begin(void *block, size_t size, const dsi_plan *plan,
                               const dsi_decode_options *options, dsi_error *error)
{
    static const dsi_decode_options defaults = {.strict = false};
    const dsi_decode_options *chosen = options != NULL ? options : &defaults;
    dsi_limits limits;
    dsi_rooms rooms;
    dsi_decoder *decoder;

    if (block == NULL || !decoder_resolve(&chosen->limits, &limits)) {
        dsi_error_set(error, DSI_E_ARGUMENT, 0, 0);
        return NULL;
    }
    rooms = dsi_rooms_divide(&limits);
    if (size < dsi_rooms_block(&rooms)) {
        dsi_error_set(error, DSI_E_BLOCK_SIZE, size, dsi_rooms_block(&rooms));
        return NULL;
    }
    decoder = decoder_lay_out(block, size, &rooms, plan);
    decoder->plan = plan;
    decoder->answer = NULL;
    decoder->unread = (dsi_unread){.code = DSI_OK};
    decoder->in_call = false;
    decoder->finished = false;
    decoder->build.rules = plan->rules;
    decoder->build.rules.strict = chosen->strict && !plan->rules.lenient;
    dsi_guard_begin(&decoder->guard, &limits);
    dsi_error_set(error, DSI_OK, 0, 0);
    return decoder;
}

/* -------------------------------------------------------------------- the feed */

/* The guard found a fault. */
static bool decoder_fail(dsi_decoder *decoder, const dsi_scan *scan)
{
    dsi_error *fault = &decoder->build.error; /* nothing is built any more */

    fault->code = scan->code;
    fault->offset = scan->offset;
    fault->limit = scan->limit;
    if (decoder->guard.in_token || scan->code == DSI_E_MAX_DEPTH) {
        dsi_build_item(&decoder->build); /* the fault is in a value that has begun */
    }
    dsi_build_path(&decoder->build, fault->path, sizeof fault->path);
    return false;
}

/* What the guard lets through fits: it is at most a token and one byte. */
static void decoder_keep(dsi_decoder *decoder, const unsigned char *bytes,
                         size_t length)
{
    memcpy(decoder->token + decoder->token_length, bytes, length);
    decoder->token_length += length;
}

/* Hands on the token that earlier chunks began and this one ends. */
static bool decoder_parse_token(dsi_decoder *decoder, const unsigned char *bytes,
                                size_t length, uint64_t offset)
{
    uint64_t start = offset - decoder->token_length;

    decoder_keep(decoder, bytes, length);
    length = decoder->token_length;
    decoder->token_length = 0;
    return dsi_parser_feed(&decoder->parser, decoder->token, length, start);
}

/* Whole tokens go to the parser; what begins a token waits for its end. */
static bool decoder_feed(dsi_decoder *decoder, const unsigned char *bytes,
                         size_t length)
{
    uint64_t offset = decoder->guard.offset;
    dsi_scan scan = dsi_guard_scan(&decoder->guard, bytes, length);
    size_t done = scan.closed;

    if (done > 0 && !decoder_parse_token(decoder, bytes, done, offset)) {
        return false;
    }
    if (scan.whole > done && !dsi_parser_feed(&decoder->parser, bytes + done,
                                              scan.whole - done, offset + done)) {
        return false;
    }
    if (scan.code != DSI_OK) {
        return decoder_fail(decoder, &scan);
    }
    if (scan.whole < length) {
        decoder_keep(decoder, bytes + scan.whole, length - scan.whole);
    }
    return true;
}

/* Bytes over max_bytes are not kept: how many of them a chunk has must not matter. */
static void decoder_keep_raw(dsi_decoder *decoder, const unsigned char *bytes,
                             size_t length)
{
    dsi_raw *raw = &decoder->raw;
    uint64_t most = decoder->guard.limits.max_bytes;
    size_t room = (most < DSI_RAW_MESSAGE_MAX ? (size_t)most : DSI_RAW_MESSAGE_MAX) -
                  raw->length;
    size_t kept = length < room ? length : room;

    memcpy(raw->text + raw->length, bytes, kept);
    raw->length += kept;
    raw->offered += length;
}

/*
 * A body that cannot be read is no error where any body is an answer: the fault is put
 * beside the text. What dsi did wrong stays an error.
 */
static bool decoder_excuse(dsi_decoder *decoder)
{
    dsi_error *error = &decoder->build.error;

    if (!decoder->plan->any_body || error->code == DSI_E_INTERNAL) {
        return false;
    }
    decoder->unread = (dsi_unread){.code = error->code, .offset = error->offset};
    dsi_error_set(error, DSI_OK, 0, 0);
    return true;
}

/* Unread text is not looked at, but it is not endless either. */
static bool decoder_wants_more(const dsi_decoder *decoder)
{
    return decoder->unread.code == DSI_OK ||
           decoder->raw.offered <= decoder->guard.limits.max_bytes;
}

/* The caller is at fault. Until now there was no error, or this one; a call that is
 * under way ends with it, too. */
static bool decoder_misused(dsi_decoder *decoder, dsi_code code)
{
    dsi_error_set(&decoder->build.error, code, 0, 0);
    return false;
}

static bool decoder_is_good(const dsi_decoder *decoder)
{
    return decoder->build.error.code == DSI_OK;
}

/* Keeps and parses a chunk. */
static bool decoder_take(dsi_decoder *decoder, const unsigned char *bytes,
                         size_t length)
{
    bool good = true;

    dsi_red_zones_close(decoder);
    if (decoder->raw.text != NULL) {
        decoder_keep_raw(decoder, bytes, length);
    }
    if (decoder->unread.code == DSI_OK) {
        decoder->in_call = true;
        good = decoder_feed(decoder, bytes, length);
        decoder->in_call = false;
    }
    dsi_red_zones_open(decoder);
    return good;
}

bool dsi_feed(dsi_decoder *decoder, const void *bytes, size_t length)
{
    if (decoder == NULL || decoder->finished) {
        return false;
    }
    if (decoder->in_call) {
        return decoder_misused(decoder, DSI_E_REENTRY);
    }
    if (length == 0 || !decoder_is_good(decoder)) {
        return decoder_is_good(decoder) && decoder_wants_more(decoder);
    }
    if (bytes == NULL) {
        return decoder_misused(decoder, DSI_E_ARGUMENT);
    }
    return (decoder_take(decoder, bytes, length) || decoder_excuse(decoder)) &&
           decoder_wants_more(decoder);
}

/* ------------------------------------------------------------------------ finish */

/* No byte at all or, where any body is an answer, none but white space. */
static bool decoder_is_empty(const dsi_decoder *decoder)
{
    const dsi_guard *guard = &decoder->guard;
    bool blank = guard->depth == 0 && dsi_guard_finish(guard) != DSI_OK;

    return decoder->plan->empty_is_object &&
           (guard->offset == 0 || (blank && decoder->plan->any_body));
}

/* Is the document whole? */
static void decoder_end(dsi_decoder *decoder)
{
    dsi_scan scan = {.code = dsi_guard_finish(&decoder->guard),
                     .offset = decoder->guard.offset};

    decoder->finished = true;
    if (!decoder_is_good(decoder) || decoder->unread.code != DSI_OK ||
        decoder_is_empty(decoder)) {
        return;
    }
    if (scan.code != DSI_OK) {
        (void)decoder_fail(decoder, &scan);
        (void)decoder_excuse(decoder);
    } else {
        dsi_parser_finish(&decoder->parser, scan.offset);
    }
}

void *dsi_decoder_finish(dsi_decoder *decoder, const dsi_plan *plan, dsi_error *error)
{
    if (decoder == NULL) {
        return NULL;
    }
    if (decoder->plan != plan) {
        dsi_error_set(error, DSI_E_ARGUMENT, 0, 0);
        return NULL;
    }
    if (decoder->in_call) {
        (void)decoder_misused(decoder, DSI_E_REENTRY);
    } else if (!decoder->finished) {
        dsi_red_zones_close(decoder);
        decoder_end(decoder);
        dsi_red_zones_open(decoder);
    }
    if (!decoder_is_good(decoder)) {
        if (error != NULL) {
            *error = decoder->build.error;
        }
        return NULL;
    }
    dsi_error_set(error, DSI_OK, 0, 0);
    if (decoder->unread.code != DSI_OK) {
        memset(decoder->object, 0, plan->type->size);
    }
    return decoder->object;
}
