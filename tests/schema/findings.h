/*
 * tests/schema/findings.h - what validation finds in a request of either operation. A
 * table lists everything that level AGREEMENT finds. Each level finds the entries whose
 * own level is not greater.
 */
#ifndef DSI_TESTS_SCHEMA_FINDINGS_H
#define DSI_TESTS_SCHEMA_FINDINGS_H

#include <dsi/violation.h>

#define FINDINGS_MAX 6

/* The members with rules in the requests of both operations. */
typedef enum member_index {
    RESOURCE,
    SECRET,
    DATABASE,
    ID,
    TOKEN,
    MAX_RESULTS
} member_index;

typedef struct finding {
    dsi_code code; /* DSI_OK ends the list */
    dsi_level level;
    member_index member;
    size_t at; /* the actual length for DSI_E_LENGTH, otherwise the offset */
    const char *part;
} finding;

/* A request of a table, with the functions of its type. */
typedef struct request_case {
    const char *why;
    const void *request;
    size_t (*validate)(const void *request, dsi_violations *report);
    dsi_string (*value)(const void *request, member_index member); /* absent: no text */
    const finding *findings;                                       /* FINDINGS_MAX */
} request_case;

/* Validates at each level and asserts that exactly the findings are found. */
void check_findings(const request_case *row);

#endif
