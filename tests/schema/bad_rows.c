/*
 * tests/schema/bad_rows.c - the legal tables, and functions that each spoil one row of
 * a shape. The list at the end has the words of each refusal.
 */
#include "tests/schema/bad_rows.h"

#include "schema/label.h"

static const dsi_string rows_colors[] = {DSI_STR("RED")};

static void rows_make_values(rows *made)
{
    made->label_rule = (dsi_constraint){
        .minimum = 1, .maximum = 64, .match = dsi_match_label};
    made->limit_rule = (dsi_constraint){.minimum = 0, .maximum = 9};
    made->note_rule = (dsi_constraint){.minimum = 0, .maximum = 64};
    made->label = (dsi_type){.name = "Label",
                             .kind = DSI_KIND_STRING,
                             .size = sizeof(dsi_string),
                             .constraint = &made->label_rule};
    made->limit = (dsi_type){.name = "Limit",
                             .kind = DSI_KIND_INT32,
                             .size = sizeof(dsi_optional_int32),
                             .constraint = &made->limit_rule};
    made->note = (dsi_type){.name = "Note",
                            .kind = DSI_KIND_STRING,
                            .size = sizeof(dsi_string),
                            .constraint = &made->note_rule};
    made->text = (dsi_type){
        .name = "Text", .kind = DSI_KIND_STRING, .size = sizeof(dsi_string)};
    made->flag = (dsi_type){
        .name = "Flag", .kind = DSI_KIND_BOOLEAN, .size = sizeof(dsi_optional_bool)};
    made->color = (dsi_type){.name = "Color",
                             .kind = DSI_KIND_ENUM,
                             .size = sizeof(rows_color_text),
                             .values = rows_colors,
                             .value_count = 1};
}

static void rows_make_item(rows *made)
{
    made->item_rows[ITEM_TEXT] = (dsi_member){
        NAMED("text"), .offset = offsetof(rows_item, text), .type = &made->text};
    made->item_rows[ITEM_COLOR] = (dsi_member){
        NAMED("color"), .offset = offsetof(rows_item, color), .type = &made->color};
    made->item = (dsi_type){.name = "Item",
                            .kind = DSI_KIND_STRUCT,
                            .size = sizeof(rows_item),
                            .members = made->item_rows,
                            .member_count = ITEM_ROWS};
    made->items = (dsi_type){.name = "Items",
                             .kind = DSI_KIND_LIST,
                             .size = sizeof(dsi_list),
                             .element = &made->item};
    for (size_t i = 0; i < 8; i++) {
        made->deep_rows[i] = (dsi_member){NAMED("deeper"),
                                          .offset = offsetof(rows_item, item),
                                          .type = &made->deep[(i + 1) % 8]};
        made->deep[i] = (dsi_type){.name = "Deep",
                                   .kind = DSI_KIND_STRUCT,
                                   .size = sizeof(rows_item),
                                   .members = &made->deep_rows[i],
                                   .member_count = 1};
    }
    made->deep_rows[7].type = &made->text;
    made->deep_rows[7].offset = offsetof(rows_item, text);
}

static void rows_make_messages(rows *made)
{
    made->input_rows[INPUT_LABEL] = (dsi_member){
        NAMED("label"), .offset = offsetof(rows_input, label), .type = &made->label,
        .required = true, .location = DSI_IN_PATH};
    made->input_rows[INPUT_LIMIT] = (dsi_member){
        NAMED("limit"), .offset = offsetof(rows_input, limit), .type = &made->limit,
        .location = DSI_IN_QUERY};
    made->input_rows[INPUT_NOTE] = (dsi_member){
        NAMED("note"), .offset = offsetof(rows_input, note), .type = &made->note};
    made->input_rows[INPUT_ITEM] = (dsi_member){
        NAMED("item"), .offset = offsetof(rows_input, item), .type = &made->item};
    made->input = (dsi_type){.name = "Input",
                             .kind = DSI_KIND_STRUCT,
                             .size = sizeof(rows_input),
                             .members = made->input_rows,
                             .member_count = INPUT_ROWS};
    made->output_rows[OUTPUT_ITEMS] = (dsi_member){
        NAMED("items"), .offset = offsetof(rows_output, items), .type = &made->items};
    made->output = (dsi_type){.name = "Output",
                              .kind = DSI_KIND_STRUCT,
                              .size = sizeof(rows_output),
                              .members = made->output_rows,
                              .member_count = OUTPUT_ROWS};
}

