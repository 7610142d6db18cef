/* The block: every size and every alignment; no byte beside it is read or written. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/codec/outcome.h"
#include "tests/support.h"

static const vector good = {
    .name = "good",
    .message = "start-response",
    .bytes = TEXT_ROW("{\"introspectionId\":\"\\u0069d\",\"x\":[{\"y\":[1]}]}"),
    .output = "{\"introspectionId\":\"id\"}"};

/*
 * The block is on the heap and has exactly this size, so a sanitizer reports a byte too
 * far.
 */
static void check_size(const dsi_limits *limits, size_t size)
{
    vector row = good;
    void *block = malloc(size == 0 ? 1 : size);
    outcome got;

    row.options.limits = *limits;
    got = decode_in(&row, block, size, 3);
    if (size < dsi_decoder_size(limits)) {
        ck_assert_int_eq(got.code, DSI_E_BLOCK_SIZE);
        ck_assert_uint_eq(got.limit, size);
        ck_assert_uint_eq(got.actual, dsi_decoder_size(limits));
    } else {
        check_outcome(&row, &got, 3);
    }
    free(block);
}

/* The limits just allow the message, so the sizes to try are few. */
START_TEST(every_size_is_refused_or_enough)
{
    static const dsi_limits least = {.max_depth = 4, .max_token = 17};

    for (size_t size = 0; size <= dsi_decoder_size(&least) + 64; size++) {
        check_size(&least, size);
    }
}
END_TEST

/*
 * The default limits have many sizes: all near the needed one are tried, and some
 * others.
 */
START_TEST(sizes_about_the_defaults)
{
    static const dsi_limits defaults = {.max_depth = 0};
    size_t needed = dsi_decoder_size(&defaults);

    for (size_t size = 0; size <= needed + 64; size += size + 200 < needed ? 97 : 1) {
        check_size(&defaults, size);
    }
}
END_TEST

/*
 * Small limits, so that the test can check each byte of a block, and thousands of
 * sizes.
 */
static const dsi_limits small = {.max_depth = 8, .max_token = 12800};

START_TEST(smallest_block_serves_any_alignment)
{
    vector row = good;
    size_t needed = dsi_decoder_size(&small);
    unsigned char *memory = malloc(needed + 64);

    row.options.limits = small;
    for (size_t shift = 0; shift < 32; shift++) {
        outcome got;

        memset(memory, 0xa5, needed + 64);
        got = decode_in(&row, memory + shift, needed, 5);
        check_outcome(&row, &got, 5);
        for (size_t i = 0; i < needed + 64; i++) {
            expect((i >= shift && i < shift + needed) || memory[i] == 0xa5,
                   "byte %zu beside the block was written", i);
        }
    }
    free(memory);
}
END_TEST

/* A decoder begins at the block's first address that is aligned for any type. */
START_TEST(decoder_is_aligned)
{
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    size_t unit = _Alignof(max_align_t);

    for (size_t shift = 0; shift <= unit; shift++) {
        unsigned char *begin = block + (unit - (uintptr_t)block % unit) % unit + shift;
        unsigned char *decoder = (unsigned char *)dsi_start_request_begin(
            begin, dsi_decoder_size(&small), &(dsi_decode_options){.limits = small},
            NULL);

        ck_assert_uint_eq((uintptr_t)decoder % unit, 0);
        ck_assert(decoder >= begin && decoder < begin + unit);
    }
}
END_TEST

/*
 * Only a service error needs room for a raw text. A request uses that room for results.
 */
