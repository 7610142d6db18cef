/*
 * tests/schema/bad_operations.c - illegal operations. Each function spoils one row of
 * the legal tables of bad_rows.c, and the list at the end has the words of the refusal.
 */
#include "tests/schema/bad_rows.h"

#define SPOIL(name) static void spoil_##name(rows *made)

/* ------------------------------------------------------------------ the path's rows */

SPOIL(label_of_nothing)
{
    made->operation.path = "/v1/{lable}/items";
}

SPOIL(label_of_the_query)
{
    made->operation.path = "/v1/{label}/{limit}";
}

SPOIL(label_twice)
{
    made->operation.path = "/v1/{label}/{label}";
}

SPOIL(member_without_a_label)
{
    made->operation.path = "/v1/items";
}

SPOIL(label_without_an_end)
{
    made->operation.path = "/v1/{label";
}

SPOIL(label_in_a_segment)
{
    made->operation.path = "/v1/{label}.json";
}

SPOIL(greedy_label)
{
    made->operation.path = "/v1/{label+}";
}

SPOIL(empty_segment)
{
    made->operation.path = "/v1//{label}";
}

SPOIL(slash_at_the_end)
{
    made->operation.path = "/v1/{label}/";
}

SPOIL(no_slash)
{
    made->operation.path = "v1/{label}";
}

SPOIL(no_path)
{
    made->operation.path = "";
}

SPOIL(query_in_the_path)
{
    made->operation.path = "/v1/{label}/items?all";
}

SPOIL(label_not_required)
{
    made->input_rows[INPUT_LABEL].required = false;
}

SPOIL(label_without_a_rule)
{
    made->input_rows[INPUT_LABEL].type = &made->text;
}

SPOIL(label_without_a_matcher)
{
    made->label_rule.match = NULL;
}

SPOIL(label_that_may_be_empty)
{
    made->label_rule.minimum = 0;
}

SPOIL(enum_in_the_path)
{
    made->input_rows[INPUT_LABEL].type = &made->color;
    made->input_rows[INPUT_LABEL].offset = offsetof(rows_input, more);
}

SPOIL(list_in_the_path)
{
    made->input_rows[INPUT_LABEL].type = &made->items;
    made->input_rows[INPUT_LABEL].offset = offsetof(rows_input, more);
}

SPOIL(structure_in_the_query)
{
    made->input_rows[INPUT_ITEM].location = DSI_IN_QUERY;
}

/* ---------------------------------------------------------------- method and answer */

SPOIL(get_with_a_body)
{
    made->operation.method = "GET";
}

SPOIL(delete_with_a_body)
{
    made->operation.method = "DELETE";
}

SPOIL(no_such_method)
{
    made->operation.method = "post";
}

SPOIL(output_in_the_face)
{
    made->operation.answer.output = sizeof(void *);
}

SPOIL(output_too_large)
{
    made->output.size += sizeof(void *);
}

SPOIL(error_outside)
{
    made->operation.answer.size = sizeof(dsi_answer);
}

SPOIL(status_of_an_output)
{
    made->errors[0].status = 200;
}

SPOIL(status_over_599)
{
    made->errors[0].status = 600;
}

/* ---------------------------------------------------------------- the streamed list */

SPOIL(stream_of_texts)
{
    made->items.element = &made->text;
}

SPOIL(stream_of_a_structure)
{
    made->operation.streamed = &made->item;
}

SPOIL(stream_reached_twice)
{
    made->output_rows[OUTPUT_ROWS] = (dsi_member){
        NAMED("more"), .offset = offsetof(rows_output, more), .type = &made->items};
    made->output.member_count++;
}

SPOIL(stream_in_its_items)
{
    made->item_rows[ITEM_ROWS] = (dsi_member){
        NAMED("items"), .offset = offsetof(rows_item, item), .type = &made->items};
    made->item.size += sizeof(dsi_list);
    made->item.member_count++;
}

SPOIL(stream_not_reached)
{
    made->output_rows[OUTPUT_ITEMS].type = &made->text;
}

SPOIL(stream_of_an_item)
{
    static dsi_type lists;

    lists = (dsi_type){.name = "Lists",
                       .kind = DSI_KIND_LIST,
                       .size = sizeof(dsi_list),
                       .element = &made->items};
    made->output_rows[OUTPUT_ITEMS].type = &lists;
}

SPOIL(output_in_itself)
{
    made->output_rows[OUTPUT_ROWS] = (dsi_member){
        NAMED("again"), .offset = offsetof(rows_output, item), .type = &made->output};
    made->output.member_count++;
}

SPOIL(nothing_streamed_but_counted)
{
    made->operation.streamed = NULL;
}

SPOIL(count_in_the_error)
{
    made->operation.taken_offset = made->operation.answer.error;
}

SPOIL(count_outside)
{
    made->operation.taken_offset = sizeof(rows_answer);
}

/* ---------------------------------------------------------------- fields and routes */

SPOIL(too_deep)
{
    made->input_rows[INPUT_ITEM].type = &made->deep[0];
}

SPOIL(too_much_to_set)
{
    made->item.size = DSI_FIELD_ROOM;
}

static char long_text[DSI_FIELD_OPTION_MAX + 1];

SPOIL(long_option)
{
    memset(long_text, 'o', DSI_FIELD_OPTION_MAX);
    made->input_rows[INPUT_NOTE].option = long_text;
}

