/*
 * codec/chunk.c - what becomes of a chunk.
 *
 *     1. If the message begins and ends in this chunk, it is read directly.
 *     2. Before an item that is handed over, the guard pauses. An item that ends in the
 *        chunk is read directly, and yajl does not see it. If no comma follows, yajl
 *        is shown an empty object in its place.
 *     3. Everything else goes through the stream. The guard says how many bytes end a
 *        token that an earlier chunk began, how many form whole tokens, and what is
 *        wrong after these. Whole tokens go to yajl, and yajl's events to the build.
 *        The bytes after the last whole token wait in the block for their end.
 *
 * An error of shape is found before an error of syntax further on, so the first error
 * in the message is the one reported.
 *
 * The direct reader never reports an error: it gives up, and the stream reads the same
 * bytes and finds the error.
 */
#include "codec/chunk.h"

#include "codec/direct/direct.h"

#include <string.h>

/* No chunk is so long. */
#define CHUNK_NOT_LOOKED SIZE_MAX

/* With fewer bytes at hand, the stream is as fast as a direct read. */
#define CHUNK_DIRECT_MIN 32

/* Writes the error of a decode. The build stands still, so its path names the place. */
bool dsi_chunk_fail(dsi_decoder *decoder, dsi_code code, uint64_t offset,
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
bool dsi_chunk_fail_scan(dsi_decoder *decoder, const dsi_scan *scan)
{
    const dsi_build_error numbers = {.limit = scan->limit};

    if (decoder->guard.in_token || scan->code == DSI_E_MAX_DEPTH) {
        dsi_build_item(&decoder->build);
    }
    return dsi_chunk_fail(decoder, scan->code, scan->offset, &numbers);
}

static bool chunk_is_closing(unsigned char byte)
{
    return byte == '}' || byte == ']';
}

/*
 * Where the token that ends before `end` begins. yajl knows only where a token ends,
 * and the guard only where the open token began. So a copy of the guard from before the
 * chunk reads on up to the last byte of the token. A bracket is a token of one byte.
 * The ends that are asked for in a chunk grow, so each of its bytes is read at most
 * once more, and the time stays linear.
 */
static uint64_t chunk_token_start(dsi_decoder *decoder, uint64_t end)
{
    dsi_guard *trail = &decoder->trail.guard;
    const unsigned char *unread = decoder->trail.unread;
    uint64_t last = end - 1;
    size_t ahead = last > trail->offset ? (size_t)(last - trail->offset) : 0;

    if (ahead > 0) {
        (void)dsi_guard_scan(trail, unread, ahead);
        decoder->trail.unread = unread + ahead;
    }
    if (last == trail->offset && chunk_is_closing(*decoder->trail.unread)) {
        return last;
    }
    return trail->in_token ? trail->token_start : last;
}

/*
 * Hands tokens that begin at `start` of the message to the parser. An error of the
 * build is at the first byte of its token; of DSI_E_INTERNAL only the end is known.
 */
static bool chunk_parse(dsi_decoder *decoder, const unsigned char *bytes, size_t length,
                        uint64_t start)
{
    dsi_code code;
    uint64_t end;

    decoder->trail.parsed = start;
    code = dsi_parser_feed(&decoder->parser, bytes, length);
    if (code == DSI_OK) {
        return true;
    }
    end = start + dsi_parser_end(&decoder->parser);
    return dsi_chunk_fail(
        decoder, code, code == DSI_E_INTERNAL ? end : chunk_token_start(decoder, end),
        &decoder->build.error);
}

/*
 * Keeps bytes of an open token. They fit: the guard lets at most max_token bytes and
 * the byte after a number pass, and the room has max_token + 1.
 */
static void chunk_keep(dsi_decoder *decoder, const unsigned char *bytes, size_t length)
{
    memcpy(decoder->token + decoder->token_length, bytes, length);
    decoder->token_length += length;
}

/*
 * Hands on the token that earlier chunks began and this one ends. After that the room
 * of the open token is free again.
 */
static bool chunk_parse_token(dsi_decoder *decoder, const unsigned char *bytes,
                              size_t length, uint64_t offset)
{
    uint64_t start = offset - decoder->token_length;

    chunk_keep(decoder, bytes, length);
    length = decoder->token_length;
    decoder->token_length = 0;
    return chunk_parse(decoder, decoder->token, length, start);
}

/* The number of blanks that the bytes begin with. */
static size_t chunk_blanks(const unsigned char *bytes, size_t length)
{
    size_t count = 0;

    while (count < length && dsi_guard_is_blank(bytes[count])) {
        count++;
    }
    return count;
}

/*
 * The length of the bytes up to the last brace that closes, which is the last byte that
 * a direct read may need. Each chunk is looked at once.
 */
static size_t chunk_closed(const unsigned char *bytes, size_t length)
{
    while (length > 0 && bytes[length - 1] != '}') {
        length--;
    }
    return length;
}

/*
 * Reads a document that begins and ends in the first chunk. Returns how many bytes of
 * the chunk it took, or 0.
 */
static size_t chunk_read_document(dsi_decoder *decoder, const unsigned char *bytes,
                                  size_t length)
{
    dsi_build *build = &decoder->build;
    size_t blanks = chunk_blanks(bytes, length);
    size_t read = dsi_direct_read(build, &decoder->guard.limits, build->type,
                                  decoder->object, bytes + blanks, length - blanks);

    if (read == 0) {
        memset(decoder->object, 0, build->type->size);
        return 0;
    }
    build->ended = true;
    decoder->read_directly += read;
    dsi_guard_pass_document(&decoder->guard, blanks + read);
    return blanks + read;
}

/* Reads an item directly into `item`. Returns the number of its bytes, or 0. */
static size_t chunk_read_item(dsi_decoder *decoder, const unsigned char *bytes,
                              size_t length, const void **item)
{
    const dsi_arena before = decoder->arena;
    dsi_build *build = &decoder->build;
    void *place = dsi_build_begin_item(build);
    size_t read = 0;

    if (place != NULL) {
        read = dsi_direct_read(build, &decoder->guard.limits,
                               build->taker.list->element, place, bytes, length);
    }
    if (read == 0) {
        decoder->arena = before;
        dsi_build_forget_item(build);
    }
    *item = place;
    return read;
}

/*
 * yajl expects an item. If a comma has followed the one that was read, it still does,
 * and need not know. Else it is shown an empty object, of which nothing is built.
 */
static dsi_code chunk_feed_stand_in(dsi_decoder *decoder, bool comma)
{
    static const unsigned char stand_in[] = "{}";
    dsi_code code;

    if (comma) {
        return DSI_OK;
    }
    decoder->build.skipped = 1;
    code = dsi_parser_feed(&decoder->parser, stand_in, sizeof stand_in - 1);
    decoder->build.skipped = 0;
    return code;
}

/* An error of an item is reported at `last`, the offset of the item's last byte. */
static bool chunk_end_item(dsi_decoder *decoder, const void *item, uint64_t last,
                           bool comma)
{
    dsi_build *build = &decoder->build;
    dsi_code code = chunk_feed_stand_in(decoder, comma);

    if (code == DSI_OK && !dsi_build_end_item(build, item)) {
        code = build->error.code;
    }
    if (code != DSI_OK) {
        return dsi_chunk_fail(decoder, code, last, &build->error);
    }
    return true;
}

/*
 * Whether an item that may be read directly is about to begin. A chunk that is too
 * short forgets where the item at hand began, so the next item is tried whatever its
 * length.
 */
static bool chunk_may_read_item(dsi_decoder *decoder, size_t length)
{
    dsi_item_track *item = &decoder->item;
    dsi_guard *guard = &decoder->guard;

    if (length < CHUNK_DIRECT_MIN) {
        item->begin = 0;
        return false;
    }
    if (!decoder->direct || !dsi_guard_at_item(guard) ||
        !dsi_build_at_item(&decoder->build)) {
        return false;
    }
    dsi_guard_pause(guard, decoder->build.depth);
    item->length = item->begin > 0 ? guard->offset - item->begin : 0;
    item->begin = guard->offset;
    return length >= item->length;
}

/*
 * Reads an item that ends in the bytes up to `closed`, and hands it over, with the comma
 * that follows at once: then no scan is needed before the next one. `used` stays 0 if
 * the stream has to read what comes.
 */
static bool chunk_take_item(dsi_decoder *decoder, const unsigned char *bytes,
                            size_t length, size_t closed, size_t *used)
{
    uint64_t last = decoder->guard.offset - 1;
    size_t allowed = dsi_guard_allowed(&decoder->guard, length);
    size_t blanks = chunk_blanks(bytes, closed);
    const void *item;
    size_t read = chunk_read_item(decoder, bytes + blanks, closed - blanks, &item);
    bool comma;

    if (read == 0) {
        return true;
    }
    decoder->read_directly += read;
    *used = blanks + read;
    last += *used;
    comma = *used < allowed && bytes[*used] == ',';
    *used += comma ? 1 : 0;
    dsi_guard_pass_item(&decoder->guard, *used, comma);
    return chunk_end_item(decoder, item, last, comma);
}

/*
 * Takes a chunk apart: the end of the open token, whole tokens, the beginning of a
 * token, which waits if another chunk may follow. The tokens come before the guard's own
 * error, since they stand before it.
 */
static bool chunk_scan(dsi_decoder *decoder, const unsigned char *bytes, size_t length,
                       size_t *used)
{
    uint64_t offset = decoder->guard.offset;
    dsi_scan scan;
    size_t done;

    decoder->trail.guard = decoder->guard;
    decoder->trail.unread = bytes;
    scan = dsi_guard_scan(&decoder->guard, bytes, length);
    done = scan.closed;
    if (done > 0 && !chunk_parse_token(decoder, bytes, done, offset)) {
        return false;
    }
    if (scan.whole > done && !decoder->build.ended &&
        !chunk_parse(decoder, bytes + done, scan.whole - done, offset + done)) {
        return false;
    }
    if (scan.code != DSI_OK) {
        return dsi_chunk_fail_scan(decoder, &scan);
    }
    if (scan.whole < scan.read && decoder->reserve.open > 0) {
        chunk_keep(decoder, bytes + scan.whole, scan.read - scan.whole);
    }
    *used = scan.read;
    return true;
}

/* A chunk, part by part: what can be read directly, and what the stream reads. */
bool dsi_chunk_feed(dsi_decoder *decoder, const unsigned char *bytes, size_t length)
{
    size_t allowed = dsi_guard_allowed(&decoder->guard, length);
    size_t closed = CHUNK_NOT_LOOKED;
    size_t done = 0;
    size_t used;

    if (decoder->direct && decoder->guard.offset == 0 && decoder->guard.pause == 0) {
        done = chunk_read_document(decoder, bytes, chunk_closed(bytes, allowed));
    }
    while (done < length) {
        used = 0;
        if (decoder->guard.pause != 0 && chunk_may_read_item(decoder, length - done)) {
            closed = closed != CHUNK_NOT_LOOKED ? closed : chunk_closed(bytes, allowed);
            if (closed > done && !chunk_take_item(decoder, bytes + done, length - done,
                                                  closed - done, &used)) {
                return false;
            }
        }
        if (used == 0 && !chunk_scan(decoder, bytes + done, length - done, &used)) {
            return false;
        }
        done += used;
    }
    return true;
}

/*
 * The build has found a member that no row has. Its name is the token that the parser
 * is at, which gives the offset. The path is made on the stack: it is valid in the call
 * only.
 */
void dsi_chunk_on_unknown(void *context, dsi_string name)
{
    dsi_decoder *decoder = context;
    char path[DSI_PATH_MAX];
    uint64_t end = decoder->trail.parsed + dsi_parser_end(&decoder->parser);
    const dsi_unknown_member member = {
        .path = path, .name = name, .offset = chunk_token_start(decoder, end)};

    dsi_build_path(&decoder->build, path, sizeof path);
    decoder->unknown.found(decoder->unknown.context, &member);
}
