/* If a limit refuses a message, the error names the option that raises the limit. */
#include <string.h>

#include "tests/support.h"
#include "tests/tool/rows.h"
#include "tests/tool/target.h"

#define MODEL(model) "{\"introspectionResult\":{\"models\":[" model "]}}"

/* The run is refused with `words`. It succeeds with `option` raised to `enough`. */
typedef struct limit_row {
    const char *name;
    const char *arguments[5];
    const char *option;
    const char *too_low; /* NULL: the default */
    const char *enough;
    run_input input;
    const char *words;
} limit_row;

#define LONG_ID                                                                        \
    {                                                                                  \
        .head = "{\"introspectionId\":\"",                                             \
        .head_length = sizeof("{\"introspectionId\":\"") - 1, .fill = 'a',             \
        .count = 140000, .tail = "\"}"                                                 \
    }
#define LONG_SDL                                                                       \
    {                                                                                  \
        .head = "{\"introspectionResult\":{\"models\":[{\"sdl\":\"",                   \
        .head_length = sizeof("{\"introspectionResult\":{\"models\":[{\"sdl\":\"") -   \
                       1,                                                              \
        .fill = 'a', .count = 140000, .tail = "\"}]}}"                                 \
    }

static const limit_row rows[] = {
    {"bytes of a start-request",
     {"decode", "start-request"},
     "--max-bytes",
     "5",
     "6",
     INPUT("{    }"),
     "the message is longer than max_bytes (limit 5) at line 1, column 6, byte 5; "
     "raise --max-bytes\n"},
    {"bytes, with a unit",
     {"decode", "start-request"},
     "--max-bytes",
     "1k",
     "1m",
     {.head = "{", .head_length = 1, .fill = ' ', .count = 1023, .tail = "}"},
     "the message is longer than max_bytes (limit 1024) at line 1, column 1025, byte "
     "1024; raise --max-bytes\n"},
    {"bytes, with the unit in capitals",
     {"decode", "start-request"},
     "--max-bytes",
     "1K",
     "1M",
     {.head = "{", .head_length = 1, .fill = ' ', .count = 1023, .tail = "}"},
     "the message is longer than max_bytes (limit 1024) at line 1, column 1025, byte "
     "1024; raise --max-bytes\n"},
    {"bytes, with a larger unit",
     {"decode", "start-request"},
     "--max-bytes",
     "1m",
     "1g",
     {.head = "{", .head_length = 1, .fill = ' ', .count = 1048575, .tail = "}"},
     "(limit 1048576) at line 1, column 1048577, byte 1048576; raise --max-bytes\n"},
    {"bytes of a start-response",
     {"validate", "start-response"},
     "--max-bytes",
     "1",
     "2",
     INPUT("{}"),
     "the message is longer than max_bytes (limit 1) at line 1, column 2, byte 1; "
     "raise --max-bytes\n"},
    {"bytes of a target",
     {"decode", "get-request"},
     "--max-bytes",
     "31",
     "32",
     INPUT(PATH "7"),
     "the message is longer than max_bytes (limit 31) at line 1, column 32, byte 31; "
     "raise --max-bytes\n"},
    {"bytes of a target's line",
     {"validate", "get-request"},
     "--max-bytes",
     "31",
     "32",
     INPUT(PATH "7\r\n"),
     "the message is longer than max_bytes (limit 31) at line 1, column 32, byte 31; "
     "raise --max-bytes\n"},
    {"bytes of a get-request",
     {"validate", "get-request"},
     "--max-bytes",
     "22",
     "23",
     INPUT("{\"introspectionId\":\"7\"}"),
     "the message is longer than max_bytes (limit 22) at line 1, column 23, byte 22; "
     "raise --max-bytes\n"},
    {"depth of a get-request",
     {"decode", "get-request"},
     "--max-depth",
     "1",
     "2",
     INPUT("{\"x\":[]}"),
     "the message is nested deeper than max_depth (limit 1) at line 1, column 6, byte "
     "5; raise "
     "--max-depth\n"},
    {"depth of a get-response",
     {"decode", "get-response"},
     "--max-depth",
     "3",
     "4",
     INPUT(MODEL("{}")),
     "the message is nested deeper than max_depth (limit 3) at line 1, column 35, byte "
     "34 in "
     "'/introspectionResult/models"},
    {"token of a get-request",
     {"decode", "get-request"},
     "--max-token",
     "10",
     "12",
     INPUT("{\"nextToken\":\"t\"}"),
     "a string, number or literal is longer than max_token (limit 10) at line 1, "
     "column 12, byte 11; "
     "raise --max-token\n"},
    {"token of a start-response",
     {"decode", "start-response"},
     "--max-token",
     NULL,
     "137K",
     LONG_ID,
     "a string, number or literal is longer than max_token (limit 131071) at line 1, "
     "column 131091, byte 131090 "
     "in '/introspectionId'; raise --max-token\n"},
    {"token of a get-response",
     {"decode", "get-response"},
     "--max-token",
     NULL,
     "140002",
     LONG_SDL,
     "a string, number or literal is longer than max_token (limit 131071) at line 1, "
     "column 131113, byte 131112 "
     "in '/introspectionResult/models/0/sdl'; raise --max-token\n"},
    {"token of a stream",
     {"decode", "get-response", "--stream"},
     "--max-token",
     NULL,
     "140002",
     LONG_SDL,
     "a string, number or literal is longer than max_token (limit 131071) at line 1, "
     "column 131113, byte 131112 "
     "in '/introspectionResult/models/0/sdl'; raise --max-token\n"},
    {"token of a get-response that is validated",
     {"validate", "get-response"},
     "--max-token",
     NULL,
     "140002",
     LONG_SDL,
     "a string, number or literal is longer than max_token (limit 131071) at line 1, "
     "column 131113, byte 131112 "
     "in '/introspectionResult/models/0/sdl'; raise --max-token\n"},
    {"memory of a target",
     {"decode", "get-request"},
     "--memory",
     "500000",
     "700000",
     {.head = PATH, .head_length = sizeof(PATH) - 1, .fill = 'a', .count = 300000},
     "the block is used up at line 1, column 250001, byte 250000; raise --memory\n"},
    {"memory of a page",
     {"decode", "get-response"},
     "--memory",
     "500000",
     "3000000",
     {.head = "{\"introspectionResult\":{\"models\":[{}",
      .head_length = 36,
      .part = ",{}",
      .parts = 5000,
      .tail = "]}}"},
     "'; raise --memory\n"},
    {"memory of a model",
     {"decode", "get-response", "--stream"},
     "--memory",
     "500000",
     "3000000",
     {.head = "{\"introspectionResult\":{\"models\":[{\"fields\":[{}",
      .head_length = 47,
      .part = ",{}",
      .parts = 5000,
      .tail = "]}]}}"},
     "'; raise --memory\n"},
    {"memory for less than the smallest block",
     {"decode", "get-response"},
     "--memory",
     "1000",
     "500000",
     INPUT("{}"),
     "the block is too small for these limits (given 1000, needed "},
};

