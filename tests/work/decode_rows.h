/* tests/work/decode_rows.h - messages with one part that can be of any length. */
#ifndef DSI_TESTS_WORK_DECODE_ROWS_H
#define DSI_TESTS_WORK_DECODE_ROWS_H

#include "tests/work/work.h"

/* How a message is decoded; STREAMED: its items are taken, REFUSED: its status is
 * 400. */
typedef enum decode_form { PLAIN, STRICT, STREAMED, REFUSED } decode_form;

typedef struct decode_row {
    const char *name;
    const char *message;
    decode_form form;
    const char *before;
    const char *unit;
    const char *behind;
    dsi_code code;
    uint64_t structs; /* bytes gone over for each byte, since short text is a struct */
} decode_row;

extern const decode_row decode_rows[];
extern const size_t decode_row_count;

#endif
