/* Errors are filled in whole, and numbers become text. */
#include "tests/schema/sample.h"
#include "tests/support.h"

#include "schema/error.h"
#include "schema/text/buffer.h"

/* An error that an earlier call has filled. A new error must overwrite all of it. */
static dsi_error used_error(void)
{
    dsi_error error;

    memset(&error, '#', sizeof error);
    return error;
}

START_TEST(an_error_without_a_place)
{
    dsi_error error = used_error();

    dsi_error_set(&error, DSI_E_BUFFER_SIZE, 7, UINT64_MAX);
    ck_assert_int_eq(error.code, DSI_E_BUFFER_SIZE);
    ck_assert_uint_eq(error.offset, 0);
    ck_assert_uint_eq(error.limit, 7);
    ck_assert_uint_eq(error.actual, UINT64_MAX);
    ck_assert_str_eq(error.path, "");
}
END_TEST

typedef struct member_row {
    const char *why;
    const char *name;
    uint64_t offset;
    const char *path;
} member_row;

static const member_row members[] = {
    {"a member of a request", "introspectionId", 12, "/introspectionId"},
    {"at its first byte", "nextToken", 0, "/nextToken"},
    {"no member", NULL, 3, ""},
    {"the largest offset", "maxResults", UINT64_MAX, "/maxResults"},
};

START_TEST(an_error_at_a_member)
{
    const member_row *row = &members[_i];
    dsi_error error = used_error();

    dsi_error_set_member(&error, DSI_E_UTF8, row->name, row->offset);
    ck_assert_int_eq(error.code, DSI_E_UTF8);
    ck_assert_uint_eq(error.offset, row->offset);
    ck_assert_uint_eq(error.limit, 0);
    ck_assert_uint_eq(error.actual, 0);
    ck_assert_msg(strcmp(error.path, row->path) == 0, "%s: '%s'", row->why, error.path);
}
END_TEST

START_TEST(a_null_error_is_not_written)
{
    dsi_error_set(NULL, DSI_E_UTF8, 1, 2);
    dsi_error_set_member(NULL, DSI_E_UTF8, "introspectionId", 3);
    dsi_error_set_member(NULL, DSI_E_UTF8, NULL, 3);
}
END_TEST

typedef struct number_row {
    int64_t integer;
    const char *text;
} number_row;

static const number_row integers[] = {
    {0, "0"},
    {9, "9"},
    {10, "10"},
    {-1, "-1"},
    {-9, "-9"},
    {-10, "-10"},
    {25, "25"},
    {INT32_MAX, "2147483647"},
    {INT32_MIN, "-2147483648"},
    {INT64_MAX, "9223372036854775807"},
    {INT64_MIN + 1, "-9223372036854775807"},
    {INT64_MIN, "-9223372036854775808"},
};

static size_t render_integer(const void *subject, char *buffer, size_t capacity)
{
    dsi_buffer out = {.bytes = buffer, .capacity = capacity};

    dsi_buffer_add_integer(&out, *(const int64_t *)subject);
    return dsi_buffer_end(&out);
}

START_TEST(integers_in_words)
{
    check_rendering(render_integer, &integers[_i].integer, integers[_i].text);
}
END_TEST

static size_t render_numbers(const void *subject, char *buffer, size_t capacity)
{
    const uint64_t *numbers = subject;
    dsi_buffer out = {.bytes = buffer, .capacity = capacity};

    dsi_buffer_add_number(&out, numbers[0]);
    dsi_buffer_add_bytes(&out, "\t and more", 5);
    dsi_buffer_add_number(&out, numbers[1]);
    return dsi_buffer_end(&out);
}

START_TEST(numbers_in_words)
{
    static const uint64_t numbers[] = {UINT64_MAX, 0};

    check_rendering(render_numbers, numbers, "18446744073709551615\t and0");
}
END_TEST

SUITE(error_set)
{
    Suite *suite = suite_create("errors and numbers");

    add_test(suite, "no place", an_error_without_a_place);
    add_rows(suite, "members", an_error_at_a_member, COUNT(members));
    add_test(suite, "no error to fill", a_null_error_is_not_written);
    add_rows(suite, "integers", integers_in_words, COUNT(integers));
    add_test(suite, "numbers", numbers_in_words);
    return suite;
}
