/*
 * Messages of the odd tables as JSON: rows alone suffice to decode, encode and
 * validate.
 */
#include <stdio.h>
#include <string.h>

#include "codec/emit.h"
#include "tests/codec/odd_sample.h"
#include "tests/support.h"

static char text[65536];

typedef struct form_row {
    const char *message;
    const void *object;
    const char *json;
} form_row;

static const form_row forms[] = {
    {"find-request", &odd_find_sample, odd_find_json},
    {"put-request", &odd_put_sample, odd_put_json},
};

START_TEST(a_request_has_its_json)
{
    const dsi_message *message = odd_message(forms[_i].message);
    dsi_error error;
    const void *decoded;

    ck_assert_uint_gt(odd_encode(message, forms[_i].object, false, text, sizeof text),
                      0);
    ck_assert_str_eq(text, forms[_i].json);
    for (size_t chunk = 1; chunk < 9; chunk++) {
        decoded = odd_decode(message, dsi_str(forms[_i].json), chunk, NULL, &error);
        ck_assert_msg(decoded != NULL, "%s at '%s'", dsi_code_name(error.code),
                      error.path);
        odd_encode(message, decoded, false, text, sizeof text);
        ck_assert_str_eq(text, forms[_i].json);
    }
}
END_TEST

/* The body of a request does not have the members in its target, not even as null. */
START_TEST(nulls_are_for_the_body_alone)
{
    const odd_put_request request = {.title = DSI_STR("t"), .shelf = DSI_STR("s")};

    odd_encode(odd_message("put-request"), &request, true, text, sizeof text);
    ck_assert_ptr_null(strstr(text, "shelf"));
    ck_assert_ptr_null(strstr(text, "dry"));
    ck_assert_ptr_nonnull(strstr(text, "\"ranged\":null"));
    odd_encode(odd_message("find-request"), &(odd_find_request){.a = DSI_STR("a")},
               true, text, sizeof text);
    ck_assert_ptr_nonnull(strstr(text, "\"shelf\":null"));
    ck_assert_ptr_nonnull(strstr(text, "\"loud\":null"));
}
END_TEST

static const char *const strangers[] = {
    "{\"shelf\":\"x\",\"title\":\"t\",\"dry\":false}",
    "{\"title\":\"t\",\"shelf\":[1,{\"dry\":2}],\"shelf\":null}",
    "{\"dry\":{},\"dry\":\"twice\",\"title\":\"t\"}",
};

START_TEST(members_in_the_target_are_unknown_in_a_body)
{
    const dsi_message *message = odd_message("put-request");
    const dsi_decode_options strict = {.strict = true};
    dsi_error error;
    const odd_put_request *request = odd_decode(message, dsi_str(strangers[_i]), 1,
                                                NULL, &error);

    ck_assert_msg(request != NULL, "%s", dsi_code_name(error.code));
    ck_assert_str_eq(request->title.data, "t");
    ck_assert_ptr_null(request->shelf.data);
    ck_assert(!request->dry.present);
    ck_assert_ptr_null(odd_decode(message, dsi_str(strangers[_i]), 1, &strict, &error));
    ck_assert_int_eq(error.code, DSI_E_UNKNOWN_MEMBER);
}
END_TEST

/* ----------------------------------------------------------------------- 64 members */

/* All members in reverse order; the last one is written `times` times. */
static dsi_string wide_text(size_t times)
{
    size_t length = 0;

    for (size_t i = DSI_MEMBERS_MAX; i > 0; i--) {
        size_t repeat = i == 1 ? times : 1;

        for (size_t j = 0; j < repeat; j++) {
            length += (size_t)snprintf(text + length, sizeof text - length,
                                       "%s\"m%zu%zu\":\"%zu\"", length == 0 ? "{" : ",",
                                       (i - 1) / 8, (i - 1) % 8, i - 1);
        }
    }
    length += (size_t)snprintf(text + length, sizeof text - length, "}");
    return (dsi_string){.data = text, .length = length};
}

