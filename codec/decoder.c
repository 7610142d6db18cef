/*
 * codec/decoder.c - the life of a decode.
 *
 *     1. begin: dsi_decoder_begin resolves the limits and divides the block
 *        (codec/rooms.h). All memory is reserved before the first byte is read.
 *     2. feed: dsi_feed keeps the raw text of a service error, then codec/chunk.c reads
 *        the chunk. The first error sticks, and later chunks are ignored. For a service
 *        error, decoder_excuse moves it to `unread`.
 *     3. finish: dsi_decoder_finish asks the guard whether the document is whole, and
 *        returns the struct. Of an answer, codec/answer.c makes the typed one.
 *
 * Guard, parser and build return codes and numbers. Only dsi_chunk_fail writes the
 * error.
 */
#include "codec/decoder.h"

#include "codec/chunk.h"
#include "codec/direct/direct.h"
#include "codec/red_zones.h"
#include "codec/rooms.h"
#include "schema/service_error.h"

#include <string.h>

_Static_assert(DSI_MAX_DEPTH_MAX == DSI_DEPTH_MAX, "one bound for both directions");

/* How a part of an operation is read. */
typedef struct decoder_manner {
    dsi_build_rules rules;
    bool empty_is_object; /* an empty body is read as {} */
    bool any_body;        /* a body that cannot be read is kept as text */
} decoder_manner;

/*
 * A server is strict with requests. A client takes nulls in lists, because services
 * send them, and an empty body, as the protocol asks. It takes any body of a service
 * error: the status must not be lost to a proxy's HTML.
 */
static const decoder_manner manners[] = {
    [DSI_PART_INPUT] = {.any_body = false},
    [DSI_PART_OUTPUT] = {.rules = {.null_items = true}, .empty_is_object = true},
    [DSI_PART_ERROR] = {.rules = {.null_items = true, .lenient = true},
                        .empty_is_object = true,
                        .any_body = true}};

static const dsi_type *decoder_type(const dsi_goal *goal)
{
    if (goal->part == DSI_PART_ERROR) {
        return &dsi_shape_error_body;
    }
    return goal->part == DSI_PART_INPUT ? goal->operation->input
                                        : goal->operation->output;
}

static const decoder_manner *decoder_manner_of(const dsi_decoder *decoder)
{
    return &manners[decoder->part];
}

/* ----------------------------------------------------------------------- begin */

/*
 * Puts the defaults where there is 0. False if a limit is out of range: then a size of
 * the block could wrap around, or yajl could leave its bounds.
 */
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

static size_t decoder_least(size_t left, size_t right)
{
    return left < right ? left : right;
}

/*
 * As much as the limits allow; an open token may have the byte that ends a number. But
 * a body that is at hand has no token that is longer than itself, no more levels than
 * bytes, and is one chunk.
 */
static dsi_reserve decoder_reserve(const dsi_limits *limits, const dsi_goal *goal)
{
    dsi_reserve reserve = {.depth = limits->max_depth,
                           .token = limits->max_token,
                           .open = limits->max_token + 1,
                           .raw = DSI_RAW_MESSAGE_MAX};

    if (goal->at_hand != 0) {
        reserve.depth = decoder_least(reserve.depth, goal->at_hand);
        reserve.token = decoder_least(reserve.token, goal->at_hand);
        reserve.open = 0;
        reserve.raw = manners[goal->part].any_body
                          ? decoder_least(reserve.raw, goal->at_hand)
                          : 0;
    }
    return reserve;
}

size_t dsi_decoder_size(const dsi_limits *limits)
{
    const dsi_goal any = {.at_hand = 0};
    dsi_limits resolved;
    dsi_reserve reserve;
    dsi_rooms rooms;

    if (!decoder_resolve(limits, &resolved)) {
        return 0;
    }
    reserve = decoder_reserve(&resolved, &any);
    rooms = dsi_rooms_divide(&reserve);
    return dsi_rooms_block(&rooms);
}

