/*
 * Targets of the odd tables: labels of any kind in any place, and parameters of any
 * kind.
 */
#include <stdlib.h>
#include <string.h>

#include "codec/target.h"
#include "tests/codec/odd_sample.h"
#include "tests/support.h"

static char text[4096];

/* ------------------------------------------------------------------------- building */

START_TEST(a_target_is_built)
{
    const dsi_message *message = odd_message("find-request");
    const size_t length = strlen(odd_find_target);
    dsi_error error;

    ck_assert_uint_eq(dsi_message_target_size(message, &odd_find_sample, &error),
                      length);
    for (size_t capacity = 0; capacity <= length + 1; capacity++) {
        char *buffer = malloc(capacity + 1); /* exact, for a sanitizer */
        size_t built = dsi_message_target_encode(message, &odd_find_sample, buffer,
                                                 capacity, &error);

        if (capacity <= length) {
            ck_assert_uint_eq(built, 0);
            ck_assert_int_eq(error.code, DSI_E_BUFFER_SIZE);
            ck_assert_uint_eq(error.actual, length + 1);
        } else {
            ck_assert_str_eq(buffer, odd_find_target);
        }
        free(buffer);
    }
}
END_TEST

typedef struct label_row {
    const char *why;
    void (*spoil)(odd_find_request *request);
    dsi_code code;
    const char *path;
} label_row;

static void no_shelf(odd_find_request *request)
{
    request->shelf = dsi_str(NULL);
}

static void empty_shelf(odd_find_request *request)
{
    request->shelf = dsi_str("");
}

static void dot_shelf(odd_find_request *request)
{
    request->shelf = dsi_str(".");
}

static void bad_shelf(odd_find_request *request)
{
    request->shelf = dsi_str("a\xff");
}

static void no_volume(odd_find_request *request)
{
    request->volume.present = false;
}

static void no_color(odd_find_request *request)
{
    request->color.text = dsi_str(NULL);
}

static void empty_color(odd_find_request *request)
{
    request->color.text = dsi_str("");
}

static void dots_color(odd_find_request *request)
{
    request->color.text = dsi_str("..");
}

static void no_open(odd_find_request *request)
{
    request->open.present = false;
}

static void bad_shade(odd_find_request *request)
{
    request->shade.text = dsi_str("\x80");
}

static const label_row labels[] = {
    {"an absent text", no_shelf, DSI_E_REQUIRED, "/shelf"},
    {"an empty text", empty_shelf, DSI_E_REQUIRED, "/shelf"},
    {"a dot segment", dot_shelf, DSI_E_DOT_SEGMENT, "/shelf"},
    {"a text that is not UTF-8", bad_shelf, DSI_E_UTF8, "/shelf"},
    {"an absent number", no_volume, DSI_E_REQUIRED, "/volume"},
    {"an absent enum", no_color, DSI_E_REQUIRED, "/color"},
    {"an empty enum", empty_color, DSI_E_REQUIRED, "/color"},
    {"an enum that is a dot segment", dots_color, DSI_E_DOT_SEGMENT, "/color"},
    {"an absent boolean", no_open, DSI_E_REQUIRED, "/open"},
    {"a parameter that is not UTF-8", bad_shade, DSI_E_UTF8, "/shade"},
};

START_TEST(a_label_must_be_a_segment)
{
    odd_find_request request = odd_find_sample;
    dsi_error error;

    labels[_i].spoil(&request);
    ck_assert_uint_eq(dsi_message_target_encode(odd_message("find-request"), &request,
                                                text, sizeof text, &error),
                      0);
    ck_assert_msg(
        error.code == labels[_i].code && strcmp(error.path, labels[_i].path) == 0,
        "%s: %s at '%s'", labels[_i].why, dsi_code_name(error.code), error.path);
}
END_TEST

