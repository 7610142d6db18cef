/* What is found in each request at each level, member by member of the violation. */
#include "tests/schema/shapes_facts.h"
#include "tests/schema/suites.h"
#include "tests/schema/validate_rows.h"

static const char *const paths[] = {"/rdsDataApiConfig/resourceArn",
                                    "/rdsDataApiConfig/secretArn",
                                    "/rdsDataApiConfig/databaseName"};

static const char *const shapes[] = {"RdsDataApiConfigResourceArn",
                                     "RdsDataApiConfigSecretArn",
                                     "RdsDataApiConfigDatabaseName"};

static dsi_string member_value(const dsi_start_request *request, member_index member)
{
    const dsi_rds_data_api_config *config = request->rds_data_api_config;

    return member == RESOURCE ? config->resource_arn
           : member == SECRET ? config->secret_arn
                              : config->database_name;
}

static void check_bounds(const char *why, const dsi_violation *found,
                         const finding *expected)
{
    const shape_fact *fact = shape_fact_find(shapes[expected->member]);
    bool model = expected->level == DSI_LEVEL_MODEL;
    bool is_length = expected->code == DSI_E_LENGTH;

    ck_assert_msg(found->actual == (is_length ? expected->at : 0), "%s: actual %zu",
                  why, found->actual);
    ck_assert_msg(found->offset == (is_length ? 0 : expected->at), "%s: offset %zu",
                  why, found->offset);
    ck_assert_msg(found->minimum == (is_length && model ? fact->minimum : 0),
                  "%s: minimum %zu", why, found->minimum);
    ck_assert_msg(found->maximum == (!is_length ? 0
                                     : model    ? fact->maximum
                                                : fact->documented_maximum),
                  "%s: maximum %zu", why, found->maximum);
}

static void check_rule(const char *why, const dsi_violation *found,
                       const finding *expected)
{
    const shape_fact *fact = shape_fact_find(shapes[expected->member]);

    ck_assert_pstr_eq(found->part, expected->part);
    ck_assert_msg((found->rule != NULL) == (expected->part != NULL), "%s: rule", why);
    if (expected->code == DSI_E_PATTERN && expected->level == DSI_LEVEL_MODEL) {
        ck_assert_str_eq(found->rule, fact->pattern);
    } else if (found->rule != NULL) {
        ck_assert_str_ne(found->rule, fact->pattern);
    }
}

static void check_violation(const char *why, const dsi_start_request *request,
                            const dsi_violation *found, const finding *expected)
{
    dsi_string value = member_value(request, expected->member);

    ck_assert_msg(found->code == expected->code && found->level == expected->level,
                  "%s: %s, level %d, not %s", why, dsi_code_name(found->code),
                  (int)found->level, dsi_code_name(expected->code));
    ck_assert_str_eq(found->path, paths[expected->member]);
    ck_assert_msg(found->value.data == value.data &&
                      found->value.length == value.length,
                  "%s: the value is not the member's", why);
    check_bounds(why, found, expected);
    check_rule(why, found, expected);
}

static void check_level(const validate_row *row, const dsi_start_request *request,
                        dsi_level level)
{
    dsi_violation items[FINDINGS_MAX + 1];
    dsi_violations report = {.items = items, .capacity = COUNT(items), .level = level};
    size_t returned = dsi_start_request_validate(request, &report);
    size_t count = 0;

    ck_assert_msg(returned == report.count && returned <= COUNT(items),
                  "%s: %zu returned, %zu counted", row->why, returned, report.count);
    for (size_t i = 0; i < FINDINGS_MAX && row->findings[i].code != DSI_OK; i++) {
        if (row->findings[i].level <= level) {
            ck_assert_msg(count < report.count, "%s, level %d: %zu is missing",
                          row->why, (int)level, i);
            check_violation(row->why, request, &items[count++], &row->findings[i]);
        }
    }
    ck_assert_msg(report.count == count, "%s, level %d: %zu too many", row->why,
                  (int)level, report.count - count);
}

START_TEST(findings)
{
    static request_memory memory;
    const validate_row *row = &validate_rows[_i];
    const dsi_start_request *request = request_make(&row->sample, &memory);

    for (dsi_level level = DSI_LEVEL_MODEL; level <= DSI_LEVEL_AGREEMENT; level++) {
        check_level(row, request, level);
    }
}
END_TEST

Suite *validate_level_suite(void)
{
    Suite *suite = suite_create("validation");

    add_rows(suite, "findings", findings, validate_row_count);
    return suite;
}
