/* tests/vectors/verdict.h - what dsi itself says of a vector. */
#ifndef DSI_TESTS_VECTORS_VERDICT_H
#define DSI_TESTS_VECTORS_VERDICT_H

#include <dsi/vectors.h>

#include "tests/support.h"

/* The code and path of the error, or of the first violation. */
typedef struct verdict {
    dsi_code code;
    char path[DSI_PATH_MAX];
    size_t violations;
} verdict;

/* Decodes the message, a target or a body, in memory that all calls share. */
const void *judge_decode(const dsi_message *message, dsi_string bytes, size_t chunk,
                         dsi_error *error);

/* Decodes and, if it is a request, validates the message, `chunk` bytes at a time. */
void judge(const dsi_message *message, dsi_string bytes, size_t chunk, verdict *found);

#endif