SPOIL(long_name)
{
    memset(long_text, 'N', DSI_FIELD_OPTION_MAX / 2);
    long_text[DSI_FIELD_OPTION_MAX / 2] = '\0';
    made->input_rows[INPUT_NOTE].name = long_text;
    made->input_rows[INPUT_NOTE].name_length = DSI_FIELD_OPTION_MAX / 2;
}

SPOIL(long_way)
{
    memset(long_text, 'n', DSI_FIELD_OPTION_MAX - 1);
    long_text[DSI_FIELD_OPTION_MAX - 1] = '\0';
    made->output_rows[OUTPUT_ITEMS] = (dsi_member){
        .name = long_text,
        .name_length = DSI_FIELD_OPTION_MAX - 1,
        .offset = offsetof(rows_output, more),
        .type = &made->text};
    made->operation.streamed = NULL;
    made->operation.taken_offset = 0;
}

SPOIL(one_option)
{
    made->input_rows[INPUT_NOTE].option = "text";
}

SPOIL(option_with_an_equals_sign)
{
    made->input_rows[INPUT_NOTE].option = "note=";
}

SPOIL(option_with_dashes)
{
    made->input_rows[INPUT_NOTE].option = "--note";
}

SPOIL(one_route)
{
    made->other.method = made->operation.method;
}

SPOIL(one_route_by_a_label)
{
    made->other = made->operation;
    made->other.path = "/v1/{label}/{item}";
    made->operation.path = "/{label}/x/items";
    made->other.path = "/v1/{label}/items";
}

SPOIL(one_name)
{
    made->messages[2].name = made->messages[0].name;
}

const bad_row bad_operations[] = {
    {"Operation: the label {lable} names no member of the path",
     spoil_label_of_nothing},
    {"Operation: the label {limit} names no member of the path",
     spoil_label_of_the_query},
    {"Operation.label: 2 labels name it", spoil_label_twice},
    {"Operation.label: 0 labels name it", spoil_member_without_a_label},
    {"Operation: '{label' is no segment of a path", spoil_label_without_an_end},
    {"Operation: '{label}.json' is no segment of a path", spoil_label_in_a_segment},
    {"Operation: the label {label+} names no member of the path", spoil_greedy_label},
    {"Operation: '' is no segment of a path", spoil_empty_segment},
    {"Operation: '' is no segment of a path", spoil_slash_at_the_end},
    {"Operation: its path begins with no slash", spoil_no_slash},
    {"Operation: its path begins with no slash", spoil_no_path},
    {"Operation: 'items?all' is no segment of a path", spoil_query_in_the_path},
    {"Operation.label: a label is required", spoil_label_not_required},
    {"Operation.label: empty, '.' and '..' must break its constraint",
     spoil_label_without_a_rule},
    {"Operation.label: empty, '.' and '..' must break its constraint",
     spoil_label_without_a_matcher},
    {"Operation.label: empty, '.' and '..' must break its constraint",
     spoil_label_that_may_be_empty},
    {"Operation.label: empty, '.' and '..' must break its constraint",
     spoil_enum_in_the_path},
    {"Operation.label: no target carries its kind", spoil_list_in_the_path},
    {"Operation.item: no target carries its kind", spoil_structure_in_the_query},
    {"Operation: GET with a body", spoil_get_with_a_body},
    {"Operation: DELETE with a body", spoil_delete_with_a_body},
    {"Operation: 'post' is no method", spoil_no_such_method},
    {"Operation: its answer has another layout", spoil_output_in_the_face},
    {"Operation: its answer has another layout", spoil_output_too_large},
    {"Operation: its answer has another layout", spoil_error_outside},
    {"Operation: BadException has the status 200", spoil_status_of_an_output},
    {"Operation: BadException has the status 600", spoil_status_over_599},
    {"Operation: it streams no list of structures", spoil_stream_of_texts},
    {"Operation: it streams no list of structures", spoil_stream_of_a_structure},
    {"Operation: its streamed list is not reached once", spoil_stream_reached_twice},
    {"Operation: its streamed list is not reached once", spoil_stream_in_its_items},
    {"Operation: its streamed list is not reached once", spoil_stream_not_reached},
    {"Operation: its streamed list is not reached once", spoil_stream_of_an_item},
    {"Operation: its streamed list is not reached once", spoil_output_in_itself},
    {"Operation: it counts items that are not streamed",
     spoil_nothing_streamed_but_counted},
    {"Operation: the count of items taken lies elsewhere", spoil_count_in_the_error},
    {"Operation: the count of items taken lies elsewhere", spoil_count_outside},
    {"one-request: Deep.deeper lies deeper than fields do", spoil_too_deep},
    {"one-request: to set text takes more than DSI_FIELD_ROOM", spoil_too_much_to_set},
    {"one-request: the option of note is longer than DSI_FIELD_OPTION_MAX",
     spoil_long_option},
    {"one-request: the option of NNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNN is longer than "
     "DSI_FIELD_OPTION_MAX",
     spoil_long_name},
    {"one-response: the path to "
     "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"
     "nnnnnnn is longer than DSI_VIOLATION_PATH_MAX",
     spoil_long_way},
    {"one-request: /note and /item/text have one option, text", spoil_one_option},
    {"one-request: 'note=' is no option", spoil_option_with_an_equals_sign},
    {"one-request: '--note' is no option", spoil_option_with_dashes},
    {"one-request and other-request have one route", spoil_one_route},
    {"one-request and other-request have one route", spoil_one_route_by_a_label},
    {"one-request: there are two", spoil_one_name},
};
const size_t bad_operation_count = sizeof bad_operations / sizeof *bad_operations;