/* An absent parameter is left out, even if it is required. Validation reports it. */
START_TEST(an_absent_parameter_is_left_out)
{
    odd_find_request request = {.shelf = DSI_STR("s"),
                                .volume = {.present = true},
                                .color = {.text = DSI_STR("c")},
                                .open = {.present = true, .value = true}};
    dsi_error error;

    ck_assert_uint_gt(dsi_message_target_encode(odd_message("find-request"), &request,
                                                text, sizeof text, &error),
                      0);
    ck_assert_str_eq(text, "/v1/odd/s/books/0/c/true/lines");
    ck_assert_uint_gt(
        dsi_message_target_encode(odd_message("list-request"),
                                  &(odd_list_request){.token = DSI_STR("t")}, text,
                                  sizeof text, &error),
        0);
    ck_assert_str_eq(text, "/odd?token=t");
}
END_TEST

/* ------------------------------------------------------------------------- decoding */

/* Decodes in a room of exactly the target's size. */
static bool parse(const dsi_message *message, dsi_string target, dsi_room *room,
                  void *object, dsi_error *error)
{
    static char *memory = NULL;

    free(memory); /* of the call before */
    memory = malloc(target.length > 0 ? target.length : 1);
    *room = (dsi_room){.memory = memory, .size = target.length};
    return dsi_message_target_decode(message, target, room, NULL, object, error);
}

START_TEST(a_target_is_decoded)
{
    const dsi_message *message = odd_message("find-request");
    odd_find_request request;
    dsi_room room;
    dsi_error error;

    memset(&request, 0xff, sizeof request);
    ck_assert_msg(parse(message, dsi_str(odd_find_target), &room, &request, &error),
                  "%s at '%s'", dsi_code_name(error.code), error.path);
    (void)odd_encode(message, &request, false, text, sizeof text);
    ck_assert_str_eq(text, odd_find_json);
    ck_assert_int_eq(request.color.value, ODD_DEEP_BLUE);
    ck_assert_int_eq(request.shade.value, ODD_COLOR_UNKNOWN);
}
END_TEST

/* Every prefix of a target is decoded without access outside of it and of the room. */
START_TEST(every_prefix_of_a_target)
{
    const dsi_message *message = odd_message("find-request");
    const char *end = strchr(odd_find_target, '?');
    odd_find_request request;
    dsi_room room;
    dsi_error error;

    for (size_t length = 0; odd_find_target[length] != '\0'; length++) {
        dsi_string target = {.data = odd_find_target, .length = length};
        char *copy = malloc(length + 1);
        bool good;

        memcpy(copy, odd_find_target, length);
        target.data = copy;
        good = parse(message, target, &room, &request, &error);
        free(copy);
        ck_assert_msg(length >= (size_t)(end - odd_find_target) || !good, "%zu",
                      length);
    }
}
END_TEST

typedef struct part_row {
    const char *why;
    const char *message;
    const char *target;
    dsi_code code;
    size_t offset;
    const char *path;
} part_row;

#define LINES "/v1/odd/s/books/1/c/true/lines"