static run_result limit_run(const limit_row *row, const char *value, const char *json)
{
    const char *arguments[RUN_ARGUMENTS_MAX] = {NULL};
    size_t count = 0;

    while (row->arguments[count] != NULL) {
        arguments[count] = row->arguments[count];
        count++;
    }
    if (value != NULL) {
        arguments[count++] = row->option;
        arguments[count++] = value;
    }
    arguments[count] = json;
    return run_program(arguments, &row->input, RUN_KEPT);
}

static void check_refused(const limit_row *row)
{
    run_result result = limit_run(row, row->too_low, NULL);
    int status = strstr(row->words, "the block is too small") != NULL ? 2 : 3;
    const char *words = strstr(result.words, row->words);

    ck_assert_msg(result.status == status, "%s: exit %d", row->name, result.status);
    ck_assert_msg(words != NULL, "%s: %s", row->name, result.words);
    ck_assert_int_eq(strncmp(result.words, "dsi: standard input: ", 21), 0);
    ck_assert_ptr_nonnull(strstr(words, "; raise "));
    ck_assert_ptr_nonnull(strstr(words, row->option));
    run_free(&result);
}

/*
 * Only people get the program's hint. The JSON report has only the library's message.
 */
static void check_reported(const limit_row *row)
{
    run_result result = limit_run(row, row->too_low, "--json");

    if (result.status == 3) {
        ck_assert_msg(strstr(result.output, "\"code\":\"DSI_E_M") != NULL, "%s: %s",
                      row->name, result.output);
        ck_assert_ptr_null(strstr(result.output, "raise"));
        ck_assert_str_eq(result.words, "");
    }
    run_free(&result);
}

START_TEST(limits)
{
    const limit_row *row = &rows[_i];
    run_result result = limit_run(row, row->enough, NULL);

    ck_assert_msg(result.status == 0, "%s: exit %d, %s", row->name, result.status,
                  result.words);
    run_free(&result);
    check_refused(row);
    check_reported(row);
}
END_TEST

#define PAGE_HEAD "{\"introspectionResult\":{\"models\":[{}"
#define PAGE(models, tail_)                                                            \
    {                                                                                  \
        .head = PAGE_HEAD, .head_length = sizeof PAGE_HEAD - 1, .part = ",{}",         \
        .parts = (models), .tail = (tail_), .memory = SPACE                            \
    }

/* The program and its libraries take about 5 MiB of address space. */
#define SPACE ((size_t)16 << 20)

