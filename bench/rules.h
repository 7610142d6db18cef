/* The rules of a Start request for peers, which have none: lengths and patterns. */
#ifndef BENCH_RULES_H
#define BENCH_RULES_H

#include <dsi/start.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The library that matches the patterns. */
typedef enum bench_matcher {
    BENCH_PCRE2_JIT,
    BENCH_PCRE2_FAST, /* compiled to machine code, called without argument checks */
    BENCH_PCRE2_PLAIN,
    BENCH_REGEXEC
} bench_matcher;

typedef struct bench_pattern bench_pattern;
typedef struct bench_rules bench_rules;

/* The pattern of a cluster's ARN or a secret's. NULL if it cannot be compiled. */
bench_pattern *bench_pattern_open(bench_matcher matcher, bool secret);
bool bench_pattern_matches(const bench_pattern *pattern, dsi_string text);
void bench_pattern_close(bench_pattern *pattern);

bench_rules *bench_rules_open(bench_matcher matcher);
bool bench_rules_hold(const bench_rules *rules, const dsi_start_request *request);
void bench_rules_close(bench_rules *rules);

#ifdef __cplusplus
}
#endif

#endif
