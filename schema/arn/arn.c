/*
 * schema/arn/arn.c - ARNs: parts, rules in words, and lengths.
 *
 * The automata of arn.re answer one question: is this text in the language, and if not,
 * at which byte does it stop to be? This file does the rest:
 *
 *     1. arn_grammar chooses the language by kind and level.
 *     2. arn_accept adds the length of the resource. An automaton could count to 512
 *        only with 512 states.
 *     3. arn_check names the part in which the byte lies, and that part's rule.
 *     4. arn_fill cuts the text at its first five colons.
 *
 * The part of an ARN follows from the colons before the byte alone. So it is right in a
 * text that is not an ARN as well.
 */
#include "schema/arn/arn.h"

#include <string.h>

#define PART_COUNT 6

static const char *const part_names[PART_COUNT] = {"prefix", "partition", "service",
                                                   "region", "account",   "resource"};

static const char rule_prefix[] = "an ARN begins with 'arn:'";
static const char rule_account[] = "the account is twelve digits";
static const char rule_partition[] =
    "the partition is made of lower-case letters and hyphens";
static const char rule_region[] =
    "the region is made of lower-case letters, digits and hyphens";
static const char rule_known_partition[] =
    "the partition is aws, aws-cn, aws-us-gov, aws-iso, aws-iso-b, aws-iso-e, "
    "aws-iso-f or aws-eusc";
static const char rule_known_region[] = "the region is named like us-east-1";

static const char rule_cluster[] =
    "the resource is 'cluster:' and letters, digits, '_', '/' or '-'";
static const char rule_secret[] =
    "the resource is 'secret:' and letters, digits or any of _/+=.@!-";
static const char rule_cluster_name[] =
    "the resource is 'cluster:' and a name of 1 to 63 lower-case letters, digits and "
    "hyphens that begins with a letter, does not end with a hyphen and has no two "
    "hyphens in a row";
static const char rule_secret_name[] =
    "the resource is 'secret:', a name of 1 to 512 letters, digits or any of "
    "_/+=.@!-, and the suffix of a hyphen and six letters or digits";

/* What each part of each grammar must be, by dsi_arn_grammar and dsi_arn_part. */
static const char *const arn_rules[][PART_COUNT] = {
    {rule_prefix, "the partition is not empty, and UTF-8 without NUL",
     "the service is not empty, and UTF-8 without NUL",
     "the region is UTF-8 without NUL, up to a colon",
     "the account is UTF-8 without NUL, up to a colon",
     "the resource is not empty, and UTF-8 without NUL"},
    {rule_prefix, rule_partition, "the service is 'rds'", rule_region, rule_account,
     rule_cluster},
    {rule_prefix, rule_partition, "the service is 'secretsmanager'", rule_region,
     rule_account, rule_secret},
    {rule_prefix, rule_known_partition, "the service is 'rds'", rule_known_region,
     rule_account, rule_cluster_name},
    {rule_prefix, rule_known_partition, "the service is 'secretsmanager'",
     rule_known_region, rule_account, rule_secret_name},
};

static const char rule_length[] = "the ARN has at most 2,048 characters";

/*
 * Where the parts of an ARN begin; returns how many begin at or before `end`. The sixth
 * part may hold colons.
 */
static size_t arn_split(dsi_string text, size_t end, size_t starts[PART_COUNT])
{
    size_t parts = 1;

    starts[0] = 0;
    for (size_t i = 0; i < end && parts < PART_COUNT; i++) {
        if (text.data[i] == ':') {
            starts[parts++] = i + 1;
        }
    }
    return parts;
}

static dsi_arn_grammar arn_grammar(dsi_arn_kind kind, dsi_level level)
{
    if (kind == DSI_ARN_ANY) {
        return DSI_GRAMMAR_ANY;
    }
    if (kind == DSI_ARN_RDS_CLUSTER) {
        return level == DSI_LEVEL_MODEL ? DSI_GRAMMAR_RDS_CLUSTER
                                        : DSI_GRAMMAR_RDS_CLUSTER_DOCUMENTED;
    }
    return level == DSI_LEVEL_MODEL ? DSI_GRAMMAR_SECRET
                                    : DSI_GRAMMAR_SECRET_DOCUMENTED;
}

/*
 * The longest resource of a grammar, in bytes (names are ASCII); SIZE_MAX: any length.
 */
