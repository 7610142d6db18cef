/* Answers as structs: members and bounds that the vectors' reports do not show. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support.h"

static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

static bool stop_models(void *context, const dsi_model *model)
{
    (void)context;
    (void)model;
    return false;
}

static const dsi_start_answer *answer_of(int status, const dsi_header *headers,
                                         size_t header_count, dsi_string body)
{
    dsi_received_head head = {
        .status = status, .headers = headers, .header_count = header_count};
    dsi_decoder *decoder = dsi_start_answer_begin(block, sizeof block, &head, NULL,
                                                  NULL);

    (void)dsi_feed(decoder, body.data, body.length);
    return dsi_start_answer_finish(decoder, NULL);
}

START_TEST(output_has_status_and_request_id)
{
    dsi_header headers[] = {{TEXT("Date"), TEXT("x")},
                            {TEXT("X-Amzn-RequestId"), TEXT("\t id-1 ")},
                            {TEXT("x-amzn-requestid"), TEXT("id-2")}};
    const dsi_start_answer *answer = answer_of(
        201, headers, COUNT(headers), TEXT("{\"introspectionStatus\":\"SUCCESS\"}"));

    ck_assert_int_eq(answer->kind, DSI_OUTPUT);
    ck_assert_int_eq(answer->status, 201);
    ck_assert_str_eq(answer->request_id.data, "id-1");
    ck_assert_int_eq(answer->output.introspection_status.value, DSI_STATUS_SUCCESS);
    ck_assert_ptr_null(answer->output.introspection_id.data);
    ck_assert_int_eq(answer->error.status, 0);
}
END_TEST

typedef struct status_row {
    const char *body;
    dsi_introspection_status value;
    const char *text;
} status_row;

static const status_row statuses[] = {
    {"{\"introspectionStatus\":\"PROCESSING\"}", DSI_STATUS_PROCESSING, "PROCESSING"},
    {"{\"introspectionStatus\":\"FAILED\"}", DSI_STATUS_FAILED, "FAILED"},
    {"{\"introspectionStatus\":\"SUCCESS\"}", DSI_STATUS_SUCCESS, "SUCCESS"},
    {"{\"introspectionStatus\":\"SUCCESSES\"}", DSI_STATUS_UNKNOWN, "SUCCESSES"},
    {"{\"introspectionStatus\":\"success\"}", DSI_STATUS_UNKNOWN, "success"},
    {"{\"introspectionStatus\":\"\"}", DSI_STATUS_UNKNOWN, ""},
    {"{\"introspectionStatus\":null}", DSI_STATUS_UNKNOWN, NULL},
    {"{}", DSI_STATUS_UNKNOWN, NULL},
};

START_TEST(status_keeps_its_text)
{
    const status_row *row = &statuses[_i];
    const dsi_start_answer *answer = answer_of(200, NULL, 0, dsi_str(row->body));

    ck_assert_int_eq(answer->output.introspection_status.value, row->value);
    ck_assert_msg(
        dsi_string_equal(answer->output.introspection_status.text, dsi_str(row->text)),
        "%s", row->body);
}
END_TEST

START_TEST(code_errors_show_presence_and_dropped_nulls)
{
    const dsi_start_answer *answer = answer_of(
        400, NULL, 0,
        TEXT(
            "{\"reason\":\"CODE_ERROR\",\"detail\":{\"codeErrors\":[null,{\"location\":"
            "{\"line\":0,\"column\":null}},null,{}]}}"));
    const dsi_code_errors *list = &answer->error.detail->code_errors;

    ck_assert_int_eq(answer->kind, DSI_SERVICE_ERROR);
    ck_assert_int_eq(answer->error.reason.value, DSI_REASON_CODE_ERROR);
    ck_assert_uint_eq(list->count, 2);
    ck_assert_uint_eq(list->dropped, 2);
    ck_assert(list->items[0].location->line.present);
    ck_assert_int_eq(list->items[0].location->line.value, 0);
    ck_assert(!list->items[0].location->column.present);
    ck_assert(!list->items[0].location->span.present);
    ck_assert_ptr_null(list->items[1].location);
    ck_assert_ptr_null(answer->output.introspection_id.data);
}
END_TEST

/* A list whose items have a wrong type drops them, and counts nothing inside them. */
START_TEST(items_of_another_type_are_dropped)
{
    const dsi_start_answer *answer = answer_of(
        400, NULL, 0,
        TEXT("{\"detail\":{\"codeErrors\":[[null,{\"value\":\"x\"},[null]],7,"
             "{\"value\":\"y\"}]}}"));
    const dsi_code_errors *list = &answer->error.detail->code_errors;

    ck_assert_uint_eq(list->count, 1);
    ck_assert_uint_eq(list->dropped, 2);
    ck_assert_str_eq(list->items[0].value.data, "y");
}
END_TEST