START_TEST(request_uses_the_room_of_a_raw_text)
{
    static char text[DSI_RAW_MESSAGE_MAX + 2048];
    size_t size = dsi_decoder_size(&small);
    void *block = malloc(size);
    dsi_decode_options options = {.limits = small};
    dsi_decoder *decoder = dsi_start_request_begin(block, size, &options, NULL);
    static const char before[] = "{\"rdsDataApiConfig\":{\"databaseName\":\"";
    const dsi_start_request *request;

    memset(text, 'x', sizeof text);
    ck_assert(dsi_feed(decoder, before, sizeof before - 1));
    ck_assert(dsi_feed(decoder, text, sizeof text));
    ck_assert(dsi_feed(decoder, "\"}}", 3));
    request = dsi_start_request_finish(decoder, NULL);
    ck_assert_ptr_nonnull(request);
    ck_assert_uint_eq(request->rds_data_api_config->database_name.length, sizeof text);
    free(block);
}
END_TEST

START_TEST(default_size_serves_the_defaults)
{
    ck_assert_uint_le(dsi_decoder_size(NULL) + 32768, DSI_DECODER_SIZE_DEFAULT);
}
END_TEST

/* Messages that use each limit fully, in the smallest block for these limits. */
START_TEST(yajl_never_runs_out)
{
    static const size_t tokens[] = {1,    10,   2045, 2046,  2047,  2048,
                                    2049, 4095, 4096, 16383, 65535, 131071};
    dsi_limits limits = {.max_token = tokens[_i]};
    size_t needed = dsi_decoder_size(&limits);
    size_t length = tokens[_i];
    char *text = malloc(length * 3 + 16);
    vector row = {.name = "full tokens", .message = "start-response", .output = "{}"};

    /* {"":["nnn..." , "\n\n..." , 1111...]}: each token has exactly max_token bytes */
    size_t end = 0;
    char *at = text;

    if (length < 2) {
        at += sprintf(at, "{}");
    } else {
        at += sprintf(at, "{\"\":[\"");
        memset(at, 'n', length - 2);
        at += length - 2;
        at += sprintf(at, "\",\"");
        for (end = 0; end + 2 <= length - 2; end += 2) {
            at += sprintf(at, "\\n");
        }
        at += sprintf(at, "\",");
        memset(at, '1', length);
        at += length;
        at += sprintf(at, "]}");
    }
    row.bytes = (dsi_string){.data = text, .length = (size_t)(at - text)};
    row.options.limits = limits;
    for (size_t chunk = 1; chunk <= 4096; chunk *= 8) {
        void *block = malloc(needed);
        outcome got = decode_in(&row, block, needed, chunk);

        check_outcome(&row, &got, chunk);
        free(block);
    }
    free(text);
}
END_TEST

/*
 * Decodes in a block of this size inside larger memory, and checks the bytes after it.
 */
static outcome decode_in_fence(const vector *row, size_t size, size_t chunk)
{
    static unsigned char memory[DSI_DECODER_SIZE_DEFAULT * 2];
    outcome got;

    expect(size + 64 <= sizeof memory, "%zu bytes have no fence", size);
    memset(memory + size, 0xa5, 64);
    got = decode_in(row, memory, size, chunk);
    for (size_t i = 0; i < 64; i++) {
        expect(memory[size + i] == 0xa5, "written after a block of %zu", size);
    }
    return got;
}

/* The error for a full block has the path of the value that did not fit. */
START_TEST(used_up_block_says_where)
{
    size_t needed = dsi_decoder_size(&small);
    size_t length = 12000;
    char *text = malloc(length + 64);
    char *at = text + sprintf(text, "{\"introspectionId\":\"");
    vector row = {.name = "too much",
                  .message = "start-response",
                  .options = {.limits = small},
                  .code = DSI_E_MEMORY,
                  .offset = 19,
                  .path = "/introspectionId"};
    bool fitted = false;

    memset(at, 'x', length);
    at += length;
    at += sprintf(at, "\"}");
    row.bytes = (dsi_string){.data = text, .length = (size_t)(at - text)};
    for (size_t size = needed; size < needed + length; size += fitted ? 64 : 1) {
        outcome got = decode_in_fence(&row, size, 100000);

        if (got.code != DSI_OK) {
            expect(!fitted, "%zu bytes were enough", size);
            check_outcome(&row, &got, 1000);
        } else {
            expect(size > length, "%zu bytes cannot be enough", size);
            fitted = true;
        }
    }
    ck_assert(fitted);
    free(text);
}
END_TEST

