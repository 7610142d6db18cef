/*
 * codec/decoder.c - the life of a decode.
 *
 *     1. begin: dsi_decoder_begin resolves the limits and divides the block
 *        (codec/rooms.h). All memory is reserved before the first byte is read.
 *     2. feed: dsi_feed keeps the raw text of a service error, then decoder_feed scans
 *        the chunk with the guard.
 *     3. scan: the guard says how many bytes end a token that an earlier chunk began,
 *        how many form whole tokens, and what is wrong after these.
 *     4. build: whole tokens go to yajl, and yajl's events to the build, which fills
 *        the struct. An error of shape is found before an error of syntax further on,
 *        so the first error in the message is the one reported.
 *     5. keep: the bytes after the last whole token wait in the block for their end.
 *     6. error: decoder_fail writes code, place and path, once. Later chunks are
 *        ignored. For a service error, decoder_excuse moves it to `unread`.
 *     7. finish: dsi_decoder_finish asks the guard whether the document is whole, and
 *        returns the struct. Of an answer, codec/answer.c makes the typed one.
 *
 * Guard, parser and build return codes and numbers. Only this file writes the error.
 */
#include "codec/decoder.h"

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

static const dsi_type *decoder_type(dsi_goal goal)
{
    if (goal.part == DSI_PART_ERROR) {
        return &dsi_shape_error_body;
    }
    return goal.part == DSI_PART_INPUT ? goal.operation->input : goal.operation->output;
}