void rows_make(rows *made)
{
    memset(made, 0, sizeof *made);
    rows_make_values(made);
    rows_make_item(made);
    rows_make_messages(made);
    made->errors[0] = (dsi_modelled_error){"BadException", 400};
    made->operation = (dsi_operation){.name = "Operation",
                                      .method = "POST",
                                      .path = "/v1/{label}/items",
                                      .input = &made->input,
                                      .output = &made->output,
                                      .errors = made->errors,
                                      .streamed = &made->items,
                                      .taken_offset = offsetof(rows_answer, taken),
                                      DSI_ANSWER_LAYOUT(rows_answer)};
    made->other = made->operation;
    made->other.name = "Other";
    made->other.method = "PUT";
    made->messages[0] = (dsi_message){"one-request", &made->operation, true};
    made->messages[1] = (dsi_message){"one-response", &made->operation, false};
    made->messages[2] = (dsi_message){"other-request", &made->other, true};
    made->messages[3] = (dsi_message){"other-response", &made->other, false};
}

/* ------------------------------------------------------------------ rows of a shape */

#define SPOIL(name) static void spoil_##name(rows *made)

SPOIL(no_name)
{
    made->input_rows[INPUT_NOTE].name = NULL;
}

SPOIL(no_type)
{
    made->input_rows[INPUT_NOTE].type = NULL;
}

SPOIL(slash_in_name)
{
    made->input_rows[INPUT_NOTE] = (dsi_member){
        NAMED("a/b"), .offset = offsetof(rows_input, note), .type = &made->note};
}

SPOIL(empty_name)
{
    made->input_rows[INPUT_NOTE] = (dsi_member){
        NAMED(""), .offset = offsetof(rows_input, note), .type = &made->note};
}

SPOIL(name_length)
{
    made->input_rows[INPUT_NOTE].name_length = 5;
}

SPOIL(same_name)
{
    made->input_rows[INPUT_ITEM] = (dsi_member){
        NAMED("note"), .offset = offsetof(rows_input, item), .type = &made->item};
}

SPOIL(same_place)
{
    made->input_rows[INPUT_NOTE].offset = offsetof(rows_input, label);
}

SPOIL(overlap)
{
    made->input_rows[INPUT_LABEL].offset = offsetof(rows_input, note) - sizeof(void *);
}

SPOIL(outside)
{
    made->input_rows[INPUT_NOTE].offset = sizeof(rows_input) - sizeof(void *);
}

SPOIL(not_aligned)
{
    made->input_rows[INPUT_NOTE].offset++;
}

SPOIL(no_members)
{
    made->item.member_count = 0;
}

SPOIL(too_many_members)
{
    made->input.member_count = DSI_MEMBERS_MAX + 1;
}

SPOIL(endless)
{
    made->item_rows[ITEM_ROWS] = (dsi_member){NAMED("item"),
                                              .offset = offsetof(rows_item, item),
                                              .type = &made->item, .required = true};
    made->item.member_count++;
}

SPOIL(size_of_a_value)
{
    made->limit.size = sizeof(dsi_optional_bool);
}

SPOIL(list_of_nothing)
{
    made->items.element = NULL;
}

SPOIL(enum_of_nothing)
{
    made->color.value_count = 0;
}

SPOIL(enum_of_too_much)
{
    made->color.value_count = DSI_TAG_MAX;
}

SPOIL(enum_with_a_hole)
{
    static const dsi_string values[] = {{.data = NULL}, DSI_STR("RED")};

    made->color.values = values;
    made->color.value_count = 2;
}

SPOIL(constraint_of_a_boolean)
{
    made->flag.constraint = &made->limit_rule;
    made->input_rows[INPUT_LIMIT].type = &made->flag;
}

SPOIL(bounds_the_wrong_way)
{
    made->limit_rule.minimum = 10;
}

SPOIL(bounds_over_int32)
{
    made->limit_rule.maximum = (size_t)INT32_MAX + 1;
}

SPOIL(minimum_over_int32)
{
    made->limit_rule = (dsi_constraint){.minimum = INT32_MAX, .maximum = SIZE_MAX};
}

