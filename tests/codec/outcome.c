#include "tests/codec/outcome.h"

#include <stdio.h>
#include <string.h>

/* ------------------------------------------------------------------- the vectors */

static const vector_list *const lists[] = {&vectors_shape,     &vectors_syntax,
                                           &vectors_text,      &vectors_limit,
                                           &vectors_answer,    &vectors_get_request,
                                           &vectors_get,       &vectors_get_fault,
                                           &vectors_get_guide, NULL};

static const vector *listed_at(size_t index)
{
    for (size_t i = 0; lists[i] != NULL; i++) {
        if (index < lists[i]->count) {
            return &lists[i]->items[index];
        }
        index -= lists[i]->count;
    }
    return NULL;
}

#define STREAMED_MAX 160

/* The Get answers once more, to be streamed. */
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
    copy->kind = GET_STREAMED;
    copy->output = row->streamed != NULL ? row->streamed : row->output;
}

static const vector *streamed_at(size_t index)
{
    static streamed_vectors streamed;

    if (streamed.count == 0) {
        for (size_t i = 0; listed_at(i) != NULL; i++) {
            if (listed_at(i)->kind == GET_ANSWER) {
                add_streamed(&streamed, listed_at(i));
            }
        }
    }
    return index < streamed.count ? &streamed.rows[index] : NULL;
}

