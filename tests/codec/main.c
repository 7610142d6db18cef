#include "tests/codec/suites.h"
#include "tests/support.h"

int main(void)
{
    static Suite *(*const make[])(void) = {
        suite_decode, suite_answer,  suite_encode,  suite_identity, suite_usage,
        suite_memory, suite_integer, suite_hazards, suite_internal, NULL};

    return run_suites(make);
}
