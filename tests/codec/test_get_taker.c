/* The callback that takes models: what it may do, and what it must not do. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/codec/page.h"
#include "tests/support.h"

static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
static const dsi_received_head success = {.status = 200};

/* ---------------------------------------------------------------------- to stop */

#define STOP_COUNT 5

/* The offset of the brace that ends the model at `index`. */
static size_t brace_of(const gathered *page, size_t index)
{
    char model[256];
    int length = page_model(index, model, sizeof model);
    const char *found;

    page->bytes[page->length - 1] = '\0';
    found = strstr(page->bytes, model);
    page->bytes[page->length - 1] = '}';
    ck_assert_ptr_nonnull(found);
    return (size_t)(found - page->bytes) + (size_t)length - 1;
}

START_TEST(taker_can_stop_at_any_model)
{
    gathered page = page_make(STOP_COUNT);
    size_t brace = brace_of(&page, (size_t)_i);
    char path[64];

    (void)snprintf(path, sizeof path, "/introspectionResult/models/%d", _i);
    for (size_t chunk = 1; chunk <= page.length; chunk += chunk < 31 ? 1 : 97) {
        page_taker taker = {.stop_at = (size_t)_i};
        dsi_decoder *decoder = page_begin(block, sizeof block, &taker, NULL);
        dsi_error error;

        ck_assert(!feed_by(decoder, page.bytes, page.length, chunk));
        ck_assert(!dsi_feed(decoder, " ", 1));
        ck_assert_ptr_null(dsi_get_answer_finish(decoder, &error));
        ck_assert_int_eq(error.code, DSI_E_STOPPED);
        ck_assert_uint_eq(error.offset, brace);
        ck_assert_str_eq(error.path, path);
        ck_assert_uint_eq(taker.count, (size_t)_i + 1);
        ck_assert_ptr_null(dsi_get_answer_finish(decoder, &error));
        ck_assert_int_eq(error.code, DSI_E_STOPPED);
    }
    free(page.bytes);
}
END_TEST

/*
 * The path counts nulls. The offset is that of the brace, although the brace also ends
 * a number.
 */
START_TEST(stop_counts_nulls)
{
    static const char text[] =
        "{\"introspectionResult\":{\"models\":[null,{},null,{\"x\":7}]}}";

    for (size_t chunk = 1; chunk < sizeof text; chunk++) {
        page_taker taker = {.stop_at = 1};
        dsi_decoder *decoder = page_begin(block, sizeof block, &taker, NULL);
        dsi_error error;

        ck_assert(!feed_by(decoder, text, sizeof text - 1, chunk));
        ck_assert_ptr_null(dsi_get_answer_finish(decoder, &error));
        ck_assert_int_eq(error.code, DSI_E_STOPPED);
        ck_assert_uint_eq(error.offset, sizeof text - 5);
        ck_assert_str_eq(error.path, "/introspectionResult/models/3");
    }
}
END_TEST

/* feed returns false for the very byte, so a client need not read on. */
START_TEST(feed_returns_false_at_once)
{
    gathered page = page_make(STOP_COUNT);
    size_t brace = brace_of(&page, 2);
    page_taker taker = {.stop_at = 2};
    dsi_decoder *decoder = page_begin(block, sizeof block, &taker, NULL);

    for (size_t i = 0; i < page.length; i++) {
        ck_assert_int_eq(dsi_feed(decoder, page.bytes + i, 1), i < brace);
    }
    free(page.bytes);
}
END_TEST

/* --------------------------------------------------------- to call its own decoder */

typedef enum misuse { FEED, FEED_NOTHING, FINISH, FINISH_AND_FEED } misuse;

typedef struct intruder {
    dsi_decoder *decoder;
    misuse what;
    bool answer; /* what the callback returns after the misuse */
    size_t count;
} intruder;

static bool intrude(void *context, const dsi_model *model)
{
    intruder *self = context;
    dsi_error error = {.code = DSI_OK};

    (void)model;
    if (self->count++ != 1) {
        return true;
    }
    if (self->what == FINISH || self->what == FINISH_AND_FEED) {
        ck_assert_ptr_null(dsi_get_answer_finish(self->decoder, &error));
        ck_assert_int_eq(error.code, DSI_E_REENTRY);
    }
    if (self->what != FINISH) {
        ck_assert(!dsi_feed(self->decoder, ",{}", self->what == FEED_NOTHING ? 0 : 3));
    }
    return self->answer;
}

typedef struct misuse_row {
    const char *name;
    misuse what;
    bool answer;
} misuse_row;

static const misuse_row misuses[] = {
    {"feed", FEED, true},
    {"feed, and stop", FEED, false},
    {"feed nothing", FEED_NOTHING, true},
    {"feed nothing, and stop", FEED_NOTHING, false},
    {"finish", FINISH, true},
    {"finish, and stop", FINISH, false},
    {"finish and feed", FINISH_AND_FEED, true},
};

