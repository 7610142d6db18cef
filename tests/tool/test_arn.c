/* dsi arn: ARNs as arguments and as lines, good and bad, and very long lines. */
#include <string.h>

#include "tests/support.h"
#include "tests/tool/rows.h"

#define CLUSTER "arn:aws:rds:us-east-1:123456789012:cluster:orders"
#define CLUSTER_JSON                                                                   \
    "{\"ok\":true,\"partition\":\"aws\",\"service\":\"rds\",\"region\":\"us-east-1\"," \
    "\"account\":\"123456789012\",\"resource\":\"cluster:orders\"}\n"
#define CLUSTER_PARTS                                                                  \
    "partition  aws\nservice    rds\nregion     us-east-1\naccount    123456789012\n"  \
    "resource   cluster:orders\n"

static const tool_row rows[] = {
    {"one ARN", "the parts are printed", {"arn", CLUSTER}, .output = CLUSTER_PARTS},
    {"one ARN as JSON",
     "the parts are members",
     {"arn", "--json", CLUSTER},
     .output = CLUSTER_JSON},
    {"two ARNs, one bad",
     "an empty line separates them, and the exit status is 1",
     {"arn", CLUSTER, "arn:aws"},
     .status = 1,
     .output = CLUSTER_PARTS "\n"
                             "    arn:aws\n"
                             "           ^ partition\n"
                             "message    partition, byte 7: the partition is not "
                             "empty, and UTF-8 without NUL\n"},
    {"the example of the manual",
     "the partition is empty",
     {"arn", "--json", "arn::rds:x:1:y"},
     .status = 1,
     .output = "{\"ok\":false,\"offset\":4,\"part\":\"partition\",\"message\":"
               "\"the partition is not empty, and UTF-8 without NUL\"}\n"},
    {"a kind",
     "a valid ARN of another kind is refused",
     {"arn", "--json", "--kind", "secret", CLUSTER},
     .status = 1,
     .output = "{\"ok\":false,\"offset\":8,\"part\":\"service\",\"message\":"
               "\"the service is 'secretsmanager'\"}\n"},
    {"a level",
     "the region does not have the documented form",
     {"arn", "--json", "--kind", "rds-cluster", "--level", "documented",
      "arn:aws:rds:mars-1:123456789012:cluster:x"},
     .status = 1,
     .output = "{\"ok\":false,\"offset\":17,\"part\":\"region\",\"message\":"
               "\"the region is named like us-east-1\"}\n"},
    {"an ARN like an option",
     "after -- it is an ARN",
     {"arn", "--json", "--", "--json"},
     .status = 1,
     .output = "{\"ok\":false,\"offset\":0,\"part\":\"prefix\",\"message\":"
               "\"an ARN begins with 'arn:'\"}\n"},
    {"lines",
     "answers come in order; a line ends only at a newline, the last may lack it",
     {"arn", "--json"},
     .input = INPUT(CLUSTER "\n" CLUSTER " \n\n" CLUSTER),
     .status = 1,
     .output = CLUSTER_JSON
     "{\"ok\":true,\"partition\":\"aws\",\"service\":\"rds\",\"region\":"
     "\"us-east-1\",\"account\":\"123456789012\",\"resource\":"
     "\"cluster:orders \"}\n"
     "{\"ok\":false,\"offset\":0,\"part\":\"prefix\",\"message\":"
     "\"an ARN begins with 'arn:'\"}\n" CLUSTER_JSON},
    {"no line", "an empty input has no error", {"arn"}, .output = ""},
    {"NUL in a line",
     "NUL is part of the line, but no ARN contains it",
     {"arn"},
     .input = INPUT("arn:a\0ws:rds\n"),
     .status = 1,
     .output = "    arn:a\\x00ws:rds\n"
               "         ^ partition\n"
               "message    partition, byte 5: the partition is not empty, and UTF-8 "
               "without NUL\n"},
    {"bytes that are not UTF-8",
     "the caret is under the refused byte",
     {"arn", "arn:a\xff:b:c:d:e", "--json"},
     .status = 1,
     .output = "{\"ok\":false,\"offset\":5,\"part\":\"partition\",\"message\":"
               "\"the partition is not empty, and UTF-8 without NUL\"}\n"},
    {"every kind of ill-formed UTF-8",
     "each byte is shown as an escape",
     {"arn", "\xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80\xe2\x82\xf8\x80"},
     .status = 1,
     .output = "    \\xC0\\xAF\\xED\\xA0\\x80\\xF4\\x90\\x80\\x80\\xE2\\x82\\xF8\\x80\n"
               "    ^ prefix\n"
               "message    prefix, byte 0: an ARN begins with 'arn:'\n"},
    {"escapes before the caret",
     "columns count what is printed, offsets count bytes",
     {"arn", "arn:\xc3\xa9\x1b::c:d:e"},
     .status = 1,
     .output = "    arn:\\u{E9}\\x1B::c:d:e\n"
               "                   ^ service\n"
               "message    service, byte 8: the service is not empty, and UTF-8 "
               "without NUL\n"},
    {"text of all lengths in a good ARN",
     "people see escapes",
     {"arn", "arn:a:b:::\x1b\xc3\xa9\xe2\x80\xae\xf0\x9f\x98\x80\\"},
     .output = "partition  a\nservice    b\nregion     \naccount    \n"
               "resource   \\x1B\\u{E9}\\u{202E}\\u{1F600}\\\\\n"},
    {"text of all lengths in a good ARN, as JSON",
     "programs get the exact text",
     {"arn", "--json", "arn:a:b:::\x1b\xc3\xa9"},
     .output = "{\"ok\":true,\"partition\":\"a\",\"service\":\"b\",\"region\":\"\","
               "\"account\":\"\",\"resource\":\"\\u001B\xc3\xa9\"}\n"},
};

