/* fuzz/judge.h - says what encoding a struct must give. */
#ifndef DSI_FUZZ_JUDGE_H
#define DSI_FUZZ_JUDGE_H

#include "tests/model/model.h"

typedef struct verdict {
    dsi_code code;
    size_t offset; /* in the text at `path` */
    char path[DSI_PATH_MAX];
} verdict;

/* Finds the first value, in the order of encoding, that cannot be encoded. */
verdict judge_body(const model_shape *shape, const void *body);

/*
 * The same for a target. Writes the target that dsi must write into `target`, which has
 * room for it. The path is meaningful only with a code that is not DSI_OK.
 */
verdict judge_target(const model_operation *operation, const void *request,
                     char *target);

#endif
