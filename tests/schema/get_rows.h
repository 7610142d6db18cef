/* tests/schema/get_rows.h - requests of Get, each with what validation finds in it. */
#ifndef DSI_TESTS_SCHEMA_GET_ROWS_H
#define DSI_TESTS_SCHEMA_GET_ROWS_H

#include "tests/schema/findings.h"
#include "tests/schema/sample.h"

#include <dsi/get.h>

/* The longest token of the tables: 65,537 characters (one too many) of four bytes. */
#define GET_TEXT_MAX (4ul * 65537)

/* The members in the model's order. A member that is all zero is absent. */
typedef struct get_sample {
    long_text id;
    dsi_optional_bool include_models_sdl;
    long_text token;
    dsi_optional_int32 max_results;
} get_sample;

typedef struct get_row {
    const char *why;
    get_sample sample;
    finding findings[FINDINGS_MAX];
} get_row;

extern const get_row get_rows[];
extern const size_t get_row_count;

/* A request, and everything that it points to. */
typedef struct get_memory {
    char texts[2][GET_TEXT_MAX];
    dsi_get_request request;
} get_memory;

const dsi_get_request *get_make(const get_sample *sample, get_memory *memory);

#endif