/*
 * Takes the structs that the decode fills; an output lies in its answer. They fit: the
 * smallest block has room for the structs of any shape.
 */
static void decoder_take_structs(dsi_decoder *decoder, const dsi_goal *goal)
{
    const dsi_answer_layout *answer = &goal->operation->answer;

    decoder->answer = NULL;
    if (goal->part != DSI_PART_INPUT) {
        decoder->answer = dsi_arena_take(&decoder->arena, answer->size);
    }
    decoder->object = goal->part == DSI_PART_OUTPUT
                          ? (char *)decoder->answer + answer->output
                          : dsi_arena_take(&decoder->arena, decoder_type(goal)->size);
}

/*
 * Moves into the block, which is large enough. Without raw text its room belongs to the
 * results.
 */
static dsi_decoder *decoder_lay_out(char *block, size_t size, const dsi_rooms *rooms,
                                    const dsi_goal *goal)
{
    bool any_body = manners[goal->part].any_body;
    char *begin = dsi_rooms_begin(block);
    char *raw = begin + rooms->raw.at;
    char *results = any_body ? begin + rooms->results : raw;
    dsi_decoder *decoder = (dsi_decoder *)(void *)begin;

    decoder->token = (unsigned char *)begin + rooms->token.at;
    decoder->token_length = 0;
    dsi_parser_begin(&decoder->parser, begin + rooms->parser.at, rooms->parser.size,
                     &decoder->build);
    decoder->raw = (dsi_raw){.text = any_body ? raw : NULL};
    decoder->arena = (dsi_arena){.bottom = results, .top = block + size};
    decoder_take_structs(decoder, goal);
    dsi_build_begin(&decoder->build, decoder_type(goal), decoder->object,
                    (dsi_build_frame *)(void *)(begin + rooms->frames.at),
                    &decoder->arena);
    return decoder;
}

/*
 * Divides the block. If the body of a service error is at hand, and the block too small
 * for what the body could need, less is reserved: first for the longest token, then for
 * depth, last for the text. What exceeds that is over a limit, or cut. So the status is
 * not lost to it.
 */
static dsi_rooms decoder_divide(dsi_limits *limits, const dsi_goal *goal, size_t size,
                                dsi_reserve *reserve)
{
    size_t *const parts[] = {&reserve->token, &reserve->depth, &reserve->raw};
    bool may_lack = goal->at_hand != 0 && manners[goal->part].any_body;
    dsi_rooms rooms;

    *reserve = decoder_reserve(limits, goal);
    rooms = dsi_rooms_divide(reserve);
    for (size_t i = 0; may_lack && i < sizeof parts / sizeof *parts; i++) {
        while (size < dsi_rooms_block(&rooms) && *parts[i] > 1) {
            *parts[i] /= 2;
            rooms = dsi_rooms_divide(reserve);
        }
    }
    limits->max_token = decoder_least(limits->max_token, reserve->token);
    limits->max_depth = decoder_least(limits->max_depth, reserve->depth);
    return rooms;
}

/*
 * Every member of the decoder is set here or in decoder_lay_out. The block is the
 * caller's, and holds anything before. Three members are set by others: the head by
 * answer.c, the sink by the operation, and the trail by each chunk.
 */