SPOIL(number_with_a_matcher)
{
    made->limit_rule.match = dsi_match_label;
}

SPOIL(number_with_a_documented_maximum)
{
    made->limit_rule.documented_maximum = 5;
}

SPOIL(ascii_without_a_matcher)
{
    made->note_rule.ascii = true;
}

SPOIL(pattern_without_a_matcher)
{
    made->note_rule.pattern = "^a$";
}

SPOIL(code_without_a_matcher)
{
    made->note_rule.mismatch = DSI_E_DOT_SEGMENT;
}

SPOIL(long_pattern)
{
    static char pattern[DSI_VIOLATION_TEXT_MAX];

    memset(pattern, 'a', sizeof pattern - 1);
    made->label_rule.pattern = pattern;
}

SPOIL(place_in_an_item)
{
    made->item_rows[ITEM_TEXT].location = DSI_IN_QUERY;
}

SPOIL(place_in_an_output)
{
    made->output_rows[OUTPUT_ITEMS].location = DSI_IN_PATH;
}

static char long_name[DSI_PATH_MAX + 1];

SPOIL(long_path)
{
    memset(long_name, 'n', DSI_PATH_MAX);
    made->output_rows[OUTPUT_ITEMS].name = long_name;
    made->output_rows[OUTPUT_ITEMS].name_length = DSI_PATH_MAX;
}

SPOIL(long_violation_path)
{
    memset(long_name, 0, sizeof long_name);
    memset(long_name, 'n', DSI_VIOLATION_PATH_MAX);
    made->input_rows[INPUT_NOTE].name = long_name;
    made->input_rows[INPUT_NOTE].name_length = DSI_VIOLATION_PATH_MAX;
}

SPOIL(levels)
{
    made->item.levels = DSI_FEW_LEVELS + 1;
}

const bad_row bad_shapes[] = {
    {"Input: a row has no name or no type", spoil_no_name},
    {"Input: a row has no name or no type", spoil_no_type},
    {"Input.a/b: this is no name", spoil_slash_in_name},
    {"Input.: this is no name", spoil_empty_name},
    {"Input.note: its name has another length", spoil_name_length},
    {"Input.note: there are two", spoil_same_name},
    {"Input: label and note overlap", spoil_same_place},
    {"Input: label and limit overlap", spoil_overlap},
    {"Input.note: it lies outside of its structure", spoil_outside},
    {"Input.note: it is not aligned", spoil_not_aligned},
    {"Item: it has 0 members", spoil_no_members},
    {"Input: it has 65 members", spoil_too_many_members},
    {"Item: it requires itself", spoil_endless},
    {"Item: its levels are 1", spoil_levels},
    {"Limit: its size is not that of its kind", spoil_size_of_a_value},
    {"Items: a list of nothing", spoil_list_of_nothing},
    {"Color: it has 0 values", spoil_enum_of_nothing},
    {"Color: it has 127 values", spoil_enum_of_too_much},
    {"Color: no text has the tag 1", spoil_enum_with_a_hole},
    {"Flag: no such kind has a constraint", spoil_constraint_of_a_boolean},
    {"Limit: its minimum is greater than its maximum", spoil_bounds_the_wrong_way},
    {"Limit: its bounds are not of its kind", spoil_bounds_over_int32},
    {"Limit: its bounds are not of its kind", spoil_minimum_over_int32},
    {"Limit: a rule for texts", spoil_number_with_a_matcher},
    {"Limit: a rule for texts", spoil_number_with_a_documented_maximum},
    {"Note: a rule without a matcher", spoil_ascii_without_a_matcher},
    {"Note: a rule without a matcher", spoil_pattern_without_a_matcher},
    {"Note: a rule without a matcher", spoil_code_without_a_matcher},
    {"Label: its pattern is longer than the words of a violation", spoil_long_pattern},
    {"Item.text: only an operation's input has a path and a query",
     spoil_place_in_an_item},
    {"Output.items: only an operation's input has a path and a query",
     spoil_place_in_an_output},
    {"Output: a path is longer than DSI_PATH_MAX", spoil_long_path},
    {"Input: a path is longer than DSI_VIOLATION_PATH_MAX", spoil_long_violation_path},
};
const size_t bad_shape_count = sizeof bad_shapes / sizeof *bad_shapes;
