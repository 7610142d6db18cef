/* tests/support.c - makes and runs suites of Check. */
#include "tests/support.h"

#include <stdlib.h>

TCase *add_test(Suite *suite, const char *name, const TTest *test)
{
    TCase *test_case = tcase_create(name);

    tcase_set_timeout(test_case, 300);
    tcase_add_test(test_case, test);
    suite_add_tcase(suite, test_case);
    return test_case;
}

TCase *add_rows(Suite *suite, const char *name, const TTest *test, size_t rows)
{
    TCase *test_case = tcase_create(name);

    tcase_set_timeout(test_case, 300);
    tcase_add_loop_test(test_case, test, 0, (int)rows);
    suite_add_tcase(suite, test_case);
    return test_case;
}

void set_long(TCase *test_case)
{
    tcase_set_tags(test_case, "long");
}

int run_suites(Suite *(*const make[])(void))
{
    SRunner *runner = srunner_create(NULL);
    int failed;

    for (size_t i = 0; make[i] != NULL; i++) {
        srunner_add_suite(runner, make[i]());
    }
    srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

void *message_memory(const dsi_message *message)
{
    void *memory = malloc(dsi_message_size(message));

    ck_assert_ptr_nonnull(memory);
    return memory;
}
