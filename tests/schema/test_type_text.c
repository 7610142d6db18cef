/* The type of a field in GraphQL's syntax. */
#include "tests/schema/sample.h"
#include "tests/support.h"

#include "schema/type.h"

#define KIND(literal) .kind = DSI_STR(literal)
#define NAME(literal) .name = DSI_STR(literal)

static const dsi_model_field_type string = {KIND("Scalar"), NAME("String")};
static const dsi_model_field_type string_set = {KIND("NonNull"), .type = &string};
static const dsi_model_field_type strings = {KIND("List"), .type = &string_set};
static const dsi_model_field_type strings_set = {KIND("NonNull"), .type = &strings};
static const dsi_model_field_type string_lists = {KIND("List"), .type = &strings};
static const dsi_model_field_type color = {KIND("Enum"), NAME("Color")};
static const dsi_model_field_type no_kind = {NAME("Date")};
static const dsi_model_field_type no_name = {KIND("Scalar")};
static const dsi_model_field_type nothing = {.type = NULL};
static const dsi_model_field_type empty_name = {KIND("Scalar"), NAME("")};
static const dsi_model_field_type bare_list = {KIND("List")};
static const dsi_model_field_type bare_non_null = {KIND("NonNull"), .type = &bare_list};
static const dsi_model_field_type named_list = {KIND("List"), NAME("L"), &string};
static const dsi_model_field_type unknown = {KIND("Maybe"), .type = &string_set};
static const dsi_model_field_type unknown_in = {KIND("List"), .type = &unknown};
static const dsi_model_field_type named_unknown = {KIND("Maybe"), NAME("M"), &string};
static const dsi_model_field_type lower_case = {KIND("list"), .type = &string};
static const dsi_model_field_type nul = {KIND("Scalar"), NAME("a\0b")};

typedef struct text_row {
    const char *name;
    const dsi_model_field_type *type;
    const char *text;
} text_row;

static const text_row rows[] = {
    {"a scalar", &string, "String"},
    {"not null", &string_set, "String!"},
    {"a list", &strings, "[String!]"},
    {"a list that is not null", &strings_set, "[String!]!"},
    {"a list of lists", &string_lists, "[[String!]]"},
    {"an enum", &color, "Color"},
    {"the kind is absent", &no_kind, "Date"},
    {"the name is absent", &no_name, "?"},
    {"every member is absent", &nothing, "?"},
    {"there is no type", NULL, "?"},
    {"an empty name is a name", &empty_name, ""},
    {"a list whose item type is absent", &bare_list, "[?]"},
    {"the same, not null", &bare_non_null, "[?]!"},
    {"a wrapper's own name is ignored", &named_list, "[String]"},
    {"a wrapper of an unknown kind", &unknown, "String!"},
    {"a list of an unknown wrapper", &unknown_in, "[String!]"},
    {"an unknown kind with a name", &named_unknown, "M"},
    {"kinds have case", &lower_case, "String"},
};

static size_t render_type(const void *subject, char *buffer, size_t capacity)
{
    return dsi_model_field_type_encode(subject, buffer, capacity);
}

START_TEST(a_type_has_a_text)
{
    check_rendering(render_type, rows[_i].type, rows[_i].text);
}
END_TEST

START_TEST(a_name_is_copied_as_it_came)
{
    char text[8];

    ck_assert_uint_eq(dsi_model_field_type_encode(&nul, text, sizeof text), 3);
    ck_assert_mem_eq(text, "a\0b", 4);
}
END_TEST

/* DSI_DEPTH_MAX wrappers are one too many, because the type itself takes a level. */
START_TEST(a_deep_type_ends)
{
    static dsi_model_field_type types[DSI_DEPTH_MAX + 1];
    char text[2 * DSI_DEPTH_MAX + 8];

    for (size_t i = 0; i < DSI_DEPTH_MAX; i++) {
        types[i] = (dsi_model_field_type){KIND("List"), .type = &types[i + 1]};
    }
    types[DSI_DEPTH_MAX] = string;
    ck_assert_uint_eq(dsi_model_field_type_encode(&types[1], text, sizeof text),
                      (size_t)2 * (DSI_DEPTH_MAX - 1) + strlen("String"));
    ck_assert_ptr_nonnull(strstr(text, "[[String]]"));
    ck_assert_uint_eq(dsi_model_field_type_encode(types, text, sizeof text),
                      (size_t)2 * DSI_DEPTH_MAX + 1);
    ck_assert_ptr_nonnull(strstr(text, "[[?]]"));
}
END_TEST

START_TEST(an_endless_type_ends)
{
    dsi_model_field_type self = {KIND("NonNull")};
    char text[DSI_DEPTH_MAX + 8];

    self.type = &self;
    ck_assert_uint_eq(dsi_model_field_type_encode(&self, text, sizeof text),
                      DSI_DEPTH_MAX + 1);
    self.kind = dsi_str(NULL);
    ck_assert_uint_eq(dsi_model_field_type_encode(&self, text, sizeof text), 1);
    ck_assert_str_eq(text, "?");
}
END_TEST

SUITE(type_text)
{
    Suite *suite = suite_create("type text");

    add_rows(suite, "text", a_type_has_a_text, COUNT(rows));
    add_test(suite, "name", a_name_is_copied_as_it_came);
    add_test(suite, "deep", a_deep_type_ends);
    add_test(suite, "endless", an_endless_type_ends);
    return suite;
}
