#include "codec/decoder.h"

#include "schema/service_error.h"

#include <string.h>

_Static_assert(DSI_MAX_DEPTH_MAX == DSI_DEPTH_MAX, "one bound for both directions");

/* The least room for results. */
#define ARENA_MIN 4096

/* How each part is read. */
typedef struct decoder_manner {
    dsi_build_rules rules;
    bool empty_is_object; /* no byte at all is the same as {} */
    bool any_body;        /* a body that cannot be read is kept as text: no error */
} decoder_manner;

/* A client must be able to take what a service sends, and any error of a front end. */
static const decoder_manner manners[] = {
    [DSI_PART_INPUT] = {.any_body = false},
    [DSI_PART_OUTPUT] = {.rules = {.null_items = true}, .empty_is_object = true},
    [DSI_PART_ERROR] = {.rules = {.null_items = true, .lenient = true},
                        .empty_is_object = true,
                        .any_body = true}};

static const dsi_type *decoder_type(dsi_goal goal)
{
    const dsi_type *const types[] = {[DSI_PART_INPUT] = goal.operation->input,
                                     [DSI_PART_OUTPUT] = goal.operation->output,
                                     [DSI_PART_ERROR] = &dsi_shape_error_body};

    return types[goal.part];
}

static const decoder_manner *decoder_manner_of(const dsi_decoder *decoder)
{
    return &manners[decoder->goal.part];
}

/* ------------------------------------------------------------------- the block */

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

static size_t decoder_round(size_t size)
{
    size_t unit = _Alignof(max_align_t);

    return (size + unit - 1) / unit * unit;
}

/* The rooms of a block behind the decoder, in bytes. */
typedef struct decoder_rooms {
    size_t frames;
    size_t token; /* an open one and, behind a number, the byte that ends it */
    size_t parser;
    size_t raw; /* terminated */
} decoder_rooms;

/* For limits that are resolved. */
static decoder_rooms decoder_divide(const dsi_limits *limits)
{
    return (decoder_rooms){
        .frames = decoder_round(limits->max_depth * sizeof(dsi_build_frame)),
        .token = decoder_round(limits->max_token + 1),
        .parser = dsi_parser_memory(limits->max_token),
        .raw = decoder_round(DSI_RAW_MESSAGE_MAX + 1)};
}

/* The least block. */
static size_t decoder_needed(const decoder_rooms *rooms)
{
    return _Alignof(max_align_t) - 1 + decoder_round(sizeof(dsi_decoder)) +
           rooms->frames + rooms->token + rooms->parser + rooms->raw + ARENA_MIN;
}

size_t dsi_decoder_size(const dsi_limits *limits)
{
    dsi_limits resolved;
    decoder_rooms rooms;

    if (!decoder_resolve(limits, &resolved)) {
        return 0;
    }
    rooms = decoder_divide(&resolved);
    return decoder_needed(&rooms);
}

/* The first place in the block that is aligned for any type. */
static char *decoder_align(char *block)
{
    return block + (decoder_round((uintptr_t)block) - (uintptr_t)block);
}

/* Lays the block out; it is large enough. Results lie behind everything else. */
static dsi_decoder *decoder_lay_out(char *block, size_t size,
                                    const decoder_rooms *rooms, dsi_goal goal)
{
    const dsi_type *type = decoder_type(goal);
    bool any_body = manners[goal.part].any_body;
    char *next = decoder_align(block);
    dsi_decoder *decoder = (dsi_decoder *)(void *)next;
    dsi_build_frame *frames;

    next += decoder_round(sizeof *decoder);
    frames = (dsi_build_frame *)(void *)next;
    next += rooms->frames;
    decoder->token = (unsigned char *)next;
    decoder->token_length = 0;
    next += rooms->token;
    dsi_parser_begin(&decoder->parser, next, rooms->parser, &decoder->build);
    next += rooms->parser;
    decoder->raw = (dsi_raw){.text = any_body ? next : NULL};
    next += any_body ? rooms->raw : 0;
    decoder->arena = (dsi_arena){.bottom = next, .top = block + size};
    decoder->object = dsi_arena_take(&decoder->arena, type->size);
    dsi_build_begin(&decoder->build, type, decoder->object, frames, &decoder->arena);
    return decoder;
}

static void decoder_on_unknown(void *context, dsi_string name);

