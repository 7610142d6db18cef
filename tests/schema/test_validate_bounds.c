/* The bounds of the model: one less, the bound itself, and one more. */
#include "tests/support.h"

#include "schema/validate.h"

#include <dsi/get.h>
#include <dsi/start.h>

#define LENGTH_MAX 65537

/* The number of violations of this code in a request with this text. */
typedef size_t check_fn(dsi_string text, dsi_code code);

static size_t count(const dsi_violations *report, dsi_code code)
{
    size_t found = 0;

    for (size_t i = 0; i < report->count; i++) {
        found += report->items[i].code == code;
    }
    return found;
}

static size_t start_request(const dsi_rds_data_api_config *config, dsi_code code)
{
    dsi_start_request request = {.rds_data_api_config = config};
    dsi_violation items[8];
    dsi_violations report = {.items = items, .capacity = COUNT(items)};

    (void)dsi_start_request_validate(&request, &report);
    return count(&report, code);
}

static const dsi_string good_cluster = {"arn:aws:rds:us-east-1:123456789012:cluster:c",
                                        44};
static const dsi_string good_secret = {
    "arn:aws:secretsmanager:us-east-1:123456789012:secret:s", 54};

static size_t resource_arn(dsi_string text, dsi_code code)
{
    return start_request(&(dsi_rds_data_api_config){text, good_secret, TEXT_ROW("d")},
                         code);
}

static size_t secret_arn(dsi_string text, dsi_code code)
{
    return start_request(&(dsi_rds_data_api_config){good_cluster, text, TEXT_ROW("d")},
                         code);
}

static size_t database_name(dsi_string text, dsi_code code)
{
    return start_request(&(dsi_rds_data_api_config){good_cluster, good_secret, text},
                         code);
}

static size_t get_request(const dsi_get_request *request, dsi_code code)
{
    dsi_violation items[8];
    dsi_violations report = {.items = items, .capacity = COUNT(items)};

    (void)dsi_get_request_validate(request, &report);
    return count(&report, code);
}

static size_t introspection_id(dsi_string text, dsi_code code)
{
    return get_request(&(dsi_get_request){.introspection_id = text}, code);
}

static size_t next_token(dsi_string text, dsi_code code)
{
    return get_request(
        &(dsi_get_request){.introspection_id = TEXT_ROW("i"), .next_token = text},
        code);
}

typedef struct bound_row {
    const char *member;
    check_fn *check;
    size_t minimum;
    size_t maximum;
} bound_row;

static const bound_row bounds[] = {
    {"resourceArn", resource_arn, 20, 2048},
    {"secretArn", secret_arn, 20, 2048},
    {"databaseName", database_name, 1, 128},
    {"introspectionId", introspection_id, 1, SIZE_MAX},
    {"nextToken", next_token, 1, 65536},
};

static void check_length(const bound_row *row, size_t length)
{
    static char text[LENGTH_MAX];
    bool good = length >= row->minimum && length <= row->maximum;

    if (length > sizeof text) {
        return; /* such a bound does not exist */
    }
    memset(text, 'a', sizeof text);
    ck_assert_msg(row->check((dsi_string){text, length}, DSI_E_LENGTH) ==
                      (good ? 0 : 1),
                  "%s of %zu characters", row->member, length);
}

START_TEST(lengths)
{
    const bound_row *row = &bounds[_i];

    for (size_t length = row->minimum - 1; length <= row->minimum + 1; length++) {
        check_length(row, length);
    }
    for (size_t less = 0; less <= 2; less++) {
        check_length(row, row->maximum - 1 + less);
    }
}
END_TEST

START_TEST(results)
{
    static const int32_t values[] = {-1, 0, 1, 24, 25, 26};

    for (size_t i = 0; i < COUNT(values); i++) {
        dsi_get_request request = {.introspection_id = TEXT_ROW("i"),
                                   .max_results = {true, values[i]}};
        bool good = values[i] >= 0 && values[i] <= 25;

        ck_assert_msg(get_request(&request, DSI_E_RANGE) == (good ? 0 : 1), "%d",
                      (int)values[i]);
    }
}
END_TEST

SUITE(validate_bounds)
{
    Suite *suite = suite_create("bounds");

    add_rows(suite, "lengths", lengths, COUNT(bounds));
    add_test(suite, "results", results);
    return suite;
}