dsi_decoder *dsi_decoder_begin(void *block, size_t size, const dsi_goal *goal,
                               const dsi_decode_options *options, dsi_error *error)
{
    static const dsi_decode_options defaults = {.strict = false};
    const dsi_decode_options *chosen = options != NULL ? options : &defaults;
    dsi_limits limits;
    dsi_reserve reserve;
    dsi_rooms rooms;
    dsi_decoder *decoder;

    if (block == NULL || !decoder_resolve(&chosen->limits, &limits)) {
        dsi_error_set(error, DSI_E_ARGUMENT, 0, 0);
        return NULL;
    }
    rooms = decoder_divide(&limits, goal, size, &reserve);
    if (size < dsi_rooms_block(&rooms)) {
        dsi_error_set(error, DSI_E_BLOCK_SIZE, size, dsi_rooms_block(&rooms));
        return NULL;
    }
    decoder = decoder_lay_out(block, size, &rooms, goal);
    decoder->operation = goal->operation;
    decoder->part = goal->part;
    decoder->unread = (dsi_unread){.code = DSI_OK};
    decoder->reserve = reserve;
    decoder->direct = DSI_DIRECT_IS_BUILT;
    decoder->read_directly = 0;
    decoder->in_call = false;
    decoder->finished = false;
    decoder->build.rules = manners[goal->part].rules;
    decoder->build.rules.strict = chosen->strict && !decoder->build.rules.lenient;
    decoder->unknown = chosen->unknown;
    if (chosen->unknown.found != NULL) {
        decoder->build.unknown = (dsi_build_unknown){.found = dsi_chunk_on_unknown,
                                                     .context = decoder};
    }
    dsi_error_set(&decoder->error, DSI_OK, 0, 0);
    decoder->item = (dsi_item_track){.length = 0};
    dsi_guard_begin(&decoder->guard, &limits);
    dsi_error_set(error, DSI_OK, 0, 0);
    return decoder;
}

void dsi_decoder_hand_over(dsi_decoder *decoder,
                           bool (*take)(void *context, const void *item), void *context)
{
    const dsi_operation *operation = decoder->operation;

    decoder->build.taker = (dsi_taker){
        .list = operation->streamed, .take = take, .context = context};
    if (DSI_DIRECT_IS_BUILT && decoder->part == DSI_PART_OUTPUT) {
        dsi_guard_pause(&decoder->guard, DSI_PAUSE_AT_LISTS);
    }
}

/* -------------------------------------------------------------------- the feed */

/*
 * Keeps the first bytes of a body that may turn out to be no JSON. Bytes over max_bytes
 * are not kept, so it does not matter how many of them a chunk has. `offered` counts
 * them all.
 */
static void decoder_keep_raw(dsi_decoder *decoder, const unsigned char *bytes,
                             size_t length)
{
    dsi_raw *raw = &decoder->raw;
    uint64_t most = decoder->guard.limits.max_bytes;
    size_t reserved = decoder->reserve.raw;
    size_t room = (most < reserved ? (size_t)most : reserved) - raw->length;
    size_t kept = length < room ? length : room;

    memcpy(raw->text + raw->length, bytes, kept);
    raw->length += kept;
    raw->offered += length;
}

/*
 * A body that cannot be read is not an error where any body is allowed: code and offset
 * go beside the text, and the decode goes on without the parser. An error of the caller
 * or of dsi stays an error.
 */
static bool decoder_excuse(dsi_decoder *decoder)
{
    dsi_error *error = &decoder->error;
    dsi_band band = dsi_code_band(error->code);

    if (!decoder_manner_of(decoder)->any_body || band == DSI_BAND_USAGE ||
        band == DSI_BAND_INTERNAL) {
        return false;
    }
    decoder->unread = (dsi_unread){.code = error->code, .offset = error->offset};
    dsi_error_set(error, DSI_OK, 0, 0);
    return true;
}

/*
 * More of an unread body is counted and not parsed, up to max_bytes: no transfer is
 * endless.
 */
static bool decoder_wants_more(const dsi_decoder *decoder)
{
    return decoder->unread.code == DSI_OK ||
           decoder->raw.offered <= decoder->guard.limits.max_bytes;
}

/*
 * The caller made the mistake. Only DSI_OK or this same code is overwritten. A feed
 * that is running stops with it, because the build has an error then.
 */
static bool decoder_misused(dsi_decoder *decoder, dsi_code code)
{
    dsi_error_set(&decoder->error, code, 0, 0);
    decoder->build.error.code = code;
    return false;
}

