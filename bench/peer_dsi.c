/* bench/peer_dsi.c - dsi, which decodes and checks through the interface of its peers. */
#include <stdlib.h>

#include "bench.h"

/* A whole answer is kept in the block, where it takes more room than its JSON does. */
#define DSI_ROOM_OF(length) (8u * (length) + 65536u)

typedef struct dsi_peer {
    const bench_input *input;
    dsi_decode_options options;
    dsi_model_sink sink;
    const dsi_model_sink *models;
    size_t taken;
    size_t size; /* the part of the block that the decoder may use */
    unsigned char *block;
} dsi_peer;

static const dsi_received_head dsi_peer_head = {.status = 200};

/* --------------------------------------------------------------- open and close */

static void *dsi_peer_open(const bench_input *input)
{
    dsi_peer *peer = calloc(1, sizeof *peer);

    if (peer == NULL) {
        return NULL;
    }
    peer->input = input;
    peer->options.limits = input->limits;
    peer->size = dsi_decoder_size(&input->limits) + DSI_ROOM_OF(input->body.length);
    peer->block = malloc(peer->size);
    if (peer->block == NULL) {
        free(peer);
        return NULL;
    }
    return peer;
}

static void dsi_peer_close(void *state)
{
    dsi_peer *peer = state;

    free(peer->block);
    free(peer);
}

static bool dsi_peer_take(void *context, const dsi_model *model)
{
    dsi_peer *peer = context;

    peer->taken += model->name.length != 0;
    return true;
}

static void *dsi_peer_open_sink(const bench_input *input)
{
    dsi_peer *peer = dsi_peer_open(input);

    if (peer != NULL) {
        peer->sink = (dsi_model_sink){.take = dsi_peer_take, .context = peer};
        peer->models = input->watch != NULL ? input->watch : &peer->sink;
    }
    return peer;
}

/* --------------------------------------------------------------------- decoding */

static void dsi_peer_feed(dsi_decoder *decoder, const bench_input *input)
{
    size_t chunk = input->chunk != 0 ? input->chunk : input->body.length;
    size_t left = input->body.length;
    const char *at = input->body.data;

    while (left > 0) {
        size_t length = left < chunk ? left : chunk;

        dsi_feed(decoder, at, length);
        at += length;
        left -= length;
    }
}

static bool dsi_peer_request(void *state, bench_result *result)
{
    dsi_peer *peer = state;
    dsi_decoder *decoder = dsi_start_request_begin(peer->block, peer->size,
                                                   &peer->options, NULL);

    dsi_peer_feed(decoder, peer->input);
    result->request = dsi_start_request_finish(decoder, NULL);
    return result->request != NULL &&
           dsi_start_request_validate(result->request, NULL) == 0;
}

static bool dsi_peer_start(void *state, bench_result *result)
{
    dsi_peer *peer = state;
    dsi_decoder *decoder = dsi_start_answer_begin(peer->block, peer->size,
                                                  &dsi_peer_head, &peer->options, NULL);

    dsi_peer_feed(decoder, peer->input);
    result->start = dsi_start_answer_finish(decoder, NULL);
    return result->start != NULL;
}

static bool dsi_peer_get(void *state, bench_result *result)
{
    dsi_peer *peer = state;
    dsi_decoder *decoder = dsi_get_answer_begin(peer->block, peer->size, &dsi_peer_head,
                                                peer->models, &peer->options, NULL);

    dsi_peer_feed(decoder, peer->input);
    result->get = dsi_get_answer_finish(decoder, NULL);
    return result->get != NULL;
}

/* ------------------------------------------------------------------------- room */

/* Finds the smallest block in which the operation succeeds, to within a 64th. */
static size_t dsi_peer_room(dsi_peer *peer, bool (*run)(void *, bench_result *))
{
    size_t given = peer->size;
    size_t enough = given;
    size_t little = dsi_decoder_size(&peer->input->limits);
    bench_result result;

    peer->size = little;
    if (run(peer, &result)) {
        enough = little;
    }
    while (enough - little > enough / 64) {
        peer->size = little + (enough - little) / 2;
        if (run(peer, &result)) {
            enough = peer->size;
        } else {
            little = peer->size;
        }
    }
    peer->size = given;
    return enough;
}

