#include "tests/tool/suites.h"

int main(void)
{
    static Suite *(*const suites[])(void) = {program_suite,
                                             usage_suite,
                                             usage_get_suite,
                                             encode_suite,
                                             decode_suite,
                                             refusal_suite,
                                             encode_get_request_suite,
                                             decode_get_request_suite,
                                             get_response_suite,
                                             stream_suite,
                                             http_suite,
                                             http_head_suite,
                                             limits_suite,
                                             validate_suite,
                                             validate_get_suite,
                                             arn_suite,
                                             files_suite,
                                             generate_suite,
                                             fields_suite,
                                             NULL};

    return run_suites(suites);
}
