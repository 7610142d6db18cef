/*
 * Known bugs of yajl: each test shows the bug in yajl itself, and that dsi does not
 * have it. If a check of yajl fails, yajl has changed: then read SECURITY.md.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <yajl/yajl_gen.h>
#include <yajl/yajl_parse.h>

#include "codec/stream/generate.h"
#include "codec/stream/parse.h"
#include "tests/codec/outcome.h"
#include "tests/support.h"

static yajl_status raw_parse(dsi_string text)
{
    yajl_handle handle = yajl_alloc(NULL, NULL, NULL);
    yajl_status status = yajl_parse(handle, (const unsigned char *)text.data,
                                    text.length);

    if (status == yajl_status_ok) {
        status = yajl_complete_parse(handle);
    }
    yajl_free(handle);
    return status;
}

/* ------------------------------------------------------ what yajl's parser accepts */

typedef struct accepted_row {
    const char *name;
    dsi_string text;
    dsi_code code;
    uint64_t offset;
} accepted_row;

static const accepted_row accepted[] = {
    {"unterminated string after the end", TEXT_ROW("{} \"x"), DSI_E_TRAILING, 3},
    {"half a pair", TEXT_ROW("{\"a\":\"\\ud800\"}"), DSI_E_SURROGATE, 6},
    {"half a pair and a letter", TEXT_ROW("{\"a\":\"\\ud800\\u0041\"}"),
     DSI_E_SURROGATE, 6},
    {"half a pair and NUL", TEXT_ROW("{\"a\":\"\\udbff\\u0000\"}"), DSI_E_SURROGATE, 6},
    {"the other half", TEXT_ROW("{\"a\":\"\\udc00\"}"), DSI_E_SURROGATE, 6},
    {"overlong NUL", TEXT_ROW("{\"a\":\"\xc0\x80\"}"), DSI_E_UTF8, 6},
    {"overlong slash", TEXT_ROW("{\"a\":\"\xe0\x80\xaf\"}"), DSI_E_UTF8, 6},
    {"raw surrogate", TEXT_ROW("{\"a\":\"\xed\xa0\x80\"}"), DSI_E_UTF8, 6},
    {"above U+10FFFF", TEXT_ROW("{\"a\":\"\xf4\x90\x80\x80\"}"), DSI_E_UTF8, 6},
    {"lead F5", TEXT_ROW("{\"a\":\"\xf5\x80\x80\x80\"}"), DSI_E_UTF8, 6},
    {"vertical tab as white space", TEXT_ROW("{\v}"), DSI_E_SYNTAX, 1},
    {"form feed as white space", TEXT_ROW("{\f}"), DSI_E_SYNTAX, 1},
    {"a document that is not an object", TEXT_ROW("[1]"), DSI_E_NOT_OBJECT, 0},
};

START_TEST(yajl_accepts_dsi_does_not)
{
    const accepted_row *row = &accepted[_i];
    vector as_vector = {.name = row->name,
                        .message = "start-request",
                        .bytes = row->text,
                        .code = row->code,
                        .offset = row->offset,
                        .path = ""};

    ck_assert_msg(raw_parse(row->text) == yajl_status_ok, "%s: yajl refuses",
                  row->name);
    for (size_t chunk = 1; chunk <= row->text.length; chunk++) {
        outcome got = decode(&as_vector, chunk);

        check_outcome(&as_vector, &got, chunk);
    }
}
END_TEST

START_TEST(depth_is_bounded)
{
    static char deep[100005];
    vector row = {.name = "100,000 deep",
                  .message = "start-response",
                  .bytes = {deep, sizeof deep},
                  .code = DSI_E_MAX_DEPTH,
                  .offset = 68,
                  .path = ""};
    outcome got;

    memcpy(deep, "{\"a\":", 5);
    memset(deep + 5, '[', sizeof deep - 5);
    got = decode(&row, 1024);
    check_outcome(&row, &got, 1024);
}
END_TEST