static bool decoder_is_good(const dsi_decoder *decoder)
{
    return decoder->error.code == DSI_OK;
}

/*
 * Keeps and parses a chunk. `in_call` is set while functions of the caller's may run,
 * so a call of this decoder from one of them is recognised. The red zones are closed
 * only meanwhile.
 */
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
        good = dsi_chunk_feed(decoder, bytes, length);
        decoder->in_call = false;
    }
    dsi_red_zones_open(decoder);
    return good;
}

/*
 * An empty chunk is looked at before its pointer, which may be NULL then. After an
 * error, bytes are neither kept nor counted.
 */
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

/*
 * Whether a document that is not whole counts as {}: an empty body. Where any body is
 * allowed, one of white space only counts as well.
 */
static bool decoder_is_empty(const dsi_decoder *decoder)
{
    const decoder_manner *manner = decoder_manner_of(decoder);
    const dsi_guard *guard = &decoder->guard;

    return manner->empty_is_object &&
           (guard->offset == 0 || (manner->any_body && guard->depth == 0));
}

/*
 * Decides once whether the document is whole. If the guard says so and the build does
 * not, a token got lost between them: a bug of dsi.
 */
static void decoder_end(dsi_decoder *decoder)
{
    dsi_scan scan = {.code = dsi_guard_finish(&decoder->guard),
                     .offset = decoder->guard.offset};

    decoder->finished = true;
    if (!decoder_is_good(decoder) || decoder->unread.code != DSI_OK) {
        return;
    }
    if (scan.code == DSI_OK) {
        if (!decoder->build.ended) {
            (void)dsi_chunk_fail(decoder, DSI_E_INTERNAL, scan.offset,
                                 &decoder->build.error);
        }
    } else if (!decoder_is_empty(decoder)) {
        (void)dsi_chunk_fail_scan(decoder, &scan);
        (void)decoder_excuse(decoder);
    }
}

/*
 * The first call decides, and later ones return the same. An unread body may have
 * filled some members before its error. They are cleared, so that no half of it is
 * used.
 */
void *dsi_decoder_finish(dsi_decoder *decoder, const dsi_goal *goal, dsi_error *error)
{
    if (decoder == NULL) {
        return NULL;
    }
    if (decoder->operation != goal->operation || decoder->part != goal->part) {
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
            *error = decoder->error;
        }
        return NULL;
    }
    dsi_error_set(error, DSI_OK, 0, 0);
    if (decoder->unread.code != DSI_OK) {
        memset(decoder->object, 0, decoder_type(goal)->size);
    }
    return decoder->object;
}

void *dsi_decoder_decode(void *block, size_t size, const dsi_goal *goal,
                         dsi_string body, const dsi_decode_options *options,
                         dsi_error *error)
{
    const dsi_goal whole = {
        .operation = goal->operation, .part = goal->part, .at_hand = body.length + 1};
    dsi_decoder *decoder = dsi_decoder_begin(block, size, &whole, options, error);

    (void)dsi_feed(decoder, body.data, body.length);
    return dsi_decoder_finish(decoder, goal, error);
}

/* ------------------------------------------------------------------------- bound */

/* The rooms for the body, and what each byte of it can cost. */
size_t dsi_decoder_bound(const dsi_goal *goal, size_t length, const dsi_limits *limits)
{
    const dsi_goal whole = {
        .operation = goal->operation, .part = goal->part, .at_hand = length + 1};
    size_t most = dsi_type_cost(decoder_type(goal));
    dsi_limits resolved;
    dsi_reserve reserve;
    dsi_rooms rooms;

    if (!decoder_resolve(limits, &resolved) || length > SIZE_MAX / 2 / most) {
        return 0;
    }
    reserve = decoder_reserve(&resolved, &whole);
    rooms = dsi_rooms_divide(&reserve);
    return dsi_rooms_block(&rooms) + length * most;
}
