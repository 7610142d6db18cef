/* tests/codec/encoding.h - checks all ways in which a message can be encoded. */
#ifndef DSI_TESTS_CODEC_ENCODING_H
#define DSI_TESTS_CODEC_ENCODING_H

#include "tests/model/bytes.h"

/* A sink that takes `calls_left` pieces and refuses every later one. */
typedef struct counting_sink {
    size_t calls_left;
    size_t calls;
    gathered text;
} counting_sink;

/* A dsi_write_fn; the context is a counting_sink. */
bool counting_write(void *context, const char *piece, size_t length);

/* Encodes into a buffer of every size, from 0 to a few bytes more than needed. */
void check_buffers(const char *message, const void *object, const char *expected);

/* Encodes to a sink that takes everything, then to sinks that refuse one call each. */
void check_sinks(const char *message, const void *object, const char *expected);

/* Encodes to a sink with these options. */
void check_written(const char *message, const void *object, dsi_encode_options options,
                   dsi_string expected);

#endif
