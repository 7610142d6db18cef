/*
 * Pages of any size: a page that is kept needs memory for all of it, a streamed page
 * for one model.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/codec/outcome.h"
#include "tests/codec/page.h"
#include "tests/support.h"

/* Limits that just allow these models, so that a block has only a few KiB. */
static const dsi_limits small = {.max_depth = 9, .max_token = 64};

static const size_t counts[] = {0, 1, 25, 100000};

/* ------------------------------------------------------------------------- streamed */

/* Compares each model with the one that page_model writes for its number. */
static bool take_in_order(void *context, const dsi_model *model)
{
    size_t *count = context;
    char bytes[256];
    char expected[256];
    gathered text = {.bytes = bytes, .capacity = sizeof bytes};
    dsi_sink sink = {.write = gather, .context = &text};
    int length = page_model(*count, expected, sizeof expected);

    expect(dsi_model_write(model, &sink, NULL, NULL) &&
               gathered_same(&text, expected, (size_t)length),
           "model %zu: %.*s", *count, (int)text.length, bytes);
    ++*count;
    return true;
}

/* A streamed page of any size needs no more than the smallest block. */
START_TEST(any_page_streams_through_the_smallest_block)
{
    size_t size = dsi_decoder_size(&small);
    void *block = malloc(size);
    gathered page = page_make(counts[_i]);
    size_t count = 0;
    dsi_model_sink sink = {.take = take_in_order, .context = &count};
    dsi_received_head head = {.status = 200};
    dsi_decode_options options = {.limits = small};
    dsi_decoder *decoder = dsi_get_answer_begin(block, size, &head, &sink, &options,
                                                NULL);
    const dsi_get_answer *answer;

    ck_assert(feed_by(decoder, page.bytes, page.length, 1000));
    answer = dsi_get_answer_finish(decoder, NULL);
    ck_assert_uint_eq(count, counts[_i]);
    ck_assert_uint_eq(answer->models_taken, counts[_i]);
    ck_assert_str_eq(answer->output.introspection_result->next_token.data, "next");
    free(block);
    free(page.bytes);
}
END_TEST

/* A page of `models` models, and one more with an SDL of `length` bytes. */
static gathered page_with_sdl(size_t models, size_t length)
{
    static const char before[] = "{\"introspectionResult\":{\"models\":[";
    gathered page = {.capacity = sizeof before + models * 256 + length + 32};

    page.bytes = malloc(page.capacity);
    (void)gather(&page, before, sizeof before - 1);
    for (size_t i = 0; i < models; i++) {
        page.length += (size_t)page_model(i, page.bytes + page.length, 255);
        (void)gather(&page, i % 3 == 0 ? ",null," : ",", i % 3 == 0 ? 6 : 1);
    }
    (void)gather(&page, "{\"sdl\":\"", 8);
    memset(page.bytes + page.length, 's', length);
    page.length += length;
    (void)gather(&page, "\"}]}}", 5);
    return page;
}

static const dsi_limits long_text = {.max_depth = 9, .max_token = 8192};

static dsi_code stream_sdl(size_t models, size_t length, dsi_error *error)
{
    size_t size = dsi_decoder_size(&long_text);
    void *block = malloc(size);
    gathered page = page_with_sdl(models, length);
    page_taker taker = {.stop_at = SIZE_MAX};
    dsi_decoder *decoder = page_begin(block, size, &taker, &long_text);

    (void)feed_by(decoder, page.bytes, page.length, 1000);
    (void)dsi_get_answer_finish(decoder, error);
    ck_assert_uint_eq(taker.count, models + (error->code == DSI_OK));
    free(block);
    free(page.bytes);
    return error->code;
}

/* The longest SDL that fits the smallest block, in the model after `models` others. */
static size_t longest_sdl(size_t models)
{
    size_t good = 0;
    size_t bad = long_text.max_token + 1;
    dsi_error error;

    while (bad - good > 1) {
        size_t length = (good + bad) / 2;

        if (stream_sdl(models, length, &error) == DSI_OK) {
            good = length;
        } else {
            bad = length;
        }
    }
    return good;
}

/*
 * Each model gets the same memory, so no earlier model takes a byte from a later one.
 */
START_TEST(memory_is_used_again)
{
    static const size_t before[] = {1, 2, 3, 25, 1000};
    size_t first = longest_sdl(0);

    ck_assert_uint_gt(first, 2048);
    ck_assert_uint_eq(longest_sdl(before[_i]), first);
}
END_TEST

