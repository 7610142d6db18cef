/* tests/codec/suites.h - the suites of this program, one a file. */
#ifndef DSI_TESTS_CODEC_SUITES_H
#define DSI_TESTS_CODEC_SUITES_H

#include <check.h>

Suite *suite_decode(void);
Suite *suite_walks(void);
Suite *suite_walks_limits(void);
Suite *suite_answer(void);
Suite *suite_answer_server(void);
Suite *suite_encode(void);
Suite *suite_identity(void);
Suite *suite_usage(void);
Suite *suite_memory(void);
Suite *suite_numbers(void);
Suite *suite_integer(void);
Suite *suite_grammar(void);
Suite *suite_grammar_bytes(void);
Suite *suite_guard(void);
Suite *suite_hazards(void);
Suite *suite_internal(void);
Suite *suite_target(void);
Suite *suite_target_parse(void);
Suite *suite_target_hostile(void);
Suite *suite_get_shape(void);
Suite *suite_get_answer(void);
Suite *suite_get_depth(void);
Suite *suite_get_stream(void);
Suite *suite_get_taker(void);
Suite *suite_get_page(void);
Suite *suite_get_encode(void);
Suite *suite_get_source(void);
Suite *suite_get_server(void);
Suite *suite_identity_models(void);

#endif
