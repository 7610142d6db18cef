#include "tests/support.h"
#include "tests/vectors/suites.h"

int main(void)
{
    static Suite *(*const make[])(void) = {suite_vectors, NULL};

    return run_suites(make);
}
