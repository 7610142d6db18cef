/* tests/vectors/verdict.h - dsi's own verdict on a vector. */
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

/* Decodes the body or the target of the message. All calls share one memory. */
const void *judge_decode(const dsi_message *message, dsi_string bytes, size_t chunk,
                         dsi_error *error);

/* Decodes the message, `chunk` bytes at a time, and validates it if it is a request. */
void judge(const dsi_message *message, dsi_string bytes, size_t chunk, verdict *found);

#endif