/* A model that does not fit ends the decode. The models before it were handed over. */
START_TEST(model_larger_than_the_block_is_refused)
{
    size_t most = longest_sdl(0);
    dsi_error error;

    ck_assert_int_eq(stream_sdl(3, most, &error), DSI_OK);
    ck_assert_int_eq(stream_sdl(0, most + 1, &error), DSI_E_MEMORY);
    ck_assert_str_eq(error.path, "/introspectionResult/models/0/sdl");
    ck_assert_uint_eq(error.offset, strlen("{\"introspectionResult\":{\"models\":["
                                           "{\"sdl\":"));
    ck_assert_int_eq(stream_sdl(3, most + 1, &error), DSI_E_MEMORY);
    /* The page also has a null, which counts in the path. */
    ck_assert_str_eq(error.path, "/introspectionResult/models/4/sdl");
}
END_TEST

/* True if a detail of this length fits after a streamed list of models. */
static bool detail_fits(void *block, size_t size, size_t length)
{
    static char text[16384];
    char *at = text + sprintf(text, "{\"introspectionResult\":{\"models\":[{}]},"
                                    "\"introspectionStatusDetail\":\"");
    page_taker taker = {.stop_at = SIZE_MAX};
    dsi_decoder *decoder = page_begin(block, size, &taker, &long_text);

    memset(at, 'd', length);
    memcpy(at + length, "\"}", 2);
    (void)feed_by(decoder, text, (size_t)(at - text) + length + 2, sizeof text);
    return dsi_get_answer_finish(decoder, NULL) != NULL;
}

/*
 * A streamed list gives all its memory back. So each byte more of block is one of text.
 */
START_TEST(streamed_list_gives_its_memory_back)
{
    size_t size = dsi_decoder_size(&long_text);
    void *block = malloc(size + 16);
    size_t length = 0;

    while (detail_fits(block, size, length)) {
        length++;
    }
    ck_assert_uint_gt(length, 2048);
    for (size_t more = 1; more <= 16; more++) {
        ck_assert(detail_fits(block, size + more, length - 1 + more));
        ck_assert(!detail_fits(block, size + more, length + more));
    }
    free(block);
}
END_TEST

/* ----------------------------------------------------------------------------- kept */

START_TEST(any_page_is_kept_in_a_block_for_it)
{
    size_t size = dsi_decoder_size(NULL) + counts[_i] * 1024;
    void *block = malloc(size);
    gathered page = page_make(counts[_i]);
    gathered again = {.bytes = malloc(page.length), .capacity = page.length};
    dsi_sink sink = {.write = gather, .context = &again};
    dsi_decoder *decoder = page_begin(block, size, NULL, NULL);
    const dsi_get_answer *answer;
    const dsi_models *models;

    ck_assert(feed_by(decoder, page.bytes, page.length, 4096));
    answer = dsi_get_answer_finish(decoder, NULL);
    ck_assert_ptr_nonnull(answer);
    models = &answer->output.introspection_result->models;
    ck_assert_uint_eq(models->count, counts[_i]);
    ck_assert_ptr_nonnull(models->items);
    ck_assert_uint_eq(answer->models_taken, 0);
    ck_assert(dsi_get_answer_write(answer, &sink, NULL, NULL));
    ck_assert(gathered_same(&again, page.bytes, page.length));
    free(again.bytes);
    free(page.bytes);
    free(block);
}
END_TEST

/*
 * If a page is too large for its block, the path names the first model that did not
 * fit.
 */
START_TEST(page_too_large_says_how_far_it_got)
{
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    static const char models[] = "/introspectionResult/models/";
    gathered page = page_make(100000);
    dsi_decoder *decoder = page_begin(block, sizeof block, NULL, NULL);
    dsi_error error;
    unsigned long model;

    ck_assert(!feed_by(decoder, page.bytes, page.length, 4096));
    ck_assert_ptr_null(dsi_get_answer_finish(decoder, &error));
    ck_assert_int_eq(error.code, DSI_E_MEMORY);
    ck_assert_int_eq(strncmp(error.path, models, sizeof models - 1), 0);
    model = strtoul(error.path + sizeof models - 1, NULL, 10);
    ck_assert_uint_gt(model, 50);
    /* Structs take most of the block, so the bound depends on the size of a pointer. */
    ck_assert_uint_lt(model, 8000 / sizeof(void *));
    ck_assert_uint_gt(error.offset, model * 150);
    free(page.bytes);
}
END_TEST

/* A page with `count` copies of the model in the developer guide's answer. */
static gathered guide_page(size_t count)
{
    static const char before[] = "{\"introspectionResult\":{\"models\":[";
    const char *model = strstr(vector_named("get-guide")->output, "[{\"name\"") + 1;
    size_t length = strlen(model) - 3;
    gathered page = {.capacity = sizeof before + count * (length + 1) + 3};

    page.bytes = malloc(page.capacity);
    (void)gather(&page, before, sizeof before - 1);
    for (size_t i = 0; i < count; i++) {
        (void)gather(&page, model, length);
        (void)gather(&page, ",", 1);
    }
    page.length--;
    (void)gather(&page, "]}}", 4);
    return page;
}

