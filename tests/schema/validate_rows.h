/*
 * tests/schema/validate_rows.h - requests of Start, each with what validation finds in
 * it.
 */
#ifndef DSI_TESTS_SCHEMA_VALIDATE_ROWS_H
#define DSI_TESTS_SCHEMA_VALIDATE_ROWS_H

#include "tests/schema/findings.h"
#include "tests/schema/request_sample.h"

typedef struct validate_row {
    const char *why;
    request_sample sample;
    finding findings[FINDINGS_MAX];
} validate_row;

extern const validate_row validate_rows[];
extern const size_t validate_row_count;

#endif
