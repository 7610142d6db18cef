/* A peer that encodes a request into a buffer of the caller's, after validating it. */
#ifndef BENCH_ENCODING_H
#define BENCH_ENCODING_H

#include <stdlib.h>

#include "bench.h"
#include "rules.h"

#define ENCODING_ROOM ((int)DSI_START_REQUEST_MAX)

typedef struct encoding_peer {
    const dsi_start_request *request;
    bench_rules *rules;
    size_t length;
    char buffer[ENCODING_ROOM];
} encoding_peer;

/* Fills buffer and length, or returns false. */
typedef bool encoding_fn(encoding_peer *encoding, const dsi_start_request *request);

static void *encoding_open(const bench_input *input)
{
    encoding_peer *state = (encoding_peer *)calloc(1, sizeof *state);

    if (state == NULL) {
        return NULL;
    }
    state->request = input->request;
    state->rules = bench_rules_open(BENCH_PCRE2_JIT);
    if (state->rules == NULL) {
        free(state);
        return NULL;
    }
    return state;
}

static void encoding_close(void *state)
{
    bench_rules_close(((encoding_peer *)state)->rules);
    free(state);
}

static inline bool encoding_run(void *state, bench_result *result, encoding_fn *encode)
{
    encoding_peer *peer = (encoding_peer *)state;
    bool good = bench_rules_hold(peer->rules, peer->request) &&
                encode(peer, peer->request);

    result->bytes.data = peer->buffer;
    result->bytes.length = peer->length;
    return good;
}

#endif