#define FENCE 64

/* Decodes in a block of this size, and checks that nothing is written after it. */
static outcome decode_fenced(const vector *row, unsigned char *memory, size_t size)
{
    outcome got;

    memset(memory + size, 0xa5, FENCE);
    got = decode_in(row, memory, size, 4096);
    for (size_t i = 0; i < FENCE; i++) {
        expect(memory[size + i] == 0xa5, "written after a block of %zu", size);
    }
    return got;
}

/*
 * A larger block lets the decode get further, until it is enough. Then every larger
 * block is enough.
 */
START_TEST(block_of_every_size_is_refused_or_enough)
{
    gathered page = guide_page(25);
    vector row = {.name = "guide's page",
                  .message = "get-response",
                  .options = {.limits = {.max_depth = 12, .max_token = 128}},
                  .output = page.bytes};
    size_t needed = dsi_decoder_size(&row.options.limits);
    size_t reach = needed + 32768;
    unsigned char *memory = malloc(reach + FENCE);
    uint64_t got_to = 0;
    size_t enough = 0;

    row.bytes = (dsi_string){.data = page.bytes, .length = page.length - 1};
    for (size_t size = needed; size < reach; size += enough == 0 ? 7 : 61) {
        outcome got = decode_fenced(&row, memory, size);

        if (got.code == DSI_OK) {
            check_outcome(&row, &got, 4096);
            enough = enough == 0 ? size : enough;
        } else {
            expect(enough == 0, "%zu was enough, %zu is not", enough, size);
            expect(got.code == DSI_E_MEMORY, "%s", dsi_code_name(got.code));
            expect(got.offset >= got_to, "%zu got less far", size);
            expect(strncmp(got.path, "/introspectionResult/models", 27) == 0, "%s",
                   got.path);
            got_to = got.offset;
        }
    }
    ck_assert_uint_gt(enough, needed);
    row.streamed = true; /* one at a time, they fit the smallest block */
    row.bytes.length = page.length - 1;
    ck_assert_int_eq(decode_in(&row, memory, needed, 4096).code, DSI_OK);
    free(memory);
    free(page.bytes);
}
END_TEST

/* The developer guide's answer fits the smallest block. */
START_TEST(guide_fits_the_smallest_block)
{
    vector row = *vector_named("get-guide");
    size_t size = dsi_decoder_size(NULL);
    void *block = malloc(size);

    for (size_t chunk = 1; chunk < 4096; chunk *= 2) {
        outcome got = decode_in(&row, block, size, chunk);

        check_outcome(&row, &got, chunk);
    }
    free(block);
}
END_TEST

/* The default limits allow the longest nextToken that the model allows. */
START_TEST(longest_token_needs_no_option)
{
    static unsigned char memory[DSI_DECODER_SIZE_DEFAULT];
    static const char head_text[] = "{\"introspectionResult\":{\"nextToken\":\"";
    static char token[65536];
    dsi_received_head head = {.status = 200};
    dsi_error error;
    dsi_decoder *decoder = dsi_get_answer_begin(memory, sizeof memory, &head, NULL,
                                                NULL, &error);
    const dsi_get_answer *answer;
    dsi_string got;

    memset(token, 't', sizeof token);
    dsi_feed(decoder, head_text, sizeof head_text - 1);
    for (size_t i = 0; i < sizeof token; i += 1024) {
        dsi_feed(decoder, token + i, 1024);
    }
    dsi_feed(decoder, "\"}}", 3);
    answer = dsi_get_answer_finish(decoder, &error);
    ck_assert_msg(answer != NULL, "%s", dsi_code_name(error.code));
    got = answer->output.introspection_result->next_token;
    ck_assert_uint_eq(got.length, sizeof token);
    ck_assert_mem_eq(got.data, token, sizeof token);
}
END_TEST

SUITE(get_page)
{
    Suite *suite = suite_create("get page");

    add_rows(suite, "any page streams through the smallest block",
             any_page_streams_through_the_smallest_block, COUNT(counts));
    add_rows(suite, "memory is used again", memory_is_used_again, 5);
    add_test(suite, "streamed list gives its memory back",
             streamed_list_gives_its_memory_back);
    add_test(suite, "model larger than the block is refused",
             model_larger_than_the_block_is_refused);
    set_long(add_rows(suite, "any page is kept in a block for it",
                      any_page_is_kept_in_a_block_for_it, COUNT(counts)));
    add_test(suite, "page too large says how far it got",
             page_too_large_says_how_far_it_got);
    add_test(suite, "block of every size is refused or enough",
             block_of_every_size_is_refused_or_enough);
    add_test(suite, "longest token needs no option", longest_token_needs_no_option);
    add_test(suite, "guide fits the smallest block", guide_fits_the_smallest_block);
    return suite;
}
