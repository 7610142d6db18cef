/* Decodes every target of the rows, in buffers of every size and at every limit. */
#include <stdlib.h>
#include <string.h>

#include "tests/codec/target_rows.h"
#include "tests/support.h"

/* Buffers of exactly the target's size, so that a sanitizer reports a byte too far. */
typedef struct exact_room {
    dsi_string target;
    char *copy;
    char *buffer;
} exact_room;

static exact_room exact_begin(dsi_string target)
{
    exact_room room = {.copy = exact_bytes(target.length),
                       .buffer = exact_bytes(target.length)};

    memcpy(room.copy, target.data, target.length);
    room.target = (dsi_string){.data = room.copy, .length = target.length};
    return room;
}

static void exact_end(exact_room *room)
{
    free(room->copy);
    free(room->buffer);
}

START_TEST(targets_that_are_read)
{
    const good_target *row = &good_targets.items[_i];
    exact_room room = exact_begin(row->target);
    size_t length = row->target.length;
    dsi_error error = {.code = DSI_E_INTERNAL, .path = "/left"};
    dsi_get_request request;

    memset(&request, 0x5a, sizeof request);
    ck_assert_msg(dsi_get_request_target_decode(room.target, room.buffer, length, NULL,
                                                &request, &error),
                  "%s (%s): %s at %llu", row->name, row->why, dsi_code_name(error.code),
                  (unsigned long long)error.offset);
    check_get_request(row->name, &request, &row->request);
    ck_assert_int_eq(error.code, DSI_OK);
    ck_assert_str_eq(error.path, "");
    ck_assert_int_eq(memcmp(room.copy, row->target.data, length), 0);
    ck_assert(dsi_get_request_target_decode(room.target, room.buffer, length, NULL,
                                            &request, NULL));
    check_get_request(row->name, &request, &row->request);
    exact_end(&room);
}
END_TEST

START_TEST(targets_that_are_refused)
{
    const bad_target *row = &bad_targets.items[_i];
    exact_room room = exact_begin(row->target);
    bool is_type = row->code == DSI_E_TYPE;
    dsi_decode_options options = {.strict = row->strict};
    dsi_error error = {.code = DSI_OK, .limit = 99, .actual = 99, .path = "/left"};
    dsi_get_request request;

    ck_assert_msg(!dsi_get_request_target_decode(room.target, room.buffer,
                                                 row->target.length, &options, &request,
                                                 &error),
                  "%s (%s): taken", row->name, row->why);
    ck_assert_msg(error.code == row->code, "%s (%s): %s at %llu, not %s", row->name,
                  row->why, dsi_code_name(error.code), (unsigned long long)error.offset,
                  dsi_code_name(row->code));
    ck_assert_msg(error.offset == row->offset, "%s (%s): at %llu, not %llu", row->name,
                  row->why, (unsigned long long)error.offset,
                  (unsigned long long)row->offset);
    ck_assert_msg(strcmp(error.path, row->path) == 0, "%s: in '%s'", row->name,
                  error.path);
    ck_assert_uint_eq(error.limit, is_type ? DSI_JSON_BOOLEAN : 0);
    ck_assert_uint_eq(error.actual, is_type ? DSI_JSON_STRING : 0);
    ck_assert(!dsi_get_request_target_decode(
        room.target, room.buffer, row->target.length, &options, &request, NULL));
    exact_end(&room);
}
END_TEST

/* Strict has the same outcome, or refuses a parameter that is unknown. */
START_TEST(strict_refuses_nothing_else)
{
    const good_target *row = &good_targets.items[_i];
    dsi_decode_options options = {.strict = true};
    char buffer[512];
    dsi_get_request request;
    dsi_error error;

    if (dsi_get_request_target_decode(row->target, buffer, sizeof buffer, &options,
                                      &request, &error)) {
        check_get_request(row->name, &request, &row->request);
    } else {
        ck_assert_int_eq(error.code, DSI_E_UNKNOWN_MEMBER);
    }
}
END_TEST

START_TEST(strict_takes_what_is_known)
{
    static const char target[] = TARGET_PATH "7?&next%54oken=t&nextToken=u&maxResults="
                                             "1&maxResults=x&&includeModelsSDL=true&";
    dsi_decode_options options = {.strict = true};
    char buffer[sizeof target];
    dsi_get_request request;

    ck_assert(dsi_get_request_target_decode(dsi_str(target), buffer, sizeof buffer,
                                            &options, &request, NULL));
    ck_assert_str_eq(request.next_token.data, "t");
}
END_TEST

/* ----------------------------------------------------------- buffers and arguments */