/* The misuse is the first error, so the callback's result after it has no effect. */
START_TEST(taker_must_not_call_its_decoder)
{
    const misuse_row *row = &misuses[_i];
    gathered page = page_make(4);

    for (size_t chunk = 1; chunk <= page.length; chunk += chunk < 31 ? 1 : 97) {
        intruder self = {.what = row->what, .answer = row->answer};
        dsi_model_sink sink = {.take = intrude, .context = &self};
        dsi_error error;

        self.decoder = dsi_get_answer_begin(block, sizeof block, &success, &sink, NULL,
                                            &error);
        ck_assert(!feed_by(self.decoder, page.bytes, page.length, chunk));
        ck_assert(!dsi_feed(self.decoder, " ", 1));
        ck_assert_ptr_null(dsi_get_answer_finish(self.decoder, &error));
        ck_assert_msg(error.code == DSI_E_REENTRY, "%s: %s", row->name,
                      dsi_code_name(error.code));
        ck_assert_uint_eq(self.count, 2);
        ck_assert_ptr_null(dsi_get_answer_finish(self.decoder, &error));
        ck_assert_int_eq(error.code, DSI_E_REENTRY);
    }
    free(page.bytes);
}
END_TEST

/* ---------------------------------------------------------- to do something useful */

/* Encodes the model, and decodes it in another decoder. */
static bool decode_inside(void *context, const dsi_model *model)
{
    static unsigned char inner_block[DSI_DECODER_SIZE_DEFAULT];
    dsi_introspection_result result = {.models = {.items = model, .count = 1}};
    dsi_get_answer answer = {.kind = DSI_OUTPUT,
                             .output = {.introspection_result = &result}};
    char bytes[512];
    size_t length = dsi_get_answer_encode(&answer, bytes, sizeof bytes, NULL);
    page_taker inner = {.stop_at = SIZE_MAX, .text = context};
    dsi_decoder *decoder = page_begin(inner_block, sizeof inner_block, &inner, NULL);

    ck_assert_uint_gt(length, 0);
    ck_assert(feed_by(decoder, bytes, length, 3));
    ck_assert_uint_eq(dsi_get_answer_finish(decoder, NULL)->models_taken, 1);
    return true;
}

START_TEST(taker_may_use_another_decoder)
{
    char bytes[1024];
    char expected[1024];
    gathered text = {.bytes = bytes, .capacity = sizeof bytes};
    dsi_model_sink sink = {.take = decode_inside, .context = &text};
    gathered page = page_make(3);
    dsi_decoder *decoder = dsi_get_answer_begin(block, sizeof block, &success, &sink,
                                                NULL, NULL);
    int length = 0;

    for (size_t i = 0; i < 3; i++) {
        length += page_model(i, expected + length, sizeof expected - (size_t)length);
    }
    ck_assert(feed_by(decoder, page.bytes, page.length, 11));
    ck_assert_uint_eq(dsi_get_answer_finish(decoder, NULL)->models_taken, 3);
    ck_assert(gathered_same(&text, expected, (size_t)length));
    free(page.bytes);
}
END_TEST

/* begin copies the sink, so the caller's may be on a stack frame that has ended. */
START_TEST(sink_is_copied)
{
    page_taker taker = {.stop_at = SIZE_MAX};
    dsi_model_sink sink = {.take = page_take, .context = &taker};
    dsi_decoder *decoder = dsi_get_answer_begin(block, sizeof block, &success, &sink,
                                                NULL, NULL);
    gathered page = page_make(3);

    memset(&sink, 0, sizeof sink);
    ck_assert(feed_by(decoder, page.bytes, page.length, 64));
    ck_assert_uint_eq(taker.count, 3);
    free(page.bytes);
}
END_TEST

/* A second decode in the same block does not call the callback of the first. */
START_TEST(taker_belongs_to_one_decode)
{
    page_taker taker = {.stop_at = SIZE_MAX};
    dsi_decoder *decoder = page_begin(block, sizeof block, &taker, NULL);
    gathered page = page_make(3);
    const dsi_get_answer *answer;

    ck_assert(feed_by(decoder, page.bytes, page.length, 64));
    decoder = page_begin(block, sizeof block, NULL, NULL);
    ck_assert(feed_by(decoder, page.bytes, page.length, 64));
    answer = dsi_get_answer_finish(decoder, NULL);
    ck_assert_uint_eq(answer->output.introspection_result->models.count, 3);
    ck_assert_uint_eq(answer->models_taken, 0);
    ck_assert_uint_eq(taker.count, 3);
    free(page.bytes);
}
END_TEST

START_TEST(sink_without_a_function_is_refused)
{
    dsi_model_sink sink = {.context = block};
    dsi_error error = {.code = DSI_OK};

    ck_assert_ptr_null(
        dsi_get_answer_begin(block, sizeof block, &success, &sink, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_ptr_null(
        dsi_get_answer_begin(block, sizeof block, &success, &sink, NULL, NULL));
}
END_TEST

SUITE(get_taker)
{
    Suite *suite = suite_create("get taker");

    add_rows(suite, "taker can stop at any model", taker_can_stop_at_any_model,
             STOP_COUNT);
    add_test(suite, "stop counts nulls", stop_counts_nulls);
    add_test(suite, "feed returns false at once", feed_returns_false_at_once);
    add_rows(suite, "taker must not call its decoder", taker_must_not_call_its_decoder,
             COUNT(misuses));
    add_test(suite, "taker may use another decoder", taker_may_use_another_decoder);
    add_test(suite, "sink is copied", sink_is_copied);
    add_test(suite, "taker belongs to one decode", taker_belongs_to_one_decode);
    add_test(suite, "sink without a function is refused",
             sink_without_a_function_is_refused);
    return suite;
}
