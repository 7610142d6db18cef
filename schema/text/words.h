/*
 * schema/text/words.h - text into a caller's buffer, without stdio or locale. Bytes
 * that do not fit are counted, so the caller learns the full length.
 */
#ifndef DSI_SCHEMA_WORDS_H
#define DSI_SCHEMA_WORDS_H

#include <stddef.h>
#include <stdint.h>

/*
 * Begin with { .buffer = ..., .capacity = ... }. `length` is what the whole text needs.
 */
typedef struct dsi_words {
    char *buffer;
    size_t capacity;
    size_t length;
} dsi_words;

void dsi_words_add(dsi_words *words, const char *text);
void dsi_words_add_byte(dsi_words *words, char byte);
void dsi_words_add_bytes(dsi_words *words, const char *text, size_t length);
void dsi_words_add_number(dsi_words *words, uint64_t number);
void dsi_words_add_integer(dsi_words *words, int64_t integer);

/* Terminates the text if the buffer has any room. Returns the full length in bytes. */
size_t dsi_words_end(dsi_words *words);

#endif
