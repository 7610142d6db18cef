/* yajl alone, without structs: the baseline of the others. */
#include <stdlib.h>
#include <yajl/yajl_gen.h>
#include <yajl/yajl_parse.h>

#include "encoding.h"

/* -------------------------------------------------------------- empty callbacks */

static int yajl_peer_nothing(void *context)
{
    (void)context;
    return 1;
}

static int yajl_peer_boolean(void *context, int value)
{
    (void)context;
    (void)value;
    return 1;
}

static int yajl_peer_number(void *context, const char *text, size_t length)
{
    (void)context;
    (void)text;
    (void)length;
    return 1;
}

static int yajl_peer_string(void *context, const unsigned char *text, size_t length)
{
    (void)context;
    (void)text;
    (void)length;
    return 1;
}

static const yajl_callbacks yajl_peer_callbacks = {
    .yajl_null = yajl_peer_nothing,
    .yajl_boolean = yajl_peer_boolean,
    .yajl_number = yajl_peer_number,
    .yajl_string = yajl_peer_string,
    .yajl_start_map = yajl_peer_nothing,
    .yajl_map_key = yajl_peer_string,
    .yajl_end_map = yajl_peer_nothing,
    .yajl_start_array = yajl_peer_nothing,
    .yajl_end_array = yajl_peer_nothing,
};

/* --------------------------------------------------------------------- decoding */

typedef struct yajl_peer {
    const bench_input *input;
} yajl_peer;

static void *yajl_peer_open(const bench_input *input)
{
    yajl_peer *peer = malloc(sizeof *peer);

    if (peer != NULL) {
        peer->input = input;
    }
    return peer;
}

static bool yajl_peer_feed(yajl_handle handle, const bench_input *input)
{
    size_t chunk = input->chunk != 0 ? input->chunk : input->body.length;
    size_t left = input->body.length;
    const unsigned char *at = (const unsigned char *)input->body.data;
    yajl_status status = yajl_status_ok;

    while (left > 0 && status == yajl_status_ok) {
        size_t length = left < chunk ? left : chunk;

        status = yajl_parse(handle, at, length);
        at += length;
        left -= length;
    }
    return status == yajl_status_ok;
}

static bool yajl_peer_run(void *state, bench_result *result)
{
    const yajl_peer *peer = state;
    yajl_handle handle = yajl_alloc(&yajl_peer_callbacks, NULL, NULL);
    bool good;

    (void)result;
    if (handle == NULL) {
        return false;
    }
    good = yajl_peer_feed(handle, peer->input) &&
           yajl_complete_parse(handle) == yajl_status_ok;
    yajl_free(handle);
    return good;
}

/* --------------------------------------------------------------------- encoding */

typedef struct yajl_peer_encoding {
    encoding_peer *encoding;
    yajl_gen generator;
} yajl_peer_encoding;

static void yajl_peer_close_encoding(void *state)
{
    yajl_peer_encoding *peer = state;

    if (peer->generator != NULL) {
        yajl_gen_free(peer->generator);
    }
    encoding_close(peer->encoding);
    free(peer);
}

static void *yajl_peer_open_encoding(const bench_input *input)
{
    yajl_peer_encoding *peer = calloc(1, sizeof *peer);

    if (peer == NULL) {
        return NULL;
    }
    peer->encoding = encoding_open(input);
    if (peer->encoding == NULL) {
        free(peer);
        return NULL;
    }
    peer->generator = yajl_gen_alloc(NULL);
    return peer;
}

static bool yajl_peer_text(yajl_gen generator, dsi_string text)
{
    return yajl_gen_string(generator, (const unsigned char *)text.data, text.length) ==
           yajl_gen_status_ok;
}

static bool yajl_peer_member(yajl_gen generator, const char *name, dsi_string value)
{
    return yajl_peer_text(generator, dsi_str(name)) && yajl_peer_text(generator, value);
}