/* After the error the body is plain text, so its brackets do not count as depth. */
START_TEST(plain_text_has_no_depth)
{
    static const char deep[] = "[[[[[[[[[[[[[[[[";
    dsi_received_head head = {.status = 400};
    dsi_decode_options options = {.limits = {.max_depth = 4}};
    dsi_decoder *decoder = dsi_start_answer_begin(block, sizeof block, &head, &options,
                                                  NULL);

    ck_assert(dsi_feed(decoder, "{\"a\":x", 6));
    ck_assert(dsi_feed(decoder, deep, sizeof deep - 1));
    ck_assert_str_eq(dsi_start_answer_finish(decoder, NULL)->error.message.data,
                     "{\"a\":x[[[[[[[[[[[[[[[[");
}
END_TEST

START_TEST(many_code_errors_keep_their_order)
{
    char body[8192];
    char *at = body + sprintf(body, "{\"detail\":{\"codeErrors\":[");
    const dsi_start_answer *answer;
    const dsi_code_errors *list;

    for (int i = 0; i < 100; i++) {
        at += sprintf(at, "%s{\"location\":{\"line\":%d},\"value\":\"%d\"}",
                      i == 0 ? "" : ",", i, i);
    }
    (void)sprintf(at, "]}}");
    answer = answer_of(400, NULL, 0, dsi_str(body));
    ck_assert_ptr_nonnull(answer);
    list = &answer->error.detail->code_errors;
    ck_assert_uint_eq(list->count, 100);
    for (int i = 0; i < 100; i++) {
        char value[16];

        (void)snprintf(value, sizeof value, "%d", i);
        ck_assert_int_eq(list->items[i].location->line.value, i);
        ck_assert_str_eq(list->items[i].value.data, value);
    }
}
END_TEST

START_TEST(type_is_terminated_where_it_is_cut)
{
    dsi_header header = {TEXT("x-amzn-errortype"), TEXT("ns#A:http://x/")};

    ck_assert_str_eq(answer_of(400, &header, 1, TEXT("{}"))->error.type.data, "A");
    ck_assert_str_eq(
        answer_of(400, NULL, 0, TEXT("{\"__type\":\"ns#B:x\"}"))->error.type.data, "B");
}
END_TEST

/* Lengths around the bound, and one far above it. */
START_TEST(raw_message_is_bounded_and_says_so)
{
    static const size_t lengths[] = {DSI_RAW_MESSAGE_MAX - 1, DSI_RAW_MESSAGE_MAX,
                                     DSI_RAW_MESSAGE_MAX + 1,
                                     (size_t)3 * DSI_RAW_MESSAGE_MAX};
    static char page[3 * DSI_RAW_MESSAGE_MAX];
    size_t kept = lengths[_i] < DSI_RAW_MESSAGE_MAX ? lengths[_i] : DSI_RAW_MESSAGE_MAX;
    const dsi_start_answer *answer;

    memset(page, 'x', sizeof page);
    answer = answer_of(502, NULL, 0, (dsi_string){.data = page, .length = lengths[_i]});
    ck_assert(answer->error.message_is_raw);
    ck_assert_uint_eq(answer->error.message.length, kept);
    ck_assert_uint_eq(strlen(answer->error.message.data), kept);
    ck_assert(answer->error.message_cut == (lengths[_i] > kept));
}
END_TEST

