/* Validation of Get's requests: rules without a pattern, in a report and in words. */
#define _GNU_SOURCE /* for memmem */

#include "tests/schema/get_rows.h"
#include "tests/support.h"

#define SENTINEL 0x5a

#define FAILED "' failed to satisfy constraint: "
#define ID_TEXT "a1234567-8910-abcd-efgh-identifier"

/* Breaks four rules. Its members break one, none, two and one of them. */
static const get_sample broken = {.id = {.head = BYTES(".")},
                                  .include_models_sdl = {true, false},
                                  .token = {.head = BYTES("")},
                                  .max_results = {true, 26}};

static const dsi_code broken_codes[] = {DSI_E_DOT_SEGMENT, DSI_E_LENGTH, DSI_E_PATTERN,
                                        DSI_E_RANGE};

START_TEST(the_first_are_stored_and_all_are_counted)
{
    static get_memory memory;
    unsigned char untouched[sizeof(dsi_violation)];
    dsi_violation items[COUNT(broken_codes) + 1];
    dsi_violations report = {.items = items, .capacity = (size_t)_i, .count = 99};
    size_t stored = report.capacity < 4 ? report.capacity : 4;

    memset(untouched, SENTINEL, sizeof untouched);
    memset(items, SENTINEL, sizeof items);
    ck_assert_uint_eq(dsi_get_request_validate(get_make(&broken, &memory), &report), 4);
    ck_assert_uint_eq(report.count, 4);
    ck_assert_uint_eq(report.capacity, (size_t)_i);
    for (size_t i = 0; i < stored; i++) {
        ck_assert_int_eq(items[i].code, broken_codes[i]);
    }
    for (size_t i = stored; i < COUNT(items); i++) {
        ck_assert_mem_eq(&items[i], untouched, sizeof untouched);
    }
}
END_TEST

/* All rules for Get are of level MODEL, so a call without a report counts the same. */
START_TEST(neither_a_report_nor_items_are_needed)
{
    static get_memory memory;
    const get_row *row = &get_rows[_i];
    const dsi_get_request *request = get_make(&row->sample, &memory);
    dsi_violations report = {
        .items = NULL, .capacity = 8, .level = DSI_LEVEL_AGREEMENT};
    size_t expected = 0;

    while (expected < FINDINGS_MAX && row->findings[expected].code != DSI_OK) {
        expected++;
    }
    ck_assert_msg(dsi_get_request_validate(request, NULL) == expected, "%s", row->why);
    ck_assert_msg(dsi_get_request_validate(request, &report) == expected, "%s",
                  row->why);
    ck_assert_uint_eq(report.count, expected);
}
END_TEST

START_TEST(the_request_is_not_touched)
{
    static get_memory memory;
    static get_memory before;
    const dsi_get_request *request = get_make(&get_rows[_i].sample, &memory);

    before = memory;
    (void)dsi_get_request_validate(request,
                                   &(dsi_violations){.level = DSI_LEVEL_AGREEMENT});
    ck_assert_mem_eq(&before, &memory, sizeof memory);
}
END_TEST

static void check_words(const char *why, const char *words, dsi_string value)
{
    bool leaks = value.length > 2 &&
                 memmem(words, strlen(words), value.data, value.length) != NULL;

    ck_assert_msg(!leaks, "%s: '%s' contains the value", why, words);
}

START_TEST(every_text_fits_without_the_value)
{
    static get_memory memory;
    const get_row *row = &get_rows[_i];
    dsi_violation items[FINDINGS_MAX];
    dsi_violations report = {
        .items = items, .capacity = COUNT(items), .level = DSI_LEVEL_AGREEMENT};
    char words[64 + FINDINGS_MAX * DSI_VIOLATION_TEXT_MAX];

    (void)dsi_get_request_validate(get_make(&row->sample, &memory), &report);
    for (size_t i = 0; i < report.count; i++) {
        ck_assert_msg(dsi_violation_describe(&items[i], words, sizeof words) <
                          DSI_VIOLATION_TEXT_MAX,
                      "%s: '%s' is too long", row->why, words);
        check_words(row->why, words, items[i].value);
    }
    ck_assert_uint_lt(dsi_violations_describe(&report, words, sizeof words),
                      sizeof words);
    check_words(row->why, words, memory.request.introspection_id);
    check_words(row->why, words, memory.request.next_token);
}
END_TEST

