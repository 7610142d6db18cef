/*
 * dsi decode, of messages that are refused. Each row runs whole and byte by byte, with
 * the error as JSON and in words. The error is always the same, and nothing else is
 * printed.
 */
#include <stdio.h>
#include <string.h>

#include "tests/support.h"
#include "tests/tool/run.h"

typedef struct refusal_row {
    const char *name;
    const char *options[3];
    run_input input;
    dsi_code code;
    unsigned offset;
    const char *path;
} refusal_row;

static const refusal_row refusal_rows[] = {
    {"half a surrogate pair",
     {NULL},
     INPUT("{\"introspectionId\":\"\\ud800\"}"),
     DSI_E_SURROGATE,
     20,
     "/introspectionId"},
    {"overlong UTF-8",
     {NULL},
     INPUT("{\"introspectionId\":\"a\xc0\xaf\"}"),
     DSI_E_UTF8,
     21,
     "/introspectionId"},
    {"vertical tab as white space", {NULL}, INPUT("{\v}"), DSI_E_SYNTAX, 1, ""},
    {"form feed as white space",
     {NULL},
     INPUT("{\"introspectionId\":\f\"a\"}"),
     DSI_E_SYNTAX,
     19,
     "/introspectionId"},
    {"100,000 levels",
     {NULL},
     {.head = "{\"x\":", .head_length = 5, .fill = '[', .count = 100000},
     DSI_E_MAX_DEPTH,
     5 + 63,
     ""},
    {"trailing bytes", {NULL}, INPUT("{} \"abc"), DSI_E_TRAILING, 3, ""},
    {"a second document", {NULL}, INPUT("{}{}"), DSI_E_TRAILING, 2, ""},
    {"cut short",
     {NULL},
     INPUT("{\"introspectionId\":\"ab"),
     DSI_E_TRUNCATED,
     22,
     "/introspectionId"},
    {"a long string at the default limits",
     {NULL},
     {.head = "{\"x\":\"",
      .head_length = 6,
      .fill = 'a',
      .count = 200000,
      .tail = "\"}"},
     DSI_E_MAX_TOKEN,
     5 + DSI_MAX_TOKEN_DEFAULT,
     ""},
    {"a token over a limit that is set",
     {"--max-token", "8"},
     INPUT("{\"x\":\"1234567\"}"),
     DSI_E_MAX_TOKEN,
     13,
     ""},
    {"a message over a limit that is set",
     {"--max-bytes", "4"},
     INPUT("{  } "),
     DSI_E_MAX_BYTES,
     4,
     ""},
    {"deeper than a limit that is set",
     {"--max-depth", "1"},
     INPUT("{\"x\":{}}"),
     DSI_E_MAX_DEPTH,
     5,
     ""},
    {"an unknown member, if strict",
     {"--strict"},
     INPUT("{\"x\":1}"),
     DSI_E_UNKNOWN_MEMBER,
     1,
     ""},
    {"a number in place of a text",
     {NULL},
     INPUT("{\"introspectionId\":7}"),
     DSI_E_TYPE,
     19,
     "/introspectionId"},
    {"a member twice",
     {NULL},
     INPUT("{\"introspectionId\":\"7\",\"introspectionId\":\"8\"}"),
     DSI_E_DUPLICATE,
     23,
     "/introspectionId"},
    {"a target", {NULL}, INPUT("/v1/datasources/introspections"), DSI_E_SYNTAX, 0, ""},
    {"not an object", {NULL}, INPUT("[]"), DSI_E_NOT_OBJECT, 0, ""},
};

static run_result refusal_run(const refusal_row *row, const char *chunk,
                              const char *json)
{
    const char *arguments[RUN_ARGUMENTS_MAX] = {"decode", "start-response", "--chunk",
                                                chunk};
    size_t count = 4;

    for (size_t i = 0; row->options[i] != NULL; i++) {
        arguments[count++] = row->options[i];
    }
    arguments[count] = json;
    return run_program(arguments, &row->input, RUN_KEPT);
}

static void refusal_check_json(const refusal_row *row, const char *chunk)
{
    run_result result = refusal_run(row, chunk, "--json");
    char begin[128];

    snprintf(
        begin, sizeof begin,
        "{\"ok\":false,\"code\":\"%s\",\"offset\":%u,\"path\":\"%s\",\"message\":\"",
        dsi_code_name(row->code), row->offset, row->path);
    ck_assert_msg(result.status == 3, "%s: exit %d", row->name, result.status);
    ck_assert_msg(strncmp(result.output, begin, strlen(begin)) == 0, "%s: %s, not %s",
                  row->name, result.output, begin);
    ck_assert_msg(strstr(result.output, dsi_code_text(row->code)) != NULL, "%s: %s",
                  row->name, result.output);
    ck_assert_msg(strcmp(strrchr(result.output, '}'), "}\n") == 0, "%s", row->name);
    ck_assert_msg(result.words[0] == '\0', "%s: %s", row->name, result.words);
    run_free(&result);
}

static void refusal_check_words(const refusal_row *row, const char *chunk)
{
    run_result result = refusal_run(row, chunk, NULL);
    char begin[128];

    snprintf(begin, sizeof begin, "dsi: standard input: %s", dsi_code_text(row->code));
    ck_assert_msg(result.status == 3, "%s: exit %d", row->name, result.status);
    ck_assert_msg(result.output[0] == '\0', "%s: %s", row->name, result.output);
    ck_assert_msg(strncmp(result.words, begin, strlen(begin)) == 0, "%s: %s", row->name,
                  result.words);
    run_free(&result);
}

START_TEST(refusals)
{
    const refusal_row *row = &refusal_rows[_i];

    refusal_check_json(row, "65536");
    refusal_check_json(row, "1");
    refusal_check_words(row, "65536");
    refusal_check_words(row, "1");
}
END_TEST

SUITE(refusal)
{
    Suite *suite = suite_create("tool/refusal");

    add_rows(suite, "refusals", refusals, COUNT(refusal_rows));
    return suite;
}