START_TEST(raw_message_is_not_cut_inside_a_character)
{
    static char page[DSI_RAW_MESSAGE_MAX + 1];
    const dsi_start_answer *answer;

    memset(page, 'x', sizeof page);
    page[DSI_RAW_MESSAGE_MAX - 1] = '\xc3';
    page[DSI_RAW_MESSAGE_MAX] = '\xa9';
    answer = answer_of(502, NULL, 0, (dsi_string){.data = page, .length = sizeof page});
    ck_assert_uint_eq(answer->error.message.length, DSI_RAW_MESSAGE_MAX - 1);
    ck_assert(answer->error.message_cut);
    ck_assert_int_eq(answer->error.message.data[DSI_RAW_MESSAGE_MAX - 1], '\0');
}
END_TEST

START_TEST(json_message_is_not_raw)
{
    const dsi_start_answer *answer = answer_of(400, NULL, 0,
                                               TEXT("{\"message\":\"m\"}"));

    ck_assert(!answer->error.message_is_raw);
    ck_assert(!answer->error.message_cut);
}
END_TEST

START_TEST(header_values_are_bounded)
{
    static char value[DSI_HEADER_VALUE_MAX + 1];
    dsi_header header = {TEXT("x-amzn-errortype"), {value, DSI_HEADER_VALUE_MAX - 1}};

    memset(value, 'T', sizeof value);
    ck_assert_uint_eq(answer_of(400, &header, 1, TEXT(""))->error.type.length,
                      DSI_HEADER_VALUE_MAX - 1);
    header.value.length++;
    ck_assert_uint_eq(answer_of(400, &header, 1, TEXT(""))->error.type.length,
                      DSI_HEADER_VALUE_MAX);
    header.value.length++;
    ck_assert_ptr_null(answer_of(400, &header, 1, TEXT(""))->error.type.data);
}
END_TEST

/* A value that is too long is ignored, as if it had not been sent. */
START_TEST(a_long_request_id_does_not_hide_the_other)
{
    static char value[DSI_HEADER_VALUE_MAX + 1];
    dsi_header headers[] = {{TEXT("x-amzn-requestid"), {value, sizeof value}},
                            {TEXT("x-amz-request-id"), TEXT("id-2")}};

    memset(value, 'i', sizeof value);
    ck_assert_str_eq(answer_of(400, headers, 2, TEXT(""))->error.request_id.data,
                     "id-2");
    ck_assert_str_eq(answer_of(200, headers, 2, TEXT("{}"))->request_id.data, "id-2");
}
END_TEST

/* A hint needs no room in the block, but has the same bound as the other values. */
START_TEST(delays_are_bounded)
{
    static char value[DSI_HEADER_VALUE_MAX + 1];
    dsi_header header = {TEXT("retry-after"), {value, DSI_HEADER_VALUE_MAX}};

    memset(value, '0', sizeof value);
    ck_assert(answer_of(503, &header, 1, TEXT(""))->error.retry_after_ms.present);
    header.value.length++;
    ck_assert(!answer_of(503, &header, 1, TEXT(""))->error.retry_after_ms.present);
}
END_TEST

/* The bound is for the first element of a list, not for the whole list. */
START_TEST(a_long_list_gives_its_first_element)
{
    static char value[2 * DSI_HEADER_VALUE_MAX];
    dsi_header headers[] = {{TEXT("x-amzn-errortype"), {value, sizeof value}},
                            {TEXT("x-amzn-requestid"), {value, sizeof value}},
                            {TEXT("retry-after"), {value, sizeof value}}};
    const dsi_start_answer *answer;

    memset(value, ' ', sizeof value);
    memcpy(value, "7a,", 3);
    answer = answer_of(400, headers, 2, TEXT(""));
    ck_assert_str_eq(answer->error.type.data, "7a");
    ck_assert_str_eq(answer->error.request_id.data, "7a");
    memcpy(value, "70,", 3);
    answer = answer_of(400, headers, 3, TEXT(""));
    ck_assert_int_eq(answer->error.retry_after_ms.value, 70000);
    memset(value, '0', DSI_HEADER_VALUE_MAX + 1);
    ck_assert(!answer_of(400, headers, 3, TEXT(""))->error.retry_after_ms.present);
}
END_TEST