typedef struct secret_row {
    const char *why;
    get_sample sample;
} secret_row;

/* Members that break their rule. Each contains a text that no words may repeat. */
static const secret_row secrets[] = {
    {"an id that is not UTF-8", {.id = {.head = BYTES("hunter2\xff")}}},
    {"a token with a space",
     {.id = {.head = BYTES(ID_TEXT)}, .token = {.head = BYTES("hunter2 hunter2")}}},
    {"a token that is too long",
     {.id = {.head = BYTES(ID_TEXT)},
      .token = {BYTES(""), "hunter2", 9363, BYTES("")}}},
    {"a token that is not UTF-8",
     {.id = {.head = BYTES(ID_TEXT)}, .token = {.head = BYTES("hunter2\xff")}}},
    {"a number", {.id = {.head = BYTES(ID_TEXT)}, .max_results = {true, 6431}}},
};

START_TEST(no_part_of_a_value_is_repeated)
{
    static get_memory memory;
    const secret_row *row = &secrets[_i];
    dsi_violation item;
    dsi_violations report = {
        .items = &item, .capacity = 1, .level = DSI_LEVEL_AGREEMENT};
    char words[64 + DSI_VIOLATION_TEXT_MAX];

    ck_assert_msg(dsi_get_request_validate(get_make(&row->sample, &memory), &report) ==
                      1,
                  "%s", row->why);
    dsi_violations_describe(&report, words, sizeof words);
    ck_assert_msg(strstr(words, "hunter") == NULL && strstr(words, "6431") == NULL,
                  "%s: '%s'", row->why, words);
}
END_TEST

typedef struct whole_row {
    const char *why;
    get_sample sample;
    const char *text;
} whole_row;

static const whole_row wholes[] = {
    {"no id",
     {.max_results = {false, 0}},
     "1 validation error detected. Value at '/introspectionId" FAILED
     "Member must not be null"},
    {"an empty id",
     {.id = {.head = BYTES("")}},
     "1 validation error detected. Value with length 0 at '/introspectionId" FAILED
     "Member must have length greater than or equal to 1"},
    {"an id that is not UTF-8",
     {.id = {.head = BYTES("\xff")}},
     "1 validation error detected. Value at '/introspectionId" FAILED
     "Member must be well-formed UTF-8"},
    {"a token that is too long",
     {.id = {.head = BYTES(ID_TEXT)}, .token = {BYTES(""), "t", 65537, BYTES("")}},
     "1 validation error detected. Value with length 65537 at '/nextToken" FAILED
     "Member must have length between 1 and 65536, inclusive"},
    {"everything, in the order of the model",
     {.id = {.head = BYTES("..")},
      .token = {.head = BYTES("")},
      .max_results = {true, -1}},
     "4 validation errors detected. Value at '/introspectionId" FAILED
     "Member must not be a dot segment; Value with length 0 at '/nextToken" FAILED
     "Member must have length between 1 and 65536, inclusive; Value at "
     "'/nextToken" FAILED "Member must satisfy regular expression pattern: ^[\\S]+$; "
     "Value at '/maxResults" FAILED "Member must be between 0 and 25, inclusive"},
};

static size_t render_report(const void *subject, char *buffer, size_t capacity)
{
    return dsi_violations_describe(subject, buffer, capacity);
}

START_TEST(whole_reports)
{
    static get_memory memory;
    const whole_row *row = &wholes[_i];
    dsi_violation items[FINDINGS_MAX];
    dsi_violations report = {
        .items = items, .capacity = COUNT(items), .level = DSI_LEVEL_AGREEMENT};

    (void)dsi_get_request_validate(get_make(&row->sample, &memory), &report);
    check_rendering(render_report, &report, row->text);
}
END_TEST

SUITE(validate_get)
{
    Suite *suite = suite_create("violations of Get");

    add_rows(suite, "capacity", the_first_are_stored_and_all_are_counted,
             COUNT(broken_codes) + 2);
    add_rows(suite, "no report", neither_a_report_nor_items_are_needed, get_row_count);
    add_rows(suite, "const", the_request_is_not_touched, get_row_count);
    add_rows(suite, "texts", every_text_fits_without_the_value, get_row_count);
    add_rows(suite, "secrets", no_part_of_a_value_is_repeated, COUNT(secrets));
    add_rows(suite, "whole", whole_reports, COUNT(wholes));
    return suite;
}
