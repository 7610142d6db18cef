/* The functions by name: the list of messages, routes, structs, targets and heads. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/codec/target_rows.h"
#include "tests/model/model.h"
#include "tests/odd.h"
#include "tests/support.h"

/* ------------------------------------------------------------------------ the list */

/* The rest of a message's descriptor is compared with the account in tests/schema. */
START_TEST(each_message)
{
    const dsi_message *message = dsi_message_at((size_t)_i);

    ck_assert_ptr_eq(dsi_message_find(dsi_str(dsi_message_name(message))), message);
    ck_assert_str_eq(dsi_message_path(message), model_of(message).operation->path);
}
END_TEST

START_TEST(list_ends)
{
    ck_assert_ptr_null(dsi_message_at(message_count() + 1));
    ck_assert_ptr_null(dsi_message_at(SIZE_MAX));
}
END_TEST

static const dsi_string unknown_names[] = {
    TEXT_ROW(""),
    TEXT_ROW("start"),
    TEXT_ROW("start-"),
    TEXT_ROW("start-reques"),
    TEXT_ROW("start-requests"),
    TEXT_ROW("start-request\0"),
    TEXT_ROW("Start-Request"),
    TEXT_ROW("stop-request"),
    {NULL, 0},
};

START_TEST(unknown_name)
{
    ck_assert_ptr_null(dsi_message_find(unknown_names[_i]));
}
END_TEST

/* -------------------------------------------------------------------------- routes */

typedef struct route_row {
    const char *name;
    const char *method;
    const char *target;
    const char *message; /* NULL: no message has this route */
} route_row;

static const route_row route_rows[] = {
    {"start", "POST", START_PATH, "start-request"},
    {"start, a trailing slash", "POST", START_PATH "/", "start-request"},
    {"start, parameters", "POST", START_PATH "?x=%zz&y", "start-request"},
    {"start, absolute", "POST", "https://host:8443" START_PATH, "start-request"},
    {"start, two trailing slashes", "POST", START_PATH "//", NULL},
    {"start, an id", "POST", START_PATH "/7", NULL},
    {"start, a name cut short", "POST", "/v1/datasources/introspection", NULL},
    {"start, another method", "PUT", START_PATH, NULL},
    {"start, the method of Get", "GET", START_PATH, NULL},
    {"start, the method in lower case", "post", START_PATH, NULL},
    {"get", "GET", START_PATH "/7", "get-request"},
    {"get, a trailing slash", "GET", START_PATH "/7/", "get-request"},
    {"get, parameters", "GET", START_PATH "/7?maxResults=x&nextToken=%ff",
     "get-request"},
    {"get, absolute", "GET", "http://h" START_PATH "/7", "get-request"},
    {"get, an invalid escape", "GET", START_PATH "/%zz", "get-request"},
    {"get, a dot segment", "GET", START_PATH "/..", "get-request"},
    {"get, no id", "GET", START_PATH "/", NULL},
    {"get, no id but parameters", "GET", START_PATH "/?nextToken=t", NULL},
    {"get, two segments", "GET", START_PATH "/7/8", NULL},
    {"get, a byte that a target must not contain", "GET", START_PATH "/a b", NULL},
    {"get, the method of Start", "POST", START_PATH "/7", NULL},
    {"get, without a host", "GET", "http://" START_PATH "/7", NULL},
    {"get, another scheme", "GET", "ftp://h" START_PATH "/7", NULL},
    {"no method", "", START_PATH, NULL},
    {"no target", "POST", "", NULL},
    {"a target in asterisk form", "OPTIONS", "*", NULL},
    {"another path", "GET", "/", NULL},
    {"absent", NULL, NULL, NULL},
};

START_TEST(routes)
{
    const route_row *row = &route_rows[_i];
    dsi_string method = dsi_str(row->method);
    dsi_string target = dsi_str(row->target);
    dsi_error error = {.code = DSI_E_INTERNAL, .offset = 7, .path = "/left"};
    const dsi_message *message = dsi_message_route(method, target, &error);

    if (row->message == NULL) {
        ck_assert_msg(message == NULL, "%s: %s", row->name, dsi_message_name(message));
    } else {
        ck_assert_msg(message == dsi_message_find(dsi_str(row->message)), "%s",
                      row->name);
    }
    ck_assert_int_eq(error.code, row->message == NULL ? DSI_E_ROUTE : DSI_OK);
    ck_assert_uint_eq(error.offset, 0);
    ck_assert_str_eq(error.path, "");
    ck_assert_ptr_eq(dsi_message_route(method, target, NULL), message);
}
END_TEST

