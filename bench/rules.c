/*
 * bench/rules.c - validates a Start request for peers, which have no rules.
 *
 * The patterns run in PCRE2, or in the C library's regular expressions.
 */
#define PCRE2_CODE_UNIT_WIDTH 8

#include "rules.h"

#include "tests/model/model.h"

#include <pcre2.h>
#include <regex.h>
#include <stdlib.h>

#define RULES_ARN_MINIMUM 20
#define RULES_ARN_MAXIMUM 2048
#define RULES_NAME_MAXIMUM 128

struct bench_pattern {
    bool (*matches)(const bench_pattern *pattern, dsi_string text);
    pcre2_code *code;
    pcre2_match_data *data;
    regex_t posix;
};

struct bench_rules {
    bench_pattern *cluster;
    bench_pattern *secret;
};

#define RULES_EXPRESSION_MAX 512

/* The published patterns. */
static const char *rules_pattern(bool secret)
{
    return model_shape_named(secret ? "RdsDataApiConfigSecretArn"
                                    : "RdsDataApiConfigResourceArn")
        ->rules->pattern;
}

/* --------------------------------------------------------------------- patterns */

static bool rules_match(const bench_pattern *pattern, dsi_string text)
{
    return pcre2_match(pattern->code, (PCRE2_SPTR)text.data, text.length, 0, 0,
                       pattern->data, NULL) > 0;
}

static bool rules_match_fast(const bench_pattern *pattern, dsi_string text)
{
    return pcre2_jit_match(pattern->code, (PCRE2_SPTR)text.data, text.length, 0, 0,
                           pattern->data, NULL) > 0;
}

static bool rules_match_posix(const bench_pattern *pattern, dsi_string text)
{
    return regexec(&pattern->posix, text.data, 0, NULL, 0) == 0;
}

static bool rules_compile(bench_pattern *pattern, bench_matcher matcher, bool secret)
{
    PCRE2_SPTR text = (PCRE2_SPTR)rules_pattern(secret);
    PCRE2_SIZE offset;
    int error;

    pattern->matches = matcher == BENCH_PCRE2_FAST ? rules_match_fast : rules_match;
    pattern->code = pcre2_compile(text, PCRE2_ZERO_TERMINATED, PCRE2_DOLLAR_ENDONLY,
                                  &error, &offset, NULL);
    if (pattern->code == NULL) {
        return false;
    }
    pattern->data = pcre2_match_data_create_from_pattern(pattern->code, NULL);
    return pattern->data != NULL &&
           (matcher == BENCH_PCRE2_PLAIN ||
            pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE) == 0);
}

static bool rules_compile_posix(bench_pattern *pattern, bool secret)
{
    char expression[RULES_EXPRESSION_MAX];

    model_posix_pattern(rules_pattern(secret), expression);
    pattern->matches = rules_match_posix;
    return regcomp(&pattern->posix, expression, REG_EXTENDED | REG_NOSUB) == 0;
}

bench_pattern *bench_pattern_open(bench_matcher matcher, bool secret)
{
    bench_pattern *pattern = calloc(1, sizeof *pattern);
    bool good = pattern != NULL &&
                (matcher == BENCH_REGEXEC ? rules_compile_posix(pattern, secret)
                                          : rules_compile(pattern, matcher, secret));

    if (!good) {
        bench_pattern_close(pattern);
        return NULL;
    }
    return pattern;
}

bool bench_pattern_matches(const bench_pattern *pattern, dsi_string text)
{
    return pattern->matches(pattern, text);
}

void bench_pattern_close(bench_pattern *pattern)
{
    if (pattern == NULL) {
        return;
    }
    if (pattern->matches == rules_match_posix) {
        regfree(&pattern->posix);
    }
    pcre2_match_data_free(pattern->data);
    pcre2_code_free(pattern->code);
    free(pattern);
}

/* ------------------------------------------------------------------------ rules */

bench_rules *bench_rules_open(bench_matcher matcher)
{
    bench_rules *rules = calloc(1, sizeof *rules);

    if (rules == NULL) {
        return NULL;
    }
    rules->cluster = bench_pattern_open(matcher, false);
    rules->secret = bench_pattern_open(matcher, true);
    if (rules->cluster == NULL || rules->secret == NULL) {
        bench_rules_close(rules);
        return NULL;
    }
    return rules;
}

void bench_rules_close(bench_rules *rules)
{
    if (rules != NULL) {
        bench_pattern_close(rules->cluster);
        bench_pattern_close(rules->secret);
        free(rules);
    }
}

/* The length of UTF-8 in Unicode scalar values. */
static bool rules_length(dsi_string text, size_t minimum, size_t maximum)
{
    size_t count = 0;

    for (size_t i = 0; i < text.length; i++) {
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    }
    return count >= minimum && count <= maximum;
}

static bool rules_arn(const bench_pattern *pattern, dsi_string arn)
{
    return arn.data != NULL &&
           rules_length(arn, RULES_ARN_MINIMUM, RULES_ARN_MAXIMUM) &&
           bench_pattern_matches(pattern, arn);
}

bool bench_rules_hold(const bench_rules *rules, const dsi_start_request *request)
{
    const dsi_rds_data_api_config *config = request->rds_data_api_config;

    return config == NULL ||
           (rules_arn(rules->cluster, config->resource_arn) &&
            rules_arn(rules->secret, config->secret_arn) &&
            config->database_name.data != NULL &&
            rules_length(config->database_name, 1, RULES_NAME_MAXIMUM));
}