static void check_too_small(dsi_string target, char *buffer, size_t capacity)
{
    dsi_get_request request;
    dsi_error error;

    ck_assert(!dsi_get_request_target_decode(target, buffer, capacity, NULL, &request,
                                             &error));
    ck_assert_int_eq(error.code, DSI_E_BUFFER_SIZE);
    ck_assert_uint_eq(error.limit, capacity);
    ck_assert_uint_eq(error.actual, target.length);
    ck_assert_uint_eq(error.offset, 0);
    ck_assert_str_eq(error.path, "");
}

/* Also for targets that are refused: an error of the call comes first. */
START_TEST(buffers_that_are_too_small)
{
    dsi_string target = target_at((size_t)_i);
    char buffer[512];

    memset(buffer, '#', sizeof buffer);
    for (size_t capacity = 0; capacity < target.length; capacity++) {
        check_too_small(target, buffer, capacity);
        ck_assert_int_eq(buffer[capacity], '#');
    }
}
END_TEST

START_TEST(limit_of_bytes)
{
    const good_target *row = &good_targets.items[_i];
    size_t length = row->target.length;
    dsi_decode_options options = {.limits = {.max_bytes = length,
                                             .max_depth = 1, /* has no effect */
                                             .max_token = 1}};
    char buffer[512];
    dsi_get_request request;
    dsi_error error;

    ck_assert(dsi_get_request_target_decode(row->target, buffer, sizeof buffer,
                                            &options, &request, &error));
    check_get_request(row->name, &request, &row->request);
    for (uint64_t limit = 1; limit < length; limit++) {
        options.limits.max_bytes = limit;
        ck_assert(!dsi_get_request_target_decode(row->target, buffer, sizeof buffer,
                                                 &options, &request, &error));
        ck_assert_int_eq(error.code, DSI_E_MAX_BYTES);
        ck_assert_uint_eq(error.offset, limit);
        ck_assert_uint_eq(error.limit, limit);
        ck_assert_uint_eq(error.actual, 0);
        ck_assert_str_eq(error.path, "");
        ck_assert(!dsi_get_request_target_decode(row->target, buffer, sizeof buffer,
                                                 &options, &request, NULL));
    }
}
END_TEST

/* The length is refused before a byte is read, so the target need not be that long. */
START_TEST(default_limit_of_bytes)
{
    dsi_string target = {.data = "/", .length = DSI_MAX_BYTES_DEFAULT + 1};
    dsi_decode_options options = {.strict = true};
    dsi_get_request request;
    dsi_error error;
    char buffer[1];

    ck_assert(
        !dsi_get_request_target_decode(target, buffer, 1, &options, &request, &error));
    ck_assert_int_eq(error.code, DSI_E_MAX_BYTES);
    ck_assert_uint_eq(error.limit, DSI_MAX_BYTES_DEFAULT);
    ck_assert_uint_eq(error.offset, DSI_MAX_BYTES_DEFAULT);
    target.length--;
    check_too_small(target, buffer, 1);
}
END_TEST

START_TEST(arguments_that_are_missing)
{
    dsi_string target = dsi_str(TARGET_PATH "7");
    dsi_get_request request;
    dsi_error error;
    char buffer[64];

    ck_assert(!dsi_get_request_target_decode(target, NULL, 64, NULL, &request, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    error.code = DSI_OK;
    ck_assert(!dsi_get_request_target_decode(target, buffer, 64, NULL, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert(!dsi_get_request_target_decode(target, NULL, 64, NULL, NULL, NULL));
    target = dsi_str(NULL);
    ck_assert(
        !dsi_get_request_target_decode(target, buffer, 64, NULL, &request, &error));
    ck_assert_int_eq(error.code, DSI_E_ROUTE);
    ck_assert_uint_eq(error.offset, 0);
}
END_TEST

SUITE(target_parse)
{
    Suite *suite = suite_create("target parse");
    size_t good = good_targets.count;

    add_rows(suite, "targets that are read", targets_that_are_read, good);
    add_rows(suite, "targets that are refused", targets_that_are_refused,
             bad_targets.count);
    add_rows(suite, "strict refuses nothing else", strict_refuses_nothing_else, good);
    add_test(suite, "strict takes what is known", strict_takes_what_is_known);
    add_rows(suite, "buffers that are too small", buffers_that_are_too_small,
             target_count());
    add_rows(suite, "limit of bytes", limit_of_bytes, good);
    add_test(suite, "default limit of bytes", default_limit_of_bytes);
    add_test(suite, "arguments that are missing", arguments_that_are_missing);
    return suite;
}
