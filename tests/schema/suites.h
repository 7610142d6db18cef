/* tests/schema/suites.h - the suites of the room schema, one a file. */
#ifndef DSI_TESTS_SCHEMA_SUITES_H
#define DSI_TESTS_SCHEMA_SUITES_H

#include "tests/support.h"

Suite *shapes_suite(void);
Suite *shapes_memory_suite(void);
Suite *rows_suite(void);
Suite *text_suite(void);
Suite *type_text_suite(void);
Suite *violations_max_suite(void);
Suite *type_suite(void);
Suite *arn_verdict_suite(void);
Suite *arn_split_suite(void);
Suite *arn_fault_suite(void);
Suite *arn_byte_suite(void);
Suite *arn_any_suite(void);
Suite *arn_oracle_suite(void);
Suite *utf8_suite(void);
Suite *span_suite(void);
Suite *validate_bounds_suite(void);
Suite *validate_level_suite(void);
Suite *validate_report_suite(void);
Suite *validate_wording_suite(void);
Suite *validate_get_suite(void);
Suite *token_suite(void);
Suite *error_suite(void);
Suite *fault_suite(void);
Suite *path_suite(void);
Suite *walk_suite(void);
Suite *walk_stream_suite(void);
Suite *operation_suite(void);
Suite *error_type_suite(void);
Suite *error_name_suite(void);
Suite *poll_suite(void);
Suite *poll_budget_suite(void);
Suite *poll_memory_suite(void);
Suite *poll_random_suite(void);

#endif
