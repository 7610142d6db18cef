/*
 * codec/stream/generate.h - yajl's generator in front of a sink. dsi does not rely on
 * its checks: the walk gives it a well-formed sequence, bounded in depth, and the caller
 * only strings that are UTF-8.
 */
#ifndef DSI_CODEC_STREAM_GENERATE_H
#define DSI_CODEC_STREAM_GENERATE_H

#include "codec/stream/pool.h"

#include <dsi/encode.h>
#include <dsi/text.h>

/* yajl prints quotes and commas one by one, so they are collected first. In bytes. */
#define DSI_GENERATOR_PIECE 512

typedef struct dsi_generator {
    struct yajl_gen_t *handle;
    const dsi_sink *sink;
    bool sink_failed; /* kept: yajl's print function returns nothing */
    size_t collected;
    char piece[DSI_GENERATOR_PIECE];
    dsi_pool pool;
    union {
        char bytes[DSI_POOL_STRUCTS];
        max_align_t align;
    } memory;
} dsi_generator;

/* `sink` outlives the generator. The generator must not move: yajl points into it. */
void dsi_generator_begin(dsi_generator *generator, const dsi_sink *sink, bool pretty);

/* Writes what has been collected. Returns DSI_OK or DSI_E_SINK. */
dsi_code dsi_generator_flush(dsi_generator *generator);

/* Each returns DSI_OK, DSI_E_SINK, or DSI_E_INTERNAL if yajl refuses. */
dsi_code dsi_generate_open_object(dsi_generator *generator);
dsi_code dsi_generate_close_object(dsi_generator *generator);
dsi_code dsi_generate_open_array(dsi_generator *generator);
dsi_code dsi_generate_close_array(dsi_generator *generator);
dsi_code dsi_generate_string(dsi_generator *generator, dsi_string text);
dsi_code dsi_generate_integer(dsi_generator *generator, int64_t value);
dsi_code dsi_generate_boolean(dsi_generator *generator, bool value);
dsi_code dsi_generate_null(dsi_generator *generator);

#endif
