#include "tests/schema/suites.h"

int main(void)
{
    static Suite *(*const suites[])(void) = {shapes_suite,
                                             shapes_memory_suite,
                                             rows_suite,
                                             text_suite,
                                             type_text_suite,
                                             violations_max_suite,
                                             type_suite,
                                             arn_verdict_suite,
                                             arn_split_suite,
                                             arn_fault_suite,
                                             arn_byte_suite,
                                             arn_any_suite,
                                             arn_oracle_suite,
                                             utf8_suite,
                                             span_suite,
                                             validate_bounds_suite,
                                             validate_level_suite,
                                             validate_report_suite,
                                             validate_wording_suite,
                                             validate_get_suite,
                                             token_suite,
                                             error_suite,
                                             fault_suite,
                                             path_suite,
                                             walk_suite,
                                             walk_stream_suite,
                                             operation_suite,
                                             error_type_suite,
                                             error_name_suite,
                                             poll_suite,
                                             poll_budget_suite,
                                             poll_memory_suite,
                                             poll_random_suite,
                                             NULL};

    return run_suites(suites);
}
