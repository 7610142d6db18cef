/* The tables against the structs they describe: where a member lies, and how long the
 * paths to it become. */
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

    for (size_t i = 0; dsi_messages[i].name != NULL; i++) {
        ck_assert_msg(behind(&longest, dsi_messages[i].operation->input) <
                          DSI_VIOLATION_PATH_MAX,
                      "%s", dsi_messages[i].name);
    }
}
END_TEST

SUITE(shapes_memory)
{
    Suite *suite = suite_create("shapes in memory");

    add_test(suite, "apart", members_lie_in_their_struct_and_apart);
    add_test(suite, "paths", every_path_fits_at_any_depth);
    add_test(suite, "paths of violations", every_path_of_a_violation_fits);
    return suite;
}
