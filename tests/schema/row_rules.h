/*
 * tests/schema/row_rules.h - the rules for the rows of an operation. A row that breaks
 * one could corrupt memory, or be ignored silently. The compiler checks only the C
 * types (schema/rows.h). These rules refuse everything else, in words that name the
 * row.
 */
#ifndef DSI_TESTS_SCHEMA_ROW_RULES_H
#define DSI_TESTS_SCHEMA_ROW_RULES_H

#include "schema/operation.h"
#include "tests/schema/type_set.h"

/*
 * The first rule that the tables of the messages break, in words. NULL if none is
 * broken.
 */
const char *row_rules_broken(const dsi_message *messages);

/* The same for one shape. */
const char *row_rules_broken_type(const dsi_type *type);

/* The rules by topic. If one returns false, row_refuse has kept the reason. */
bool row_rules_type(const dsi_type *type);
bool row_rules_operation(const dsi_operation *operation);
bool row_rules_stream(const dsi_operation *operation);
bool row_rules_fields(const dsi_message *message);
bool row_rules_routes(const dsi_message *messages);

/* Keeps the reason, and returns false. */
bool row_refuse(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
