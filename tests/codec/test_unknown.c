/* Members that the model does not list: each is told, with its place, and skipped. */
#include <stdio.h>
#include <string.h>

#include "tests/codec/target_rows.h"
#include "tests/model/bytes.h"
#include "tests/support.h"

static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

/* What was told, a line each: path, name, offset. */
typedef struct told {
    char text[1024];
    size_t count;
} told;

static void tell(void *context, const dsi_unknown_member *member)
{
    told *all = context;
    size_t length = strlen(all->text);

    all->count++;
    (void)snprintf(all->text + length, sizeof all->text - length, "%s|%.*s|%llu\n",
                   member->path, (int)member->name.length, member->name.data,
                   (unsigned long long)member->offset);
}

typedef struct unknown_row {
    const char *why;
    const char *body;
    const char *expected;
} unknown_row;

static const unknown_row rows[] = {
    {"all are known", "{\"introspectionId\":\"i\"}", ""},
    {"the first, the last, and one in between",
     "{\"a\":1,\"introspectionId\":\"i\",\"b\":[{}],\"c\":null}",
     "|a|1\n|b|29\n|c|38\n"},
    {"with blanks before it", "{ \n \"a\" : 1 }", "|a|4\n"},
    {"an empty name", "{\"\":0}", "||1\n"},
    {"a name with escapes is decoded", "{\"\\u0061/~\\\"\":0}", "|a/~\"|1\n"},
    {"what it holds is not told again", "{\"a\":{\"b\":{\"c\":1},\"d\":[{\"e\":2}]}}",
     "|a|1\n"},
    {"in a structure", "{\"introspectionResult\":{\"x\":5}}",
     "/introspectionResult|x|24\n"},
    {"in items of a list",
     "{\"introspectionResult\":{\"models\":[{\"x\":5},null,{\"y\":[],\"name\":\"n\"}]}"
     "}",
     "/introspectionResult/models/0|x|35\n/introspectionResult/models/2|y|48\n"},
    {"after a number, which ends where it begins", "{\"a\":12,\"b\":345}",
     "|a|1\n|b|8\n"},
    {"the same twice: it is no known member", "{\"a\":1,\"a\":2}", "|a|1\n|a|7\n"},
    {"in another case", "{\"INTROSPECTIONID\":\"i\"}", "|INTROSPECTIONID|1\n"},
};

static void check_told(const unknown_row *row, size_t chunk)
{
    const dsi_received_head head = {.status = 200};
    told all = {.count = 0};
    const dsi_decode_options options = {.unknown = {.found = tell, .context = &all}};
    dsi_decoder *decoder = dsi_get_answer_begin(block, sizeof block, &head, NULL,
                                                &options, NULL);

    ck_assert(feed_by(decoder, row->body, strlen(row->body), chunk));
    ck_assert_ptr_nonnull(dsi_get_answer_finish(decoder, NULL));
    expect(strcmp(all.text, row->expected) == 0, "%s, chunks of %zu: %s", row->why,
           chunk, all.text);
}

START_TEST(each_is_told_with_its_place)
{
    for (size_t chunk = 1; chunk <= strlen(rows[_i].body); chunk++) {
        check_told(&rows[_i], chunk);
    }
}
END_TEST

/* Strictly, it is an error instead. */
START_TEST(strict_tells_nobody)
{
    told all = {.count = 0};
    const dsi_decode_options options = {.strict = true,
                                        .unknown = {.found = tell, .context = &all}};
    dsi_decoder *decoder = dsi_start_request_begin(block, sizeof block, &options, NULL);
    dsi_error error;

    ck_assert(!dsi_feed(decoder, "{\"a\":1}", 7));
    ck_assert_ptr_null(dsi_start_request_finish(decoder, &error));
    ck_assert_int_eq(error.code, DSI_E_UNKNOWN_MEMBER);
    ck_assert_uint_eq(all.count, 0);
}
END_TEST

/* A service error is full of a front end's own members: that is no news. */
START_TEST(service_errors_are_told_as_well)
{
    const dsi_received_head head = {.status = 400};
    told all = {.count = 0};
    const dsi_decode_options options = {.unknown = {.found = tell, .context = &all}};
    dsi_decoder *decoder = dsi_start_answer_begin(block, sizeof block, &head, &options,
                                                  NULL);

    ck_assert(dsi_feed(decoder, "{\"logref\":1,\"message\":\"m\"}", 26));
    ck_assert_ptr_nonnull(dsi_start_answer_finish(decoder, NULL));
    ck_assert_str_eq(all.text, "|logref|1\n");
}
END_TEST

static void call_back(void *context, const dsi_unknown_member *member)
{
    (void)member;
    (void)dsi_feed(*(dsi_decoder **)context, "x", 1);
}

START_TEST(the_decoder_must_not_be_called)
{
    dsi_decoder *decoder = NULL;
    const dsi_decode_options options = {
        .unknown = {.found = call_back, .context = &decoder}};
    dsi_error error;

    decoder = dsi_start_request_begin(block, sizeof block, &options, NULL);
    ck_assert(!dsi_feed(decoder, "{\"a\":1}", 7));
    ck_assert_ptr_null(dsi_start_request_finish(decoder, &error));
    ck_assert_int_eq(error.code, DSI_E_REENTRY);
}
END_TEST

/* What the caller does wrong is no fault of the body. */
START_TEST(nor_of_a_service_error)
{
    const dsi_received_head head = {.status = 503};
    dsi_decoder *decoder = NULL;
    const dsi_decode_options options = {
        .unknown = {.found = call_back, .context = &decoder}};
    dsi_error error;

    decoder = dsi_start_answer_begin(block, sizeof block, &head, &options, NULL);
    ck_assert(!dsi_feed(decoder, "{\"a\":1}", 7));
    ck_assert_ptr_null(dsi_start_answer_finish(decoder, &error));
    ck_assert_int_eq(error.code, DSI_E_REENTRY);
}
END_TEST

START_TEST(parameters_are_told_as_they_are_written)
{
    dsi_get_request request;
    told all = {.count = 0};
    const dsi_decode_options options = {.unknown = {.found = tell, .context = &all}};
    char buffer[128];

    ck_assert(dsi_get_request_target_decode(TEXT(TARGET_PATH "7?a=b&%zz&maxResults=1&=x"),
                                    buffer, sizeof buffer, &options, &request, NULL));
    ck_assert_str_eq(all.text, "|a|33\n|%zz|37\n||54\n");
}
END_TEST

SUITE(unknown)
{
    Suite *suite = suite_create("unknown members");

    add_rows(suite, "each is told with its place", each_is_told_with_its_place,
             COUNT(rows));
    add_test(suite, "strict tells nobody", strict_tells_nobody);
    add_test(suite, "service errors are told as well", service_errors_are_told_as_well);
    add_test(suite, "the decoder must not be called", the_decoder_must_not_be_called);
    add_test(suite, "nor of a service error", nor_of_a_service_error);
    add_test(suite, "parameters are told as they are written",
             parameters_are_told_as_they_are_written);
    return suite;
}
