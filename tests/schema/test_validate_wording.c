/*
 * Violations in words, letter by letter. For the model's rules they are the words of
 * Smithy's server framework.
 */
#include "tests/schema/request_sample.h"
#include "tests/support.h"

#define R_PATTERN "^arn:[a-z-]*:rds:[a-z0-9-]*:\\d{12}:cluster:[0-9A-Za-z_/-]*$"

typedef struct wording_row {
    const char *why;
    dsi_violation violation;
    const char *text;
} wording_row;

static const wording_row wordings[] = {
    {"length, both bounds",
     {.code = DSI_E_LENGTH, .minimum = 1, .maximum = 128, .actual = 129, .path = "/d"},
     "Value with length 129 at '/d' failed to satisfy constraint: Member must have "
     "length between 1 and 128, inclusive"},
    {"length, lower bound alone",
     {.code = DSI_E_LENGTH, .minimum = 20, .maximum = SIZE_MAX, .path = "/a/b"},
     "Value with length 0 at '/a/b' failed to satisfy constraint: Member must have "
     "length greater than or equal to 20"},
    {"length, upper bound alone",
     {.code = DSI_E_LENGTH, .maximum = 64, .actual = 65, .path = "/d"},
     "Value with length 65 at '/d' failed to satisfy constraint: Member must have "
     "length less than or equal to 64"},
    {"length, no bound",
     {.code = DSI_E_LENGTH, .maximum = SIZE_MAX, .actual = 1, .path = "/d"},
     "Value with length 1 at '/d' failed to satisfy constraint: Member must have "
     "length greater than or equal to 0"},
    {"length, documented",
     {.code = DSI_E_LENGTH,
      .level = DSI_LEVEL_DOCUMENTED,
      .maximum = 570,
      .actual = 571,
      .path = "/d"},
     "Value with length 571 at '/d' failed to satisfy documented constraint: Member "
     "must have length less than or equal to 570"},
    {"pattern",
     {.code = DSI_E_PATTERN, .rule = R_PATTERN, .part = "account", .path = "/r"},
     "Value at '/r' failed to satisfy constraint: Member must satisfy regular "
     "expression pattern: " R_PATTERN},
    {"pattern, documented",
     {.code = DSI_E_PATTERN,
      .level = DSI_LEVEL_DOCUMENTED,
      .rule = "the rule",
      .part = "account",
      .path = "/r"},
     "Value at '/r' failed to satisfy documented constraint: the rule"},
    {"pattern, as the model writes it for a token",
     {.code = DSI_E_PATTERN, .rule = "^[\\S]+$", .path = "/nextToken"},
     "Value at '/nextToken' failed to satisfy constraint: Member must satisfy regular "
     "expression pattern: ^[\\S]+$"},
    {"range",
     {.code = DSI_E_RANGE, .maximum = 25, .path = "/maxResults"},
     "Value at '/maxResults' failed to satisfy constraint: Member must be between 0 "
     "and 25, inclusive"},
    {"dot segment",
     {.code = DSI_E_DOT_SEGMENT, .path = "/introspectionId"},
     "Value at '/introspectionId' failed to satisfy constraint: Member must not be a "
     "dot segment"},
    {"required",
     {.code = DSI_E_REQUIRED, .path = "/a"},
     "Value at '/a' failed to satisfy constraint: Member must not be null"},
    {"not UTF-8",
     {.code = DSI_E_ILL_FORMED, .offset = 7, .path = "/a"},
     "Value at '/a' failed to satisfy constraint: Member must be well-formed UTF-8"},
    {"disagreement",
     {.code = DSI_E_DISAGREEMENT,
      .level = DSI_LEVEL_AGREEMENT,
      .rule = "the rule",
      .part = "region",
      .path = "/s"},
     "Value at '/s' does not agree: the rule"},
    {"the message itself",
     {.code = DSI_E_REQUIRED},
     "Value at '' failed to satisfy constraint: Member must not be null"},
    {"all zero: no violation", {.code = DSI_OK}, "no error"},
    {"all zero but the path", {.code = DSI_OK, .path = "/a"}, "no error"},
    {"a pattern without a rule",
     {.code = DSI_E_PATTERN, .path = "/a"},
     "Value at '/a' failed to satisfy constraint: the pattern does not match"},
    {"a documented pattern without a rule",
     {.code = DSI_E_PATTERN, .level = DSI_LEVEL_DOCUMENTED, .path = "/a"},
     "Value at '/a' failed to satisfy documented constraint: the pattern does not "
     "match"},
    {"a disagreement without a rule",
     {.code = DSI_E_DISAGREEMENT, .level = DSI_LEVEL_AGREEMENT, .path = "/a"},
     "Value at '/a' does not agree: two members do not belong together"},
    {"a code that is not listed",
     {.code = (dsi_code)0x6ff, .path = "/a"},
     "Value at '/a' failed to satisfy constraint: unknown error"},
    {"the largest numbers",
     {.code = DSI_E_LENGTH,
      .minimum = SIZE_MAX - 2,
      .maximum = SIZE_MAX - 1,
      .actual = SIZE_MAX,
      .path = "/a"},
     "Value with length " SIZE_MAX_TENTH "5 at '/a' failed to satisfy constraint: "
     "Member must have length between " SIZE_MAX_TENTH "3 and " SIZE_MAX_TENTH
     "4, inclusive"},
};

static size_t render_violation(const void *subject, char *buffer, size_t capacity)
{
    return dsi_violation_describe(subject, buffer, capacity);
}