/* --------------------------------------------------------------------- linear time */

/* yajl alone reads a cut token again for each chunk, which would take hours here. */
START_TEST(long_tokens_in_tiny_chunks_are_linear)
{
    static const char *const forms[] = {"x", "\\n", "\\ud83d\\udc4d", "\xe2\x82\xac"};
    const char *form = forms[_i];
    size_t length = 2u << 20;
    size_t whole = length / strlen(form) * strlen(form);
    dsi_limits limits = {.max_token = length + 2};
    dsi_decode_options options = {.limits = limits};
    size_t size = dsi_decoder_size(&limits);
    void *block = malloc(size);
    dsi_error error;
    dsi_decoder *decoder = dsi_start_request_begin(block, size, &options, &error);

    (void)dsi_feed(decoder, "{\"unknown\":\"", 12);
    for (size_t i = 0; i < whole; i++) {
        (void)dsi_feed(decoder, &form[i % strlen(form)], 1);
    }
    (void)dsi_feed(decoder, "\"}", 2);
    ck_assert_msg(dsi_start_request_finish(decoder, &error) != NULL, "%s",
                  dsi_code_name(error.code));
    free(block);
}
END_TEST

START_TEST(long_number_in_tiny_chunks_is_linear)
{
    size_t length = 1u << 20;
    dsi_limits limits = {.max_token = length};
    dsi_decode_options options = {.limits = limits};
    size_t size = dsi_decoder_size(&limits);
    void *block = malloc(size);
    dsi_decoder *decoder = dsi_start_request_begin(block, size, &options, NULL);

    (void)dsi_feed(decoder, "{\"unknown\":", 11);
    for (size_t i = 0; i < length; i++) {
        (void)dsi_feed(decoder, "7", 1);
    }
    (void)dsi_feed(decoder, "}", 1);
    ck_assert_ptr_nonnull(dsi_start_request_finish(decoder, NULL));
    free(block);
}
END_TEST

/* ------------------------------------------------------------------- yajl's memory */

typedef struct allocation_log {
    size_t small; /* bytes of requests below a buffer's first size */
    size_t buffers;
    size_t largest;
} allocation_log;

static void log_request(allocation_log *log, size_t size)
{
    if (size < DSI_POOL_BUFFER_MIN) {
        log->small += size + sizeof(max_align_t) * 2;
    } else if (size == DSI_POOL_BUFFER_MIN) {
        log->buffers++;
    }
    log->largest = size > log->largest ? size : log->largest;
}

static void *logged_malloc(void *context, size_t size)
{
    log_request(context, size);
    return malloc(size);
}

static void *logged_realloc(void *context, void *pointer, size_t size)
{
    if (pointer == NULL) {
        return logged_malloc(context, size);
    }
    log_request(context, size);
    return realloc(pointer, size);
}

static void logged_free(void *context, void *pointer)
{
    (void)context;
    free(pointer);
}

static int ignore_text(void *context, const unsigned char *text, size_t length)
{
    (void)context;
    (void)text;
    (void)length;
    return 1;
}

/*
 * Holds the facts from which the pool's size follows: yajl's structs, its two buffers,
 * and how far the buffers double.
 */