/* --------------------------------------------------------------------- the structs */

/* How many required members an empty message is missing. */
static size_t required_count(const dsi_message *message)
{
    const model_member *member = model_of(message).shape->members;
    size_t count = 0;

    for (; member->name != NULL; member++) {
        count += member->required ? 1 : 0;
    }
    return count;
}

START_TEST(cleared)
{
    const dsi_message *message = dsi_message_at((size_t)_i);
    size_t size = dsi_message_size(message);
    char *content = memset(message_memory(message), 0xff, size);
    dsi_answer_kind kind;
    dsi_violations report = {.count = 7};

    dsi_message_clear(message, content);
    ck_assert_ptr_null(dsi_message_error(message, content));
    ck_assert_uint_eq(dsi_message_validate(message, content, &report), report.count);
    ck_assert_uint_eq(dsi_message_validate(message, content, NULL), report.count);
    ck_assert_uint_eq(report.count, required_count(message));
    if (!dsi_message_is_request(message)) {
        memcpy(&kind, content, sizeof kind); /* every answer begins with its kind */
        ck_assert_int_eq(kind, DSI_OUTPUT);
        memset(content, 0, sizeof kind);
    }
    for (size_t i = 0; i < size; i++) {
        ck_assert_int_eq(content[i], 0);
    }
    free(content);
}
END_TEST

START_TEST(service_error)
{
    dsi_start_answer start_answer = {.kind = DSI_SERVICE_ERROR};
    dsi_get_answer get_answer = {.kind = DSI_SERVICE_ERROR};

    ck_assert_ptr_eq(dsi_message_error(dsi_message_at(1), &start_answer),
                     &start_answer.error);
    ck_assert_ptr_eq(dsi_message_error(dsi_message_at(3), &get_answer),
                     &get_answer.error);
}
END_TEST

/* ------------------------------------------------------------------------- targets */

START_TEST(target_is_built)
{
    const dsi_message *message = dsi_message_find(dsi_str("get-request"));
    const dsi_get_request *request = &good_targets.items[_i].request;
    char typed[1024];
    char generic[1024];
    size_t length = dsi_get_request_target_encode(request, typed, sizeof typed, NULL);
    dsi_error error;

    ck_assert_uint_eq(
        dsi_message_target_encode(message, request, generic, sizeof generic, &error),
        length);
    ck_assert_int_eq(error.code, length > 0 ? DSI_OK : DSI_E_DOT_SEGMENT);
    ck_assert(length == 0 || strcmp(generic, typed) == 0);
    ck_assert_uint_eq(dsi_message_target_size(message, request, NULL), length);
    if (length > 0) {
        ck_assert_uint_eq(
            dsi_message_target_encode(message, request, generic, length, &error), 0);
        ck_assert_int_eq(error.code, DSI_E_BUFFER_SIZE);
        ck_assert_uint_eq(error.actual, length + 1);
    }
}
END_TEST

/* Decodes as the typed function does. The room afterwards begins after the texts. */
START_TEST(target_is_parsed)
{
    const dsi_message *message = dsi_message_find(dsi_str("get-request"));
    static char texts[2][8192];
    static const dsi_decode_options strict = {.strict = true};
    dsi_string target = target_at((size_t)_i);
    dsi_room room = {.memory = texts[1], .size = sizeof *texts};
    dsi_get_request typed;
    dsi_get_request generic;
    dsi_error errors[2];

    for (int i = 0; i < 2; i++) {
        const dsi_decode_options *options = i == 0 ? NULL : &strict;
        char *before = room.memory;
        bool good = dsi_get_request_target_decode(target, texts[0], sizeof *texts,
                                                  options, &typed, &errors[0]);

        ck_assert_int_eq(dsi_message_target_decode(message, target, &room, options,
                                                   &generic, &errors[1]),
                         good);
        ck_assert_int_eq(errors[1].code, errors[0].code);
        ck_assert_uint_eq(errors[1].offset, errors[0].offset);
        ck_assert_str_eq(errors[1].path, errors[0].path);
        ck_assert_ptr_eq((char *)room.memory + room.size, texts[1] + sizeof *texts);
        if (good) {
            check_get_request("target", &generic, &typed);
            ck_assert_uint_le((size_t)((char *)room.memory - before), target.length);
            ck_assert_uint_eq(room.size,
                              sizeof *texts - (size_t)((char *)room.memory - texts[1]));
        }
    }
}
END_TEST

