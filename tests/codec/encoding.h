/* tests/codec/encoding.h - how the typed functions of a message give its bytes out. */
#ifndef DSI_TESTS_CODEC_ENCODING_H
#define DSI_TESTS_CODEC_ENCODING_H

#include "tests/model/bytes.h"

/* Takes some pieces, and refuses the next. */
typedef struct counting_sink {
    size_t calls_left;
    size_t calls;
    gathered text;
} counting_sink;

/* A dsi_write_fn; the context is a counting_sink. */
bool counting_write(void *context, const char *piece, size_t length);

/* Into a buffer of every size. */
void check_buffers(const char *message, const void *object, const char *expected);

/* To a sink that takes all, and to sinks that refuse one of its calls. */
void check_sinks(const char *message, const void *object, const char *expected);

/* To a sink, with these options. */
void check_written(const char *message, const void *object, dsi_encode_options options,
                   dsi_string expected);

#endif