static size_t dsi_peer_room_request(void *state)
{
    return dsi_peer_room(state, dsi_peer_request);
}

static size_t dsi_peer_room_start(void *state)
{
    return dsi_peer_room(state, dsi_peer_start);
}

static size_t dsi_peer_room_get(void *state)
{
    return dsi_peer_room(state, dsi_peer_get);
}

/* ------------------------------------------------------------------- validation */

typedef struct dsi_peer_validation {
    const dsi_start_request *request;
} dsi_peer_validation;

static void *dsi_peer_open_validation(const bench_input *input)
{
    dsi_peer_validation *validation = malloc(sizeof *validation);

    if (validation != NULL) {
        validation->request = input->request;
    }
    return validation;
}

static bool dsi_peer_validate(void *state, bench_result *result)
{
    const dsi_peer_validation *validation = state;

    result->matches = dsi_start_request_validate(validation->request, NULL) == 0;
    return true;
}

/* What nobody who validates with these automata can save. */
static bool dsi_peer_match_both(void *state, bench_result *result)
{
    const dsi_peer_validation *validation = state;
    const dsi_rds_data_api_config *config = validation->request->rds_data_api_config;

    result->matches = dsi_arn_parse(config->resource_arn, DSI_ARN_RDS_CLUSTER,
                                    DSI_LEVEL_MODEL, NULL, NULL) &&
                      dsi_arn_parse(config->secret_arn, DSI_ARN_SECRET, DSI_LEVEL_MODEL,
                                    NULL, NULL);
    return true;
}

/* ------------------------------------------------------------------------- ARNs */

static void *dsi_peer_open_text(const bench_input *input)
{
    dsi_string *text = malloc(sizeof *text);

    if (text != NULL) {
        *text = input->body;
    }
    return text;
}

static bool dsi_peer_match(void *state, bench_result *result)
{
    const dsi_string *text = state;

    result->matches = dsi_arn_parse(*text, DSI_ARN_RDS_CLUSTER, DSI_LEVEL_MODEL, NULL,
                                    NULL);
    return true;
}

static bool dsi_peer_take_apart(void *state, bench_result *result)
{
    const dsi_string *text = state;
    dsi_arn_mismatch mismatch;
    dsi_arn arn;

    result->matches = dsi_arn_parse(*text, DSI_ARN_RDS_CLUSTER, DSI_LEVEL_MODEL, &arn,
                                    &mismatch);
    return true;
}

const bench_contestant bench_dsi[] = {
    {"dsi", BENCH_DECODE_REQUEST, BENCH_CHUNKS, NULL, dsi_peer_open, dsi_peer_request,
     NULL, dsi_peer_close, dsi_peer_room_request},
    {"dsi", BENCH_DECODE_START, BENCH_CHUNKS, NULL, dsi_peer_open, dsi_peer_start, NULL,
     dsi_peer_close, dsi_peer_room_start},
    {"dsi", BENCH_DECODE_GET, BENCH_CHUNKS, NULL, dsi_peer_open, dsi_peer_get, NULL,
     dsi_peer_close, dsi_peer_room_get},
    {"dsi-sink", BENCH_DECODE_GET, BENCH_CHUNKS | BENCH_GIVES_AWAY,
     "each model is handed over and its memory used again", dsi_peer_open_sink,
     dsi_peer_get, NULL, dsi_peer_close, dsi_peer_room_get},
    {"dsi", BENCH_VALIDATE, 0, NULL, dsi_peer_open_validation, dsi_peer_validate, NULL,
     free, NULL},
    {"automata", BENCH_VALIDATE, BENCH_BASELINE, "the automata of the two ARNs, alone",
     dsi_peer_open_validation, dsi_peer_match_both, NULL, free, NULL},
    {"dsi", BENCH_MATCH, 0, NULL, dsi_peer_open_text, dsi_peer_match, NULL, free, NULL},
    {"dsi-parts", BENCH_MATCH, 0, "with the parts, or the mismatch", dsi_peer_open_text,
     dsi_peer_take_apart, NULL, free, NULL},
    {.name = NULL},
};
