#include <stdio.h>

#include "tests/support.h"
#include "tests/work/suites.h"

int main(void)
{
    static Suite *(*const make[])(void) = {suite_decode, suite_check, suite_encode,
                                           NULL};

    printf("%-52s %6s %6s %6s %6s\n", "for each byte:", "steps", "bytes", "calls",
           "given");
    return run_suites(make);
}
