/* bench/peer_dsi_encode.c - dsi, which encodes through the interface of its peers. */
#include <stdlib.h>

#include "bench.h"

/* --------------------------------------------------------------------- requests */

typedef struct dsi_peer_encoding {
    const dsi_start_request *request;
    char buffer[DSI_START_REQUEST_MAX];
} dsi_peer_encoding;

static void *dsi_peer_open_encoding(const bench_input *input)
{
    dsi_peer_encoding *encoding = calloc(1, sizeof *encoding);

    if (encoding != NULL) {
        encoding->request = input->request;
    }
    return encoding;
}

static bool dsi_peer_encode(void *state, bench_result *result)
{
    dsi_peer_encoding *encoding = state;

    result->bytes.data = encoding->buffer;
    result->bytes.length = dsi_start_request_encode(encoding->request, encoding->buffer,
                                                    sizeof encoding->buffer, NULL);
    return result->bytes.length > 0;
}

static bool dsi_peer_validate_and_encode(void *state, bench_result *result)
{
    dsi_peer_encoding *encoding = state;

    return dsi_start_request_validate(encoding->request, NULL) == 0 &&
           dsi_peer_encode(encoding, result);
}

/* ---------------------------------------------------------------- Get's answers */

typedef struct dsi_peer_page {
    const dsi_get_answer *answer;
    size_t capacity;
    size_t length; /* of what the sink has taken */
    char buffer[];
} dsi_peer_page;

static void *dsi_peer_open_page(const bench_input *input)
{
    dsi_peer_page *page = malloc(sizeof *page + input->body.length);

    if (page != NULL) {
        *page = (dsi_peer_page){.answer = input->get, .capacity = input->body.length};
    }
    return page;
}

static bool dsi_peer_page_result(dsi_peer_page *page, size_t length,
                                 bench_result *result)
{
    result->bytes = (dsi_string){.data = page->buffer, .length = length};
    return length > 0;
}

static bool dsi_peer_encode_page(void *state, bench_result *result)
{
    dsi_peer_page *page = state;
    size_t length = dsi_get_answer_encode(page->answer, page->buffer, page->capacity,
                                          NULL);

    return dsi_peer_page_result(page, length, result);
}

static bool dsi_peer_page_take(void *context, const char *bytes, size_t length)
{
    dsi_peer_page *page = context;

    if (length > page->capacity - page->length) {
        return false;
    }
    memcpy(page->buffer + page->length, bytes, length);
    page->length += length;
    return true;
}

static bool dsi_peer_write_page(void *state, bench_result *result)
{
    dsi_peer_page *page = state;
    const dsi_sink sink = {.write = dsi_peer_page_take, .context = page};

    page->length = 0;
    return dsi_get_answer_write(page->answer, &sink, NULL, NULL) &&
           dsi_peer_page_result(page, page->length, result);
}

const bench_contestant bench_dsi_encode[] = {
    {"dsi", BENCH_ENCODE_REQUEST, 0, NULL, dsi_peer_open_encoding,
     dsi_peer_validate_and_encode, NULL, free, NULL},
    {"dsi-encode", BENCH_ENCODE_REQUEST, 0, "without validation",
     dsi_peer_open_encoding, dsi_peer_encode, NULL, free, NULL},
    {"dsi", BENCH_ENCODE_GET, 0, NULL, dsi_peer_open_page, dsi_peer_encode_page, NULL,
     free, NULL},
    {"dsi-sink", BENCH_ENCODE_GET, 0, "into a sink that copies", dsi_peer_open_page,
     dsi_peer_write_page, NULL, free, NULL},
    {.name = NULL},
};
