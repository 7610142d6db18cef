/*
 * tests/support.h - the base of all test programs: Check, suites that register
 * themselves, and texts for tables.
 *
 * A failure must name its row of a table: `ck_assert_msg(..., "%s: ...", row->name)`.
 */
#ifndef DSI_TESTS_SUPPORT_H
#define DSI_TESTS_SUPPORT_H

#include <check.h>

#include <dsi/dsi.h>

#include "tests/count.h"

/*
 * Does the same as ck_assert_msg, fast enough for a million calls. Check writes to a
 * file at each of its own asserts, even if the assert holds.
 */
#define expect(condition, ...)                                                         \
    do {                                                                               \
        if (!(condition)) {                                                            \
            ck_abort_msg(__VA_ARGS__);                                                 \
        }                                                                              \
    } while (0)

/*
 * Begins the function that makes the suite of test_NAME.c. CMake derives the function's
 * name from the file's, and declares it in the program's main.
 */
#define SUITE(name)                                                                    \
    Suite *suite_##name(void);                                                         \
    Suite *suite_##name(void)

/* Adds a test case for one function, so that Check's output shows the name. */
TCase *add_test(Suite *suite, const char *name, const TTest *test);

/*
 * Does the same, and runs the test for each row of a table. The test gets the row's
 * number in _i.
 */
TCase *add_rows(Suite *suite, const char *name, const TTest *test, size_t rows);

/*
 * Tags a test case "long". CK_EXCLUDE_TAGS=long skips it, for example on an emulated
 * machine.
 */
void set_long(TCase *test_case);

/* Allocates memory for a message's struct. The caller frees it. */
void *message_memory(const dsi_message *message);

/*
 * Runs the suites of the functions in `make`, which ends with NULL. Returns the exit
 * status for main.
 */
int run_suites(Suite *(*const make[])(void));

/* Makes a dsi_string of a literal, which may contain NUL. */
#define TEXT(literal) ((dsi_string){.data = (literal), .length = sizeof(literal) - 1})

/* Does the same in the initializer of a table. */
#define TEXT_ROW(literal)                                                              \
    {                                                                                  \
        .data = (literal), .length = sizeof(literal) - 1                               \
    }

#endif