/* A head can have any status from 100 to 999. */
START_TEST(only_200_to_299_is_success)
{
    for (int status = 100; status <= 999; status++) {
        const dsi_start_answer *answer = answer_of(status, NULL, 0, TEXT("{}"));
        bool success = status / 100 == 2;

        ck_assert_int_eq(answer->kind, success ? DSI_OUTPUT : DSI_SERVICE_ERROR);
        ck_assert_int_eq(answer->status, status);
        ck_assert_int_eq(answer->error.status, success ? 0 : status);
    }
}
END_TEST

/*
 * A value that is not UTF-8 is ignored, and the other header with its meaning is used.
 */
START_TEST(header_values_are_text)
{
    dsi_header headers[] = {{TEXT("x-amzn-errortype"), TEXT("T\xff")},
                            {TEXT("x-amzn-requestid"), TEXT("id-1\xc3")},
                            {TEXT("x-amz-request-id"), TEXT("id-2")}};
    const dsi_start_answer *answer = answer_of(400, headers, COUNT(headers), TEXT(""));

    ck_assert_ptr_null(answer->error.type.data);
    ck_assert_str_eq(answer->error.request_id.data, "id-2");
    ck_assert_ptr_null(answer_of(400, headers, 2, TEXT(""))->error.request_id.data);
}
END_TEST

/* Every header at its longest fits the block with the least room. */
START_TEST(long_headers_fit_the_smallest_block)
{
    static char value[DSI_HEADER_VALUE_MAX];
    dsi_string longest = {value, sizeof value};
    dsi_header headers[] = {{TEXT("x-amzn-errortype"), longest},
                            {TEXT("x-amzn-requestid"), longest},
                            {TEXT("x-amzn-error-message"), longest}};
    dsi_received_head head = {
        .status = 400, .headers = headers, .header_count = COUNT(headers)};
    dsi_model_sink models = {.take = stop_models};
    size_t size = dsi_decoder_size(NULL);
    void *memory = malloc(size);
    dsi_decoder *decoder;
    const dsi_get_answer *answer;

    ck_assert_ptr_nonnull(memory);
    memset(value, 'T', sizeof value);
    decoder = dsi_get_answer_begin(memory, size, &head, &models, NULL, NULL);
    answer = dsi_get_answer_finish(decoder, NULL);
    ck_assert(dsi_string_equal(answer->error.type, longest));
    ck_assert(dsi_string_equal(answer->error.request_id, longest));
    ck_assert(dsi_string_equal(answer->error.message, longest));
    free(memory);
}
END_TEST

/*
 * After max_bytes feed returns false, so a client can end the transfer. Finish still
 * gives the status.
 */
START_TEST(feed_wants_no_more_than_max_bytes)
{
    static const char *const bodies[] = {"Bad Gateway", "{\"a\":1}    ",
                                         "{\"a\":1,\"a\":1}"};
    dsi_received_head head = {.status = 502};
    dsi_decode_options options = {.limits = {.max_bytes = 10}};
    dsi_decoder *decoder = dsi_start_answer_begin(block, sizeof block, &head, &options,
                                                  NULL);
    const dsi_start_answer *answer;

    for (size_t i = 0; bodies[_i][i] != '\0'; i++) {
        ck_assert(dsi_feed(decoder, &bodies[_i][i], 1) == (i < 10));
        ck_assert(dsi_feed(decoder, "", 0) == (i < 10));
    }
    answer = dsi_start_answer_finish(decoder, NULL);
    ck_assert_int_eq(answer->kind, DSI_SERVICE_ERROR);
    ck_assert_int_eq(answer->error.status, 502);
    ck_assert_uint_eq(answer->error.message.length, 10);
    ck_assert(answer->error.message_is_raw);
    ck_assert(answer->error.message_cut);
}
END_TEST

