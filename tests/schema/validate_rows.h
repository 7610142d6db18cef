/*
 * tests/schema/validate_rows.h - requests and what is wrong with them. A row lists what
 * agreement, the lowest level, finds; a higher level finds what of it is at or above
 * itself.
 */
#ifndef DSI_TESTS_SCHEMA_VALIDATE_ROWS_H
#define DSI_TESTS_SCHEMA_VALIDATE_ROWS_H

#include "tests/schema/request_sample.h"

#define FINDINGS_MAX 6

typedef enum member_index { RESOURCE, SECRET, DATABASE } member_index;

typedef struct finding {
    dsi_code code; /* DSI_OK: no more */
    dsi_level level;
    member_index member;
    size_t at; /* DSI_E_LENGTH: the actual length, else the offset */
    const char *part;
} finding;

typedef struct validate_row {
    const char *why;
    request_sample sample;
    finding findings[FINDINGS_MAX];
} validate_row;

extern const validate_row validate_rows[];
extern const size_t validate_row_count;

#endif
