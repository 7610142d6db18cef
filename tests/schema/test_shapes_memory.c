/* The tables against the structs they describe: where a member lies, and how long the
 * paths to it become. */
#include "tests/schema/type_paths.h"
#include "tests/schema/type_set.h"
#include "tests/support.h"

#include "schema/frame.h"
#include "schema/operation.h"

/* What a value takes up in its structure. */
static size_t footprint(const dsi_type *type)
{
    static const size_t footprints[] = {
        [DSI_KIND_STRING] = sizeof(dsi_string),
        [DSI_KIND_ENUM] = sizeof(dsi_enum_value),
        [DSI_KIND_INT32] = sizeof(dsi_optional_int32),
        [DSI_KIND_INT64] = sizeof(dsi_optional_int64),
        [DSI_KIND_BOOLEAN] = sizeof(dsi_optional_bool),
        [DSI_KIND_STRUCT] = sizeof(const void *),
        [DSI_KIND_LIST] = sizeof(dsi_list),
    };

    return footprints[type->kind];
}

static void check_places(const dsi_type *type)
{
    for (size_t i = 0; i < type->member_count; i++) {
        const dsi_member *one = &type->members[i];
        size_t end = one->offset + footprint(one->type);

        ck_assert_msg(end <= type->size, "%s.%s lies outside", type->name, one->name);
        for (size_t j = i + 1; j < type->member_count; j++) {
            const dsi_member *other = &type->members[j];

            ck_assert_msg(end <= other->offset ||
                              other->offset + footprint(other->type) <= one->offset,
                          "%s: %s and %s overlap", type->name, one->name, other->name);
            ck_assert_str_ne(one->name, other->name);
        }
    }
}

START_TEST(members_lie_in_their_struct_and_apart)
{
    type_set set = type_set_of_all();

    for (size_t i = 0; i < set.count; i++) {
        check_places(set.types[i]);
        if (set.types[i]->kind != DSI_KIND_STRUCT) {
            ck_assert_uint_eq(set.types[i]->size, footprint(set.types[i]));
        }
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

SUITE(shapes_memory)
{
    Suite *suite = suite_create("shapes in memory");

    add_test(suite, "apart", members_lie_in_their_struct_and_apart);
    add_test(suite, "paths", every_path_fits_at_any_depth);
    return suite;
}