/* Copies the output into the caller's buffer, where the other peers write theirs. */
static bool yajl_peer_generate(yajl_gen generator, encoding_peer *encoding)
{
    const dsi_rds_data_api_config *config = encoding->request->rds_data_api_config;
    const unsigned char *bytes;
    bool good = yajl_gen_map_open(generator) == yajl_gen_status_ok &&
                yajl_peer_text(generator, dsi_str("rdsDataApiConfig")) &&
                yajl_gen_map_open(generator) == yajl_gen_status_ok &&
                yajl_peer_member(generator, "resourceArn", config->resource_arn) &&
                yajl_peer_member(generator, "secretArn", config->secret_arn) &&
                yajl_peer_member(generator, "databaseName", config->database_name) &&
                yajl_gen_map_close(generator) == yajl_gen_status_ok &&
                yajl_gen_map_close(generator) == yajl_gen_status_ok &&
                yajl_gen_get_buf(generator, &bytes, &encoding->length) ==
                    yajl_gen_status_ok &&
                encoding->length <= ENCODING_ROOM;

    if (good) {
        memcpy(encoding->buffer, bytes, encoding->length);
    }
    return good;
}

static void yajl_peer_result(const encoding_peer *encoding, bench_result *result)
{
    result->bytes.data = encoding->buffer;
    result->bytes.length = encoding->length;
}

static bool yajl_peer_reuse(void *state, bench_result *result)
{
    yajl_peer_encoding *peer = state;
    bool good;

    yajl_gen_reset(peer->generator, NULL);
    yajl_gen_clear(peer->generator);
    good = yajl_peer_generate(peer->generator, peer->encoding);
    yajl_peer_result(peer->encoding, result);
    return good;
}

static bool yajl_peer_validate_and_reuse(void *state, bench_result *result)
{
    yajl_peer_encoding *peer = state;

    return bench_rules_hold(peer->encoding->rules, peer->encoding->request) &&
           yajl_peer_reuse(peer, result);
}

static bool yajl_peer_fresh(void *state, bench_result *result)
{
    yajl_peer_encoding *peer = state;
    yajl_gen generator = yajl_gen_alloc(NULL);
    bool good;

    if (generator == NULL) {
        return false;
    }
    good = yajl_peer_generate(generator, peer->encoding);
    yajl_gen_free(generator);
    yajl_peer_result(peer->encoding, result);
    return good;
}

#define YAJL_RAW (BENCH_CHUNKS | BENCH_RAW | BENCH_BASELINE)

static const char yajl_peer_note[] =
    "empty callbacks: makes nothing, validates nothing";
static const char yajl_peer_gen_note[] = "without validation";

const bench_contestant bench_yajl[] = {
    {"yajl-raw", BENCH_DECODE_REQUEST, YAJL_RAW, yajl_peer_note, yajl_peer_open,
     yajl_peer_run, NULL, free, NULL},
    {"yajl-raw", BENCH_DECODE_START, YAJL_RAW, yajl_peer_note, yajl_peer_open,
     yajl_peer_run, NULL, free, NULL},
    {"yajl-raw", BENCH_DECODE_GET, YAJL_RAW, yajl_peer_note, yajl_peer_open,
     yajl_peer_run, NULL, free, NULL},
    {"yajl-raw", BENCH_ENCODE_REQUEST, BENCH_BASELINE, yajl_peer_gen_note,
     yajl_peer_open_encoding, yajl_peer_reuse, NULL, yajl_peer_close_encoding, NULL},
    {"yajl-fresh", BENCH_ENCODE_REQUEST, 0, yajl_peer_gen_note, yajl_peer_open_encoding,
     yajl_peer_fresh, NULL, yajl_peer_close_encoding, NULL},
    {"yajl+pcre2", BENCH_ENCODE_REQUEST, 0, NULL, yajl_peer_open_encoding,
     yajl_peer_validate_and_reuse, NULL, yajl_peer_close_encoding, NULL},
    {.name = NULL},
};
