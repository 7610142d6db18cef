/*
 * Questions to a type: its member by name, a tag by its text, whether a value is
 * present, and the integer in a value.
 */
#include "tests/schema/type_set.h"
#include "tests/support.h"

#include "schema/operation.h"
#include "schema/service_error.h"
#include "schema/shared.h"

static void check_find(const dsi_type *type)
{
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

START_TEST(a_member_is_found_by_its_name_alone)
{
    type_set set = type_set_of_all();

    for (size_t i = 0; i < set.count; i++) {
        check_find(set.types[i]);
    }
}
END_TEST

START_TEST(names_have_case)
{
    ck_assert_ptr_null(
        dsi_type_find(dsi_operation_start.input, TEXT("RdsDataApiConfig")));
    ck_assert_ptr_null(
        dsi_type_find(dsi_operation_get.input, TEXT("includeModelsSdl")));
    ck_assert_ptr_ne(dsi_type_find(&dsi_shape_error_body, TEXT("message")),
                     dsi_type_find(&dsi_shape_error_body, TEXT("Message")));
}
END_TEST

typedef struct tag_row {
    const char *name;
    const char *member; /* of dsi_type_start_response or dsi_shape_exception */
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
    {"a text of another enum", "reason", {"FAILED", 6}, DSI_REASON_UNKNOWN},
};

START_TEST(a_tag_stands_for_its_text_alone)
{
    const tag_row *row = &tags[_i];
    const dsi_member *member = dsi_type_find(dsi_operation_start.output,
                                             dsi_str(row->member));

    if (member == NULL) {
        member = dsi_type_find(&dsi_shape_exception, dsi_str(row->member));
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
    {"one text is a prefix of the other", {"abc", 3}, {"ab", 2}, false},
    {"bytes after the end do not count", {"abc", 2}, {"abd", 2}, true},
    {"bytes after NUL count", {"a\0c", 3}, {"a\0d", 3}, false},
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

typedef struct present_row {
    const char *why;
    dsi_kind kind;
    const void *value;
    bool present;
} present_row;

static const dsi_string present_strings[] = {{NULL, 0}, {"", 0}, {"\0", 1}};
static const dsi_enum_value present_enums[] = {{3, {NULL, 0}}, {0, {"", 0}}};
static const dsi_optional_int32 present_int32s[] = {
    {false, 25}, {true, 0}, {true, INT32_MIN}};
static const dsi_optional_int64 present_int64s[] = {
    {false, 255}, {true, 0}, {true, INT64_MIN}};
static const dsi_optional_bool present_booleans[] = {
    {false, false}, {false, true}, {true, false}, {true, true}};
static const dsi_list present_lists[] = {
    {NULL, 0, 0}, {NULL, 0, 3}, {present_lists, 0, 0}, {present_lists, 2, 0}};
static const void *const present_structs[] = {NULL, present_lists};

static const present_row presents[] = {
    {"absent text", DSI_KIND_STRING, &present_strings[0], false},
    {"empty text", DSI_KIND_STRING, &present_strings[1], true},
    {"NUL", DSI_KIND_STRING, &present_strings[2], true},
    {"an enum without text", DSI_KIND_ENUM, &present_enums[0], false},
    {"an enum without tag", DSI_KIND_ENUM, &present_enums[1], true},
    {"an absent integer that has a value", DSI_KIND_INT32, &present_int32s[0], false},
    {"0", DSI_KIND_INT32, &present_int32s[1], true},
    {"the least integer", DSI_KIND_INT32, &present_int32s[2], true},
    {"an absent long that has a value", DSI_KIND_INT64, &present_int64s[0], false},
    {"0, long", DSI_KIND_INT64, &present_int64s[1], true},
    {"the least long", DSI_KIND_INT64, &present_int64s[2], true},
    {"an absent boolean", DSI_KIND_BOOLEAN, &present_booleans[0], false},
    {"an absent boolean that is true", DSI_KIND_BOOLEAN, &present_booleans[1], false},
    {"false", DSI_KIND_BOOLEAN, &present_booleans[2], true},
    {"true", DSI_KIND_BOOLEAN, &present_booleans[3], true},
    {"an absent list", DSI_KIND_LIST, &present_lists[0], false},
    {"an absent list with dropped items", DSI_KIND_LIST, &present_lists[1], false},
    {"an empty list", DSI_KIND_LIST, &present_lists[2], true},
    {"a list", DSI_KIND_LIST, &present_lists[3], true},
    {"no structure", DSI_KIND_STRUCT, &present_structs[0], false},
    {"a structure", DSI_KIND_STRUCT, &present_structs[1], true},
};

START_TEST(what_is_set_is_present)
{
    const present_row *row = &presents[_i];
    const dsi_type type = {.name = "any", .kind = row->kind};

    ck_assert_msg(dsi_type_present(&type, row->value) == row->present, "%s", row->why);
}
END_TEST

typedef struct integer_row {
    dsi_kind kind;
    int64_t integer;
} integer_row;

static const integer_row integers[] = {
    {DSI_KIND_INT32, 0},         {DSI_KIND_INT32, -1},
    {DSI_KIND_INT32, INT32_MIN}, {DSI_KIND_INT32, INT32_MAX},
    {DSI_KIND_INT64, 0},         {DSI_KIND_INT64, -1},
    {DSI_KIND_INT64, INT64_MIN}, {DSI_KIND_INT64, INT64_MAX},
    {DSI_KIND_INT64, INT32_MIN}, {DSI_KIND_INT64, (int64_t)INT32_MAX + 1},
};

/* The bytes after the value must stay as they were. */
typedef union integer_place {
    dsi_optional_int32 int32;
    dsi_optional_int64 int64;
    unsigned char bytes[sizeof(dsi_optional_int64) + 8];
} integer_place;

START_TEST(an_integer_is_kept_whole)
{
    const integer_row *row = &integers[_i];
    const dsi_type type = {.name = "any", .kind = row->kind};
    size_t size = row->kind == DSI_KIND_INT32 ? sizeof(dsi_optional_int32)
                                              : sizeof(dsi_optional_int64);
    integer_place at;

    memset(&at, 0, sizeof at);
    memset(at.bytes + size, '#', sizeof at.bytes - size);
    ck_assert(!dsi_type_present(&type, &at));
    dsi_type_set_integer(&type, &at, row->integer);
    ck_assert(dsi_type_present(&type, &at));
    ck_assert_int_eq(dsi_type_integer(&type, &at), row->integer);
    for (size_t i = size; i < sizeof at.bytes; i++) {
        ck_assert_msg(at.bytes[i] == '#', "byte %zu after it", i - size);
    }
}
END_TEST

/* Lists of lists, as many as there are numbers; the last one is of strings. */
static const dsi_type *chain_of_lists(dsi_type *types, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        types[i] = (dsi_type){.kind = DSI_KIND_LIST,
                              .size = sizeof(dsi_list),
                              .element = i + 1 < count ? &types[i + 1]
                                                       : &dsi_shape_string};
    }
    return types;
}

START_TEST(the_cost_of_a_byte)
{
    static dsi_type types[64];

    ck_assert_uint_eq(dsi_type_cost(&dsi_shape_string), 1);
    ck_assert_uint_eq(dsi_type_cost(chain_of_lists(types, 63)),
                      (2 * sizeof(dsi_list) + 14 + 2) / 3);
    ck_assert_uint_eq(dsi_type_cost(chain_of_lists(types, 64)), SIZE_MAX);
    ck_assert_uint_gt(dsi_type_cost(dsi_operation_get.output),
                      2 * sizeof(dsi_model) / 3);
}
END_TEST

SUITE(type)
{
    Suite *suite = suite_create("types");

    add_test(suite, "find", a_member_is_found_by_its_name_alone);
    add_test(suite, "find, case", names_have_case);
    add_rows(suite, "tag", a_tag_stands_for_its_text_alone, COUNT(tags));
    add_rows(suite, "equal", strings_are_equal_byte_for_byte, COUNT(equals));
    add_rows(suite, "present", what_is_set_is_present, COUNT(presents));
    add_rows(suite, "integer", an_integer_is_kept_whole, COUNT(integers));
    add_test(suite, "the cost of a byte", the_cost_of_a_byte);
    return suite;
}
