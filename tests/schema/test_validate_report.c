/*
 * The report as a container: its capacity, its count, and words that repeat no value.
 */
#define _GNU_SOURCE /* for memmem */

#include "tests/schema/validate_rows.h"
#include "tests/support.h"

#include "schema/operation.h"
#include "schema/service_error.h"
#include "schema/validate.h"

#define SENTINEL 0x5a

/* Breaks five rules. Its members break two, two and one of them. */
static const request_sample broken = {
    false, {{.head = BYTES("")}, {.head = BYTES("")}, {.head = BYTES("")}}};

static const dsi_code broken_codes[] = {DSI_E_LENGTH, DSI_E_PATTERN, DSI_E_LENGTH,
                                        DSI_E_PATTERN, DSI_E_LENGTH};

START_TEST(the_first_are_stored_and_all_are_counted)
{
    static request_memory memory;
    unsigned char untouched[sizeof(dsi_violation)];
    dsi_violation items[COUNT(broken_codes) + 1];
    dsi_violations report = {.items = items, .capacity = (size_t)_i, .count = 99};
    size_t stored = report.capacity < 5 ? report.capacity : 5;

    memset(untouched, SENTINEL, sizeof untouched);
    memset(items, SENTINEL, sizeof items);
    ck_assert_uint_eq(
        dsi_start_request_validate(request_make(&broken, &memory), &report), 5);
    ck_assert_uint_eq(report.count, 5);
    ck_assert_uint_eq(report.capacity, (size_t)_i);
    for (size_t i = 0; i < stored; i++) {
        ck_assert_int_eq(items[i].code, broken_codes[i]);
    }
    for (size_t i = stored; i < COUNT(items); i++) {
        ck_assert_mem_eq(&items[i], untouched, sizeof untouched);
    }
}
END_TEST

START_TEST(no_items_only_counts)
{
    static request_memory memory;
    dsi_violations report = {.items = NULL, .capacity = 8};
    const dsi_start_request *request = request_make(&broken, &memory);

    ck_assert_uint_eq(dsi_start_request_validate(request, &report), 5);
    ck_assert_uint_eq(report.count, 5);
    ck_assert_uint_eq(dsi_start_request_validate(request, &report), 5);
}
END_TEST

static size_t model_findings(const validate_row *row)
{
    size_t count = 0;

    for (size_t i = 0; i < FINDINGS_MAX && row->findings[i].code != DSI_OK; i++) {
        count += row->findings[i].level == DSI_LEVEL_MODEL;
    }
    return count;
}

START_TEST(no_report_counts_the_model_alone)
{
    static request_memory memory;
    const validate_row *row = &validate_rows[_i];

    ck_assert_msg(dsi_start_request_validate(request_make(&row->sample, &memory),
                                             NULL) == model_findings(row),
                  "%s", row->why);
}
END_TEST

static void check_words(const char *why, const char *words, dsi_string value)
{
    bool leaks = value.length > 7 &&
                 memmem(words, strlen(words), value.data, value.length) != NULL;

    ck_assert_msg(!leaks, "%s: '%s' contains the value", why, words);
}

START_TEST(every_text_fits_without_the_value)
{
    static request_memory memory;
    const validate_row *row = &validate_rows[_i];
    dsi_violation items[FINDINGS_MAX];
    dsi_violations report = {
        .items = items, .capacity = COUNT(items), .level = DSI_LEVEL_AGREEMENT};
    char words[FINDINGS_MAX * DSI_VIOLATION_TEXT_MAX];

    dsi_start_request_validate(request_make(&row->sample, &memory), &report);
    for (size_t i = 0; i < report.count; i++) {
        ck_assert_msg(dsi_violation_describe(&items[i], words, sizeof words) <
                          DSI_VIOLATION_TEXT_MAX,
                      "%s: '%s' is too long", row->why, words);
        check_words(row->why, words, items[i].value);
    }
    ck_assert_uint_lt(dsi_violations_describe(&report, words, sizeof words),
                      sizeof words);
    for (size_t i = 0; i < report.count; i++) {
        check_words(row->why, words, items[i].value);
    }
}
END_TEST

/*
 * Each member breaks a rule of each level. It contains a name that no words may repeat.
 */
