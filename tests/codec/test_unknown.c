/* Members that the model does not list are reported with their place, and skipped. */
#include <stdio.h>
#include <string.h>

#include "schema/operation.h"
#include "tests/codec/target_rows.h"
#include "tests/model/bytes.h"
#include "tests/odd.h"
#include "tests/support.h"

static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

/* The reported members, a line for each: path, name, offset. */
typedef struct reported {
    char text[1024];
    size_t count;
} reported;

static void tell(void *context, const dsi_unknown_member *member)
{
    reported *all = context;
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
    {"all members are known", "{\"introspectionId\":\"i\"}", ""},
    {"the first, the last, and one in between",
     "{\"a\":1,\"introspectionId\":\"i\",\"b\":[{}],\"c\":null}",
     "|a|1\n|b|29\n|c|38\n"},
    {"white space before it", "{ \n \"a\" : 1 }", "|a|4\n"},
    {"an empty name", "{\"\":0}", "||1\n"},
    {"a name with escapes is decoded", "{\"\\u0061/~\\\"\":0}", "|a/~\"|1\n"},
    {"members inside an unknown one are not reported",
     "{\"a\":{\"b\":{\"c\":1},\"d\":[{\"e\":2}]}}", "|a|1\n"},
    {"in a structure", "{\"introspectionResult\":{\"x\":5}}",
     "/introspectionResult|x|24\n"},
    {"in items of a list",
     "{\"introspectionResult\":{\"models\":[{\"x\":5},null,{\"y\":[],\"name\":\"n\"}]}"
     "}",
     "/introspectionResult/models/0|x|35\n/introspectionResult/models/2|y|48\n"},
    {"the name follows the number directly", "{\"a\":12,\"b\":345}", "|a|1\n|b|8\n"},
    {"an unknown member may be given twice", "{\"a\":1,\"a\":2}", "|a|1\n|a|7\n"},
    {"a known name in another case", "{\"INTROSPECTIONID\":\"i\"}",
     "|INTROSPECTIONID|1\n"},
};

static void check_reported(const unknown_row *row, size_t chunk)
{
    const dsi_received_head head = {.status = 200};
    reported all = {.count = 0};
    const dsi_decode_options options = {.unknown = {.found = tell, .context = &all}};
    dsi_decoder *decoder = dsi_get_answer_begin(block, sizeof block, &head, NULL,
                                                &options, NULL);

    ck_assert(feed_by(decoder, row->body, strlen(row->body), chunk));
    ck_assert_ptr_nonnull(dsi_get_answer_finish(decoder, NULL));
    expect(strcmp(all.text, row->expected) == 0, "%s, chunks of %zu: %s", row->why,
           chunk, all.text);
}

START_TEST(each_is_reported_with_its_place)
{
    for (size_t chunk = 1; chunk <= strlen(rows[_i].body); chunk++) {
        check_reported(&rows[_i], chunk);
    }
}
END_TEST

/* Strict refuses an unknown member instead of reporting it. */
START_TEST(strict_reports_nothing)
{
    reported all = {.count = 0};
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

/* Front ends add members to service errors, and these are also reported. */
START_TEST(members_of_service_errors_are_reported)
{
    const dsi_received_head head = {.status = 400};
    reported all = {.count = 0};
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

/* The same for a service error: misuse is not an error of the body. */
START_TEST(the_same_for_a_service_error)
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

START_TEST(parameters_are_reported_as_written)
{
    dsi_get_request request;
    reported all = {.count = 0};
    const dsi_decode_options options = {.unknown = {.found = tell, .context = &all}};
    char buffer[128];

    ck_assert(
        dsi_get_request_target_decode(TEXT(TARGET_PATH "7?a=b&%zz&maxResults=1&=x"),
                                      buffer, sizeof buffer, &options, &request, NULL));
    ck_assert_str_eq(all.text, "|a|33\n|%zz|37\n||54\n");
}
END_TEST

/* ----------------------------------------------------- names that are nearly known */

static const dsi_type *shape_of(const dsi_message *message)
{
    return message->is_request ? message->operation->input : message->operation->output;
}

static bool is_name_of(const dsi_type *type, const char *name)
{
    size_t i = 0;

    while (i < type->member_count && strcmp(type->members[i].name, name) != 0) {
        i++;
    }
    return i < type->member_count;
}

/* A value that a member of this type would take; NULL for structures and lists. */
static const char *value_of(const dsi_type *type)
{
    switch (type->kind) {
    case DSI_KIND_STRING:
    case DSI_KIND_ENUM:
        return "\"s\"";
    case DSI_KIND_INT32:
    case DSI_KIND_INT64:
        return "1";
    case DSI_KIND_BOOLEAN:
        return "true";
    default:
        return NULL;
    }
}

/* Decodes in chunks, and expects that no member is set. */
static void check_nothing(const dsi_message *message, const char *body, size_t chunk)
{
    const dsi_message_options options = {.head = {.status = 200}};
    static char bytes[256];
    gathered text = {.bytes = bytes, .capacity = sizeof bytes};
    const dsi_sink sink = {.write = gather, .context = &text};
    dsi_decoder *decoder = dsi_message_begin(message, block, sizeof block, &options,
                                             NULL);
    const void *object;

    ck_assert_msg(feed_by(decoder, body, strlen(body), chunk), "%s", body);
    object = dsi_message_finish(message, decoder, NULL);
    ck_assert_msg(object != NULL, "%s", body);
    ck_assert(dsi_message_write(message, object, &sink, NULL, NULL));
    ck_assert_msg(gathered_same(&text, "{}", 2), "%s", body);
}

/* The name at `row` with another byte at `place`, after the row before. */
static void check_near(const dsi_message *message, const dsi_type *type, size_t row,
                       size_t place)
{
    static char name[DSI_PATH_MAX];
    static char body[3 * DSI_PATH_MAX];
    const dsi_member *member = &type->members[row];
    const char *value = value_of(member->type);

    memcpy(name, member->name, member->name_length + 1);
    name[place] = name[place] == 'X' ? 'Y' : 'X';
    if (value == NULL || is_name_of(type, name)) {
        return;
    }
    (void)snprintf(body, sizeof body, "{\"%s\":null,\"%s\":%s}",
                   row > 0 ? type->members[row - 1].name : "u", name, value);
    check_nothing(message, body, sizeof body);
    check_nothing(message, body, 3);
}

START_TEST(a_name_with_another_byte_is_another_name)
{
    const dsi_message *message = any_message(_i);
    const dsi_type *type = shape_of(message);

    for (size_t row = 0; row < type->member_count; row++) {
        for (size_t place = 0; place < type->members[row].name_length; place++) {
            check_near(message, type, row, place);
        }
    }
}
END_TEST

SUITE(unknown)
{
    Suite *suite = suite_create("unknown members");

    add_rows(suite, "each is reported with its place", each_is_reported_with_its_place,
             COUNT(rows));
    add_test(suite, "strict reports nothing", strict_reports_nothing);
    add_test(suite, "members of service errors are reported",
             members_of_service_errors_are_reported);
    add_test(suite, "the callback must not call the decoder",
             the_decoder_must_not_be_called);
    add_test(suite, "the same for a service error", the_same_for_a_service_error);
    add_rows(suite, "a name with another byte is another name",
             a_name_with_another_byte_is_another_name, any_message_count());
    add_test(suite, "parameters are reported as written",
             parameters_are_reported_as_written);
    return suite;
}
