/* tests/work/decode_rows.h - messages with one part that can be of any length. */
#ifndef DSI_TESTS_WORK_DECODE_ROWS_H
#define DSI_TESTS_WORK_DECODE_ROWS_H

#include "tests/work/work.h"

typedef enum decode_kind {
    START_REQUEST,
    STRICT_REQUEST,
    GET_REQUEST,
    START_ANSWER,
    ERROR_ANSWER,
    GET_ANSWER,
    GET_STREAMED
} decode_kind;

typedef struct decode_row {
    const char *name;
    decode_kind kind;
    const char *before;
    const char *unit;
    const char *behind;
    dsi_code code;
    uint64_t structs; /* bytes gone over for each byte, since short text is a struct */
} decode_row;

extern const decode_row decode_rows[];
extern const size_t decode_row_count;

#endif
