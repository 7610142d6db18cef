#include "tests/tool/suites.h"

int main(void)
{
    static Suite *(*const suites[])(void) = {
        program_suite,  usage_suite, encode_suite, decode_suite, refusal_suite,
        validate_suite, arn_suite,   files_suite,  NULL};

    return run_suites(suites);
}
