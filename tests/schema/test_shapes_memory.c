/* The tables against the structs they describe, and how names and texts are found. */
#include "tests/schema/suites.h"

#include "schema/frame.h"
#include "schema/shapes.h"

typedef struct type_row {
    const char *name;
    const dsi_type *type;
    size_t size; /* of the struct that the type stands for */
} type_row;

static const type_row messages[] = {
    {"start request", &dsi_type_start_request, sizeof(dsi_start_request)},
    {"start response", &dsi_type_start_response, sizeof(dsi_start_response)},
    {"exception", &dsi_type_exception, sizeof(dsi_exception)},
    {"error body", &dsi_type_error_body, sizeof(dsi_error_body)},
    {"error report", &dsi_type_error_report, sizeof(dsi_error_report)},
};

/* What a member takes up in its structure. */
static size_t member_footprint(const dsi_type *type)
{
    static const size_t footprints[] = {
        [DSI_KIND_STRING] = sizeof(dsi_string),
        [DSI_KIND_ENUM] = sizeof(dsi_enum_value),
        [DSI_KIND_INT32] = sizeof(dsi_optional_int32),
        [DSI_KIND_STRUCT] = sizeof(const void *),
        [DSI_KIND_LIST] = sizeof(dsi_list),
    };

    return footprints[type->kind];
}

static void check_places(const dsi_type *type)
{
    for (size_t i = 0; i < type->member_count; i++) {
        const dsi_member *one = &type->members[i];
        size_t end = one->offset + member_footprint(one->type);

        ck_assert_msg(end <= type->size, "%s.%s lies outside", type->name, one->name);
        for (size_t j = i + 1; j < type->member_count; j++) {
            const dsi_member *other = &type->members[j];

            ck_assert_msg(end <= other->offset ||
                              other->offset + member_footprint(other->type) <=
                                  one->offset,
                          "%s: %s and %s overlap", type->name, one->name, other->name);
            ck_assert_str_ne(one->name, other->name);
        }
    }
}

/* `depth` stops a type that holds itself: no message of this operation does. */
static void check_type(const dsi_type *type, size_t depth)
{
    ck_assert_msg(depth < 8, "%s: deeper than any message of this operation",
                  type->name);
    check_places(type);
    if (type->kind != DSI_KIND_STRUCT) {
        ck_assert_uint_eq(type->size, member_footprint(type));
    }
    for (size_t i = 0; i < type->member_count; i++) {
        check_type(type->members[i].type, depth + 1);
    }
    if (type->kind == DSI_KIND_LIST) {
        check_type(type->element, depth + 1);
    }
}

START_TEST(members_lie_in_their_struct_and_apart)
{
    ck_assert_uint_eq(messages[_i].type->size, messages[_i].size);
    check_type(messages[_i].type, 0);
}
END_TEST

/* A list's step is written with the most digits that an index can have. */
static void check_paths(const dsi_type *type, dsi_frame *frames, size_t depth)
{
    char path[1024];

    ck_assert_uint_lt(depth, 8);
    frames[depth] = (dsi_frame){.type = type, .index = SIZE_MAX - 1};
    if (type->kind == DSI_KIND_LIST) {
        check_paths(type->element, frames, depth + 1);
    }
    for (size_t i = 0; i < type->member_count; i++) {
        frames[depth].member = &type->members[i];
        dsi_frame_path(frames, sizeof *frames, depth + 1, path, sizeof path);
        ck_assert_msg(strlen(path) < DSI_VIOLATION_PATH_MAX, "%s is too long", path);
        check_paths(type->members[i].type, frames, depth + 1);
    }
}

START_TEST(every_path_of_a_violation_fits)
{
    dsi_frame frames[8];

    check_paths(&dsi_type_start_request, frames, 0);
}
END_TEST

START_TEST(a_member_is_found_by_its_name_alone)
{
    const dsi_type *type = messages[_i].type;

    for (size_t i = 0; i < type->member_count; i++) {
        const dsi_member *member = &type->members[i];
        dsi_string name = dsi_str(member->name);

        ck_assert_ptr_eq(dsi_type_find(type, name), member);
        name.length--;
        ck_assert_msg(dsi_type_find(type, name) == NULL, "%s, cut", member->name);
        name.length += 2; /* with the terminator */
        ck_assert_msg(dsi_type_find(type, name) == NULL, "%s and NUL", member->name);
    }
    ck_assert_ptr_null(dsi_type_find(type, TEXT("")));
    ck_assert_ptr_null(dsi_type_find(type, TEXT("no such member")));
}
END_TEST

