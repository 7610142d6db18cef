/* tests/codec/suites.h - the suites of this program, one a file. */
#ifndef DSI_TESTS_CODEC_SUITES_H
#define DSI_TESTS_CODEC_SUITES_H

#include <check.h>

Suite *suite_decode(void);
Suite *suite_answer(void);
Suite *suite_encode(void);
Suite *suite_identity(void);
Suite *suite_usage(void);
Suite *suite_memory(void);
Suite *suite_integer(void);
Suite *suite_hazards(void);
Suite *suite_internal(void);

#endif
