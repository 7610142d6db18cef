/*
 * dsi decode get-response --stream: prints each model as it arrives, in constant
 * memory.
 */
#include <string.h>

#include "tests/support.h"
#include "tests/tool/rows.h"

#define STREAM "decode", "get-response", "--stream"
#define MODELS(models) "{\"introspectionResult\":{\"models\":[" models "]}}"
#define M "{\"name\":\"m\"}"
#define N "{\"name\":\"n\"}"
#define REST "{\"introspectionResult\":{}}\n"

static const tool_row stream_rows[] = {
    {"models and the rest",
     "each model is a line, and the rest is the last line",
     {STREAM},
     .input = INPUT("{\"introspectionId\":\"7\",\"introspectionResult\":{\"nextToken\":"
                    "\"t\",\"models\":[" M "," N
                    "]},\"introspectionStatus\":\"SUCCESS\"}"),
     .output = M "\n" N "\n"
                 "{\"introspectionId\":\"7\",\"introspectionStatus\":\"SUCCESS\","
                 "\"introspectionResult\":{\"nextToken\":\"t\"}}\n"},
    {"members after the models",
     "the rest is the last line, wherever its members are",
     {STREAM},
     .input = INPUT("{\"introspectionResult\":{\"models\":[" M
                    "],\"nextToken\":\"t\"},\"introspectionId\":\"7\"}\n"),
     .output = M
     "\n{\"introspectionId\":\"7\",\"introspectionResult\":{\"nextToken\":\"t\"}}\n"},
    {"byte by byte",
     "the result is the same as for the whole input",
     {STREAM, "--chunk", "1"},
     .input = INPUT(MODELS(M "," N)),
     .output = M "\n" N "\n" REST},
    {"canonical models",
     "each model is one line, whatever it holds",
     {STREAM, "--json"},
     .input = INPUT(MODELS(" {\n \"sdl\" : \"type a {\\n}\\n\", \"x\":[1], "
                           "\"name\":null,\n\"indexes\":[ ] } ")),
     .output = "{\"indexes\":[],\"sdl\":\"type a {\\n}\\n\"}\n" REST},
    {"nulls and empty models",
     "nulls are dropped, but {} is a model",
     {STREAM},
     .input = INPUT(MODELS("null,{},null," M)),
     .output = "{}\n" M "\n" REST},
    {"no models",
     "only the rest is printed",
     {STREAM},
     .input = INPUT(MODELS("")),
     .output = REST},
    {"models that are null",
     "only the rest is printed",
     {STREAM},
     .input = INPUT("{\"introspectionResult\":{\"models\":null}}"),
     .output = REST},
    {"no result",
     "only the rest is printed",
     {STREAM},
     .input = INPUT("{\"introspectionStatus\":\"PROCESSING\"}"),
     .output = "{\"introspectionStatus\":\"PROCESSING\"}\n"},
    {"an empty answer",
     "with a status, an empty body is the same as {}",
     {STREAM, "--status", "200"},
     .output = "{}\n"},
    {"strictly",
     "strict accepts known members",
     {STREAM, "--strict"},
     .input = INPUT(MODELS(M)),
     .output = M "\n" REST},
    {"models elsewhere",
     "models in unknown members are skipped",
     {STREAM},
     .input = INPUT("{\"models\":[" M "],\"introspectionResult\":{\"x\":{\"models\":[" M
                    "]},\"models\":[" N "]}}"),
     .output = N "\n" REST},
};

/*
 * The models before the error are printed. The exit status says that some are missing.
 */
static const tool_row error_rows[] = {
    {"cut short",
     "the models before are printed",
     {STREAM},
     .input = INPUT("{\"introspectionResult\":{\"models\":[" M "," N),
     .status = 3,
     .output = M "\n" N "\n",
     .words = "dsi: standard input: the message ends too early at line 1, column 60, "
              "byte 59 in "
              "'/introspectionResult/models'\n"},
    {"cut short, byte by byte",
     "the result is the same as for the whole input",
     {STREAM, "--chunk", "1"},
     .input = INPUT("{\"introspectionResult\":{\"models\":[" M "," N),
     .status = 3,
     .output = M "\n" N "\n",
     .words = "dsi: standard input: the message ends too early at line 1, column 60, "
              "byte 59 in "
              "'/introspectionResult/models'\n"},
    {"a model that does not decode",
     "the error is JSON on its own line",
     {STREAM, "--json"},
     .input = INPUT(MODELS(M ",{\"name\":1}," N)),
     .status = 3,
     .output = M "\n"
                 "{\"ok\":false,\"code\":\"DSI_E_TYPE\",\"offset\":55,\"path\":\"/"
                 "introspectionResult/models/1/name\",\"message\":"
                 "\"the value has the wrong JSON type (expected a string, found a "
                 "number) at line 1, column 56, byte 55 in "
                 "'/introspectionResult/models/1/name'\"}\n"},
    {"an unknown member of a model",
     "strictly",
     {STREAM, "--strict"},
     .input = INPUT(MODELS(M ",{\"x\":1}")),
     .status = 3,
     .output = M "\n",
     .words = "dsi: standard input: the member is not known at line 1, column 49, byte "
              "48 in "
              "'/introspectionResult/models/1'\n"},
    {"bytes after the answer",
     "the models are printed, but the answer is refused",
     {STREAM},
     .input = INPUT(MODELS(M) "x"),
     .status = 3,
     .output = M "\n",
     .words = "dsi: standard input: bytes follow the end of the message at line 1, "
              "column 50, byte 49: found 'x'\n"},
    {"models twice",
     "the second list is refused",
     {STREAM},
     .input = INPUT("{\"introspectionResult\":{\"models\":[" M "],\"models\":[" N
                    "]}}"),
     .status = 3,
     .output = M "\n",
     .words = "dsi: standard input: the member is given twice at line 1, column 49, "
              "byte 48 in "
              "'/introspectionResult/models'\n"},
    {"no JSON",
     "no model is printed",
     {STREAM},
     .input = INPUT("<html>"),
     .status = 3,
     .words = "dsi: standard input: this byte is not allowed here at line 1, column 1, "
              "byte 0: found '<'\n"},
    {"a service error",
     "an error has no models, whatever its body holds",
     {STREAM, "--status", "400", "--header", "x-amzn-errortype: BadRequestException"},
     .input = INPUT("{\"message\":\"bad\",\"introspectionResult\":{\"models\":[" M
                    "]}}"),
     .status = 4,
     .output = "{\"error\":{\"type\":\"BadRequestException\",\"status\":400,\"fault\":"
               "\"client\",\"class\":\"modelled\",\"message\":\"bad\"}}\n"},
    {"a service error that is HTML",
     "a front end's page is not a decode error",
     {STREAM, "--status", "502", "--json"},
     .input = INPUT("<html>"),
     .status = 4,
     .output = "{\"error\":{\"status\":502,\"fault\":\"server\",\"class\":"
               "\"transient\",\"message\":\"<html>\",\"unread\":{\"code\":"
               "\"DSI_E_SYNTAX\",\"offset\":0}}}\n"},
};

