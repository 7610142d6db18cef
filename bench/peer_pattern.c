/* Regular expressions, with the published patterns. */
#include <stdlib.h>

#include "bench.h"
#include "rules.h"

/* -------------------------------------------------------------------------- ARN */

typedef struct pattern_peer {
    bench_pattern *pattern;
    dsi_string text;
} pattern_peer;

static void *pattern_open(const bench_input *input, bench_matcher matcher)
{
    pattern_peer *peer = calloc(1, sizeof *peer);

    if (peer == NULL) {
        return NULL;
    }
    peer->text = input->body;
    peer->pattern = bench_pattern_open(matcher, false);
    if (peer->pattern == NULL) {
        free(peer);
        return NULL;
    }
    return peer;
}

static void *pattern_open_jit(const bench_input *input)
{
    return pattern_open(input, BENCH_PCRE2_JIT);
}

static void *pattern_open_fast(const bench_input *input)
{
    return pattern_open(input, BENCH_PCRE2_FAST);
}

static void *pattern_open_plain(const bench_input *input)
{
    return pattern_open(input, BENCH_PCRE2_PLAIN);
}

static void *pattern_open_posix(const bench_input *input)
{
    return pattern_open(input, BENCH_REGEXEC);
}

static bool pattern_run(void *state, bench_result *result)
{
    const pattern_peer *peer = state;

    result->matches = bench_pattern_matches(peer->pattern, peer->text);
    return true;
}

static void pattern_close(void *state)
{
    pattern_peer *peer = state;

    bench_pattern_close(peer->pattern);
    free(peer);
}

/* ------------------------------------------------------------------- validation */

typedef struct rules_peer {
    bench_rules *rules;
    const dsi_start_request *request;
} rules_peer;

static void *rules_open(const bench_input *input)
{
    rules_peer *peer = calloc(1, sizeof *peer);

    if (peer == NULL) {
        return NULL;
    }
    peer->request = input->request;
    peer->rules = bench_rules_open(BENCH_PCRE2_JIT);
    if (peer->rules == NULL) {
        free(peer);
        return NULL;
    }
    return peer;
}

static bool rules_run(void *state, bench_result *result)
{
    const rules_peer *peer = state;

    result->matches = bench_rules_hold(peer->rules, peer->request);
    return true;
}

static void rules_close(void *state)
{
    rules_peer *peer = state;

    bench_rules_close(peer->rules);
    free(peer);
}

const bench_contestant bench_pattern_peers[] = {
    {"pcre2-jit", BENCH_VALIDATE, 0, NULL, rules_open, rules_run, NULL, rules_close,
     NULL},
    {"pcre2-jit", BENCH_MATCH, BENCH_BASELINE, NULL, pattern_open_jit, pattern_run,
     NULL, pattern_close, NULL},
    {"pcre2-jit-match", BENCH_MATCH, 0, "pcre2_jit_match, which checks no argument",
     pattern_open_fast, pattern_run, NULL, pattern_close, NULL},
    {"pcre2", BENCH_MATCH, 0, "interpreted", pattern_open_plain, pattern_run, NULL,
     pattern_close, NULL},
    {"regexec", BENCH_MATCH, 0, NULL, pattern_open_posix, pattern_run, NULL,
     pattern_close, NULL},
    {.name = NULL},
};
