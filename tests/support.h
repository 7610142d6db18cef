/*
 * tests/support.h - what the test programs share: Check, and suites that are run by
 * being there.
 *
 * A row of a table names itself: `ck_assert_msg(..., "%s: ...", row->name)`.
 */
#ifndef DSI_TESTS_SUPPORT_H
#define DSI_TESTS_SUPPORT_H

#include <check.h>

#include <dsi/dsi.h>

#include "tests/count.h"

/*
 * As ck_assert_msg, for what is looked at a million times: Check writes to a file at
 * each of its asserts, even while they hold.
 */
#define expect(condition, ...)                                                         \
    do {                                                                               \
        if (!(condition)) {                                                            \
            ck_abort_msg(__VA_ARGS__);                                                 \
        }                                                                              \
    } while (0)

/* Begins the function that makes the suite of test_NAME.c. CMake finds it by the file's
 * name: it is declared nowhere else. */
#define SUITE(name)                                                                    \
    Suite *suite_##name(void);                                                         \
    Suite *suite_##name(void)

/* A test case of its own name for each test function: names are readable in the output.
 */
TCase *add_test(Suite *suite, const char *name, const TTest *test);

/* As add_test, once for each row of a table; the test sees the row number in _i. */
TCase *add_rows(Suite *suite, const char *name, const TTest *test, size_t rows);

/* Tagged "long": CK_EXCLUDE_TAGS=long leaves the case out, where a machine is emulated. */
void set_long(TCase *test_case);

/* Memory of the size of a message's struct, to be freed. */
void *message_memory(const dsi_message *message);

/* Runs the suites that `make` returns, until NULL; the exit status of main. */
int run_suites(Suite *(*const make[])(void));

/* A dsi_string of a literal that may hold NUL. */
#define TEXT(literal) ((dsi_string){.data = (literal), .length = sizeof(literal) - 1})

/* The same for the initializer of a table. */
#define TEXT_ROW(literal)                                                              \
    {                                                                                  \
        .data = (literal), .length = sizeof(literal) - 1                               \
    }

#endif