static size_t arn_resource_max(dsi_arn_grammar grammar)
{
    switch (grammar) {
    case DSI_GRAMMAR_RDS_CLUSTER_DOCUMENTED:
        return sizeof "cluster:" - 1 + 63;
    case DSI_GRAMMAR_SECRET_DOCUMENTED:
        return sizeof "secret:" - 1 + 512 + sizeof "-XXXXXX" - 1;
    default:
        return SIZE_MAX;
    }
}

/*
 * True if a resource that matches up to `good` is not longer than `maximum`. Otherwise
 * sets `offset` to the first byte over it, which is the first error then.
 */
static bool arn_resource_fits(dsi_string text, size_t good, size_t maximum,
                              size_t *offset)
{
    size_t starts[PART_COUNT] = {0};
    size_t end;

    if (arn_split(text, good, starts) < PART_COUNT) {
        return true;
    }
    end = starts[DSI_ARN_RESOURCE] + maximum;
    if (good <= end) {
        return true;
    }
    *offset = end;
    return false;
}

static bool arn_accept(dsi_arn_grammar grammar, dsi_string text, size_t *offset)
{
    size_t maximum = arn_resource_max(grammar);
    bool matches = dsi_arn_match(grammar, text, offset);
    size_t good = matches ? text.length : *offset;

    if (maximum == SIZE_MAX) {
        return matches;
    }
    return arn_resource_fits(text, good, maximum, offset) && matches;
}

/*
 * The part in which a byte lies. A colon belongs to the part that it ends, so a missing
 * colon is the error of that part.
 */
static dsi_arn_part arn_part_at(dsi_string text, size_t offset)
{
    size_t starts[PART_COUNT];

    return (dsi_arn_part)(arn_split(text, offset, starts) - 1);
}

static bool arn_check(dsi_arn_grammar grammar, dsi_string text,
                      dsi_arn_mismatch *mismatch)
{
    if (arn_accept(grammar, text, &mismatch->offset)) {
        return true;
    }
    mismatch->part = arn_part_at(text, mismatch->offset);
    mismatch->rule = arn_rules[grammar][mismatch->part];
    return false;
}

static dsi_string arn_view(dsi_string text, size_t start, size_t end)
{
    return (dsi_string){.data = text.data + start, .length = end - start};
}

static void arn_fill(dsi_string text, dsi_arn *arn)
{
    size_t starts[PART_COUNT] = {0};

    (void)arn_split(text, text.length, starts);
    arn->partition = arn_view(text, starts[1], starts[2] - 1);
    arn->service = arn_view(text, starts[2], starts[3] - 1);
    arn->region = arn_view(text, starts[3], starts[4] - 1);
    arn->account = arn_view(text, starts[4], starts[5] - 1);
    arn->resource = arn_view(text, starts[5], text.length);
}

/*
 * The length of 2,048 is checked after the grammar. If the text breaks both, the lower
 * offset is reported, since `good` is where the grammar stopped.
 */
bool dsi_arn_parse(dsi_string text, dsi_arn_kind kind, dsi_level level, dsi_arn *arn,
                   dsi_arn_mismatch *mismatch)
{
    dsi_arn_mismatch found = {.offset = 0};
    bool accepted = arn_check(arn_grammar(kind, level), text, &found);
    size_t good = accepted ? text.length : found.offset;

    if (kind != DSI_ARN_ANY && good > DSI_ARN_LENGTH_MAX) {
        found.offset = DSI_ARN_LENGTH_MAX;
        found.part = arn_part_at(text, found.offset);
        found.rule = rule_length;
        accepted = false;
    }
    if (!accepted) {
        if (mismatch != NULL) {
            *mismatch = found;
        }
        return false;
    }
    if (arn != NULL) {
        arn_fill(text, arn);
    }
    return true;
}

const char *dsi_arn_part_name(dsi_arn_part part)
{
    return (size_t)part < PART_COUNT ? part_names[part] : "?";
}

static bool arn_constraint(dsi_arn_kind kind, dsi_string value, dsi_level level,
                           dsi_mismatch *mismatch)
{
    dsi_arn_mismatch found;

    if (arn_check(arn_grammar(kind, level), value, &found)) {
        return true;
    }
    mismatch->offset = found.offset;
    mismatch->rule = found.rule;
    mismatch->part = part_names[found.part];
    return false;
}

bool dsi_match_rds_cluster(dsi_string value, dsi_level level, dsi_mismatch *mismatch)
{
    return arn_constraint(DSI_ARN_RDS_CLUSTER, value, level, mismatch);
}

bool dsi_match_secret(dsi_string value, dsi_level level, dsi_mismatch *mismatch)
{
    return arn_constraint(DSI_ARN_SECRET, value, level, mismatch);
}
