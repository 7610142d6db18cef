/* What a peer fills: dsi's own structs, and an arena for what they point to. */
#ifndef BENCH_TYPED_H
#define BENCH_TYPED_H

#include "arena.h"
#include "bench.h"

/* Structs can take more room than the JSON from which they come. */
#define BENCH_TYPED_ROOM(length) (65536u + 4u * (length))

typedef struct bench_typed {
    bench_arena arena;
    dsi_start_request request;
    dsi_rds_data_api_config config;
    dsi_start_answer start;
    dsi_get_answer get;
    dsi_introspection_result result;
} bench_typed;

static inline dsi_introspection_status bench_status_value(dsi_string text)
{
    if (text.length == 10 && memcmp(text.data, "PROCESSING", 10) == 0) {
        return DSI_STATUS_PROCESSING;
    }
    if (text.length == 6 && memcmp(text.data, "FAILED", 6) == 0) {
        return DSI_STATUS_FAILED;
    }
    if (text.length == 7 && memcmp(text.data, "SUCCESS", 7) == 0) {
        return DSI_STATUS_SUCCESS;
    }
    return DSI_STATUS_UNKNOWN;
}

#endif
