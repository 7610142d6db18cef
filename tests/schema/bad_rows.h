/*
 * tests/schema/bad_rows.h - tables of a legal operation, and the ways to spoil one row
 * of them. They show that the rules of row_rules.h refuse each bad row.
 */
#ifndef DSI_TESTS_SCHEMA_BAD_ROWS_H
#define DSI_TESTS_SCHEMA_BAD_ROWS_H

#include "schema/operation.h"

typedef enum rows_color { ROWS_COLOR_UNKNOWN, ROWS_RED } rows_color;

typedef struct rows_color_text {
    rows_color value;
    dsi_string text;
} rows_color_text;

typedef struct rows_list {
    const void *items;
    size_t count;
    size_t dropped;
} rows_list;

typedef struct rows_item {
    dsi_string text;
    rows_color_text color;
    const struct rows_item *item; /* for rows that make a cycle, or a deeper level */
} rows_item;

typedef struct rows_input {
    dsi_string label;
    dsi_optional_int32 limit;
    dsi_string note;
    const rows_item *item;
    dsi_string more[DSI_MEMBERS_MAX];
} rows_input;

typedef struct rows_output {
    rows_list items;
    rows_list more;
    const rows_item *item;
} rows_output;

typedef struct rows_answer {
    dsi_answer_kind kind;
    int status;
    dsi_string request_id;
    rows_output output;
    dsi_service_error error;
    size_t taken;
} rows_answer;

/* The indices of the rows in a request, an item and an output. */
enum { INPUT_LABEL, INPUT_LIMIT, INPUT_NOTE, INPUT_ITEM, INPUT_ROWS };
enum { ITEM_TEXT, ITEM_COLOR, ITEM_ROWS };
enum { OUTPUT_ITEMS, OUTPUT_ROWS };

/* Everything that the tables of a message consist of. It can be changed. */
typedef struct rows {
    dsi_constraint label_rule;
    dsi_constraint limit_rule;
    dsi_constraint note_rule;
    dsi_type label;
    dsi_type limit;
    dsi_type note;
    dsi_type text;
    dsi_type color;
    dsi_type flag;
    dsi_type items;
    dsi_type item;
    dsi_type deep[8]; /* each in the one before; no row leads to the first */
    dsi_type input;
    dsi_type output;
    dsi_member input_rows[DSI_MEMBERS_MAX + 1];
    dsi_member item_rows[ITEM_ROWS + 1];
    dsi_member deep_rows[8];
    dsi_member output_rows[OUTPUT_ROWS + 2];
    dsi_modelled_error errors[2];
    dsi_operation operation;
    dsi_operation other;
    dsi_message messages[5];
} rows;

/* Within the braces of a row. */
#define NAMED(wire) .name = (wire), .name_length = sizeof(wire) - 1

/* Makes legal tables, whose pointers lead into `made`. */
void rows_make(rows *made);

/* One way to spoil the tables, and the words by which the rules refuse the result. */
typedef struct bad_row {
    const char *words;
    void (*spoil)(rows *spoiled);
} bad_row;

extern const bad_row bad_shapes[]; /* rows of shapes */
extern const size_t bad_shape_count;
extern const bad_row bad_operations[];
extern const size_t bad_operation_count;

#endif
