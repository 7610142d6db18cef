/* tests/model/bytes.h - how bytes get into a decode, and where those of an encode go. */
#ifndef DSI_TESTS_MODEL_BYTES_H
#define DSI_TESTS_MODEL_BYTES_H

#include <dsi/dsi.h>

/* Feeds `chunk` bytes at a time; what the last dsi_feed says. */
bool feed_by(dsi_decoder *decoder, const char *bytes, size_t length, size_t chunk);

/* Bytes that grow up to what there is room for. */
typedef struct gathered {
    char *bytes;
    size_t capacity;
    size_t length;
} gathered;

/* A dsi_write_fn; the context is a gathered. False: there is no room. */
bool gather(void *context, const char *bytes, size_t length);

/* The bytes are these. */
bool gathered_same(const gathered *text, const char *bytes, size_t length);

#endif