START_TEST(each_of_64_members_is_known_once)
{
    const dsi_message *message = odd_message("find-response");
    dsi_error error;
    const odd_find_answer *answer = odd_decode(message, wide_text(1), 7, NULL, &error);

    ck_assert_msg(answer != NULL, "%s at '%s'", dsi_code_name(error.code), error.path);
    ck_assert_str_eq(answer->output.texts[0].data, "0");
    ck_assert_str_eq(answer->output.texts[63].data, "63");
    ck_assert_ptr_null(odd_decode(message, wide_text(2), 7, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_DUPLICATE);
    ck_assert_str_eq(error.path, "/m00");
}
END_TEST

/* Each member has a bit of its own: bits 32 and 63 are not bit 0. */
START_TEST(each_of_64_members_has_its_bit)
{
    const dsi_message *message = odd_message("find-response");
    dsi_error error;

    for (size_t i = 0; i < DSI_MEMBERS_MAX; i++) {
        for (size_t j = 0; j < DSI_MEMBERS_MAX; j++) {
            bool good;

            (void)snprintf(text, sizeof text, "{\"m%zu%zu\":null,\"m%zu%zu\":null}",
                           i / 8, i % 8, j / 8, j % 8);
            good = odd_decode(message, dsi_str(text), sizeof text, NULL, &error) !=
                   NULL;
            expect(good == (i != j), "%zu and %zu", i, j);
        }
    }
}
END_TEST

/* ----------------------------------------------------------------------- validation */

typedef struct rule_row {
    const char *why;
    const char *message;
    const void *object;
    const char *report; /* the code and path of each violation */
} rule_row;

/* A valid find-request. The argument replaces the value of one member. */
#define FIND(...)                                                                      \
    &(const odd_find_request)                                                          \
    {                                                                                  \
        .shelf = DSI_STR("s"), .volume = SET(0), .color = {.text = DSI_STR("c")},      \
        .open = SET(true), .limit = SET(1), __VA_ARGS__                                \
    }
#define PUT(...)                                                                       \
    &(const odd_put_request)                                                           \
    {                                                                                  \
        .title = DSI_STR("t"), .shelf = DSI_STR("s"), __VA_ARGS__                      \
    }

static const dsi_string bad_texts[] = {DSI_STR("a"), DSI_STR("\xff")};
static const odd_color_text bad_colors[] = {{.text = DSI_STR("\xed\xa0\x80")}};
static const odd_page no_title[] = {{.number = SET(1)}};
static const dsi_strings bad_grid[] = {{.items = bad_texts, .count = 1},
                                       {.items = bad_texts, .count = 2}};

static const rule_row rules[] = {
    {"a valid request", "find-request", &odd_find_sample, ""},
    {"a valid request", "put-request", &odd_put_sample, ""},
    {"nothing is set", "find-request", &(const odd_find_request){.a = DSI_STR("")},
     "REQUIRED /shelf, REQUIRED /volume, REQUIRED /color, REQUIRED /open, "
     "REQUIRED /limit"},
    {"nothing is set", "put-request", &(const odd_put_request){.dry = SET(true)},
     "REQUIRED /title, REQUIRED /shelf"},
    {"an optional one is absent", "find-request", FIND(.token = {NULL, 0}), ""},
    {"an int64 is below zero", "find-request", FIND(.since = SET(-1)), "RANGE /since"},
    {"the largest number is within a range without an upper bound", "find-request",
     FIND(.since = SET(INT64_MAX)), ""},
    {"one below the lower bound", "put-request", PUT(.at_least = SET(6)),
     "RANGE /atLeast"},
    {"far below the lower bound", "put-request", PUT(.at_least = SET(INT64_MIN)),
     "RANGE /atLeast"},
    {"the largest number over a lower bound alone", "put-request",
     PUT(.at_least = SET(INT64_MAX)), ""},
    {"an int32 below its range", "put-request", PUT(.ranged = SET(0)), "RANGE /ranged"},
    {"an int32 above its range", "put-request", PUT(.ranged = SET(1001)),
     "RANGE /ranged"},
    {"a text that breaks two rules", "put-request", PUT(.arn = DSI_STR("x")),
     "LENGTH /arn, PATTERN /arn"},
    {"an enum that is not UTF-8", "find-request",
     FIND(.shade = {.text = DSI_STR("\x80")}), "ILL_FORMED /shade"},
    {"an enum value that is not listed", "find-request",
     FIND(.shade = {.text = DSI_STR("new")}), ""},
    {"an item that is not UTF-8", "put-request",
     PUT(.tags = {.items = bad_texts, .count = 2}), "ILL_FORMED /tags/1"},
    {"an enum in a list", "put-request",
     PUT(.colors = {.items = bad_colors, .count = 1}), "ILL_FORMED /colors/0"},
    {"an item without a required member", "put-request",
     PUT(.pages = {.items = no_title, .count = 1}), "REQUIRED /pages/0/title"},
    {"a text in a list of lists", "put-request",
     PUT(.grid = {.items = bad_grid, .count = 2}), "ILL_FORMED /grid/1/1"},
};

static void add_violation(char *report, size_t size, const dsi_violation *violation)
{
    size_t length = strlen(report);

    (void)snprintf(report + length, size - length, "%s%s %s", length == 0 ? "" : ", ",
                   dsi_code_name(violation->code) + strlen("DSI_E_"), violation->path);
}

START_TEST(every_member_is_validated_by_its_row)
{
    const rule_row *row = &rules[_i];
    dsi_violation items[8];
    dsi_violations report = {.items = items, .capacity = COUNT(items)};
    char found[512] = "";

    (void)dsi_message_validate(odd_message(row->message), row->object, &report);
    for (size_t i = 0; i < report.count; i++) {
        add_violation(found, sizeof found, &items[i]);
    }
    ck_assert_msg(strcmp(found, row->report) == 0, "%s: %s", row->why, found);
}
END_TEST

/* Members in the target are validated together with those in the body. */
START_TEST(a_label_beside_a_body_is_validated)
{
    odd_put_request request = {.title = DSI_STR("t"), .shelf = DSI_STR("..")};
    dsi_violation item;
    dsi_violations report = {.items = &item, .capacity = 1};

    ck_assert_uint_eq(
        dsi_message_validate(odd_message("put-request"), &request, &report), 1);
    ck_assert_int_eq(item.code, DSI_E_DOT_SEGMENT);
    ck_assert_str_eq(item.path, "/shelf");
}
END_TEST

START_TEST(a_range_without_an_upper_bound_has_words)
{
    const odd_put_request *request = PUT(.at_least = SET(6));
    dsi_violation item;
    dsi_violations report = {.items = &item, .capacity = 1};
    char words[DSI_VIOLATION_TEXT_MAX];

    (void)dsi_message_validate(odd_message("put-request"), request, &report);
    (void)dsi_violation_describe(&item, words, sizeof words);
    ck_assert_str_eq(words, "Value at '/atLeast' failed to satisfy constraint: "
                            "Member must be greater than or equal to 7");
}
END_TEST

/* All kinds, in a buffer of each size. */
START_TEST(a_buffer_gets_what_a_sink_gets)
{
    const form_row *row = &forms[_i];
    const dsi_type *type = odd_message(row->message)->operation->input;
    size_t length = strlen(row->json);
    dsi_error error;

    ck_assert_uint_eq(dsi_emit_size(type, row->object, NULL), length);
    for (size_t capacity = 0; capacity < length; capacity++) {
        ck_assert_uint_eq(dsi_emit(type, row->object, text, capacity, &error), 0);
        ck_assert_int_eq(error.code, DSI_E_BUFFER_SIZE);
        ck_assert_uint_eq(error.actual, length);
    }
    ck_assert_uint_eq(dsi_emit(type, row->object, text, length, NULL), length);
    ck_assert_int_eq(memcmp(text, row->json, length), 0);
}
END_TEST

SUITE(odd)
{
    Suite *suite = suite_create("odd");

    add_rows(suite, "a request has its json", a_request_has_its_json, COUNT(forms));
    add_rows(suite, "a buffer gets what a sink gets", a_buffer_gets_what_a_sink_gets,
             COUNT(forms));
    add_test(suite, "nulls are for the body alone", nulls_are_for_the_body_alone);
    add_rows(suite, "members in the target are unknown in a body",
             members_in_the_target_are_unknown_in_a_body, COUNT(strangers));
    add_test(suite, "each of 64 members is known once",
             each_of_64_members_is_known_once);
    add_test(suite, "each of 64 members has its bit", each_of_64_members_has_its_bit);
    add_rows(suite, "every member is validated by its row",
             every_member_is_validated_by_its_row, COUNT(rules));
    add_test(suite, "a label beside a body is validated",
             a_label_beside_a_body_is_validated);
    add_test(suite, "a range without an upper bound has words",
             a_range_without_an_upper_bound_has_words);
    return suite;
}