static const part_row parts[] = {
    {"all labels", "find-request", LINES, DSI_OK, 0, ""},
    {"a trailing slash", "find-request", LINES "/", DSI_OK, 0, ""},
    {"two trailing slashes", "find-request", LINES "//", DSI_E_ROUTE, 31, ""},
    {"absolute form", "find-request", "http://h" LINES "?loud=true", DSI_OK, 0, ""},
    {"a segment less", "find-request", "/v1/odd/s/books/1/c/true", DSI_E_ROUTE, 24, ""},
    {"a segment more", "find-request", LINES "/8", DSI_E_ROUTE, 31, ""},
    {"another literal between labels", "find-request", "/v1/odd/s/book/1/c/true/lines",
     DSI_E_ROUTE, 14, ""},
    {"a longer literal", "find-request", LINES "s", DSI_E_ROUTE, 30, ""},
    {"an empty label", "find-request", "/v1/odd//books/1/c/true/lines", DSI_E_ROUTE, 8,
     ""},
    {"an empty label before a label", "find-request", "/v1/odd/s/books//c/true/lines",
     DSI_E_ROUTE, 16, ""},
    {"a byte that a target must not contain", "find-request",
     "/v1/odd/s/books/ /c/true/lines", DSI_E_SYNTAX, 16, ""},
    {"the route decides before an escape", "find-request", "/v1/odd/%/books/1/c/true",
     DSI_E_ROUTE, 24, ""},
    {"an escape in the first label", "find-request", "/v1/odd/%2/books/1/c/true/lines",
     DSI_E_ESCAPE, 8, "/shelf"},
    {"an escape in the third", "find-request", "/v1/odd/s/books/1/a%/true/lines",
     DSI_E_ESCAPE, 19, "/color"},
    {"an enum that is not UTF-8", "find-request", "/v1/odd/s/books/1/a%ff/true/lines",
     DSI_E_UTF8, 19, "/color"},
    {"a text in an int64", "find-request", "/v1/odd/s/books/one/c/true/lines",
     DSI_E_INTEGER, 16, "/volume"},
    {"an int64 that is too large", "find-request",
     "/v1/odd/s/books/9223372036854775808/c/true/lines", DSI_E_INTEGER_RANGE, 16,
     "/volume"},
    {"an escaped digit is a digit", "find-request", "/v1/odd/s/books/%31/c/true/lines",
     DSI_OK, 0, ""},
    {"a word that is not a boolean in the path", "find-request",
     "/v1/odd/s/books/1/c/yes/lines", DSI_E_TYPE, 20, "/open"},
    {"an int64 in the query", "find-request", LINES "?since=1.5", DSI_E_INTEGER, 37,
     "/since"},
    {"an empty int64", "find-request", LINES "?since=", DSI_E_INTEGER, 37, "/since"},
    {"an int64 over 2^32", "find-request", LINES "?since=4294967296", DSI_OK, 0, ""},
    {"an int32 over 2^31", "find-request", LINES "?limit=2147483648",
     DSI_E_INTEGER_RANGE, 37, "/limit"},
    {"an enum is any text", "find-request", LINES "?shade=%e2%82%ac", DSI_OK, 0, ""},
    {"the first of a name is used", "find-request",
     LINES "?since=1&since=x&limit=2&limit=%", DSI_OK, 0, ""},
    {"a label's name is not a parameter", "find-request", LINES "?shelf=%zz&volume=x",
     DSI_OK, 0, ""},
    {"only a path", "list-request", "/odd", DSI_OK, 0, ""},
    {"a path with a trailing slash", "list-request", "/odd/", DSI_OK, 0, ""},
    {"a path with a query", "list-request", "/odd?token=a", DSI_OK, 0, ""},
    {"an empty query", "list-request", "/odd?", DSI_OK, 0, ""},
    {"an empty text", "list-request", "/odd?token=", DSI_OK, 0, ""},
    {"a name without '='", "list-request", "/odd?token", DSI_OK, 0, ""},
    {"another path", "list-request", "/oddly", DSI_E_ROUTE, 4, ""},
    {"a path cut short", "list-request", "/od", DSI_E_ROUTE, 3, ""},
    {"a target beside a body", "put-request", "/odd/s/notes?dry=true", DSI_OK, 0, ""},
    {"a bad boolean beside a body", "put-request", "/odd/s/notes?dry=1", DSI_E_TYPE, 17,
     "/dry"},
    {"a member of the body is not a parameter", "put-request", "/odd/s/notes?title=%zz",
     DSI_OK, 0, ""},
};

START_TEST(every_part_is_read_by_its_kind)
{
    static any_object object;
    const part_row *row = &parts[_i];
    const dsi_message *message = odd_message(row->message);
    dsi_room room;
    dsi_error error;
    bool good = parse(message, dsi_str(row->target), &room, &object, &error);

    ck_assert_msg(good == (row->code == DSI_OK) && error.code == row->code &&
                      error.offset == row->offset && strcmp(error.path, row->path) == 0,
                  "%s: %s at %u, '%s'", row->why, dsi_code_name(error.code),
                  (unsigned)error.offset, error.path);
    if (row->code == DSI_E_TYPE) {
        ck_assert_uint_eq(error.limit, DSI_JSON_BOOLEAN);
        ck_assert_uint_eq(error.actual, DSI_JSON_STRING);
    }
    ck_assert(!good ||
              dsi_target_route(message->operation, dsi_str(row->target), NULL));
    ck_assert_int_eq(dsi_message_target_decode(message, dsi_str(row->target),
                                               &(dsi_room){text, sizeof text}, NULL,
                                               &object, NULL),
                     good);
}
END_TEST