static const request_sample secretive[] = {
    {false,
     {{.head = BYTES("hunter2-hunter2-hunter2")},
      {.head = BYTES("arn:aws:secretsmanager:hunter2:123456789012:secret:hunter2.\n")},
      {BYTES(""), "hunter2", 30, BYTES("")}}},
    {false,
     {{.head = BYTES("arn:hunter:rds:hunter2:123456789012:cluster:hunter2_")},
      {.head = BYTES("arn:aws:secretsmanager:hunter2-x:123456789013:secret:hunter2")},
      {BYTES("hunter2"), "d", 60, BYTES("")}}},
    {false,
     {{.head = BYTES("hunter2\xff")},
      {.head = BYTES("hunter2\xff")},
      {.head = BYTES("hunter2\xff")}}},
};

START_TEST(no_part_of_a_value_is_repeated)
{
    static request_memory memory;
    dsi_violation items[12];
    dsi_violations report = {
        .items = items, .capacity = COUNT(items), .level = DSI_LEVEL_AGREEMENT};
    char words[COUNT(items) * DSI_VIOLATION_TEXT_MAX];

    ck_assert_uint_ge(
        dsi_start_request_validate(request_make(&secretive[_i], &memory), &report), 3);
    dsi_violations_describe(&report, words, sizeof words);
    ck_assert_msg(strstr(words, "hunter") == NULL, "%s", words);
}
END_TEST

START_TEST(the_request_is_not_touched)
{
    static request_memory memory;
    static request_memory before;
    const dsi_start_request *request = request_make(&validate_rows[_i].sample, &memory);

    before = memory;
    (void)dsi_start_request_validate(request,
                                     &(dsi_violations){.level = DSI_LEVEL_AGREEMENT});
    ck_assert_mem_eq(&before, &memory, sizeof memory);
}
END_TEST

/* Text without a constraint must still be UTF-8. Other values have no rule then. */
START_TEST(text_without_constraint_is_utf8)
{
    static const dsi_code_error errors[] = {
        {.error_type = {"fine", 4}},
        {.value = {"ab\xc3", 3}},
    };
    static const dsi_bad_request_detail detail = {.code_errors = {errors, 2, 0}};
    const dsi_exception exception = {.message = TEXT("fine"),
                                     .reason = {DSI_REASON_UNKNOWN, TEXT("OTHER")},
                                     .detail = &detail};
    dsi_violation item;
    dsi_violations report = {
        .items = &item, .capacity = 1, .level = DSI_LEVEL_AGREEMENT};

    ck_assert_uint_eq(dsi_validate(&dsi_shape_exception, &exception, &report), 1);
    ck_assert_int_eq(item.code, DSI_E_ILL_FORMED);
    ck_assert_uint_eq(item.offset, 2);
    ck_assert_str_eq(item.path, "/detail/codeErrors/1/value");
}
END_TEST

START_TEST(integer_without_constraint_is_any)
{
    dsi_code_error_location location = {.line = {true, INT32_MIN},
                                        .column = {true, INT32_MAX}};
    dsi_code_error code_error = {.location = &location};
    dsi_bad_request_detail detail = {.code_errors = {.items = &code_error, .count = 1}};
    dsi_exception exception = {.detail = &detail};

    ck_assert_uint_eq(dsi_validate(&dsi_shape_exception, &exception, NULL), 0);
}
END_TEST

SUITE(validate_report)
{
    Suite *suite = suite_create("violations");

    add_rows(suite, "capacity", the_first_are_stored_and_all_are_counted,
             COUNT(broken_codes) + 2);
    add_test(suite, "no items", no_items_only_counts);
    add_rows(suite, "no report", no_report_counts_the_model_alone, validate_row_count);
    add_rows(suite, "texts", every_text_fits_without_the_value, validate_row_count);
    add_rows(suite, "secrets", no_part_of_a_value_is_repeated, COUNT(secretive));
    add_rows(suite, "const", the_request_is_not_touched, validate_row_count);
    add_test(suite, "free text", text_without_constraint_is_utf8);
    add_test(suite, "free integer", integer_without_constraint_is_any);
    return suite;
}
