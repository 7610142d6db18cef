/*
 * web/output.h - what a call tells JavaScript: one JSON text, or plain bytes.
 *
 * Each call begins a new output. Memory that cannot be had is remembered, so only the
 * end of the call has to look.
 */
#ifndef DSI_WEB_OUTPUT_H
#define DSI_WEB_OUTPUT_H

#include <dsi/encode.h>
#include <dsi/text.h>

void web_output_begin(void);

/* Bytes as they are, for JSON that dsi wrote and for punctuation. */
void web_output_add(const char *bytes, size_t length);
void web_output_word(const char *text);

/* A JSON string. The text must be UTF-8. An absent one is null. */
void web_output_text(dsi_string text);
void web_output_number(uint64_t number);

/* `"name":`, with a comma before it unless it is the first of an object. */
void web_output_name(const char *name);

/* A comma, unless it would be the first in its list or object. */
void web_output_comma(void);

/* A name and its value. */
void web_output_member(const char *name, const char *value);
void web_output_count(const char *name, uint64_t number);
void web_output_flag(const char *name, bool flag);

/* A sink that adds to the output. */
dsi_sink web_output_sink(void);

/*
 * `capacity` bytes at the end of the output, to be filled by the caller; NULL: there is
 * no memory. web_output_filled says how many were.
 */
char *web_output_room(size_t capacity);
void web_output_filled(size_t length);

/* False if there was no memory. Then the output is empty. */
bool web_output_end(void);

#endif
