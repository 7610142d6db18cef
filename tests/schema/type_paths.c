/* tests/schema/type_paths.c - computes the longest path into each type. */
#include "tests/schema/type_paths.h"

/* The most bytes that one frame of this type adds to a path. */
static size_t longest_step(const dsi_type *type)
{
    size_t longest = type->kind == DSI_KIND_LIST ? strlen("/18446744073709551614") : 0;

    for (size_t i = 0; i < type->member_count; i++) {
        size_t step = 1 + type->members[i].name_length;

        longest = step > longest ? step : longest;
    }
    return longest;
}

/* The longest path into each type, within a number of frames. */
typedef struct path_lengths {
    const type_set *set;
    size_t lengths[TYPES_MAX];
} path_lengths;

static size_t path_length(const path_lengths *before, const dsi_type *type)
{
    return before->lengths[type_set_find(before->set, type)];
}

static size_t grown_length(const path_lengths *before, const dsi_type *type)
{
    size_t longest = longest_step(type);
    size_t length = 0;

    if (type->kind == DSI_KIND_LIST) {
        return longest + path_length(before, type->element);
    }
    for (size_t i = 0; i < type->member_count; i++) {
        length = 1 + type->members[i].name_length +
                 path_length(before, type->members[i].type);
        longest = length > longest ? length : longest;
    }
    return longest;
}

/*
 * With one frame more, a path is one step and the longest path after it. A scalar
 * has no step. So DSI_DEPTH_MAX rounds give the longest path of any message.
 */
size_t longest_path(const type_set *set, const dsi_type *type)
{
    path_lengths before = {.set = set};

    for (size_t i = 0; i < DSI_DEPTH_MAX; i++) {
        path_lengths now = before;

        for (size_t j = 0; j < set->count; j++) {
            now.lengths[j] = grown_length(&before, set->types[j]);
        }
        before = now;
    }
    return path_length(&before, type);
}
