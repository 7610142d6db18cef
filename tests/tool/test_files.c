/* Files that cannot be read, and a stdout that cannot be written. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support.h"
#include "tests/tool/rows.h"

static const tool_row unreadable_rows[] = {
    {"no such file",
     "the error names the file",
     {"decode", "start-response", "/nonexistent/x"},
     .status = 5,
     .words = "dsi: /nonexistent/x: No such file or directory\n"},
    {"no such file, with --json",
     "--json reports only errors of messages",
     {"validate", "start-request", "/nonexistent/x", "--json"},
     .status = 5,
     .words = "dsi: /nonexistent/x: "},
    {"a directory",
     "a folder opens, but cannot be read",
     {"decode", "start-request", "/"},
     .status = 5,
     .words = "dsi: /: Is a directory\n"},
    {"a name with control characters",
     "a terminal must not get control characters",
     {"decode", "start-request", "/nonexistent/\x1b[2J"},
     .status = 5,
     .words = "dsi: /nonexistent/\\x1B[2J: "},
};

START_TEST(unreadable)
{
    check_row(&unreadable_rows[_i]);
}
END_TEST

typedef struct unwritable_row {
    const char *name;
    const char *arguments[5];
    run_input input;
} unwritable_row;

static const unwritable_row unwritable_rows[] = {
    {"version", {"--version"}, INPUT("")},
    {"help", {"decode", "--help"}, INPUT("")},
    {"encode", {"encode", "start-response", "--detail", "d"}, INPUT("")},
    {"decode", {"decode", "start-response"}, INPUT("{}")},
    {"a service error", {"decode", "start-response", "--status", "500"}, INPUT("")},
    {"a refusal", {"decode", "start-response", "--json"}, INPUT("[")},
    {"violations", {"validate", "start-request"}, INPUT("{\"rdsDataApiConfig\":{}}")},
    {"violations as JSON",
     {"validate", "start-request", "--json"},
     INPUT("{\"rdsDataApiConfig\":{}}")},
    {"an ARN", {"arn", "arn:a:b:::c"}, INPUT("")},
    {"a line", {"arn"}, INPUT("arn:a:b:::c\nx\n")},
    {"a target", {"encode", "get-request", "--introspection-id", "7"}, INPUT("")},
    {"a long target",
     {"encode", "get-request", "--from", "-"},
     {.head = "{\"introspectionId\":\"",
      .head_length = 20,
      .fill = 'a',
      .count = 16000,
      .tail = "\"}"}},
    {"a stream",
     {"decode", "get-response", "--stream"},
     INPUT("{\"introspectionResult\":{\"models\":[{}]}}")},
    {"a stream that goes on",
     {"decode", "get-response", "--stream"},
     {.head = "{\"introspectionResult\":{\"models\":[{}",
      .head_length = 36,
      .part = ",{\"name\":\"m\"}",
      .parts = 100000,
      .tail = "]}}"}},
    {"a stream with an error after it",
     {"decode", "get-response", "--stream", "--json"},
     INPUT("{\"introspectionResult\":{\"models\":[{}")},
    {"many vectors", {"generate", "get-response", "--count", "100"}, INPUT("")},
    {"more than stdio's buffer",
     {"decode", "start-response"},
     {.head = "{\"introspectionId\":\"",
      .head_length = 20,
      .fill = 'a',
      .count = 16000,
      .tail = "\"}"}},
};

/* The failed write decides the exit status, not what the message was. */
START_TEST(unwritable)
{
    const unwritable_row *row = &unwritable_rows[_i];
    run_result result = run_program(row->arguments, &row->input, RUN_FULL);
    const char *words = "dsi: standard output: No space left on device\n";

    ck_assert_msg(result.status == 5, "%s: exit %d", row->name, result.status);
    ck_assert_msg(strcmp(result.words, words) == 0, "%s: %s", row->name, result.words);
    run_free(&result);
}
END_TEST

/* A reader that goes away is no error. The signal tells the shell why dsi ended. */
START_TEST(reader_that_went_away)
{
    const unwritable_row *row = &unwritable_rows[_i];
    run_result result = run_program(row->arguments, &row->input, RUN_NO_ONE);

    ck_assert_msg(result.signal == SIGPIPE, "%s: exit %d, signal %d", row->name,
                  result.status, result.signal);
    ck_assert_msg(result.words[0] == '\0', "%s: %s", row->name, result.words);
    run_free(&result);
}
END_TEST

/* A command that prints nothing succeeds with any stdout. */
START_TEST(unwritable_but_silent)
{
    const char *const arguments[] = {"validate", "start-request", NULL};
    run_input input = INPUT("{}");
    run_result result = run_program(arguments, &input, RUN_NO_ONE);

    ck_assert_int_eq(result.status, 0);
    ck_assert_str_eq(result.words, "");
    run_free(&result);
}
END_TEST

START_TEST(from_a_file)
{
    char name[] = "/tmp/dsi-test-XXXXXX";
    int file = mkstemp(name);
    const tool_row row = {"a file with a name",
                          "the file is read to its end",
                          {"decode", "start-response", name},
                          .output = "{\"introspectionId\":\"7\"}\n"};
    static const char body[] = "{\"introspectionId\":\"7\"}";

    ck_assert_int_eq(write(file, body, sizeof body - 1), sizeof body - 1);
    close(file);
    check_row(&row);
    unlink(name);
}
END_TEST

SUITE(files)
{
    Suite *suite = suite_create("tool/files");

    add_rows(suite, "unreadable", unreadable, COUNT(unreadable_rows));
    if (access("/dev/full", W_OK) == 0) {
        add_rows(suite, "unwritable", unwritable, COUNT(unwritable_rows));
    }
    add_rows(suite, "reader that went away", reader_that_went_away,
             COUNT(unwritable_rows));
    add_test(suite, "unwritable but silent", unwritable_but_silent);
    add_test(suite, "from a file", from_a_file);
    return suite;
}
