/* tests/codec/outcome.c - lists all vectors, decodes them, and compares outcomes. */
#include "tests/codec/outcome.h"

#include "tests/model/bytes.h"
#include "tests/model/items.h"

#include <stdio.h>
#include <string.h>

/* ------------------------------------------------------------------- the vectors */

static const vector_list *const lists[] = {
    &vectors_shape,   &vectors_syntax,      &vectors_limit,
    &vectors_answer,  &vectors_get_request, &vectors_get,
    &vectors_get_bad, &vectors_get_guide,   NULL};

static const vector *listed_at(size_t index)
{
    for (size_t i = 0; lists[i] != NULL; i++) {
        if (index < lists[i]->count) {
            return &lists[i]->items[index];
        }
        index -= lists[i]->count;
    }
    return vector_of_account_at(index);
}

#define STREAMED_MAX 160

/* The vectors of messages with items a second time, to be streamed. */
typedef struct streamed_vectors {
    vector rows[STREAMED_MAX];
    char names[STREAMED_MAX][64];
    size_t count;
} streamed_vectors;

static void add_streamed(streamed_vectors *streamed, const vector *row)
{
    char *name = streamed->names[streamed->count];
    vector *copy = &streamed->rows[streamed->count];

    expect(++streamed->count < STREAMED_MAX, "make STREAMED_MAX larger");
    (void)snprintf(name, sizeof *streamed->names, "%s-streamed", row->name);
    *copy = *row;
    copy->name = name;
    copy->streamed = true;
    copy->output = row->other != NULL ? row->other : row->output;
}

static const vector *streamed_at(size_t index)
{
    static streamed_vectors streamed;

    if (streamed.count == 0) {
        for (size_t i = 0; listed_at(i) != NULL; i++) {
            if (dsi_message_has_items(vector_message(listed_at(i)))) {
                add_streamed(&streamed, listed_at(i));
            }
        }
    }
    return index < streamed.count ? &streamed.rows[index] : NULL;
}

const vector *vector_at(size_t index)
{
    size_t listed = 0;

    while (listed <= index && listed_at(listed) != NULL) {
        listed++;
    }
    return index < listed ? listed_at(index) : streamed_at(index - listed);
}

size_t vector_count(void)
{
    size_t count = 0;

    while (vector_at(count) != NULL) {
        count++;
    }
    return count;
}

const vector *vector_named(const char *name)
{
    size_t index = 0;

    while (strcmp(vector_at(index)->name, name) != 0) {
        index++;
    }
    return vector_at(index);
}

const dsi_message *vector_message(const vector *row)
{
    const dsi_message *message = dsi_message_find(dsi_str(row->message));

    expect(message != NULL, "%s: there is no %s", row->name, row->message);
    return message;
}

/* -------------------------------------------------------------------- the decode */

/* Of the decode that is running. Only one runs at a time. */
static items_taken taken;
static dsi_message_options options;

/* Sets the options of the decode. */
static void choose(const vector *row)
{
    const dsi_message *message = vector_message(row);
    dsi_item_sink items = items_begin(&taken, message);
    dsi_received_head *head = &options.head;

    options = (dsi_message_options){
        .decode = row->options,
        .head = {.status = row->status == 0 ? 200 : row->status,
                 .headers = row->headers}};
    while (head->header_count < COUNT(row->headers) &&
           row->headers[head->header_count].name.data != NULL) {
        head->header_count++;
    }
    if (row->streamed) {
        options.items = items;
    }
}

dsi_decoder *decode_begin(const vector *row, void *block, size_t size, dsi_error *error)
{
    const dsi_message *message = vector_message(row);

    choose(row);
    return row->typed ? model_of(message).typed->begin(block, size, &options, error)
                      : dsi_message_begin(message, block, size, &options, error);
}

/*
 * A body that could not be read is reported where a refused message reports its error.
 */
static bool write_service_error(const vector *row,
                                const dsi_service_error *service_error,
                                const dsi_sink *sink, dsi_error *error)
{
    bool written = dsi_service_error_write(service_error, sink, error);

    expect(taken.count == 0, "%s: an error has no items", row->name);
    error->code = service_error->unread.code;
    error->offset = service_error->unread.offset;
    return written;
}

static bool write_streamed(const vector *row, const void *object, const dsi_sink *sink)
{
    const char *wrong = items_write(&taken, object, sink, NULL);

    expect(wrong == NULL, "%s does not hold: %s", row->name, wrong);
    return true;
}

/* Writes what was decoded; NULL: nothing was. */
static bool write_object(const vector *row, const void *object, const dsi_sink *sink,
                         dsi_error *error)
{
    const dsi_message *message = vector_message(row);
    const model_typed *typed = row->typed ? model_of(message).typed : NULL;
    const dsi_service_error *service_error;

    if (object == NULL) {
        return false;
    }
    service_error = dsi_message_error(message, object);
    if (service_error != NULL) {
        return write_service_error(row, service_error, sink, error);
    }
    if (row->streamed) {
        return write_streamed(row, object, sink);
    }
    return typed != NULL ? typed->write(object, sink, NULL, error)
                         : dsi_message_write(message, object, sink, NULL, error);
}

