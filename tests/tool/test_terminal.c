/* What a terminal gets: colours, a last newline, the progress of long work. */
#include <stdio.h>
#include <string.h>

#include "tests/support.h"
#include "tests/tool/run.h"

typedef struct terminal_row {
    const char *name;
    const char *why;
    const char *arguments[RUN_ARGUMENTS_MAX + 1];
    run_input input;
    run_output output;
    const char *variable; /* of the environment */
    const char *has;      /* on the terminal, or if there is none, on stderr */
    const char *lacks;    /* NULL: nothing to look for */
} terminal_row;

#define BAD_ARN                                                                        \
    INPUT("{\"rdsDataApiConfig\":{\"resourceArn\":\"arn:aws:rds:us-east-1:1234:"       \
          "cluster:o\"}}")
#define ESCAPE "\x1b["
#define RED "\x1b[1;31m"
#define YELLOW "\x1b[1;33m"
#define GREEN "\x1b[1;32m"
#define BOLD "\x1b[1m"
#define END "\x1b[0m"

static const terminal_row color_rows[] = {
    {"a caret",
     "it is easy to find",
     {"validate", "start-request"},
     BAD_ARN,
     RUN_TERMINAL,
     NULL,
     GREEN "^ account" END "\r\n",
     NULL},
    {"NO_COLOR",
     "see no-color.org",
     {"validate", "start-request"},
     BAD_ARN,
     RUN_TERMINAL,
     "NO_COLOR=1",
     "^ account\r\n",
     ESCAPE},
    {"NO_COLOR that is empty",
     "see no-color.org",
     {"validate", "start-request"},
     BAD_ARN,
     RUN_TERMINAL,
     "NO_COLOR=",
     GREEN,
     NULL},
    {"a terminal that knows no colour",
     "it says so",
     {"validate", "start-request"},
     BAD_ARN,
     RUN_TERMINAL,
     "TERM=dumb",
     "^ account\r\n",
     ESCAPE},
    {"never",
     "the option decides",
     {"validate", "start-request", "--color", "never"},
     BAD_ARN,
     RUN_TERMINAL,
     NULL,
     "^ account\r\n",
     ESCAPE},
    {"auto",
     "a terminal gets colours",
     {"validate", "start-request", "--color=auto"},
     BAD_ARN,
     RUN_TERMINAL,
     NULL,
     GREEN,
     NULL},
    {"always, with NO_COLOR",
     "the option is nearer than the environment",
     {"validate", "start-request", "--color=always"},
     BAD_ARN,
     RUN_TERMINAL,
     "NO_COLOR=1",
     GREEN,
     NULL},
    {"the parts of an ARN",
     "names and values differ",
     {"arn", "arn:a:b:::c"},
     INPUT(""),
     RUN_TERMINAL,
     NULL,
     BOLD "service" END "    b\r\n",
     NULL},
    {"an error",
     "it is seen at once",
     {"decode", "start-response"},
     INPUT("["),
     RUN_TERMINAL_2,
     NULL,
     RED "dsi:" END " " BOLD "standard input:" END " the message is not",
     NULL},
    {"a usage error",
     "it is an error",
     {"decode"},
     INPUT(""),
     RUN_TERMINAL_2,
     NULL,
     RED "dsi:" END " " BOLD "decode:" END " MESSAGE",
     NULL},
    {"a usage error without colours",
     "the option counts wherever it stands",
     {"decode", "--color=never"},
     INPUT(""),
     RUN_TERMINAL_2,
     NULL,
     "dsi: decode: MESSAGE",
     ESCAPE},
    {"a warning",
     "it is no error",
     {"validate", "start-request"},
     INPUT("{\"x\":1}"),
     RUN_TERMINAL_2,
     NULL,
     YELLOW "warning:" END " '/x'",
     RED},
    {"an error in a file",
     "no terminal is there",
     {"decode", "start-response"},
     INPUT("["),
     RUN_KEPT,
     NULL,
     "dsi: standard input: ",
     ESCAPE},
    {"always, in a file",
     "a pager may show them",
     {"decode", "start-response", "--color=always"},
     INPUT("["),
     RUN_KEPT,
     NULL,
     RED,
     NULL},
    {"a value that is none",
     "the values are listed",
     {"decode", "start-response", "--color=yes"},
     INPUT(""),
     RUN_KEPT,
     NULL,
     "--color must be auto or always or never",
     NULL},
};

static void check_terminal(const terminal_row *row)
{
    run_result result;
    const char *seen;

    run_set_environment(row->variable);
    result = run_program(row->arguments, &row->input, row->output);
    run_set_environment(NULL);
    seen = row->output == RUN_TERMINAL ? result.output : result.words;
    ck_assert_msg(strstr(seen, row->has) != NULL, "%s (%s): <%s>, not <%s>", row->name,
                  row->why, seen, row->has);
    ck_assert_msg(row->lacks == NULL || strstr(seen, row->lacks) == NULL,
                  "%s (%s): <%s> has <%s>", row->name, row->why, seen,
                  row->lacks != NULL ? row->lacks : "");
    run_free(&result);
}

START_TEST(colors)
{
    check_terminal(&color_rows[_i]);
}
END_TEST

/* ----------------------------------------------------------------- the last newline */

typedef struct ending_row {
    const char *arguments[RUN_ARGUMENTS_MAX + 1];
    const char *end; /* on a terminal */
} ending_row;

