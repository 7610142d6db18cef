/*
 * schema/text/sum.h - sizes that are added up, to say how much room all would need. One
 * struct can point to the same long text many times, so a sum can be more than a size_t
 * holds. It stays at SIZE_MAX then: no room is so large, so nothing is ever taken for
 * fitting.
 */
#ifndef DSI_SCHEMA_TEXT_SUM_H
#define DSI_SCHEMA_TEXT_SUM_H

#include <stddef.h>
#include <stdint.h>

static inline size_t dsi_sum(size_t left, size_t right)
{
    return left <= SIZE_MAX - right ? left + right : SIZE_MAX;
}

#endif