START_TEST(streams)
{
    check_row(&stream_rows[_i]);
}
END_TEST

START_TEST(errors)
{
    check_row(&error_rows[_i]);
}
END_TEST

/* The first model is printed before the second one is sent. */
START_TEST(as_it_arrives)
{
    static const char *const chunks[] = {NULL, "1"};
    const char *const arguments[] = {STREAM, chunks[_i] != NULL ? "--chunk" : NULL,
                                     chunks[_i], NULL};
    char early[64];
    run_result result = run_in_two(arguments,
                                   "{\"introspectionResult\":{\"models\":[" M,
                                   "," N "]}}", early, sizeof early);

    ck_assert_str_eq(early, M "\n");
    ck_assert_str_eq(result.output, N "\n" REST);
    ck_assert_str_eq(result.words, "");
    ck_assert_int_eq(result.status, 0);
    run_free(&result);
}
END_TEST

#define TIMES_10(text) text text text text text text text text text text
#define LINE_80                                                                        \
    "12345678901234567890123456789012345678901234567890123456789012345678901234567890"
#define FIELD "{\"name\":\"f\",\"type\":{\"kind\":\"Scalar\",\"name\":\"Int\"}}"
#define LARGE                                                                          \
    "{\"name\":\"m\",\"fields\":[" TIMES_10(FIELD ",") FIELD                           \
        "],\"sdl\":\"" TIMES_10(LINE_80 LINE_80) "\"}"
#define LARGE_COUNT 18000

/* 40 MB of models. Block and address space have room for only a few of them. */
static run_input large_answer(void)
{
    return (run_input){
        .head = "{\"introspectionResult\":{\"models\":[" M,
        .head_length = sizeof("{\"introspectionResult\":{\"models\":[" M) - 1,
        .part = "," LARGE,
        .parts = LARGE_COUNT,
        .tail = "]}}"};
}

static void check_large_output(const char *output)
{
    size_t lines = 0;

    ck_assert_int_eq(strncmp(output, M "\n", sizeof(M "\n") - 1), 0);
    output += sizeof(M "\n") - 1;
    while (strncmp(output, LARGE "\n", sizeof(LARGE "\n") - 1) == 0) {
        output += sizeof(LARGE "\n") - 1;
        lines++;
    }
    ck_assert_uint_eq(lines, LARGE_COUNT);
    ck_assert_str_eq(output, REST);
}

START_TEST(constant_memory)
{
    const char *const arguments[] = {STREAM, "--memory", "450000", NULL};
    run_input input = large_answer();
    run_result result;

    if (run_can_limit_memory()) {
        input.memory = (size_t)16 << 20;
    }
    result = run_program(arguments, &input, RUN_KEPT);
    ck_assert_str_eq(result.words, "");
    ck_assert_int_eq(result.status, 0);
    check_large_output(result.output);
    run_free(&result);
}
END_TEST

/* The default block is large enough for any model, but not for this page. */
START_TEST(constant_memory_by_default)
{
    const char *const arguments[] = {STREAM, NULL};
    run_input input = large_answer();
    run_result result;

    if (run_can_limit_memory()) {
        input.memory = (size_t)32 << 20;
    }
    result = run_program(arguments, &input, RUN_KEPT);
    ck_assert_int_eq(result.status, 0);
    check_large_output(result.output);
    run_free(&result);
}
END_TEST

SUITE(stream)
{
    Suite *suite = suite_create("tool/stream");

    add_rows(suite, "streams", streams, COUNT(stream_rows));
    add_rows(suite, "errors", errors, COUNT(error_rows));
    add_rows(suite, "as it arrives", as_it_arrives, 2);
    add_test(suite, "constant memory", constant_memory);
    add_test(suite, "constant memory by default", constant_memory_by_default);
    return suite;
}