static size_t render_report(const void *subject, char *buffer, size_t capacity)
{
    return dsi_violations_describe(subject, buffer, capacity);
}

START_TEST(one)
{
    check_rendering(render_violation, &wordings[_i].violation, wordings[_i].text);
}
END_TEST

#define REQUIRED_TEXT                                                                  \
    "Value at '/a' failed to satisfy constraint: Member must not be null"

typedef struct report_row {
    const char *why;
    size_t capacity;
    size_t count;
    const char *text;
} report_row;

static const report_row reports[] = {
    {"one", 3, 1, "1 validation error detected. " REQUIRED_TEXT},
    {"two", 3, 2, "2 validation errors detected. " REQUIRED_TEXT "; " REQUIRED_TEXT},
    {"three", 3, 3,
     "3 validation errors detected. " REQUIRED_TEXT "; " REQUIRED_TEXT
     "; " REQUIRED_TEXT},
    {"more than are stored", 1, 12, "12 validation errors detected. " REQUIRED_TEXT},
    {"one, not stored", 0, 1, "1 validation error detected. "},
    {"no violation", 3, 0, "0 validation errors detected. "},
};

START_TEST(several)
{
    const report_row *row = &reports[_i];
    dsi_violation items[3];
    dsi_violations report = {
        .items = items, .capacity = row->capacity, .count = row->count};

    for (size_t i = 0; i < COUNT(items); i++) {
        items[i] = (dsi_violation){.code = DSI_E_REQUIRED, .path = "/a"};
    }
    check_rendering(render_report, &report, row->text);
}
END_TEST

START_TEST(items_may_be_left_out)
{
    dsi_violations report = {.capacity = 3, .count = 2};

    check_rendering(render_report, &report, "2 validation errors detected. ");
}
END_TEST

START_TEST(items_that_are_all_zero)
{
    dsi_violation items[2] = {{.code = DSI_OK}, {.code = DSI_OK}};
    dsi_violations report = {.items = items, .capacity = 2, .count = 2};

    check_rendering(render_report, &report,
                    "2 validation errors detected. no error; no error");
}
END_TEST

START_TEST(report_that_is_all_zero)
{
    dsi_violations report = {.items = NULL};

    check_rendering(render_report, &report, "0 validation errors detected. ");
}
END_TEST

typedef struct whole_row {
    const char *why;
    request_sample sample;
    const char *text;
} whole_row;

#define LENGTH(number, member, minimum, maximum)                                       \
    "Value with length " number " at '/rdsDataApiConfig/" member                       \
    "' failed to satisfy constraint: Member must have length between " minimum         \
    " and " maximum ", inclusive"

static const whole_row wholes[] = {
    {"a violation of the model",
     {false, {GOOD_RESOURCE, GOOD_SECRET, {.head = BYTES("")}}},
     "1 validation error detected. " LENGTH("0", "databaseName", "1", "128")},
    {"in the order of the model, length first",
     {false, {{.head = BYTES("x")}, ABSENT, GOOD_DATABASE}},
     "3 validation errors detected. " LENGTH(
         "1", "resourceArn", "20",
         "2048") "; "
                 "Value at '/rdsDataApiConfig/resourceArn' failed to satisfy "
                 "constraint: Member "
                 "must satisfy regular expression pattern: " R_PATTERN "; "
                 "Value at '/rdsDataApiConfig/secretArn' failed to satisfy constraint: "
                 "Member must "
                 "not be null"},
    {"documented rules name their level",
     {false,
      {{.head = BYTES("arn:aws:rds:us-east-1:12345678901x:cluster:c")},
       {.head = BYTES("arn:aws:secretsmanager:us-east-1:123456789012:secret:s")},
       GOOD_DATABASE}},
     "2 validation errors detected. "
     "Value at '/rdsDataApiConfig/resourceArn' failed to satisfy constraint: Member "
     "must satisfy regular expression pattern: " R_PATTERN "; "
     "Value at '/rdsDataApiConfig/secretArn' failed to satisfy documented constraint: "
     "the resource is 'secret:', a name of 1 to 512 letters, digits or any of "
     "_/+=.@!-, and the suffix of a hyphen and six letters or digits"},
    {"disagreement",
     {false,
      {GOOD_RESOURCE,
       {.head = BYTES("arn:aws:secretsmanager:eu-west-1:123456789012:secret:"
                      "orders-AbCdEf")},
       GOOD_DATABASE}},
     "1 validation error detected. Value at '/rdsDataApiConfig/secretArn' does not "
     "agree: the secret must be in the cluster's region"},
};

START_TEST(whole_reports)
{
    static request_memory memory;
    const whole_row *row = &wholes[_i];
    dsi_violation items[4];
    dsi_violations report = {
        .items = items, .capacity = COUNT(items), .level = DSI_LEVEL_AGREEMENT};

    dsi_start_request_validate(request_make(&row->sample, &memory), &report);
    check_rendering(render_report, &report, row->text);
}
END_TEST

SUITE(validate_wording)
{
    Suite *suite = suite_create("violations in words");

    add_rows(suite, "one", one, COUNT(wordings));
    add_rows(suite, "several", several, COUNT(reports));
    add_test(suite, "no items", items_may_be_left_out);
    add_test(suite, "items that are all zero", items_that_are_all_zero);
    add_test(suite, "a report that is all zero", report_that_is_all_zero);
    add_rows(suite, "whole", whole_reports, COUNT(wholes));
    return suite;
}
