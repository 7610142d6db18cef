#include "tests/codec/outcome.h"

#include <string.h>

/* ------------------------------------------------------------------- the vectors */

static const vector_list *const lists[] = {&vectors_shape,  &vectors_syntax,
                                           &vectors_text,   &vectors_limit,
                                           &vectors_answer, NULL};

const vector *vector_at(size_t index)
{
    for (size_t i = 0; lists[i] != NULL; i++) {
        if (index < lists[i]->count) {
            return &lists[i]->items[index];
        }
        index -= lists[i]->count;
    }
    return NULL;
}

size_t vector_count(void)
{
    size_t count = 0;

    while (vector_at(count) != NULL) {
        count++;
    }
    return count;
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

static dsi_decoder *begin(const vector *row, void *block, size_t size, dsi_error *error)
{
    dsi_received_head head = {.status = row->status == 0 ? 200 : row->status,
                              .headers = row->headers};

    if (row->kind == REQUEST) {
        return dsi_start_request_begin(block, size, &row->options, error);
    }
    while (head.header_count < COUNT(row->headers) &&
           row->headers[head.header_count].name.data != NULL) {
        head.header_count++;
    }
    return dsi_start_answer_begin(block, size, &head, &row->options, error);
}

static bool finish(const vector *row, dsi_decoder *decoder, const dsi_sink *sink,
                   dsi_error *error)
{
    const dsi_start_request *request;
    const dsi_start_answer *answer;

    if (row->kind == REQUEST) {
        request = dsi_start_request_finish(decoder, error);
        return request != NULL && dsi_start_request_write(request, sink, NULL, error);
    }
    answer = dsi_start_answer_finish(decoder, error);
    if (answer != NULL && answer->kind == DSI_SERVICE_ERROR) {
        return dsi_service_error_write_report(&answer->error, sink, error);
    }
    return answer != NULL && dsi_start_answer_write(answer, sink, NULL, error);
}

static outcome end(const vector *row, dsi_decoder *decoder, dsi_error *error)
{
    outcome result = {.code = DSI_OK};
    text_buffer text = {.bytes = result.output, .capacity = sizeof result.output - 1};
    dsi_sink sink = {.write = text_append, .context = &text};

    if (finish(row, decoder, &sink, error)) { /* asked again, it says the same */
        memset(result.output, 0, sizeof result.output);
        text.length = 0;
        ck_assert_msg(finish(row, decoder, &sink, error), "%s, finished again",
                      row->name);
    } else {
        result.code = error->code;
        result.offset = error->offset;
        result.limit = error->limit;
        result.actual = error->actual;
        memcpy(result.path, error->path, sizeof result.path);
        memset(result.output, 0, sizeof result.output);
    }
    return result;
}

outcome decode_in(const vector *row, void *block, size_t size, size_t chunk)
{
    dsi_error error = {.code = DSI_OK};
    dsi_decoder *decoder = begin(row, block, size, &error);

    for (size_t i = 0; i < row->bytes.length; i += chunk) {
        size_t left = row->bytes.length - i;

        (void)dsi_feed(decoder, row->bytes.data + i, left < chunk ? left : chunk);
    }
    return end(row, decoder, &error);
}

/* Large enough for every vector's limits. */
static unsigned char block[1 << 20];

outcome decode(const vector *row, size_t chunk)
{
    return decode_in(row, block, sizeof block, chunk);
}

outcome decode_split(const vector *row, size_t first, size_t second)
{
    dsi_error error = {.code = DSI_OK};
    dsi_decoder *decoder = begin(row, block, sizeof block, &error);
    const char *bytes = row->bytes.data;

    (void)dsi_feed(decoder, bytes, first);
    (void)dsi_feed(decoder, bytes + first, second - first);
    (void)dsi_feed(decoder, bytes + second, row->bytes.length - second);
    return end(row, decoder, &error);
}

void check_outcome(const vector *row, const outcome *got, size_t chunk)
{
    ck_assert_msg(got->code == row->code, "%s (%s), chunks of %zu: %s at %llu, not %s",
                  row->name, row->why, chunk, dsi_code_name(got->code),
                  (unsigned long long)got->offset, dsi_code_name(row->code));
    if (row->code == DSI_OK) {
        ck_assert_msg(strcmp(got->output, row->output) == 0,
                      "%s (%s), chunks of %zu: %s", row->name, row->why, chunk,
                      got->output);
        return;
    }
    ck_assert_msg(got->offset == row->offset,
                  "%s (%s), chunks of %zu: at %llu, not %llu", row->name, row->why,
                  chunk, (unsigned long long)got->offset,
                  (unsigned long long)row->offset);
    ck_assert_msg(strcmp(got->path, row->path) == 0, "%s (%s), chunks of %zu: in '%s'",
                  row->name, row->why, chunk, got->path);
}