dsi_decoder *dsi_decoder_begin(void *block, size_t size, dsi_goal goal,
                               const dsi_decode_options *options, dsi_error *error)
{
    static const dsi_decode_options defaults = {.strict = false};
    const dsi_decode_options *chosen = options != NULL ? options : &defaults;
    dsi_limits limits;
    decoder_rooms rooms;
    dsi_decoder *decoder;

    if (block == NULL || !decoder_resolve(&chosen->limits, &limits)) {
        dsi_error_set(error, DSI_E_ARGUMENT, 0, 0);
        return NULL;
    }
    rooms = decoder_divide(&limits);
    if (size < decoder_needed(&rooms)) {
        dsi_error_set(error, DSI_E_BLOCK_SIZE, size, decoder_needed(&rooms));
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

/* Every error of a decode is written here, once. */
static bool decoder_fail(dsi_decoder *decoder, dsi_code code, uint64_t offset,
                         const dsi_build_fault *numbers)
{
    dsi_error *error = &decoder->error;

    error->code = code;
    error->offset = offset;
    error->limit = numbers->limit;
    error->actual = numbers->actual;
    dsi_build_path(&decoder->build, error->path, sizeof error->path);
    return false;
}

static bool decoder_fail_scan(dsi_decoder *decoder, const dsi_scan *scan)
{
    const dsi_build_fault numbers = {.limit = scan->limit};

    if (decoder->guard.in_token || scan->code == DSI_E_MAX_DEPTH) {
        dsi_build_item(&decoder->build); /* the fault is in a value that has begun */
    }
    return decoder_fail(decoder, scan->code, scan->offset, &numbers);
}

static bool decoder_is_bracket(unsigned char byte)
{
    return byte == '{' || byte == '}' || byte == '[' || byte == ']';
}

/*
 * Where the token that ends before `end` begins. The guard knows where an open token began,
 * so a copy of it from before the chunk reads on up to the token's last byte. The ends that
 * are asked for in a chunk grow, so all of it is read at most once more.
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

/* Hands tokens that begin at `start` of the message to the parser. */
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
        &decoder->build.fault);
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
    return decoder_parse(decoder, decoder->token, length, start);
}

/* Whole tokens go to the parser; what begins a token waits for its end. */
static bool decoder_feed(dsi_decoder *decoder, const unsigned char *bytes,
                         size_t length)
{
    uint64_t offset = decoder->guard.offset;
    dsi_scan scan;
    size_t done;

    decoder->trail = (dsi_trail){.guard = decoder->guard, .unread = bytes};
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

/* A member that is not known: its name is the token that the parser is at. */
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
 * beside the text. What the caller or dsi did wrong stays an error.
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

/* Unread text is not looked at, but it is not endless either. */
static bool decoder_wants_more(const dsi_decoder *decoder)
{
    return decoder->unread.code == DSI_OK ||
           decoder->raw.offered <= decoder->guard.limits.max_bytes;
}

/*
 * The caller is at fault. Only DSI_OK or this same code is overwritten. A feed that is
 * running stops with it.
 */
static bool decoder_misused(dsi_decoder *decoder, dsi_code code)
{
    dsi_error_set(&decoder->error, code, 0, 0);
    decoder->build.fault.code = code;
    return false;
}

static bool decoder_is_good(const dsi_decoder *decoder)
{
    return decoder->error.code == DSI_OK;
}

bool dsi_feed(dsi_decoder *decoder, const void *bytes, size_t length)
{
    bool good = true;

    if (decoder == NULL || decoder->finished) {
        return false;
    }
    if (decoder->in_call) {
        return decoder_misused(decoder, DSI_E_REENTRY);
    }
    if (length == 0 || !decoder_is_good(decoder)) {
        return decoder_is_good(decoder);
    }
    if (bytes == NULL) {
        return decoder_misused(decoder, DSI_E_ARGUMENT);
    }
    if (decoder->raw.text != NULL) {
        decoder_keep_raw(decoder, bytes, length);
    }
    if (decoder->unread.code == DSI_OK) {
        decoder->in_call = true;
        good = decoder_feed(decoder, bytes, length);
        decoder->in_call = false;
    }
    return (good || decoder_excuse(decoder)) && decoder_wants_more(decoder);
}

/* ------------------------------------------------------------------------ finish */

/* Is the document whole? */
static void decoder_end(dsi_decoder *decoder)
{
    dsi_scan scan = {.code = dsi_guard_finish(&decoder->guard),
                     .offset = decoder->guard.offset};

    decoder->finished = true;
    if (!decoder_is_good(decoder) || decoder->unread.code != DSI_OK ||
        (decoder->guard.offset == 0 && decoder_manner_of(decoder)->empty_is_object)) {
        return;
    }
    if (scan.code != DSI_OK) {
        (void)decoder_fail_scan(decoder, &scan);
        (void)decoder_excuse(decoder);
    } else if (!decoder->build.ended) { /* nothing but a number's end could be left */
        (void)decoder_fail(decoder, DSI_E_INTERNAL, scan.offset, &decoder->build.fault);
    }
}

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
        decoder_end(decoder);
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
