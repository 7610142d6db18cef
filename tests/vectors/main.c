#include "tests/support.h"
#include "tests/vectors/suites.h"

int main(void)
{
    static Suite *(*const make[])(void) = {suite_vectors, suite_room, suite_rounds,
                                           NULL};

    return run_suites(make);
}
