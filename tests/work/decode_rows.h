/* tests/work/decode_rows.h - messages for decoding, with one part of any length. */
#ifndef DSI_TESTS_WORK_DECODE_ROWS_H
#define DSI_TESTS_WORK_DECODE_ROWS_H

#include "tests/work/work.h"

/*
 * How a message is decoded. STREAMED takes its items, and SERVICE_ERROR gives it status
 * 400.
 */
typedef enum decode_form { PLAIN, STRICT, STREAMED, SERVICE_ERROR } decode_form;

typedef struct decode_row {
    const char *name;
    const char *message;
    decode_form form;
    const char *before;
    const char *unit;
    const char *after;
    dsi_code code;
    uint64_t
        structs; /* extra bytes touched for each byte, as short text makes structs */
} decode_row;

extern const decode_row decode_rows[];
extern const size_t decode_row_count;

#endif