static const ending_row ending_rows[] = {
    {{"encode", "start-response", "--detail", "x"}, "\"x\"}\r\n"},
    {{"encode", "start-response", "--detail", "x", "--pretty"}, "\"x\"\r\n}\r\n"},
    {{"encode", "start-response", "--detail", "x", "--http"}, "\"x\"}\r\n"},
    {{"encode", "get-request", "--introspection-id", "7"}, "/7\r\n"},
    {{"encode", "get-request", "--introspection-id", "7", "--pretty"}, "/7\r\n"},
    {{"encode", "get-request", "--introspection-id", "7", "--http"},
     "/7 HTTP/1.1\r\r\n\r\r\n"},
};

/* A terminal gets exactly one newline at the end. */
START_TEST(endings)
{
    const ending_row *row = &ending_rows[_i];
    run_input none = {.head = ""};
    run_result result = run_program(row->arguments, &none, RUN_TERMINAL);
    size_t length = strlen(result.output);
    size_t end = strlen(row->end);

    ck_assert_msg(length > end && strcmp(result.output + length - end, row->end) == 0,
                  "<%s>, not <%s>", result.output, row->end);
    run_free(&result);
}
END_TEST

/* -------------------------------------------------------------- control characters */

/* A control character of two bytes may lie across two pieces of the output. */
#define PIECE 512

static void check_controls(size_t before)
{
    static const char *const arguments[] = {"decode", "start-response", NULL};
    char body[2 * PIECE];
    char *end = body + sprintf(body, "{\"introspectionId\":\"");
    run_input input = {.head = body};
    run_result result;

    memset(end, 'a', before);
    end += before;
    end += sprintf(end, "\xc2\x9b"
                        "2J\xc2\x80\xc2\x9f\xc2\xa0\xc3\x9b\x7f\"}");
    input.head_length = (size_t)(end - body);
    result = run_program(arguments, &input, RUN_TERMINAL);
    ck_assert_msg(strstr(result.output,
                         "a\\u009B2J\\u0080\\u009F\xc2\xa0\xc3\x9b\\u007F\"}\r\n") !=
                      NULL,
                  "%zu bytes before: <%s>", before, result.output);
    run_free(&result);
}

START_TEST(controls)
{
    check_controls(1);
    for (size_t before = PIECE - 24; before <= PIECE; before++) {
        check_controls(before);
    }
}
END_TEST

/* -------------------------------------------------------------------- the progress */

#define PAGE "{\"introspectionResult\":{\"models\":[{},{}"
#define SLOW(milliseconds, rest)                                                       \
    {                                                                                  \
        .head = PAGE, .head_length = sizeof PAGE - 1, .pause = (milliseconds),         \
        .tail = (rest)                                                                 \
    }
#define GET "get-response"

static const terminal_row progress_rows[] = {
    {"a slow stream",
     "bytes, models and rate are shown, and removed at the end",
     {"decode", GET, "--stream"},
     SLOW(1200, ",{}]}}"),
     RUN_TERMINAL_2,
     NULL,
     "\r0.0 KiB, 2 models, 0.0 KiB/s\r",
     NULL},
    {"a slow page",
     "models are not known before the end",
     {"decode", GET},
     SLOW(1200, "]}}"),
     RUN_TERMINAL_2,
     NULL,
     "\r0.0 KiB, 0.0 KiB/s\r",
     "model"},
    {"a slow page of some KiB",
     "a smaller unit says more",
     {"decode", GET},
     {.head = PAGE,
      .head_length = sizeof PAGE - 1,
      .fill = ' ',
      .count = 3034,
      .pause = 1200,
      .tail = "]}}"},
     RUN_TERMINAL_2,
     NULL,
     "\r3.0 KiB, ",
     "MiB"},
    {"a slow page of some MiB",
     "a large number says little",
     {"decode", GET},
     {.head = PAGE,
      .head_length = sizeof PAGE - 1,
      .fill = ' ',
      .count = 2097152,
      .pause = 1200,
      .tail = "]}}"},
     RUN_TERMINAL_2,
     NULL,
     "\r2.0 MiB, ",
     "model"},
    {"slow ARNs",
     "lines are counted, and the progress is removed at the end",
     {"arn", "--json"},
     {.head = "arn:a:b:::c\n", .head_length = 12, .pause = 1200, .tail = "x\n"},
     RUN_TERMINAL_2,
     NULL,
     "\r0.0 KiB, 2 ARNs, 0.0 KiB/s\r",
     NULL},
    {"fast ARNs",
     "short work needs no progress",
     {"arn", "--json"},
     INPUT("arn:a:b:::c\nx\n"),
     RUN_TERMINAL_2,
     NULL,
     "",
     "iB"},
    {"a slow validation",
     "it reads as well",
     {"validate", GET},
     SLOW(1200, "]}}"),
     RUN_TERMINAL_2,
     NULL,
     " models, ",
     NULL},
    {"a slow error",
     "the error has a line of its own",
     {"decode", GET, "--color=never"},
     SLOW(1200, "x"),
     RUN_TERMINAL_2,
     NULL,
     " \rdsi: standard input: ",
     NULL},
    {"a fast stream",
     "short work needs no progress",
     {"decode", GET, "--stream"},
     SLOW(0, "]}}"),
     RUN_TERMINAL_2,
     NULL,
     "",
     "iB"},
    {"a slow stream without a terminal",
     "a log needs no progress",
     {"decode", GET, "--stream"},
     SLOW(1200, "]}}"),
     RUN_KEPT,
     NULL,
     "",
     "iB"},
};

START_TEST(progress)
{
    check_terminal(&progress_rows[_i]);
}
END_TEST

SUITE(terminal)
{
    Suite *suite = suite_create("tool/terminal");

    if (run_has_terminal()) {
        add_rows(suite, "colors", colors, COUNT(color_rows));
        add_rows(suite, "endings", endings, COUNT(ending_rows));
        add_test(suite, "controls", controls);
        add_rows(suite, "progress", progress, COUNT(progress_rows));
    }
    return suite;
}
