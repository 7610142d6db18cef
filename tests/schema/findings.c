/* tests/schema/findings.c - compares what validation finds with what a table lists. */
#include "tests/schema/findings.h"

#include "tests/model/model.h"
#include "tests/support.h"

static const char *const paths[] = {
    [RESOURCE] = "/rdsDataApiConfig/resourceArn",
    [SECRET] = "/rdsDataApiConfig/secretArn",
    [DATABASE] = "/rdsDataApiConfig/databaseName",
    [ID] = "/introspectionId",
    [TOKEN] = "/nextToken",
    [MAX_RESULTS] = "/maxResults",
};

static const model_rules *rules_of(member_index member)
{
    const model_member *found = NULL;

    for (size_t i = 0; found == NULL && model_operations[i] != NULL; i++) {
        found = model_member_at(model_operations[i]->input, paths[member]);
    }
    ck_assert_msg(found != NULL, "no member %s", paths[member]);
    return found->shape->rules;
}

static void check_bounds(const char *why, const dsi_violation *found,
                         const finding *expected)
{
    const model_rules *rules = rules_of(expected->member);
    bool model = expected->level == DSI_LEVEL_MODEL;
    bool is_length = expected->code == DSI_E_LENGTH;
    bool is_bounds = is_length || expected->code == DSI_E_RANGE;

    ck_assert_msg(found->actual == (is_length ? expected->at : 0), "%s: actual %zu",
                  why, found->actual);
    ck_assert_msg(found->offset == (is_length ? 0 : expected->at), "%s: offset %zu",
                  why, found->offset);
    ck_assert_msg(found->minimum == (is_bounds && model ? rules->minimum : 0),
                  "%s: minimum %zu", why, found->minimum);
    ck_assert_msg(found->maximum == (!is_bounds ? 0
                                     : model    ? rules->maximum
                                                : rules->documented_maximum),
                  "%s: maximum %zu", why, found->maximum);
}

/*
 * A violation of a pattern carries the rule: the published pattern, or words for a
 * documented one. A disagreement carries words. For all others the code is enough.
 */
static void check_rule(const char *why, const dsi_violation *found,
                       const finding *expected)
{
    const model_rules *rules = rules_of(expected->member);
    bool in_words = expected->code == DSI_E_DISAGREEMENT ||
                    (expected->code == DSI_E_PATTERN &&
                     expected->level != DSI_LEVEL_MODEL);

    ck_assert_pstr_eq(found->part, expected->part);
    if (in_words) {
        ck_assert_msg(found->rule != NULL, "%s: no rule", why);
        ck_assert_str_ne(found->rule, rules->pattern);
    } else {
        ck_assert_pstr_eq(found->rule,
                          expected->code == DSI_E_PATTERN ? rules->pattern : NULL);
    }
}

static void check_violation(const request_case *row, const dsi_violation *found,
                            const finding *expected)
{
    dsi_string value = row->value(row->request, expected->member);

    ck_assert_msg(found->code == expected->code && found->level == expected->level,
                  "%s: %s, level %d, not %s", row->why, dsi_code_name(found->code),
                  (int)found->level, dsi_code_name(expected->code));
    ck_assert_str_eq(found->path, paths[expected->member]);
    ck_assert_msg(found->value.data == value.data &&
                      found->value.length == value.length,
                  "%s: the value is not the member's", row->why);
    check_bounds(row->why, found, expected);
    check_rule(row->why, found, expected);
}

static void check_level(const request_case *row, dsi_level level)
{
    dsi_violation items[FINDINGS_MAX + 1];
    dsi_violations report = {.items = items, .capacity = COUNT(items), .level = level};
    size_t returned = row->validate(row->request, &report);
    size_t count = 0;

    ck_assert_msg(returned == report.count && returned <= COUNT(items),
                  "%s: %zu returned, %zu counted", row->why, returned, report.count);
    for (size_t i = 0; i < FINDINGS_MAX && row->findings[i].code != DSI_OK; i++) {
        if (row->findings[i].level <= level) {
            ck_assert_msg(count < report.count, "%s, level %d: %zu is missing",
                          row->why, (int)level, i);
            check_violation(row, &items[count++], &row->findings[i]);
        }
    }
    ck_assert_msg(report.count == count, "%s, level %d: %zu too many", row->why,
                  (int)level, report.count - count);
}

void check_findings(const request_case *row)
{
    for (dsi_level level = DSI_LEVEL_MODEL; level <= DSI_LEVEL_AGREEMENT; level++) {
        check_level(row, level);
    }
}
