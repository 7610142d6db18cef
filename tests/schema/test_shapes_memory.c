/* The tables against the structs they describe: where a member lies, and how long the
 * paths to it become. */
#include "tests/schema/places.h"
#include "tests/schema/suites.h"
#include "tests/schema/type_paths.h"
#include "tests/schema/type_set.h"

#include "schema/frame.h"
#include "schema/operation.h"

static const dsi_type *type_of_name(const char *name)
{
    type_set set = type_set_of_all();

    for (size_t i = 0; i < set.count; i++) {
        if (strcmp(set.types[i]->name, name) == 0) {
            return set.types[i];
        }
    }
    ck_abort_msg("no type %s", name);
}

START_TEST(a_member_lies_where_c_has_it)
{
    const place *row = &places[_i];
    const dsi_type *type = type_of_name(row->shape);
    const dsi_member *member = dsi_type_find(type, dsi_str(row->member));

    ck_assert_msg(member != NULL, "%s.%s is not there", row->shape, row->member);
    ck_assert_msg(type->size == row->size, "%s: size", row->shape);
    ck_assert_msg(member->offset == row->offset, "%s.%s: offset", row->shape,
                  row->member);
}
END_TEST

/* A new member wants a row. */
START_TEST(every_member_has_a_place)
{
    type_set set = type_set_of_all();
    size_t members = 0;

    for (size_t i = 0; i < set.count; i++) {
        members += set.types[i]->member_count;
    }
    ck_assert_uint_eq(members, place_count);
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

Suite *shapes_memory_suite(void)
{
    Suite *suite = suite_create("shapes in memory");

    add_rows(suite, "places", a_member_lies_where_c_has_it, place_count);
    add_test(suite, "every place", every_member_has_a_place);
    add_test(suite, "paths", every_path_fits_at_any_depth);
    return suite;
}