const vector *vector_at(size_t index)
{
    size_t listed = 0;

    for (size_t i = 0; lists[i] != NULL; i++) {
        listed += lists[i]->count;
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

/* -------------------------------------------------------------------- the decode */

typedef struct text_buffer {
    char *bytes;
    size_t capacity;
    size_t length;
} text_buffer;

static bool text_append(void *context, const char *bytes, size_t length)
{
    text_buffer *text = context;

    if (text->capacity - text->length < length) {
        return false;
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    return true;
}

/* The models of a streamed answer, as they were taken, with commas between them. */
static char taken_bytes[16384];
static text_buffer taken;
static size_t taken_count;

static bool take(void *context, const dsi_model *model)
{
    dsi_sink sink = {.write = text_append, .context = context};

    return (taken_count++ == 0 || text_append(context, ",", 1)) &&
           dsi_model_write(model, &sink, NULL, NULL);
}

static dsi_decoder *begin_answer(const vector *row, void *block, size_t size,
                                 dsi_error *error)
{
    static const dsi_model_sink sink = {.take = take, .context = &taken};
    dsi_received_head head = {.status = row->status == 0 ? 200 : row->status,
                              .headers = row->headers};

    while (head.header_count < COUNT(row->headers) &&
           row->headers[head.header_count].name.data != NULL) {
        head.header_count++;
    }
    if (row->kind == ANSWER) {
        return dsi_start_answer_begin(block, size, &head, &row->options, error);
    }
    return dsi_get_answer_begin(block, size, &head,
                                row->kind == GET_STREAMED ? &sink : NULL, &row->options,
                                error);
}

dsi_decoder *decode_begin(const vector *row, void *block, size_t size, dsi_error *error)
{
    taken = (text_buffer){.bytes = taken_bytes, .capacity = sizeof taken_bytes};
    taken_count = 0;
    switch (row->kind) {
    case REQUEST:
        return dsi_start_request_begin(block, size, &row->options, error);
    case GET_REQUEST:
        return dsi_get_request_begin(block, size, &row->options, error);
    default:
        return begin_answer(row, block, size, error);
    }
}

/* Puts the models that were taken back where they came from. */
static bool write_with_taken(const dsi_get_answer *answer, const dsi_sink *sink,
                             dsi_error *error)
{
    static const char name[] = "\"introspectionResult\":{";
    char rest[8192];
    size_t length = dsi_get_answer_encode(answer, rest, sizeof rest - 1, error);
    size_t front;
    char *found;

    expect(answer->models_taken == taken_count, "%zu models taken", taken_count);
    if (length == 0 || taken_count == 0) {
        return length > 0 && sink->write(sink->context, rest, length);
    }
    rest[length] = '\0';
    found = strstr(rest, name);
    expect(found != NULL, "models, but no result: %.1000s", rest);
    front = (size_t)(found - rest) + sizeof name - 1;
    return sink->write(sink->context, rest, front) &&
           sink->write(sink->context, "\"models\":[", 10) &&
           sink->write(sink->context, taken.bytes, taken.length) &&
           sink->write(sink->context, "],", rest[front] == '}' ? 1 : 2) &&
           sink->write(sink->context, rest + front, length - front);
}

/* What of the body could not be read is put where a refused message would have it. */
static bool write_service_error(const dsi_service_error *service_error,
                                const dsi_sink *sink, dsi_error *error)
{
    bool written = dsi_service_error_write_report(service_error, sink, error);

    error->code = service_error->unread.code;
    error->offset = service_error->unread.offset;
    return written;
}

static bool finish_get(const vector *row, dsi_decoder *decoder, const dsi_sink *sink,
                       dsi_error *error)
{
    const dsi_get_answer *answer = dsi_get_answer_finish(decoder, error);
    const dsi_introspection_result *result;

    if (answer == NULL) {
        return false;
    }
    if (answer->kind == DSI_SERVICE_ERROR) {
        expect(taken_count == 0, "%s: an error has no models", row->name);
        return write_service_error(&answer->error, sink, error);
    }
    if (row->kind == GET_ANSWER) {
        return dsi_get_answer_write(answer, sink, NULL, error);
    }
    result = answer->output.introspection_result;
    expect(result == NULL ||
               (result->models.items == NULL && result->models.count == 0),
           "%s: models were taken and kept", row->name);
    return write_with_taken(answer, sink, error);
}

static bool finish_start(dsi_decoder *decoder, const dsi_sink *sink, dsi_error *error)
{
    const dsi_start_answer *answer = dsi_start_answer_finish(decoder, error);

    if (answer != NULL && answer->kind == DSI_SERVICE_ERROR) {
        return write_service_error(&answer->error, sink, error);
    }
    return answer != NULL && dsi_start_answer_write(answer, sink, NULL, error);
}

static bool finish(const vector *row, dsi_decoder *decoder, const dsi_sink *sink,
                   dsi_error *error)
{
    const dsi_start_request *request;
    const dsi_get_request *get_request;

    switch (row->kind) {
    case REQUEST:
        request = dsi_start_request_finish(decoder, error);
        return request != NULL && dsi_start_request_write(request, sink, NULL, error);
    case GET_REQUEST:
        get_request = dsi_get_request_finish(decoder, error);
        return get_request != NULL &&
               dsi_get_request_write(get_request, sink, NULL, error);
    case ANSWER:
        return finish_start(decoder, sink, error);
    default:
        return finish_get(row, decoder, sink, error);
    }
}

void decode_end(const vector *row, dsi_decoder *decoder, dsi_error *error,
                outcome *result)
{
    text_buffer text = {.bytes = result->output, .capacity = sizeof result->output - 1};
    dsi_sink sink = {.write = text_append, .context = &text};

    if (!finish(row, decoder, &sink, error)) {
        text.length = 0;
    }
    result->code = error->code;
    result->offset = error->offset;
    result->limit = error->limit;
    result->actual = error->actual;
    memcpy(result->path, error->path, sizeof result->path);
    result->output[text.length] = '\0';
}

static void decode_in_to(const vector *row, void *block, size_t size, size_t chunk,
                         outcome *result)
{
    dsi_error error;
    dsi_decoder *decoder;

    error.code = DSI_OK;
    decoder = decode_begin(row, block, size, &error);
    for (size_t i = 0; i < row->bytes.length; i += chunk) {
        size_t left = row->bytes.length - i;

        (void)dsi_feed(decoder, row->bytes.data + i, left < chunk ? left : chunk);
    }
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

/* A limit's error tells the limit, and an error of type both types. */
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
