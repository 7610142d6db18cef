/*
 * tests/schema/row_rules.h - what the rows of an operation must be, so that none of them can
 * become a memory fault, or be dropped in silence. The compiler sees the C types alone
 * (schema/rows.h); the rest is refused here, in words that name the row.
 */
#ifndef DSI_TESTS_SCHEMA_ROW_RULES_H
#define DSI_TESTS_SCHEMA_ROW_RULES_H

#include "schema/operation.h"
#include "tests/schema/type_set.h"

/* The first rule that the messages' tables break, in words; NULL: they are legal. */
const char *row_rules_broken(const dsi_message *messages);

/* The same for one shape. */
const char *row_rules_broken_type(const dsi_type *type);

/* The rules by what they are about. False: row_refuse has said why. */
bool row_rules_type(const dsi_type *type);
bool row_rules_operation(const dsi_operation *operation);
bool row_rules_stream(const dsi_operation *operation);
bool row_rules_fields(const dsi_message *message);
bool row_rules_routes(const dsi_message *messages);

/* Keeps the words; returns false. */
bool row_refuse(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