START_TEST(parser_asks_for_what_the_pool_has)
{
    allocation_log log = {.small = 0};
    yajl_alloc_funcs hooks = {logged_malloc, logged_realloc, logged_free, &log};
    static const yajl_callbacks callbacks = {.yajl_string = ignore_text,
                                             .yajl_map_key = ignore_text};
    yajl_handle handle = yajl_alloc(&callbacks, &hooks, NULL);
    static const char open[] = "{\"a\":";
    static const char token[] = "\"\\n234567890\"";
    char text[3000];

    /* 126 deep, an escaped name, then tokens of 3,000 bytes with and without escapes */
    ck_assert_int_eq(yajl_parse(handle, (const unsigned char *)"{\"\\n\":{}", 8), 0);
    ck_assert_int_eq(yajl_parse(handle, (const unsigned char *)",\"x\":", 5), 0);
    for (int depth = 1; depth < 126; depth++) {
        ck_assert_int_eq(yajl_parse(handle, (const unsigned char *)open, 5), 0);
    }
    ck_assert_int_eq(yajl_parse(handle, (const unsigned char *)"[", 1), 0);
    memset(text, 'x', sizeof text);
    memcpy(text, token, 4);
    text[sizeof text - 1] = '"';
    ck_assert_int_eq(yajl_parse(handle, (const unsigned char *)text, sizeof text), 0);
    ck_assert_uint_le(log.small, DSI_POOL_STRUCTS);
    ck_assert_uint_eq(log.buffers, 2);
    ck_assert_uint_eq(log.largest, 4096);
    ck_assert_uint_ge(dsi_parser_memory(sizeof text), DSI_POOL_STRUCTS + 2 * 4096);
    yajl_free(handle);
}
END_TEST

START_TEST(generator_asks_for_what_the_pool_has)
{
    allocation_log log = {.small = 0};
    yajl_alloc_funcs hooks = {logged_malloc, logged_realloc, logged_free, &log};
    yajl_gen generator = yajl_gen_alloc(&hooks);

    ck_assert_uint_le(log.small, DSI_POOL_STRUCTS);
    ck_assert_uint_eq(log.buffers, 0);
    yajl_gen_free(generator);
}
END_TEST

START_TEST(pool_grows_in_place_or_copies)
{
    max_align_t memory[512];
    dsi_pool pool;
    char *small;
    char *grown;
    char *buffer;

    dsi_pool_begin(&pool, memory, sizeof memory, 4096);
    ck_assert_ptr_nonnull(dsi_pool_realloc(&pool, NULL, 0));
    small = dsi_pool_realloc(&pool, NULL, 10);
    memcpy(small, "0123456789", 10);
    ck_assert_ptr_eq(dsi_pool_realloc(&pool, small, 12), small);
    grown = dsi_pool_realloc(&pool, small, 200);
    ck_assert_ptr_ne(grown, small);
    ck_assert_int_eq(memcmp(grown, "0123456789", 10), 0);
    buffer = dsi_pool_malloc(&pool, DSI_POOL_BUFFER_MIN);
    ck_assert_ptr_eq(dsi_pool_realloc(&pool, buffer, 4096), buffer);
    dsi_pool_free(&pool, buffer);
    ck_assert_ptr_null(dsi_pool_malloc(&pool, sizeof memory));
    ck_assert_ptr_null(dsi_pool_realloc(&pool, buffer, sizeof memory));
}
END_TEST

/* ---------------------------------------------------------------------- a dead handle
 */

/* After an error yajl's handle cannot be used, so each document gets a new one. */
START_TEST(each_document_has_a_fresh_handle)
{
    static const vector bad = {.name = "bad",
                               .message = "start-response",
                               .bytes = TEXT_ROW("{\"introspectionId\":5}"),
                               .code = DSI_E_TYPE,
                               .offset = 19,
                               .path = "/introspectionId"};
    static const vector good = {.name = "good",
                                .message = "start-response",
                                .bytes = TEXT_ROW("{}"),
                                .output = "{}"};

    for (int i = 0; i < 3; i++) {
        outcome got = decode(&bad, 1);

        check_outcome(&bad, &got, 1);
        got = decode(&good, 1);
        check_outcome(&good, &got, 1);
    }
}
END_TEST

