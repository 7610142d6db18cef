/*
 * schema/text/buffer.h - text into a caller's buffer, without stdio or locale. Bytes
 * that do not fit are counted, so the caller learns the full length.
 */
#ifndef DSI_SCHEMA_TEXT_BUFFER_H
#define DSI_SCHEMA_TEXT_BUFFER_H

#include <stddef.h>
#include <stdint.h>

/*
 * Begin with { .bytes = ..., .capacity = ... }. `length` is what the whole text needs.
 */
typedef struct dsi_buffer {
    char *bytes;
    size_t capacity;
    size_t length;
} dsi_buffer;

void dsi_buffer_add(dsi_buffer *out, const char *text);
void dsi_buffer_add_byte(dsi_buffer *out, char byte);
void dsi_buffer_add_bytes(dsi_buffer *out, const char *text, size_t length);
void dsi_buffer_add_number(dsi_buffer *out, uint64_t number);
void dsi_buffer_add_integer(dsi_buffer *out, int64_t integer);

/* Terminates the text if the buffer has any room. Returns the full length in bytes. */
size_t dsi_buffer_end(dsi_buffer *out);

#endif
