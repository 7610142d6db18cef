/* The verdict on each sample, at each level, from every function that gives one. */
#include "tests/schema/arn_samples.h"
#include "tests/schema/sample.h"
#include "tests/support.h"

#include "schema/arn/arn.h"

static void check_verdict(const arn_sample *sample, dsi_level level, bool expected)
{
    dsi_arn_mismatch mismatch = {.offset = SIZE_MAX};
    dsi_arn arn;

    ck_assert_msg(dsi_arn_parse(sample->text, sample->kind, level, &arn, &mismatch) ==
                      expected,
                  "%s: level %d does not say %d", sample->why, (int)level, expected);
    if (!expected) {
        ck_assert_msg(mismatch.offset <= sample->text.length, "%s: offset",
                      sample->why);
        ck_assert_msg(mismatch.rule != NULL && mismatch.rule[0] != '\0', "%s: rule",
                      sample->why);
    }
}

START_TEST(the_model_gives_this_verdict)
{
    check_verdict(&arn_samples[_i], DSI_LEVEL_MODEL, arn_samples[_i].model);
}
END_TEST

START_TEST(the_documentation_gives_this_verdict)
{
    const arn_sample *sample = &arn_samples[_i];

    if (sample->documented != VERDICT_EITHER) {
        check_verdict(sample, DSI_LEVEL_DOCUMENTED, sample->documented == VERDICT_YES);
        check_verdict(sample, DSI_LEVEL_AGREEMENT, sample->documented == VERDICT_YES);
    }
}
END_TEST

START_TEST(what_is_documented_is_in_the_model)
{
    const arn_sample *sample = &arn_samples[_i];

    if (dsi_arn_parse(sample->text, sample->kind, DSI_LEVEL_DOCUMENTED, NULL, NULL)) {
        check_verdict(sample, DSI_LEVEL_MODEL, true);
    }
}
END_TEST

START_TEST(the_matcher_of_the_shape_agrees)
{
    const arn_sample *sample = &arn_samples[_i];
    dsi_match_fn *match = sample->kind == DSI_ARN_SECRET ? dsi_match_secret
                                                         : dsi_match_rds_cluster;

    for (dsi_level level = DSI_LEVEL_MODEL; level <= DSI_LEVEL_AGREEMENT; level++) {
        dsi_mismatch matched = {0, NULL, NULL};
        dsi_arn_mismatch mismatch;
        bool parsed = dsi_arn_parse(sample->text, sample->kind, level, NULL, &mismatch);

        ck_assert_msg(match(sample->text, level, &matched) == parsed, "%s: level %d",
                      sample->why, (int)level);
        if (!parsed) {
            ck_assert_uint_eq(matched.offset, mismatch.offset);
            ck_assert_str_eq(matched.rule, mismatch.rule);
            ck_assert_str_eq(matched.part, dsi_arn_part_name(mismatch.part));
        }
    }
}
END_TEST

START_TEST(the_other_kind_refuses_it)
{
    const arn_sample *sample = &arn_samples[_i];
    dsi_arn_kind other = sample->kind == DSI_ARN_SECRET ? DSI_ARN_RDS_CLUSTER
                                                        : DSI_ARN_SECRET;

    ck_assert_msg(!dsi_arn_parse(sample->text, other, DSI_LEVEL_MODEL, NULL, NULL),
                  "%s", sample->why);
}
END_TEST

SUITE(arn_verdict)
{
    Suite *suite = suite_create("ARN verdicts");

    add_rows(suite, "model", the_model_gives_this_verdict, arn_sample_count);
    add_rows(suite, "documented", the_documentation_gives_this_verdict,
             arn_sample_count);
    add_rows(suite, "documented in model", what_is_documented_is_in_the_model,
             arn_sample_count);
    add_rows(suite, "matcher", the_matcher_of_the_shape_agrees, arn_sample_count);
    add_rows(suite, "other kind", the_other_kind_refuses_it, arn_sample_count);
    return suite;
}
