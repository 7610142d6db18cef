/*
 * tests/model/bytes.h - feeds bytes to a decoder, and gathers the bytes of an encoder.
 */
#ifndef DSI_TESTS_MODEL_BYTES_H
#define DSI_TESTS_MODEL_BYTES_H

#include <dsi/dsi.h>

/* Feeds `chunk` bytes at a time. Returns the result of the last dsi_feed. */
bool feed_by(dsi_decoder *decoder, const char *bytes, size_t length, size_t chunk);

/* Bytes that are gathered, up to a capacity. */
typedef struct gathered {
    char *bytes;
    size_t capacity;
    size_t length;
} gathered;

/* A dsi_write_fn whose context is a gathered. Returns false if the bytes do not fit. */
bool gather(void *context, const char *bytes, size_t length);

/* Returns true if exactly these bytes were gathered. */
bool gathered_same(const gathered *text, const char *bytes, size_t length);

#endif