START_TEST(target_of_start)
{
    const dsi_message *message = dsi_message_find(dsi_str("start-request"));
    dsi_start_request request = {.rds_data_api_config = NULL};
    char nothing[1];
    dsi_room room = {.memory = nothing, .size = 0};
    char target[64];
    dsi_error error;

    ck_assert_uint_eq(
        dsi_message_target_encode(message, &request, target, sizeof target, &error),
        strlen(START_PATH));
    ck_assert_str_eq(target, START_PATH);
    ck_assert_uint_eq(dsi_message_target_size(message, &request, &error),
                      strlen(START_PATH));
    ck_assert(!dsi_message_target_decode(message, dsi_str(START_PATH), &room, NULL,
                                         &request, &error));
    ck_assert_int_eq(error.code, DSI_E_BUFFER_SIZE);
    room = (dsi_room){.memory = target, .size = sizeof target};
    request.rds_data_api_config = (const dsi_rds_data_api_config *)target;
    ck_assert(dsi_message_target_decode(message, dsi_str(START_PATH), &room, NULL,
                                        &request, &error));
    ck_assert_ptr_null(request.rds_data_api_config);
    ck_assert_uint_eq(room.size, sizeof target);
}
END_TEST

/* Responses have no target. Without memory for a request, nothing is done. */
START_TEST(no_target)
{
    dsi_get_answer answer = {.kind = DSI_OUTPUT};
    dsi_get_request request;
    char buffer[128];
    dsi_room room = {.memory = buffer, .size = sizeof buffer};
    dsi_room nowhere = {.memory = NULL, .size = 128};
    dsi_error error;

    ck_assert_uint_eq(
        dsi_message_target_encode(dsi_message_at(3), &answer, buffer, 64, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    error.code = DSI_OK;
    ck_assert_uint_eq(dsi_message_target_size(dsi_message_at(3), &answer, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    error.code = DSI_OK;
    ck_assert(!dsi_message_target_decode(dsi_message_at(3), dsi_str(TARGET_PATH "7"),
                                         &room, NULL, &answer, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    error.code = DSI_OK;
    ck_assert(!dsi_message_target_decode(dsi_message_at(2), dsi_str(TARGET_PATH "7"),
                                         &nowhere, NULL, &request, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
}
END_TEST

/* --------------------------------------------------------------------------- heads */

static void check_string(dsi_string got, dsi_string expected)
{
    ck_assert(dsi_string_equal(got, expected));
}

START_TEST(heads_of_requests)
{
    dsi_request_head start = dsi_message_request_head(dsi_message_at(0),
                                                      dsi_str(START_PATH));
    dsi_request_head get = dsi_message_request_head(dsi_message_at(2),
                                                    dsi_str(TARGET_PATH "7"));

    check_string(start.method, dsi_start_request_head().method);
    check_string(start.target, dsi_start_request_head().target);
    check_string(start.content_type, dsi_start_request_head().content_type);
    check_string(get.method, dsi_str("GET"));
    check_string(get.target, dsi_str(TARGET_PATH "7"));
    check_string(get.content_type, dsi_str(NULL));
}
END_TEST

START_TEST(heads_of_answers)
{
    dsi_start_answer start = {.kind = DSI_OUTPUT};
    dsi_get_answer get = {.kind = DSI_SERVICE_ERROR,
                          .error = {.type = dsi_str("NotFoundException")}};
    dsi_answer_head head = dsi_message_answer_head(dsi_message_at(1), &start);

    ck_assert_int_eq(head.status, 200);
    check_string(head.content_type, dsi_str("application/json"));
    check_string(head.error_type, dsi_str(NULL));
    head = dsi_message_answer_head(dsi_message_at(3), &get);
    ck_assert_int_eq(head.status, dsi_get_answer_head(&get).status);
    ck_assert_int_eq(head.status, 404);
    check_string(head.error_type, dsi_str("NotFoundException"));
}
END_TEST

SUITE(message)
{
    Suite *suite = suite_create("message");

    add_rows(suite, "each message", each_message, message_count());
    add_test(suite, "list ends", list_ends);
    add_rows(suite, "unknown name", unknown_name, COUNT(unknown_names));
    add_rows(suite, "routes", routes, COUNT(route_rows));
    add_rows(suite, "cleared", cleared, message_count());
    add_test(suite, "service error", service_error);
    add_rows(suite, "target is built", target_is_built, good_targets.count);
    add_rows(suite, "target is parsed", target_is_parsed, target_count());
    add_test(suite, "target of start", target_of_start);
    add_test(suite, "no target", no_target);
    add_test(suite, "heads of requests", heads_of_requests);
    add_test(suite, "heads of answers", heads_of_answers);
    return suite;
}
