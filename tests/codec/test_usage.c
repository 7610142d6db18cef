/* Wrong calls: each is reported, and does no damage. */
#include <limits.h>
#include <string.h>

#include "codec/decoder.h"
#include "tests/support.h"

static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
static const dsi_received_head success = {.status = 200};

START_TEST(no_block)
{
    dsi_error error;

    ck_assert_ptr_null(dsi_start_request_begin(NULL, sizeof block, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_ptr_null(dsi_start_request_begin(NULL, sizeof block, NULL, NULL));
}
END_TEST

typedef struct limits_row {
    const char *name;
    dsi_limits limits;
    bool good;
} limits_row;

static const limits_row limits_rows[] = {
    {"defaults", {.max_bytes = 0}, true},
    {"depth 126", {.max_depth = DSI_MAX_DEPTH_MAX}, true},
    {"depth 127", {.max_depth = DSI_MAX_DEPTH_MAX + 1}, false},
    {"depth endless", {.max_depth = SIZE_MAX}, false},
    {"token 1", {.max_token = 1}, true},
    {"token endless", {.max_token = SIZE_MAX}, false},
    {"token just over", {.max_token = DSI_MAX_TOKEN_MAX + 1}, false},
    {"bytes endless", {.max_bytes = UINT64_MAX}, true},
};

START_TEST(limits_are_checked)
{
    const limits_row *row = &limits_rows[_i];
    dsi_decode_options options = {.limits = row->limits};
    dsi_error error = {.code = DSI_OK};
    dsi_decoder *decoder = dsi_start_request_begin(block, sizeof block, &options,
                                                   &error);

    ck_assert_msg((decoder != NULL) == row->good, "%s", row->name);
    ck_assert_msg((dsi_decoder_size(&row->limits) != 0) == row->good, "%s", row->name);
    ck_assert_int_eq(error.code, row->good ? DSI_OK : DSI_E_ARGUMENT);
}
END_TEST

START_TEST(largest_token_does_not_overflow_the_size)
{
    dsi_limits limits = {.max_token = DSI_MAX_TOKEN_MAX};

    ck_assert_uint_gt(dsi_decoder_size(&limits), DSI_MAX_TOKEN_MAX);
}
END_TEST

START_TEST(no_decoder)
{
    dsi_error error = {.code = DSI_E_BLOCK_SIZE};

    ck_assert(!dsi_feed(NULL, "{}", 2));
    ck_assert_ptr_null(dsi_start_request_finish(NULL, &error));
    ck_assert_ptr_null(dsi_start_answer_finish(NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_BLOCK_SIZE); /* what begin said */
}
END_TEST

START_TEST(bytes_from_null)
{
    dsi_error error;
    dsi_decoder *decoder = dsi_start_request_begin(block, sizeof block, NULL, &error);

    ck_assert(dsi_feed(decoder, NULL, 0));
    ck_assert(!dsi_feed(decoder, NULL, 1));
    ck_assert_ptr_null(dsi_start_request_finish(decoder, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
}
END_TEST

START_TEST(fed_after_its_end)
{
    dsi_error error;
    dsi_decoder *decoder = dsi_start_request_begin(block, sizeof block, NULL, &error);

    ck_assert(dsi_feed(decoder, "{}", 2));
    ck_assert_ptr_nonnull(dsi_start_request_finish(decoder, &error));
    ck_assert(!dsi_feed(decoder, " ", 1));
    ck_assert(!dsi_feed(decoder, " ", 0));
    ck_assert_ptr_nonnull(dsi_start_request_finish(decoder, &error));
    ck_assert_int_eq(error.code, DSI_OK);
}
END_TEST

/* Begins message 0 to 5: the two requests, then output and error of each response. */
#define MESSAGES 6

static dsi_decoder *begin_message(size_t message)
{
    static const dsi_received_head failure = {.status = 400};
    const dsi_received_head *head = message % 2 == 0 ? &success : &failure;

    switch (message) {
    case 0:
        return dsi_start_request_begin(block, sizeof block, NULL, NULL);
    case 1:
        return dsi_get_request_begin(block, sizeof block, NULL, NULL);
    case 2:
    case 3:
        return dsi_start_answer_begin(block, sizeof block, head, NULL, NULL);
    default:
        return dsi_get_answer_begin(block, sizeof block, head, NULL, NULL, NULL);
    }
}

static const void *finish_message(size_t message, dsi_decoder *decoder,
                                  dsi_error *error)
{
    switch (message) {
    case 0:
        return dsi_start_request_finish(decoder, error);
    case 1:
        return dsi_get_request_finish(decoder, error);
    case 2:
    case 3:
        return dsi_start_answer_finish(decoder, error);
    default:
        return dsi_get_answer_finish(decoder, error);
    }
}

/* The wrong finish does no damage: the right one still returns the message. */
START_TEST(finished_as_another_message)
{
    size_t message = (size_t)_i;

    for (size_t other = 0; other < MESSAGES; other++) {
        bool same = other == message || (message >= 2 && other / 2 == message / 2);
        dsi_decoder *decoder = begin_message(message);
        dsi_error error;

        ck_assert(dsi_feed(decoder, "{}", 2));
        ck_assert_int_eq(finish_message(other, decoder, &error) != NULL, same);
        ck_assert_int_eq(error.code, same ? DSI_OK : DSI_E_ARGUMENT);
        ck_assert(same || finish_message(other, decoder, NULL) == NULL);
        ck_assert_ptr_nonnull(finish_message(message, decoder, &error));
        ck_assert_int_eq(error.code, DSI_OK);
    }
}
END_TEST

/* Finish without a decoder: every message keeps the error of begin. */
START_TEST(messages_without_a_decoder)
{
    dsi_error error = {.code = DSI_E_BLOCK_SIZE};

    ck_assert_ptr_null(finish_message((size_t)_i, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_BLOCK_SIZE); /* what begin said */
    ck_assert_ptr_null(finish_message((size_t)_i, NULL, NULL));
}
END_TEST

static bool take_none(void *context, const dsi_model *model)
{
    (void)context;
    (void)model;
    return false;
}

/* The begin functions of Get refuse the same wrong calls as those of Start. */
START_TEST(get_begins_are_checked)
{
    dsi_decode_options deep = {.limits = {.max_depth = DSI_MAX_DEPTH_MAX + 1}};
    dsi_model_sink sink = {.take = NULL};
    dsi_error error;

    ck_assert_ptr_null(dsi_get_request_begin(NULL, sizeof block, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_ptr_null(dsi_get_request_begin(block, sizeof block, &deep, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_ptr_null(dsi_get_request_begin(block, 100, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_BLOCK_SIZE);
    ck_assert_uint_eq(error.actual, dsi_decoder_size(NULL));
    ck_assert_ptr_null(
        dsi_get_answer_begin(NULL, sizeof block, &success, NULL, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_ptr_null(
        dsi_get_answer_begin(block, sizeof block, NULL, NULL, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_ptr_null(
        dsi_get_answer_begin(block, sizeof block, &success, NULL, &deep, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_ptr_null(dsi_get_answer_begin(block, 100, &success, NULL, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_BLOCK_SIZE);
    ck_assert_uint_eq(error.actual, dsi_decoder_size(NULL));
    ck_assert_ptr_null(dsi_get_answer_begin(block, 100, &success, &sink, NULL, NULL));
    sink.take = take_none;
    ck_assert_ptr_null(dsi_get_answer_begin(block, 100, &success, &sink, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_BLOCK_SIZE);
}
END_TEST

/* A call from inside the decoder's own call is refused. yajl would use freed memory. */
START_TEST(called_from_inside)
{
    dsi_error error;
    dsi_decoder *decoder = dsi_start_request_begin(block, sizeof block, NULL, &error);

    decoder->in_call = true;
    ck_assert(!dsi_feed(decoder, "{", 1));
    decoder->in_call = false;
    ck_assert_ptr_null(dsi_start_request_finish(decoder, &error));
    ck_assert_int_eq(error.code, DSI_E_REENTRY);

    decoder = dsi_start_request_begin(block, sizeof block, NULL, &error);
    decoder->in_call = true;
    ck_assert_ptr_null(dsi_start_request_finish(decoder, &error));
    ck_assert_int_eq(error.code, DSI_E_REENTRY);
}
END_TEST

START_TEST(first_error_sticks)
{
    dsi_error error;
    dsi_decoder *decoder = dsi_start_request_begin(block, sizeof block, NULL, &error);

    ck_assert(!dsi_feed(decoder, "{]", 2));
    ck_assert(!dsi_feed(decoder, "[", 1));
    ck_assert(!dsi_feed(decoder, NULL, 1));
    for (int i = 0; i < 2; i++) {
        ck_assert_ptr_null(dsi_start_request_finish(decoder, &error));
        ck_assert_int_eq(error.code, DSI_E_SYNTAX);
        ck_assert_uint_eq(error.offset, 1);
    }
    ck_assert(!dsi_feed(decoder, "{}", 2));
    ck_assert_ptr_null(dsi_start_request_finish(decoder, NULL));
}
END_TEST

typedef struct head_row {
    const char *name;
    dsi_received_head head;
    bool good;
} head_row;

static const head_row heads[] = {
    {"status 0", {.status = 0}, false},
    {"status 99", {.status = 99}, false},
    {"status 100", {.status = 100}, true},
    {"status 599", {.status = 599}, true},
    {"status 600, which counts as 5xx", {.status = 600}, true},
    {"status 999", {.status = 999}, true},
    {"the largest number", {.status = INT_MAX}, true},
    {"status -1", {.status = -1}, false},
    {"headers counted, but NULL", {.status = 200, .header_count = 1}, false},
};

START_TEST(heads_are_checked)
{
    dsi_error error = {.code = DSI_OK};
    dsi_decoder *decoder = dsi_start_answer_begin(block, sizeof block, &heads[_i].head,
                                                  NULL, &error);

    ck_assert_msg((decoder != NULL) == heads[_i].good, "%s", heads[_i].name);
    ck_assert_int_eq(error.code, heads[_i].good ? DSI_OK : DSI_E_ARGUMENT);
    ck_assert_ptr_null(dsi_start_answer_begin(block, sizeof block, NULL, NULL, NULL));
    decoder = dsi_get_answer_begin(block, sizeof block, &heads[_i].head, NULL, NULL,
                                   &error);
    ck_assert_msg((decoder != NULL) == heads[_i].good, "Get, %s", heads[_i].name);
    ck_assert_int_eq(error.code, heads[_i].good ? DSI_OK : DSI_E_ARGUMENT);
}
END_TEST

START_TEST(version_is_the_headers)
{
    ck_assert_str_eq(dsi_version(), DSI_VERSION);
}
END_TEST

SUITE(usage)
{
    Suite *suite = suite_create("usage");

    add_test(suite, "no block", no_block);
    add_rows(suite, "limits are checked", limits_are_checked, COUNT(limits_rows));
    add_test(suite, "largest token does not overflow the size",
             largest_token_does_not_overflow_the_size);
    add_test(suite, "no decoder", no_decoder);
    add_test(suite, "bytes from NULL", bytes_from_null);
    add_test(suite, "fed after its end", fed_after_its_end);
    add_rows(suite, "finished as another message", finished_as_another_message,
             MESSAGES);
    add_rows(suite, "messages without a decoder", messages_without_a_decoder, MESSAGES);
    add_test(suite, "get begins are checked", get_begins_are_checked);
    add_test(suite, "called from inside", called_from_inside);
    add_test(suite, "first error sticks", first_error_sticks);
    add_rows(suite, "heads are checked", heads_are_checked, COUNT(heads));
    add_test(suite, "version is the headers'", version_is_the_headers);
    return suite;
}
