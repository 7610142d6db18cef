/* fuzz/judge.h - what should become of a struct that is to be encoded. */
#ifndef DSI_FUZZ_JUDGE_H
#define DSI_FUZZ_JUDGE_H

#include "tests/model/model.h"

typedef struct verdict {
    dsi_code code;
    size_t offset; /* in the text at `path` */
    char path[DSI_PATH_MAX];
} verdict;

/* Finds the first thing, in the order of encoding, that cannot be encoded. */
verdict judge_body(const model_shape *shape, const void *body);

/*
 * The same for the target, and the target as it should be, if there is one. `target`
 * has room for it. The path means something only with a code.
 */
verdict judge_target(const model_operation *operation, const void *request,
                     char *target);

#endif