/* A structure after a text needs padding, which must not reach beyond the block. */
START_TEST(padding_counts)
{
    size_t needed = dsi_decoder_size(&small);
    size_t length = 6000;
    static char text[6200];
    char *at = text + sprintf(text, "{\"message\":\"");
    vector row = {.name = "padded",
                  .message = "start-response",
                  .options = {.limits = small},
                  .status = 400};
    size_t refused = 0;
    size_t accepted = 0;

    memset(at, 'x', length);
    at += length;
    at += sprintf(at, "\",\"detail\":{\"codeErrors\":[{\"value\":\"v\"}]}}");
    row.bytes = (dsi_string){.data = text, .length = (size_t)(at - text)};
    for (size_t size = needed; size < needed + length; size++) {
        outcome got = decode_in_fence(&row, size, 100000);

        refused += got.code == DSI_E_MEMORY;
        accepted += got.code == DSI_OK;
    }
    ck_assert_uint_gt(refused, 100);
    ck_assert_uint_gt(accepted, 100);
    ck_assert_uint_eq(refused + accepted, length);
}
END_TEST

/* Lists use both ends of the arena. Every block size is refused, or it is enough. */
START_TEST(lists_fit_or_are_refused_at_every_size)
{
    size_t needed = dsi_decoder_size(&small);
    static char text[4096];
    char *at = text + sprintf(text, "{\"detail\":{\"codeErrors\":[");
    vector row = {.name = "list",
                  .message = "start-response",
                  .options = {.limits = small},
                  .status = 400};
    size_t good_at = 0;
    outcome whole;

    for (int i = 0; i < 60; i++) {
        at += sprintf(at, "%s{\"errorType\":\"e\",\"location\":{\"line\":1}}",
                      i ? "," : "");
    }
    at += sprintf(at, "]}}");
    row.bytes = (dsi_string){.data = text, .length = (size_t)(at - text)};
    whole = decode(&row, 4096);
    for (size_t size = needed; size < needed + 12000; size++) {
        outcome got = decode_in_fence(&row, size, 4096);

        expect(got.code == DSI_OK || got.code == DSI_E_MEMORY, "block of %zu", size);
        expect(good_at == 0 || got.code == DSI_OK, "%zu was enough", good_at);
        expect(got.code != DSI_OK || strcmp(got.output, whole.output) == 0, "%.1000s",
               got.output);
        good_at = got.code == DSI_OK && good_at == 0 ? size : good_at;
    }
    ck_assert_uint_gt(good_at, needed);
}
END_TEST

/* No decoded value points into the input, so the caller may overwrite it at once. */
START_TEST(input_may_be_overwritten_at_once)
{
    char text[] =
        "{\"introspectionId\":\"identifier\",\"introspectionStatus\":\"FAILED\"}";
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    dsi_header header = {{.data = text, .length = 0}, {.data = text, .length = 0}};
    dsi_received_head head = {.status = 200, .headers = &header, .header_count = 1};
    dsi_decoder *decoder = dsi_start_answer_begin(block, sizeof block, &head, NULL,
                                                  NULL);
    const dsi_start_answer *answer;

    ck_assert(dsi_feed(decoder, text, sizeof text - 1));
    memset(text, 'X', sizeof text);
    answer = dsi_start_answer_finish(decoder, NULL);
    ck_assert_str_eq(answer->output.introspection_id.data, "identifier");
    ck_assert_str_eq(answer->output.introspection_status.text.data, "FAILED");
}
END_TEST

START_TEST(headers_may_be_overwritten_at_once)
{
    char name[] = "x-amzn-errortype";
    char value[] = "SomeException";
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    dsi_header header = {dsi_str(name), dsi_str(value)};
    dsi_received_head head = {.status = 400, .headers = &header, .header_count = 1};
    dsi_decoder *decoder = dsi_start_answer_begin(block, sizeof block, &head, NULL,
                                                  NULL);

    memset(value, 'X', sizeof value - 1);
    memset(name, 'X', sizeof name - 1);
    ck_assert_str_eq(dsi_start_answer_finish(decoder, NULL)->error.type.data,
                     "SomeException");
}
END_TEST