/* yajl's own numbers follow the locale and lose INT64_MIN; dsi's do not. */
START_TEST(locale_changes_nothing)
{
    static const vector row = {
        .name = "numbers",
        .message = "start-response",
        .status = 400,
        .bytes = TEXT_ROW("{\"x\":1.5,\"detail\":{\"codeErrors\":[{\"location\":"
                          "{\"line\":-2147483648}}]}}"),
        .output =
            "{\"status\":400,\"fault\":\"client\",\"class\":\"client\",\"detail\":"
            "{\"codeErrors\":[{\"location\":{\"line\":-2147483648}}]}}"};
    static const char *const names[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8",
                                        "C"};

    for (size_t i = 0; i < COUNT(names); i++) {
        outcome got;

        (void)setlocale(LC_ALL,
                        names[i]); /* a locale that is not installed changes nothing */
        got = decode(&row, 1);
        check_outcome(&row, &got, 1);
    }
}
END_TEST

/* ----------------------------------------------------------- what yajl_gen lets pass
 */

START_TEST(generator_passes_ill_formed_text_dsi_does_not)
{
    yajl_gen generator = yajl_gen_alloc(NULL);
    dsi_start_answer answer = {.kind = DSI_OUTPUT,
                               .output = {.introspection_id = TEXT("\xed\xa0\x80")}};
    dsi_error error;

    (void)yajl_gen_config(generator, yajl_gen_validate_utf8, 1);
    ck_assert_int_eq(
        yajl_gen_string(generator, (const unsigned char *)"\xed\xa0\x80", 3),
        yajl_gen_status_ok);
    yajl_gen_free(generator);
    ck_assert_uint_eq(dsi_start_answer_size(&answer, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_UTF8);
}
END_TEST

static bool accept_all(void *context, const char *bytes, size_t length)
{
    (void)context;
    (void)bytes;
    (void)length;
    return true;
}

/* yajl_gen can write the 126 levels that the walk allows. */
START_TEST(generator_is_safe_at_the_deepest)
{
    static const dsi_sink sink = {.write = accept_all};
    dsi_generator generator;

    dsi_generator_begin(&generator, &sink, true);
    for (int depth = 0; depth < DSI_DEPTH_MAX; depth++) {
        ck_assert_int_eq(dsi_generate_open_array(&generator), DSI_OK);
    }
    for (int depth = 0; depth < DSI_DEPTH_MAX; depth++) {
        ck_assert_int_eq(dsi_generate_close_array(&generator), DSI_OK);
    }
}
END_TEST

START_TEST(generator_refusal_is_an_internal_error)
{
    static const dsi_sink sink = {.write = accept_all};
    dsi_generator generator;

    dsi_generator_begin(&generator, &sink, false);
    ck_assert_int_eq(dsi_generate_open_object(&generator), DSI_OK);
    ck_assert_int_eq(dsi_generate_null(&generator), DSI_E_INTERNAL); /* no name yet */
}
END_TEST

SUITE(hazards)
{
    Suite *suite = suite_create("hazards");

    add_rows(suite, "yajl accepts, dsi does not", yajl_accepts_dsi_does_not,
             COUNT(accepted));
    add_test(suite, "depth is bounded", depth_is_bounded);
    set_long(add_rows(suite, "long tokens in tiny chunks are linear",
                      long_tokens_in_tiny_chunks_are_linear, 4));
    add_test(suite, "long number in tiny chunks is linear",
             long_number_in_tiny_chunks_is_linear);
    add_test(suite, "parser asks for what the pool has",
             parser_asks_for_what_the_pool_has);
    add_test(suite, "generator asks for what the pool has",
             generator_asks_for_what_the_pool_has);
    add_test(suite, "pool grows in place or copies", pool_grows_in_place_or_copies);
    add_test(suite, "each document has a fresh handle",
             each_document_has_a_fresh_handle);
    add_test(suite, "locale changes nothing", locale_changes_nothing);
    add_test(suite, "generator passes ill-formed text, dsi does not",
             generator_passes_ill_formed_text_dsi_does_not);
    add_test(suite, "generator is safe at the deepest",
             generator_is_safe_at_the_deepest);
    add_test(suite, "generator refusal is an internal error",
             generator_refusal_is_an_internal_error);
    return suite;
}
