/* dsi decode get-response --sdl: the models' GraphQL. */
#include <string.h>

#include "tests/support.h"
#include "tests/tool/rows.h"

#define SDL "decode", "get-response", "--sdl"
#define MODELS(models) INPUT("{\"introspectionResult\":{\"models\":[" models "]}}")
#define A "{\"name\":\"a\",\"sdl\":\"type A {\\n  x: Int\\n}\"}"
#define WARNING "dsi: standard input: warning: "
#define A_TEXT "type A {\n  x: Int\n}\n"

static const tool_row sdl_rows[] = {
    {"one model",
     "its last line is ended",
     {SDL},
     .input = MODELS(A),
     .output = A_TEXT},
    {"two models",
     "a blank line is between them",
     {SDL, "--chunk", "1"},
     .input = MODELS(A "," A),
     .output = A_TEXT "\n" A_TEXT},
    {"a line end of its own",
     "no second one is added",
     {SDL},
     .input = MODELS("{\"sdl\":\"type A\\n\"},{\"sdl\":\"type B\\n\"}"),
     .output = "type A\n\ntype B\n"},
    {"a model without GraphQL",
     "a comment names it",
     {SDL},
     .input = MODELS("{\"name\":\"orders\"}," A ",{\"name\":\"x\",\"sdl\":\"\"}"),
     .output = "# orders: no GraphQL\n\n" A_TEXT "\n# x: no GraphQL\n"},
    {"a model without a name",
     "there is nothing to name",
     {SDL},
     .input = MODELS("{},{\"name\":\"\"}"),
     .output = "# a model without a name: no GraphQL\n\n"
               "# a model without a name: no GraphQL\n"},
    {"a name with line breaks",
     "the rest of the name must not become GraphQL",
     {SDL},
     .input = MODELS("{\"name\":\"a\\ntype B {x:Int}\\r\\n\\u2028\\\\\"}"),
     .output = "# a\\x0Atype B {x:Int}\\x0D\\x0A\\u{2028}\\\\: no GraphQL\n"},
    {"any text",
     "it is printed unchanged",
     {SDL},
     .input = MODELS("{\"sdl\":\"\\u001b\\u0000\\u00e9\\\\\"}"),
     .output = "\x1b"}, /* a NUL ends what the test can see */
    {"no models",
     "a database can have no tables",
     {SDL},
     .input = MODELS(""),
     .output = NULL},
    {"no result",
     "an empty output alone would look like no tables",
     {SDL},
     .input = INPUT("{}"),
     .words = WARNING "the answer has no result\n"},
    {"an introspection that is not done",
     "the status says what to do",
     {SDL},
     .input = INPUT("{\"introspectionStatus\":\"PROCESSING\"}"),
     .words = WARNING "the answer has no result, status PROCESSING\n"},
    {"a failed introspection",
     "the detail says why; a terminal must not obey it",
     {SDL},
     .input = INPUT("{\"introspectionStatus\":\"FAILED\","
                    "\"introspectionStatusDetail\":\"no\\u001b\"}"),
     .words = WARNING "the answer has no result, status FAILED: no\\x1B\n"},
    {"a page that is not the last",
     "the output is not the whole schema",
     {SDL},
     .input = INPUT("{\"introspectionResult\":{\"models\":[" A "],\"nextToken\":\"t\""
                    "}}"),
     .output = A_TEXT,
     .words = WARNING "there is another page\n"},
    {"an answer with its head",
     "only the models are printed",
     {SDL, "--http"},
     .input = INPUT("HTTP/1.1 200 OK\r\n\r\n{\"introspectionResult\":{\"models\":[" A
                    "]}}"),
     .output = A_TEXT},
    {"a service error",
     "words tell of it, for stdout has only GraphQL",
     {SDL, "--status", "400", "--header", "x-amzn-errortype: BadRequestException"},
     .input = INPUT("{\"message\":\"no\\u001b\"}"),
     .status = 4,
     .words = "dsi: standard input: service error, status 400, BadRequestException: "
              "no\\x1B\n"},
    {"a service error without a body",
     "the status is known",
     {SDL, "--status", "503"},
     .status = 4,
     .input = INPUT(""),
     .words = "dsi: standard input: service error, status 503\n"},
    {"an error after a model",
     "what came before it is printed",
     {SDL},
     .input = INPUT("{\"introspectionResult\":{\"models\":[" A "]}]"),
     .status = 3,
     .output = A_TEXT,
     .words =
         "dsi: standard input: this byte is not allowed here at line 1, column 79, "
         "byte 78: found ']'"},
    {"two kinds of output",
     "they exclude each other",
     {SDL, "--stream"},
     .status = 2,
     .words = "dsi: decode: --sdl excludes --stream. Try"},
    {"a message without models",
     "ignoring the option would hide a mistake",
     {"decode", "start-response", "--sdl"},
     .status = 2,
     .words = "--sdl is not for this message"},
};

START_TEST(sdl)
{
    check_row(&sdl_rows[_i]);
}
END_TEST

/* A model is printed before the next one arrives. */
START_TEST(as_it_arrives)
{
    const char *const arguments[] = {SDL, NULL};
    char early[64];
    run_result result = run_in_two(
        arguments, "{\"introspectionResult\":{\"models\":[{\"sdl\":\"type A\"}",
        ",{\"sdl\":\"type B\"}]}}", early, sizeof early);

    ck_assert_str_eq(early, "type A\n");
    ck_assert_str_eq(result.output, "\ntype B\n");
    ck_assert_int_eq(result.status, 0);
    run_free(&result);
}
END_TEST

/* On a terminal, GraphQL cannot control it, but keeps its lines. */
START_TEST(terminal)
{
    const char *const arguments[] = {SDL, NULL};
    run_input input = MODELS("{\"sdl\":\"type A\\n\\t# \\u001b[2J\\u009b\"}");
    run_result result = run_program(arguments, &input, RUN_TERMINAL);

    ck_assert_ptr_nonnull(strstr(result.output, "type A\r\n"));
    ck_assert_ptr_nonnull(strstr(result.output, "# \\x1B[2J\\u{9B}\r\n"));
    run_free(&result);
}
END_TEST

SUITE(sdl)
{
    Suite *suite = suite_create("tool/sdl");

    add_rows(suite, "sdl", sdl, COUNT(sdl_rows));
    add_test(suite, "as it arrives", as_it_arrives);
    if (run_has_terminal()) {
        add_test(suite, "terminal", terminal);
    }
    return suite;
}