static void keep_outcome(const vector *row, const void *object, dsi_error *error,
                         outcome *result)
{
    gathered text = {.bytes = result->output, .capacity = sizeof result->output - 1};
    dsi_sink sink = {.write = gather, .context = &text};

    if (!write_object(row, object, &sink, error)) {
        text.length = 0;
    }
    result->code = error->code;
    result->offset = error->offset;
    result->limit = error->limit;
    result->actual = error->actual;
    memcpy(result->path, error->path, sizeof result->path);
    result->output[text.length] = '\0';
}

void decode_end(const vector *row, dsi_decoder *decoder, dsi_error *error,
                outcome *result)
{
    const dsi_message *message = vector_message(row);
    const void *object = row->typed ? model_of(message).typed->finish(decoder, error)
                                    : dsi_message_finish(message, decoder, error);

    keep_outcome(row, object, error, result);
}

void decode_at_once(const vector *row, outcome *result)
{
    static unsigned char room[1 << 20];
    const dsi_message *message = vector_message(row);
    dsi_error error = {.code = DSI_OK};
    const void *object;

    choose(row);
    object = row->typed ? model_of(message).typed->decode(room, sizeof room, row->bytes,
                                                          &options, &error)
                        : dsi_message_decode(message, room, sizeof room, row->bytes,
                                             &options, &error);
    keep_outcome(row, object, &error, result);
}

static void decode_in_to(const vector *row, void *block, size_t size, size_t chunk,
                         outcome *result)
{
    dsi_error error;
    dsi_decoder *decoder;

    error.code = DSI_OK;
    decoder = decode_begin(row, block, size, &error);
    (void)feed_by(decoder, row->bytes.data, row->bytes.length, chunk);
    decode_end(row, decoder, &error, result);
}

outcome decode_in(const vector *row, void *block, size_t size, size_t chunk)
{
    outcome result;

    decode_in_to(row, block, size, chunk, &result);
    return result;
}

/* Large enough for every vector's limits. */
static unsigned char block[1 << 20];

void decode_to(const vector *row, size_t chunk, outcome *result)
{
    decode_in_to(row, block, sizeof block, chunk, result);
}

outcome decode(const vector *row, size_t chunk)
{
    return decode_in(row, block, sizeof block, chunk);
}

void decode_split(const vector *row, size_t first, size_t second, outcome *result)
{
    dsi_error error = {.code = DSI_OK};
    dsi_decoder *decoder = decode_begin(row, block, sizeof block, &error);
    const char *bytes = row->bytes.data;

    (void)dsi_feed(decoder, bytes, first);
    (void)dsi_feed(decoder, bytes + first, second - first);
    (void)dsi_feed(decoder, bytes + second, row->bytes.length - second);
    decode_end(row, decoder, &error, result);
}

bool outcomes_equal(const outcome *left, const outcome *right)
{
    return left->code == right->code && left->offset == right->offset &&
           left->limit == right->limit && left->actual == right->actual &&
           strcmp(left->path, right->path) == 0 &&
           strcmp(left->output, right->output) == 0;
}

/* The error for a limit carries the limit. The error for a type carries both types. */
static uint64_t limit_of(const vector *row, const outcome *got)
{
    const dsi_limits *limits = &row->options.limits;

    switch (got->code) {
    case DSI_E_MAX_BYTES:
        return limits->max_bytes != 0 ? limits->max_bytes : DSI_MAX_BYTES_DEFAULT;
    case DSI_E_MAX_DEPTH:
        return limits->max_depth != 0 ? limits->max_depth : DSI_MAX_DEPTH_DEFAULT;
    case DSI_E_MAX_TOKEN:
        return limits->max_token != 0 ? limits->max_token : DSI_MAX_TOKEN_DEFAULT;
    case DSI_E_TYPE:
        return got->limit;
    default:
        return 0;
    }
}

bool is_service_error(const vector *row)
{
    return row->status != 0 && (row->status < 200 || row->status > 299);
}

void check_code(const vector *row, const outcome *got, size_t chunk)
{
    expect(got->code == row->code, "%s (%s), chunks of %zu: %s at %llu, not %s",
           row->name, row->why, chunk, dsi_code_name(got->code),
           (unsigned long long)got->offset, dsi_code_name(row->code));
    expect(got->offset == row->offset, "%s (%s), chunks of %zu: at %llu, not %llu",
           row->name, row->why, chunk, (unsigned long long)got->offset,
           (unsigned long long)row->offset);
}

void check_outcome(const vector *row, const outcome *got, size_t chunk)
{
    check_code(row, got, chunk);
    if (row->code == DSI_OK || is_service_error(row)) {
        expect(strcmp(got->output, row->output) == 0, "%s (%s), chunks of %zu: %.1000s",
               row->name, row->why, chunk, got->output);
        return;
    }
    expect(strcmp(got->path, row->path) == 0, "%s (%s), chunks of %zu: in '%s'",
           row->name, row->why, chunk, got->path);
    expect(got->limit == limit_of(row, got), "%s (%s), chunks of %zu: limit %llu",
           row->name, row->why, chunk, (unsigned long long)got->limit);
}
