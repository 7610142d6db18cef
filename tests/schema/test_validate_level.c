/* Every violation that each level finds in each request of the tables. */
#include "tests/model/model.h"
#include "tests/schema/get_rows.h"
#include "tests/schema/validate_rows.h"
#include "tests/support.h"

#include "schema/operation.h"
#include "schema/service_error.h"
#include "schema/validate.h"

static dsi_string start_value(const void *request, member_index member)
{
    const dsi_start_request *start = request;
    const dsi_rds_data_api_config *config = start->rds_data_api_config;

    return member == RESOURCE ? config->resource_arn
           : member == SECRET ? config->secret_arn
                              : config->database_name;
}

START_TEST(findings_of_start)
{
    static request_memory memory;
    const validate_row *row = &validate_rows[_i];

    check_findings(
        &(request_case){.why = row->why,
                        .request = request_make(&row->sample, &memory),
                        .validate = model_find("start-request").typed->validate,
                        .value = start_value,
                        .findings = row->findings});
}
END_TEST

static dsi_string get_value(const void *request, member_index member)
{
    const dsi_get_request *get = request;

    return member == ID      ? get->introspection_id
           : member == TOKEN ? get->next_token
                             : dsi_str(NULL);
}

START_TEST(findings_of_get)
{
    static get_memory memory;
    const get_row *row = &get_rows[_i];

    check_findings(
        &(request_case){.why = row->why,
                        .request = get_make(&row->sample, &memory),
                        .validate = model_find("get-request").typed->validate,
                        .value = get_value,
                        .findings = row->findings});
}
END_TEST

/* A shape's members may have no rules at all. */
START_TEST(nothing_is_found_without_rules)
{
    dsi_error_report report = {.type = TEXT("t"), .status = {true, INT32_MIN}};

    ck_assert_uint_eq(dsi_validate(&dsi_shape_error_report, &report, NULL), 0);
}
END_TEST

SUITE(validate_level)
{
    Suite *suite = suite_create("validation");

    add_rows(suite, "findings of Start", findings_of_start, validate_row_count);
    add_rows(suite, "findings of Get", findings_of_get, get_row_count);
    add_test(suite, "no rules", nothing_is_found_without_rules);
    return suite;
}
