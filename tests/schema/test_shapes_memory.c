/* The tables against the structs they describe: where a member lies, and how long the
 * paths to it become. */
#include "tests/schema/places.h"
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

/* The most bytes that one frame of this type adds to a path. */
static size_t longest_step(const dsi_type *type)
{
    size_t longest = type->kind == DSI_KIND_LIST ? strlen("/18446744073709551614") : 0;

    for (size_t i = 0; i < type->member_count; i++) {
        size_t step = 1 + type->members[i].name_length;

        longest = step > longest ? step : longest;
    }
    return longest;
}

/* The longest paths of all types, by what they were with one frame less below. */
typedef struct path_lengths {
    type_set set;
    size_t lengths[TYPES_MAX];
} path_lengths;

static size_t behind(const path_lengths *before, const dsi_type *type)
{
    return before->lengths[type_set_find(&before->set, type)];
}

static size_t grown(const path_lengths *before, const dsi_type *type)
{
    size_t longest = longest_step(type);
    size_t length = 0;

    if (type->kind == DSI_KIND_LIST) {
        return longest + behind(before, type->element);
    }
    for (size_t i = 0; i < type->member_count; i++) {
        length = 1 + type->members[i].name_length +
                 behind(before, type->members[i].type);
        longest = length > longest ? length : longest;
    }
    return longest;
}

/* A path has a step for each frame, and scalars have none. */
static path_lengths longest_paths(size_t depth)
{
    path_lengths before = {.set = type_set_of_all()};

    for (size_t i = 0; i < depth; i++) {
        path_lengths now = before;

        for (size_t j = 0; j < before.set.count; j++) {
            now.lengths[j] = grown(&before, before.set.types[j]);
        }
        before = now;
    }
    return before;
}

START_TEST(every_path_fits_at_any_depth)
{
    path_lengths longest = longest_paths(DSI_DEPTH_MAX);
    size_t deepest = behind(&longest, dsi_operation_get.output);

    for (size_t i = 0; i < longest.set.count; i++) {
        ck_assert_msg(longest.lengths[i] < DSI_PATH_MAX, "%s: %zu bytes",
                      longest.set.types[i]->name, longest.lengths[i]);
    }
    ck_assert_uint_gt(deepest, (DSI_DEPTH_MAX - 6) * strlen("/type"));
}
END_TEST

START_TEST(every_path_of_a_violation_fits)
{
    path_lengths longest = longest_paths(DSI_DEPTH_MAX);

    ck_assert_uint_lt(behind(&longest, dsi_operation_start.input),
                      DSI_VIOLATION_PATH_MAX);
    ck_assert_uint_lt(behind(&longest, dsi_operation_get.input),
                      DSI_VIOLATION_PATH_MAX);
}
END_TEST

SUITE(shapes_memory)
{
    Suite *suite = suite_create("shapes in memory");

    add_test(suite, "apart", members_lie_in_their_struct_and_apart);
    add_rows(suite, "places", a_member_lies_where_c_has_it, place_count);
    add_test(suite, "every place", every_member_has_a_place);
    add_test(suite, "paths", every_path_fits_at_any_depth);
    add_test(suite, "paths of violations", every_path_of_a_violation_fits);
    return suite;
}