/*
 * Misuse by the caller is an error of the decode, even if the body was refused before.
 */
START_TEST(misuse_ends_a_service_error)
{
    dsi_received_head head = {.status = 503};
    dsi_error error;
    dsi_decoder *decoder = dsi_start_answer_begin(block, sizeof block, &head, NULL,
                                                  &error);

    if (_i == 1) {
        ck_assert(dsi_feed(decoder, "<html>", 6));
    }
    ck_assert(!dsi_feed(decoder, NULL, 1));
    ck_assert_ptr_null(dsi_start_answer_finish(decoder, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
}
END_TEST

START_TEST(a_readable_body_leaves_nothing_unread)
{
    const dsi_start_answer *answer = answer_of(400, NULL, 0, TEXT("{\"x\":[1]}"));

    ck_assert_int_eq(answer->error.unread.code, DSI_OK);
    ck_assert_uint_eq(answer->error.unread.offset, 0);
    ck_assert(!answer->error.retry_after_ms.present);
    answer = answer_of(400, NULL, 0, TEXT(""));
    ck_assert_int_eq(answer->error.unread.code, DSI_OK);
}
END_TEST

START_TEST(finish_can_be_called_again)
{
    dsi_received_head head = {.status = 400};
    dsi_decoder *decoder = dsi_start_answer_begin(block, sizeof block, &head, NULL,
                                                  NULL);
    const dsi_start_answer *first;

    (void)dsi_feed(decoder, "oops", 4);
    first = dsi_start_answer_finish(decoder, NULL);
    ck_assert_ptr_nonnull(first);
    ck_assert_ptr_eq(dsi_start_answer_finish(decoder, NULL), first);
    ck_assert_str_eq(first->error.message.data, "oops");
}
END_TEST

SUITE(answer)
{
    Suite *suite = suite_create("answer");

    add_test(suite, "output has status and request id",
             output_has_status_and_request_id);
    add_rows(suite, "status keeps its text", status_keeps_its_text, COUNT(statuses));
    add_test(suite, "code errors show presence and dropped nulls",
             code_errors_show_presence_and_dropped_nulls);
    add_test(suite, "many code errors keep their order",
             many_code_errors_keep_their_order);
    add_test(suite, "type is terminated where it is cut",
             type_is_terminated_where_it_is_cut);
    add_rows(suite, "raw message is bounded and says so",
             raw_message_is_bounded_and_says_so, 4);
    add_test(suite, "raw message is not cut inside a character",
             raw_message_is_not_cut_inside_a_character);
    add_test(suite, "json message is not raw", json_message_is_not_raw);
    add_test(suite, "header values are bounded", header_values_are_bounded);
    add_test(suite, "a long request id does not hide the other",
             a_long_request_id_does_not_hide_the_other);
    add_test(suite, "delays are bounded", delays_are_bounded);
    add_test(suite, "a long list gives its first element",
             a_long_list_gives_its_first_element);
    add_test(suite, "only 200 to 299 is success", only_200_to_299_is_success);
    add_test(suite, "items of another type are dropped",
             items_of_another_type_are_dropped);
    add_test(suite, "plain text has no depth", plain_text_has_no_depth);
    add_test(suite, "header values are text", header_values_are_text);
    add_test(suite, "long headers fit the smallest block",
             long_headers_fit_the_smallest_block);
    add_rows(suite, "feed wants no more than max_bytes",
             feed_wants_no_more_than_max_bytes, 3);
    add_rows(suite, "misuse ends a service error", misuse_ends_a_service_error, 2);
    add_test(suite, "a readable body leaves nothing unread",
             a_readable_body_leaves_nothing_unread);
    add_test(suite, "finish can be called again", finish_can_be_called_again);
    return suite;
}
