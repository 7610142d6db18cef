/*
 * The rules for rows: they accept the tables of every operation and the odd ones, and
 * refuse each table that was spoiled.
 */
#include "tests/odd.h"
#include "tests/schema/bad_rows.h"
#include "tests/schema/row_rules.h"
#include "tests/schema/type_paths.h"
#include "tests/support.h"

START_TEST(every_row_of_a_message_is_legal)
{
    const char *broken = row_rules_broken(dsi_messages);

    ck_assert_msg(broken == NULL, "%s", broken);
}
END_TEST

/* Also the shapes that belong to no operation. */
START_TEST(every_row_of_a_shape_is_legal)
{
    type_set set = type_set_of_all();

    for (size_t i = 0; i < set.count; i++) {
        const char *broken = row_rules_broken_type(set.types[i]);

        ck_assert_msg(broken == NULL, "%s", broken);
    }
}
END_TEST

START_TEST(every_path_fits_at_any_depth)
{
    type_set set = type_set_of_all();

    for (size_t i = 0; i < set.count; i++) {
        size_t length = longest_path(&set, set.types[i]);

        ck_assert_msg(length < DSI_PATH_MAX, "%s: %zu bytes", set.types[i]->name,
                      length);
    }
    ck_assert_uint_gt(longest_path(&set, dsi_operation_get.output),
                      (DSI_DEPTH_MAX - 6) * strlen("/type"));
}
END_TEST

START_TEST(every_odd_row_is_legal)
{
    const char *broken = row_rules_broken(odd_messages);

    ck_assert_msg(broken == NULL, "%s", broken);
}
END_TEST

START_TEST(tables_are_legal_before_they_are_spoiled)
{
    static rows made;
    const char *broken;

    rows_make(&made);
    broken = row_rules_broken(made.messages);
    ck_assert_msg(broken == NULL, "%s", broken);
}
END_TEST

static void check_bad(const bad_row *row)
{
    static rows made;

    rows_make(&made);
    row->spoil(&made);
    ck_assert_pstr_eq(row_rules_broken(made.messages), row->words);
}

START_TEST(a_bad_shape_is_refused)
{
    check_bad(&bad_shapes[_i]);
}
END_TEST

START_TEST(a_bad_operation_is_refused)
{
    check_bad(&bad_operations[_i]);
}
END_TEST

SUITE(rows)
{
    Suite *suite = suite_create("rows");

    add_test(suite, "all", every_row_of_a_message_is_legal);
    add_test(suite, "every shape", every_row_of_a_shape_is_legal);
    add_test(suite, "paths", every_path_fits_at_any_depth);
    add_test(suite, "odd", every_odd_row_is_legal);
    add_test(suite, "before spoiling", tables_are_legal_before_they_are_spoiled);
    add_rows(suite, "shapes", a_bad_shape_is_refused, bad_shape_count);
    add_rows(suite, "operations", a_bad_operation_is_refused, bad_operation_count);
    return suite;
}