START_TEST(names_have_case)
{
    ck_assert_ptr_null(
        dsi_type_find(&dsi_type_start_request, TEXT("RdsDataApiConfig")));
    ck_assert_ptr_ne(dsi_type_find(&dsi_type_error_body, TEXT("message")),
                     dsi_type_find(&dsi_type_error_body, TEXT("Message")));
}
END_TEST

typedef struct tag_row {
    const char *name;
    const char *member; /* of dsi_type_start_response or dsi_type_exception */
    dsi_string text;
    int tag;
} tag_row;

static const tag_row tags[] = {
    {"first status", "introspectionStatus", {"PROCESSING", 10}, DSI_STATUS_PROCESSING},
    {"second status", "introspectionStatus", {"FAILED", 6}, DSI_STATUS_FAILED},
    {"third status", "introspectionStatus", {"SUCCESS", 7}, DSI_STATUS_SUCCESS},
    {"lower case", "introspectionStatus", {"success", 7}, DSI_STATUS_UNKNOWN},
    {"a part", "introspectionStatus", {"SUCCES", 6}, DSI_STATUS_UNKNOWN},
    {"more", "introspectionStatus", {"SUCCESSS", 8}, DSI_STATUS_UNKNOWN},
    {"with NUL", "introspectionStatus", {"SUCCESS", 8}, DSI_STATUS_UNKNOWN},
    {"empty", "introspectionStatus", {"", 0}, DSI_STATUS_UNKNOWN},
    {"absent", "introspectionStatus", {NULL, 0}, DSI_STATUS_UNKNOWN},
    {"newer than dsi", "introspectionStatus", {"CANCELLED", 9}, DSI_STATUS_UNKNOWN},
    {"reason", "reason", {"CODE_ERROR", 10}, DSI_REASON_CODE_ERROR},
    {"a status is no reason", "reason", {"FAILED", 6}, DSI_REASON_UNKNOWN},
};

START_TEST(a_tag_stands_for_its_text_alone)
{
    const tag_row *row = &tags[_i];
    const dsi_member *member = dsi_type_find(&dsi_type_start_response,
                                             dsi_str(row->member));

    if (member == NULL) {
        member = dsi_type_find(&dsi_type_exception, dsi_str(row->member));
    }
    ck_assert_ptr_nonnull(member);
    ck_assert_msg(dsi_type_tag(member->type, row->text) == row->tag, "%s", row->name);
}
END_TEST

typedef struct equal_row {
    const char *why;
    dsi_string left;
    dsi_string right;
    bool equal;
} equal_row;

static const equal_row equals[] = {
    {"the same", {"abc", 3}, {"abc", 3}, true},
    {"another byte", {"abc", 3}, {"abd", 3}, false},
    {"one begins with the other", {"abc", 3}, {"ab", 2}, false},
    {"bytes behind the end do not count", {"abc", 2}, {"abd", 2}, true},
    {"bytes behind NUL do", {"a\0c", 3}, {"a\0d", 3}, false},
    {"empty", {"", 0}, {"x", 0}, true},
    {"absent and absent", {NULL, 0}, {NULL, 0}, true},
    {"absent and empty", {NULL, 0}, {"", 0}, false},
};

START_TEST(strings_are_equal_byte_for_byte)
{
    const equal_row *row = &equals[_i];

    ck_assert_msg(dsi_string_equal(row->left, row->right) == row->equal, "%s",
                  row->why);
    ck_assert_msg(dsi_string_equal(row->right, row->left) == row->equal, "%s, turned",
                  row->why);
}
END_TEST

Suite *shapes_memory_suite(void)
{
    Suite *suite = suite_create("shapes in memory");

    add_rows(suite, "places", members_lie_in_their_struct_and_apart, COUNT(messages));
    add_test(suite, "paths", every_path_of_a_violation_fits);
    add_rows(suite, "find", a_member_is_found_by_its_name_alone, COUNT(messages));
    add_test(suite, "find, case", names_have_case);
    add_rows(suite, "tag", a_tag_stands_for_its_text_alone, COUNT(tags));
    add_rows(suite, "equal", strings_are_equal_byte_for_byte, COUNT(equals));
    return suite;
}
