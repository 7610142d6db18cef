/* tests/vectors/suites.h - the suites of this program. */
#ifndef DSI_TESTS_VECTORS_SUITES_H
#define DSI_TESTS_VECTORS_SUITES_H

#include <check.h>

Suite *suite_vectors(void);
Suite *suite_room(void);
Suite *suite_rounds(void);

#endif