/*
 * After decoding, the room begins after the texts. Numbers and booleans take no room.
 */
START_TEST(a_room_moves_on)
{
    const char target[] = "/v1/odd/s/books/1/c/true/lines?words=ab&since=5&a=";
    dsi_room room = {.memory = text, .size = sizeof text};
    odd_find_request request;

    ck_assert(dsi_message_target_decode(odd_message("find-request"), dsi_str(target),
                                        &room, NULL, &request, NULL));
    ck_assert_ptr_eq(room.memory, text + 2 + 2 + 3 + 1);
    ck_assert_uint_eq(room.size, sizeof text - 8);
    ck_assert_str_eq(request.words.data, "ab");
    ck_assert_str_eq(request.shelf.data, "s");
}
END_TEST

/* A server decodes the target first, which clears the struct; then it adds the body. */
START_TEST(a_server_puts_both_parts_together)
{
    const dsi_message *message = odd_message("put-request");
    odd_put_request request;
    const void *body;
    dsi_room room;
    dsi_error error;

    memset(&request, 0xff, sizeof request);
    ck_assert(parse(message, dsi_str("/odd/s/notes"), &room, &request, &error));
    ck_assert_ptr_null(request.pages.items);
    body = odd_decode(message, dsi_str(odd_put_json), 64, NULL, &error);
    dsi_message_body_add(message, &request, body);
    ck_assert_str_eq(request.shelf.data, "s");
    ck_assert(!request.dry.present);
    ck_assert_uint_eq(dsi_message_validate(message, &request, NULL), 0);
    (void)odd_encode(message, &request, false, text, sizeof text);
    ck_assert_str_eq(text, odd_put_json);
}
END_TEST

START_TEST(a_response_has_no_target)
{
    const odd_put_answer body = {.kind = DSI_OUTPUT, .status = 200};
    odd_put_answer answer = {.kind = DSI_SERVICE_ERROR};

    dsi_message_body_add(odd_message("put-response"), &answer, &body);
    ck_assert_int_eq(answer.kind, DSI_SERVICE_ERROR);
    ck_assert_int_eq(answer.status, 0);
    ck_assert_int_eq(
        dsi_message_answer_head(odd_message("put-request"), &odd_put_sample).status, 0);
}
END_TEST

START_TEST(only_requests_are_decoded_from_targets)
{
    dsi_room room = {.memory = text, .size = sizeof text};
    odd_find_answer answer = {.kind = DSI_OUTPUT};
    const dsi_message *response = odd_message("find-response");
    dsi_error error;

    ck_assert(!dsi_message_target_decode(response, dsi_str(LINES), &room, NULL, &answer,
                                         &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_uint_eq(
        dsi_message_target_encode(response, &answer, text, sizeof text, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_uint_eq(dsi_message_target_size(response, &answer, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
}
END_TEST

SUITE(odd_target)
{
    Suite *suite = suite_create("odd target");

    add_test(suite, "a target is built", a_target_is_built);
    add_rows(suite, "a label must be a segment", a_label_must_be_a_segment,
             COUNT(labels));
    add_test(suite, "an absent parameter is left out", an_absent_parameter_is_left_out);
    add_test(suite, "a target is decoded", a_target_is_decoded);
    add_test(suite, "every prefix of a target", every_prefix_of_a_target);
    add_rows(suite, "every part is read by its kind", every_part_is_read_by_its_kind,
             COUNT(parts));
    add_test(suite, "a room moves on", a_room_moves_on);
    add_test(suite, "a server puts both parts together",
             a_server_puts_both_parts_together);
    add_test(suite, "a response has no target", a_response_has_no_target);
    add_test(suite, "only requests are decoded from targets",
             only_requests_are_decoded_from_targets);
    return suite;
}
