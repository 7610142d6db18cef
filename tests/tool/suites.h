/* tests/tool/suites.h - the suites of the program, one a file. */
#ifndef DSI_TESTS_TOOL_SUITES_H
#define DSI_TESTS_TOOL_SUITES_H

#include "tests/support.h"

Suite *program_suite(void);
Suite *usage_suite(void);
Suite *usage_get_suite(void);
Suite *encode_suite(void);
Suite *decode_suite(void);
Suite *encode_get_request_suite(void);
Suite *decode_get_request_suite(void);
Suite *get_response_suite(void);
Suite *stream_suite(void);
Suite *http_suite(void);
Suite *http_head_suite(void);
Suite *limits_suite(void);
Suite *refusal_suite(void);
Suite *validate_suite(void);
Suite *validate_get_suite(void);
Suite *arn_suite(void);
Suite *files_suite(void);
Suite *generate_suite(void);
Suite *fields_suite(void);

#endif