#define A10 "aaaaaaaaaa"
#define A60 A10 A10 A10 A10 A10 A10

static const tool_row window_rows[] = {
    {"66 columns",
     "the whole line is shown",
     {"arn", "x" A60 "12345"},
     .status = 1,
     .output = "    x" A60 "12345\n"
               "    ^ prefix\n"
               "message    prefix, byte 0: an ARN begins with 'arn:'\n"},
    {"67 columns",
     "the line is cut at its end",
     {"arn", "x" A60 "123456"},
     .status = 1,
     .output = "    x" A60 "12345...\n"
               "    ^ prefix\n"
               "message    prefix, byte 0: an ARN begins with 'arn:'\n"},
    {"an error at column 48",
     "the line is not cut at its start",
     {"arn", "--kind", "rds-cluster", "arn:" A10 A10 A10 A10 "aaaa!"},
     .status = 1,
     .output = "    arn:" A10 A10 A10 A10 "aaaa!\n"
               "                                                    ^ partition\n"
               "message    partition, byte 48: the partition is made of lower-case "
               "letters and hyphens\n"},
    {"an error at column 49",
     "the line is cut at its start",
     {"arn", "--kind", "rds-cluster", "arn:" A10 A10 A10 A10 "aaaaa!" A10 A10},
     .status = 1,
     .output = "    ...rn:" A10 A10 A10 A10 "aaaaa!" A10 "aaaaaaa...\n"
               "                                                       ^ partition\n"
               "message    partition, byte 49: the partition is made of lower-case "
               "letters and hyphens\n"},
};

START_TEST(arns)
{
    check_row(&rows[_i]);
}
END_TEST

START_TEST(windows)
{
    check_row(&window_rows[_i]);
}
END_TEST

/*
 * A line may have any length. Of a long line, only the bytes near the error are shown.
 */
START_TEST(long_line)
{
    const char *const arguments[] = {"arn", NULL};
    run_input input = {.head = "arn:aws:x:::",
                       .head_length = 12,
                       .fill = 'a',
                       .count = 4000000,
                       .tail = "\narn:a:b:::c\r\n"};
    run_result result = run_program(arguments, &input, RUN_KEPT);

    ck_assert_int_eq(result.status, 1);
    ck_assert_str_eq(
        result.output,
        "    ...aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"
        "                                                       ^ resource\n"
        "message    resource, byte 65536: a line has at most 65,536 bytes\n"
        "\n"
        "partition  a\nservice    b\nregion     \naccount    \n"
        "resource   c\n");
    run_free(&result);
}
END_TEST

/* The longest line that is accepted, and one byte more. */
START_TEST(longest_line)
{
    const char *const arguments[] = {"arn", "--json", NULL};
    run_input input = {.head = "arn:aws:x:::",
                       .head_length = 12,
                       .fill = 'a',
                       .count = 65536 - 12,
                       .tail = "\n"};
    run_result result = run_program(arguments, &input, RUN_KEPT);

    ck_assert_int_eq(result.status, 0);
    run_free(&result);
    input.count++;
    result = run_program(arguments, &input, RUN_KEPT);
    ck_assert_int_eq(result.status, 1);
    run_free(&result);
}
END_TEST

SUITE(arn)
{
    Suite *suite = suite_create("tool/arn");

    add_rows(suite, "arns", arns, COUNT(rows));
    add_rows(suite, "windows", windows, COUNT(window_rows));
    add_test(suite, "long line", long_line);
    add_test(suite, "longest line", longest_line);
    return suite;
}
