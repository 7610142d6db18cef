/* tests/work/suites.h - the suites of this program, one a file. */
#ifndef DSI_TESTS_WORK_SUITES_H
#define DSI_TESTS_WORK_SUITES_H

#include <check.h>

Suite *suite_decode(void);
Suite *suite_check(void);
Suite *suite_encode(void);

#endif