static const tool_row space_rows[] = {
    {"a page of no models",
     "a small answer needs little memory",
     {"decode", "get-response"},
     .input = {.head = "{}", .head_length = 2, .memory = SPACE},
     .output = "{}\n"},
    {"a file of no models",
     "a small answer needs little memory",
     {"encode", "get-response", "--from", "-"},
     .input = {.head = "{}", .head_length = 2, .memory = SPACE},
     .output = "{}"},
    {"an error",
     "an error is small",
     {"decode", "get-response", "--status", "500"},
     .input = {.head = "{}", .head_length = 2, .memory = SPACE * 2},
     .status = 4,
     .output = "{\"error\":{\"status\":500,\"fault\":\"server\",\"class\":"
               "\"transient\"}}\n"},
    {"a page with an error",
     "the second block finds the error at the same place",
     {"decode", "get-response"},
     .input = PAGE(20000, ",}"),
     .status = 3,
     .words = "dsi: standard input: this byte is not allowed here at line 1, column "
              "60038, byte 60037 in '/introspectionResult/models': found '}'\n"},
    {"a page that is cut short",
     "the second block is finished at the same place",
     {"decode", "get-response", "--chunk", "7"},
     .input = PAGE(20000, ""),
     .status = 3,
     .words =
         "dsi: standard input: the message ends too early at line 1, column 60037, "
         "byte 60036 in '/introspectionResult/models'\n"},
};

START_TEST(spaces)
{
    check_row(&space_rows[_i]);
}
END_TEST

/* An emulator may not pass the limit on, so a block that is too large is tried first. */
START_TEST(page_over_the_address_space)
{
    const char *const block[] = {"decode", "get-response", "--memory", "64M", NULL};
    const char *const page[] = {"decode", "get-response", NULL};
    run_input none = {.head = "{}", .head_length = 2, .memory = SPACE};
    run_input input = PAGE(400000, "]}}");
    run_result result = run_program(block, &none, RUN_KEPT);
    bool limited = result.status == 2;

    run_free(&result);
    result = run_program(page, &input, RUN_KEPT);
    ck_assert_int_eq(result.status, limited ? 2 : 0);
    ck_assert(!limited || strstr(result.words, "dsi: memory: cannot get ") != NULL);
    run_free(&result);
}
END_TEST

/* A page that is decoded again in larger blocks gives what one large block gives. */
START_TEST(grows)
{
    const char *const grown[] = {"decode", "get-response", NULL};
    const char *const at_once[] = {"decode", "get-response", "--memory", "64M", NULL};
    run_input input = PAGE(100000, "]}}");
    run_result left;
    run_result right;

    input.memory = 0;
    left = run_program(grown, &input, RUN_KEPT);
    right = run_program(at_once, &input, RUN_KEPT);
    ck_assert_int_eq(left.status, 0);
    ck_assert_int_eq(right.status, 0);
    ck_assert(strcmp(left.output, right.output) == 0);
    run_free(&left);
    run_free(&right);
}
END_TEST

/* An error names only options that the command accepts. */
START_TEST(encode_names_no_option_that_it_refuses)
{
    const char *const arguments[] = {"encode", "get-response", "--from", "-", NULL};
    const char *const raised[] = {"encode",      "get-response", "--from", "-",
                                  "--max-token", "140002",       NULL};
    run_input input = LONG_SDL;
    run_result result = run_program(arguments, &input, RUN_KEPT);
    bool names = strstr(result.words, "raise --max-token") != NULL;

    ck_assert_int_eq(result.status, 3);
    run_free(&result);
    result = run_program(raised, &input, RUN_KEPT);
    ck_assert_msg(!names || result.status == 0, "named, but: %s", result.words);
    run_free(&result);
}
END_TEST

/* The first limit is reported, as for JSON. After it is raised, the next one is. */
START_TEST(first_limit_of_a_target_is_reported)
{
    const tool_row row = {
        "a target over both limits",
        "it is too long at line 1, column 101, byte 100, and the block is used up at "
        "line 1, column 250001, byte 250000",
        {"decode", "get-request", "--max-bytes", "100", "--memory", "500000", "--json"},
        .input = {.head = PATH,
                  .head_length = sizeof(PATH) - 1,
                  .fill = 'a',
                  .count = 300000},
        .status = 3,
        .output = "{\"ok\":false,\"code\":\"DSI_E_MAX_BYTES\",\"offset\":100,\"path\":"
                  "\"\",\"message\":\"the message is longer than max_bytes (limit 100) "
                  "at line 1, column 101, byte 100\"}\n"};

    check_row(&row);
}
END_TEST

SUITE(limits)
{
    Suite *suite = suite_create("tool/limits");

    add_rows(suite, "limits", limits, COUNT(rows));
    if (run_can_limit_memory()) {
        add_rows(suite, "spaces", spaces, COUNT(space_rows));
        add_test(suite, "page over the address space", page_over_the_address_space);
    }
    add_test(suite, "grows", grows);
    add_test(suite, "encode names no option that it refuses",
             encode_names_no_option_that_it_refuses);
    add_test(suite, "first limit of a target is reported",
             first_limit_of_a_target_is_reported);
    return suite;
}