#define SHORT_LIST "\"primaryKey\":{\"name\":\"key\",\"fields\":[\"i\"]}"

/* Decodes a model with a text of `length` bytes before a short list. True if it fits. */
static bool short_list_fits(int length, size_t chunk)
{
    static char text[16384];
    static char sdl[16384];
    static char output[16384];
    vector row = {.name = "a text and a list",
                  .message = "get-response",
                  .streamed = true,
                  .options = {.limits = {.max_depth = 9, .max_token = 9100}},
                  .bytes = {.data = text},
                  .output = output};
    outcome got;

    memset(sdl, 'x', sizeof sdl);
    row.bytes.length = (size_t)sprintf(
        text,
        "{\"introspectionResult\":{\"models\":[{\"sdl\":\"%.*s\"," SHORT_LIST "}]}}",
        length, sdl);
    sprintf(output,
            "{\"introspectionResult\":{\"models\":[{" SHORT_LIST
            ",\"sdl\":\"%.*s\"}]}}",
            length, sdl);
    got = decode_in_fence(&row, dsi_decoder_size(&row.options.limits), chunk);
    if (got.code == DSI_OK) {
        check_outcome(&row, &got, chunk);
    } else {
        expect(got.code == DSI_E_MEMORY, "%d bytes", length);
    }
    return got.code == DSI_OK;
}

/*
 * The last item of a list can leave a few bytes free behind the texts, and takes all of
 * them. The texts must stay as they are, however few bytes that is.
 */
START_TEST(a_short_list_ends_right_behind_a_text)
{
    const size_t chunk = _i == 0 ? 50 : 16384;
    int length = 4096;

    while (short_list_fits(length, chunk)) {
        length += 100;
    }
    for (int i = 0; i < 200; i++) {
        (void)short_list_fits(length - i, chunk);
    }
    ck_assert(short_list_fits(length - 200, chunk));
}
END_TEST

/* A block can be used for many decodes, whatever the last one left in it. */
START_TEST(block_can_be_used_again)
{
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

    for (size_t i = 0; vector_at(i) != NULL; i++) {
        outcome got = decode_in(&good, block, sizeof block, 2);

        check_outcome(&good, &got, 2);
        if (vector_at(i)->options.limits.max_depth == 0) {
            got = decode_in(vector_at(i), block, sizeof block, 2);
            check_outcome(vector_at(i), &got, 2);
        }
    }
}
END_TEST

SUITE(memory)
{
    Suite *suite = suite_create("memory");

    add_test(suite, "every size is refused or enough", every_size_is_refused_or_enough);
    add_test(suite, "sizes about the defaults", sizes_about_the_defaults);
    add_test(suite, "smallest block serves any alignment",
             smallest_block_serves_any_alignment);
    add_test(suite, "decoder is aligned", decoder_is_aligned);
    add_test(suite, "request uses the room of a raw text",
             request_uses_the_room_of_a_raw_text);
    add_test(suite, "default size serves the defaults",
             default_size_serves_the_defaults);
    add_rows(suite, "yajl never runs out", yajl_never_runs_out, 11);
    add_test(suite, "used up block says where", used_up_block_says_where);
    add_test(suite, "padding counts", padding_counts);
    add_test(suite, "lists fit or are refused at every size",
             lists_fit_or_are_refused_at_every_size);
    add_rows(suite, "short list behind a text", a_short_list_ends_right_behind_a_text,
             2);
    add_test(suite, "input may be overwritten at once",
             input_may_be_overwritten_at_once);
    add_test(suite, "headers may be overwritten at once",
             headers_may_be_overwritten_at_once);
    add_test(suite, "block can be used again", block_can_be_used_again);
    return suite;
}