static const decoder_manner *decoder_manner_of(const dsi_decoder *decoder)
{
    return &manners[decoder->goal.part];
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

/*
 * Moves into the block, which is large enough. Without raw text its room belongs to the
 * results. The object fits: the smallest block has room for any shape's struct.
 */
static dsi_decoder *decoder_lay_out(char *block, size_t size, const dsi_rooms *rooms,
                                    dsi_goal goal)
{
    const dsi_type *type = decoder_type(goal);
    bool any_body = manners[goal.part].any_body;
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
    decoder->object = dsi_arena_take(&decoder->arena, type->size);
    dsi_build_begin(&decoder->build, type, decoder->object,
                    (dsi_build_frame *)(void *)(begin + rooms->frames.at),
                    &decoder->arena);
    return decoder;
}

static void decoder_on_unknown(void *context, dsi_string name);

/*
 * Every member of the decoder is set here or in decoder_lay_out. The block is the
 * caller's, and holds anything before. Two members are set by others: the head by
 * answer.c, and the trail by each chunk.
 */
dsi_decoder *dsi_decoder_begin(void *block, size_t size, dsi_goal goal,
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
    decoder = decoder_lay_out(block, size, &rooms, goal);
    decoder->goal = goal;
    decoder->answer = NULL;
    decoder->unread = (dsi_unread){.code = DSI_OK};
    decoder->in_call = false;
    decoder->finished = false;
    decoder->build.rules = manners[goal.part].rules;
    decoder->build.rules.strict = chosen->strict && !decoder->build.rules.lenient;
    decoder->unknown = chosen->unknown;
    if (chosen->unknown.found != NULL) {
        decoder->build.unknown = (dsi_build_unknown){.found = decoder_on_unknown,
                                                     .context = decoder};
    }
    dsi_error_set(&decoder->error, DSI_OK, 0, 0);
    dsi_guard_begin(&decoder->guard, &limits);
    dsi_error_set(error, DSI_OK, 0, 0);
    return decoder;
}

/* -------------------------------------------------------------------- the feed */

/* Writes the error of a decode. The build stands still, so its path names the place. */
static bool decoder_fail(dsi_decoder *decoder, dsi_code code, uint64_t offset,
                         const dsi_build_error *numbers)
{
    dsi_error *error = &decoder->error;

    error->code = code;
    error->offset = offset;
    error->limit = numbers->limit;
    error->actual = numbers->actual;
    dsi_build_path(&decoder->build, error->path, sizeof error->path);
    return false;
}

/*
 * An error of the guard. The build does not know of a value that is not whole yet. If
 * the error is in a token or at a bracket, such a value has begun, and gets its index.
 */
static bool decoder_fail_scan(dsi_decoder *decoder, const dsi_scan *scan)
{
    const dsi_build_error numbers = {.limit = scan->limit};

    if (decoder->guard.in_token || scan->code == DSI_E_MAX_DEPTH) {
        dsi_build_item(&decoder->build);
    }
    return decoder_fail(decoder, scan->code, scan->offset, &numbers);
}

static bool decoder_is_bracket(unsigned char byte)
{
    return byte == '{' || byte == '}' || byte == '[' || byte == ']';
}

/*
 * Where the token that ends before `end` begins. yajl knows only where a token ends,
 * and the guard only where the open token began. So a copy of the guard from before the
 * chunk reads on up to the last byte of the token. A bracket is a token of one byte.
 * The ends that are asked for in a chunk grow, so each of its bytes is read at most
 * once more, and the time stays linear.
 */
static uint64_t decoder_token_start(dsi_decoder *decoder, uint64_t end)
{
    dsi_guard *trail = &decoder->trail.guard;
    const unsigned char *unread = decoder->trail.unread;
    uint64_t last = end - 1;
    size_t ahead = last > trail->offset ? (size_t)(last - trail->offset) : 0;

    if (ahead > 0) {
        (void)dsi_guard_scan(trail, unread, ahead);
        decoder->trail.unread = unread + ahead;
    }
    if (last == trail->offset && decoder_is_bracket(*decoder->trail.unread)) {
        return last;
    }
    return trail->in_token ? trail->token_start : last;
}

/*
 * Hands tokens that begin at `start` of the message to the parser. An error of the
 * build is at the first byte of its token; of DSI_E_INTERNAL only the end is known.
 */
static bool decoder_parse(dsi_decoder *decoder, const unsigned char *bytes,
                          size_t length, uint64_t start)
{
    dsi_code code;
    uint64_t end;

    decoder->trail.parsed = start;
    code = dsi_parser_feed(&decoder->parser, bytes, length);
    if (code == DSI_OK) {
        return true;
    }
    end = start + dsi_parser_end(&decoder->parser);
    return decoder_fail(
        decoder, code, code == DSI_E_INTERNAL ? end : decoder_token_start(decoder, end),
        &decoder->build.error);
}

/*
 * Keeps bytes of an open token. They fit: the guard lets at most max_token bytes and
 * the byte after a number pass, and the room has max_token + 1.
 */
static void decoder_keep(dsi_decoder *decoder, const unsigned char *bytes,
                         size_t length)
{
    memcpy(decoder->token + decoder->token_length, bytes, length);
    decoder->token_length += length;
}

/*
 * Hands on the token that earlier chunks began and this one ends. After that the room
 * of the open token is free again.
 */
static bool decoder_parse_token(dsi_decoder *decoder, const unsigned char *bytes,
                                size_t length, uint64_t offset)
{
    uint64_t start = offset - decoder->token_length;

    decoder_keep(decoder, bytes, length);
    length = decoder->token_length;
    decoder->token_length = 0;
    return decoder_parse(decoder, decoder->token, length, start);
}

/*
 * Takes a chunk apart: the end of the open token, whole tokens, the beginning of a
 * token. The tokens come before the guard's own error, since they stand before it.
 */
static bool decoder_feed(dsi_decoder *decoder, const unsigned char *bytes,
                         size_t length)
{
    uint64_t offset = decoder->guard.offset;
    dsi_scan scan;
    size_t done;

    decoder->trail.guard = decoder->guard;
    decoder->trail.unread = bytes;
    scan = dsi_guard_scan(&decoder->guard, bytes, length);
    done = scan.closed;
    if (done > 0 && !decoder_parse_token(decoder, bytes, done, offset)) {
        return false;
    }
    if (scan.whole > done &&
        !decoder_parse(decoder, bytes + done, scan.whole - done, offset + done)) {
        return false;
    }
    if (scan.code != DSI_OK) {
        return decoder_fail_scan(decoder, &scan);
    }
    if (scan.whole < length) {
        decoder_keep(decoder, bytes + scan.whole, length - scan.whole);
    }
    return true;
}

/*
 * The build has found a member that no row has. Its name is the token that the parser
 * is at, which gives the offset. The path is made on the stack: it is valid in the call
 * only.
 */
static void decoder_on_unknown(void *context, dsi_string name)
{
    dsi_decoder *decoder = context;
    char path[DSI_PATH_MAX];
    uint64_t end = decoder->trail.parsed + dsi_parser_end(&decoder->parser);
    const dsi_unknown_member member = {
        .path = path, .name = name, .offset = decoder_token_start(decoder, end)};

    dsi_build_path(&decoder->build, path, sizeof path);
    decoder->unknown.found(decoder->unknown.context, &member);
}

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
    size_t room = (most < DSI_RAW_MESSAGE_MAX ? (size_t)most : DSI_RAW_MESSAGE_MAX) -
                  raw->length;
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
 * The caller made the mistake. Only DSI_OK or this same code is overwritten. A feed that is
 * running stops with it, because the build has an error then.
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
        good = decoder_feed(decoder, bytes, length);
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
            (void)decoder_fail(decoder, DSI_E_INTERNAL, scan.offset,
                               &decoder->build.error);
        }
    } else if (!decoder_is_empty(decoder)) {
        (void)decoder_fail_scan(decoder, &scan);
        (void)decoder_excuse(decoder);
    }
}

/*
 * The first call decides, and later ones return the same. An unread body may have
 * filled some members before its error. They are cleared, so that no half of it is
 * used.
 */
void *dsi_decoder_finish(dsi_decoder *decoder, dsi_goal goal, dsi_error *error)
{
    if (decoder == NULL) {
        return NULL;
    }
    if (decoder->goal.operation != goal.operation || decoder->goal.part != goal.part) {
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
