/* dsi/text.h and dsi/version.h as a caller uses them, and the buffer under them. */
#include "schema/text/buffer.h"
#include "tests/support.h"
#include <limits.h>
#include <stdio.h>

#include <dsi/text.h>
#include <dsi/version.h>

static const dsi_string constants[] = {DSI_STR("orders"), DSI_STR(""), DSI_STR("a\0b")};

START_TEST(a_literal_is_a_constant)
{
    ck_assert(dsi_string_equal(constants[0], dsi_str("orders")));
    ck_assert_ptr_nonnull(constants[1].data);
    ck_assert_uint_eq(constants[1].length, 0);
    ck_assert_uint_eq(constants[2].length, 3);
}
END_TEST

typedef struct print_row {
    const char *name;
    dsi_string string;
    const char *printed;
} print_row;

static const print_row prints[] = {
    {"a text", DSI_STR("orders"), "<orders>"},
    {"a part of a text", {"orders", 3}, "<ord>"},
    {"empty", DSI_STR(""), "<>"},
    {"absent", {NULL, 0}, "<>"},
    {"absent, with a length", {NULL, 7}, "<>"},
    {"with a NUL", DSI_STR("a\0b"), "<a>"},
};

START_TEST(a_string_is_printed)
{
    char text[32];

    (void)snprintf(text, sizeof text, "<%.*s>", DSI_PRINT(prints[_i].string));
    ck_assert_str_eq(text, prints[_i].printed);
}
END_TEST

/* printf ignores a negative precision, and would read until a NUL. */
START_TEST(no_length_is_negative)
{
    dsi_string string = DSI_STR("x");

    string.length = INT_MAX;
    ck_assert_int_eq(dsi_print_length(string), INT_MAX);
    string.length = (size_t)INT_MAX + 1;
    ck_assert_int_eq(dsi_print_length(string), INT_MAX);
    string.length = SIZE_MAX;
    ck_assert_int_eq(dsi_print_length(string), INT_MAX);
    string.length = (size_t)INT_MAX - 1;
    ck_assert_int_eq(dsi_print_length(string), INT_MAX - 1);
}
END_TEST

#if DSI_VERSION_NUMBER < 2000
#error "the preprocessor cannot compare the version as a number"
#endif

START_TEST(all_forms_of_the_version_agree)
{
    char text[32];

    (void)snprintf(text, sizeof text, "%d.%d.%d", DSI_VERSION_MAJOR, DSI_VERSION_MINOR,
                   DSI_VERSION_PATCH);
    ck_assert_str_eq(text, DSI_VERSION);
    ck_assert_int_lt(DSI_VERSION_MINOR, 1000);
    ck_assert_int_lt(DSI_VERSION_PATCH, 1000);
    ck_assert_int_eq(DSI_VERSION_NUMBER, DSI_VERSION_MAJOR * 1000000 +
                                             DSI_VERSION_MINOR * 1000 +
                                             DSI_VERSION_PATCH);
}
END_TEST

/* A length that wraps around would let a text that is too long look as if it fits. */
START_TEST(a_length_does_not_wrap)
{
    char buffer[8] = "";
    dsi_buffer out = {
        .bytes = buffer, .capacity = sizeof buffer, .length = SIZE_MAX - 1};

    dsi_buffer_add(&out, "abc");
    ck_assert_uint_eq(out.length, SIZE_MAX);
    dsi_buffer_add_byte(&out, 'd');
    ck_assert_uint_eq(dsi_buffer_end(&out), SIZE_MAX);
    ck_assert_str_eq(buffer, "");
}
END_TEST

SUITE(text)
{
    Suite *suite = suite_create("text");

    add_test(suite, "literals", a_literal_is_a_constant);
    add_rows(suite, "print", a_string_is_printed, COUNT(prints));
    add_test(suite, "lengths", no_length_is_negative);
    add_test(suite, "a length does not wrap", a_length_does_not_wrap);
    add_test(suite, "version", all_forms_of_the_version_agree);
    return suite;
}
