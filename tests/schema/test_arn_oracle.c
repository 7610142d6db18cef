/*
 * The automata against the published patterns: on the samples, and on every text that
 * differs from a good one by one byte.
 */
#include "tests/schema/arn_oracle.h"
#include "tests/schema/arn_samples.h"
#include "tests/support.h"

#define VARIANT_MAX 256

static const dsi_arn_grammar grammars[] = {
    DSI_GRAMMAR_ANY, DSI_GRAMMAR_RDS_CLUSTER, DSI_GRAMMAR_SECRET,
    DSI_GRAMMAR_RDS_CLUSTER_DOCUMENTED, DSI_GRAMMAR_SECRET_DOCUMENTED};

static bool is_ascii(dsi_string text)
{
    for (size_t i = 0; i < text.length; i++) {
        if ((unsigned char)text.data[i] > 0x7f) {
            return false;
        }
    }
    return true;
}

/*
 * A regular expression on bytes cannot ask for UTF-8, as the general form does. So the
 * general form is compared on ASCII only.
 */
static void compare(const arn_oracle *oracle, dsi_string text)
{
    bool model = oracle->grammar == DSI_GRAMMAR_RDS_CLUSTER ||
                 oracle->grammar == DSI_GRAMMAR_SECRET;
    size_t offset = SIZE_MAX;
    bool matches;

    if (oracle->grammar == DSI_GRAMMAR_ANY && !is_ascii(text)) {
        return;
    }
    matches = dsi_arn_match(oracle->grammar, text, &offset);
    if (matches != arn_oracle_match(oracle, text)) {
        ck_abort_msg("grammar %d and its pattern differ on '%.*s'",
                     (int)oracle->grammar, (int)text.length, text.data);
    }
    if (!matches && offset > text.length) {
        ck_abort_msg("grammar %d: offset %zu in '%.*s'", (int)oracle->grammar, offset,
                     (int)text.length, text.data);
    }
    if (model && !matches && offset != arn_oracle_reach(oracle->grammar, text)) {
        ck_abort_msg("grammar %d: offset %zu, not %zu, in '%.*s'", (int)oracle->grammar,
                     offset, arn_oracle_reach(oracle->grammar, text), (int)text.length,
                     text.data);
    }
}

START_TEST(samples)
{
    arn_oracle oracle = arn_oracle_open(grammars[_i]);

    for (size_t i = 0; i < arn_sample_count; i++) {
        compare(&oracle, arn_samples[i].text);
    }
    arn_oracle_close(&oracle);
}
END_TEST

static const dsi_string good[] = {
    {"arn:aws-iso-b:rds:us-isob-east-1:123456789012:cluster:c-1", 57},
    {"arn:aws:secretsmanager:eu-west-3:123456789012:secret:a/+=.@!_-AbCd09", 68},
};

START_TEST(the_good_arns_are_accepted)
{
    ck_assert_uint_eq(good[_i].length, strlen(good[_i].data));
    ck_assert(dsi_arn_parse(good[_i], _i == 0 ? DSI_ARN_RDS_CLUSTER : DSI_ARN_SECRET,
                            DSI_LEVEL_DOCUMENTED, NULL, NULL));
}
END_TEST

typedef void mutate_fn(char *variant, size_t at, size_t *length, unsigned byte);

static void replace(char *variant, size_t at, size_t *length, unsigned byte)
{
    if (at < *length) {
        variant[at] = (char)byte;
    }
}

static void insert(char *variant, size_t at, size_t *length, unsigned byte)
{
    memmove(variant + at + 1, variant + at, *length - at);
    variant[at] = (char)byte;
    (*length)++;
}

static void drop(char *variant, size_t at, size_t *length, unsigned byte)
{
    if (at + byte % 16 < *length) { /* up to 16 of them */
        size_t end = at + byte % 16 + 1;

        memmove(variant + at, variant + end, *length - end);
        *length -= end - at;
    }
}

static void cut(char *variant, size_t at, size_t *length, unsigned byte)
{
    variant[at] = (char)byte; /* the last byte, of all values */
    *length = at + 1;
}

static void compare_mutants(const arn_oracle *oracle, dsi_string text,
                            mutate_fn *mutate)
{
    char variant[VARIANT_MAX];

    for (size_t at = 0; at <= text.length; at++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            size_t length = text.length;

            memcpy(variant, text.data, text.length);
            mutate(variant, at, &length, byte);
            compare(oracle, (dsi_string){.data = variant, .length = length});
        }
    }
}

static mutate_fn *const mutations[] = {replace, insert, drop, cut};

START_TEST(one_byte_away)
{
    arn_oracle oracle = arn_oracle_open(grammars[(size_t)_i % COUNT(grammars)]);

    for (size_t i = 0; i < COUNT(good); i++) {
        compare_mutants(&oracle, good[i], mutations[(size_t)_i / COUNT(grammars)]);
    }
    arn_oracle_close(&oracle);
}
END_TEST

SUITE(arn_oracle)
{
    Suite *suite = suite_create("ARN patterns");

    add_rows(suite, "samples", samples, COUNT(grammars));
    add_rows(suite, "good", the_good_arns_are_accepted, COUNT(good));
    set_long(add_rows(suite, "one byte away", one_byte_away,
                      COUNT(grammars) * COUNT(mutations)));
    return suite;
}
