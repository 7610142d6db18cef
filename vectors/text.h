/* vectors/text.h - the texts of a message, before they are escaped or encoded. */
#ifndef DSI_VECTORS_TEXT_H
#define DSI_VECTORS_TEXT_H

#include "schema/arn/arn.h"
#include "schema/type.h"
#include "vectors/writer.h"

/*
 * The greatest length that is tried, in characters. A constraint with a greater maximum
 * gets short texts only, and no text that is too long.
 */
#define DSI_TEXT_MAX 2048u

/* The longest text is one character too long. A character has up to four bytes. */
#define DSI_TEXT_ROOM (4 * (DSI_TEXT_MAX + 1))

typedef struct dsi_text {
    char bytes[DSI_TEXT_ROOM];
    size_t length;
} dsi_text;

/* A few characters of every kind, U+0000 among them. */
void dsi_text_free(dsi_writer *writer, dsi_text *text);

/* `begin`, and a few characters that are not white space. */
void dsi_text_token(dsi_writer *writer, const char *begin, dsi_text *text);

/*
 * A text that satisfies the constraint of the type, or that the mutation makes violate
 * it. A type without a constraint gets any text.
 */
void dsi_text_constrained(dsi_writer *writer, const dsi_type *type, dsi_text *text);

/* True if this file knows the pattern of the type, or the type has no pattern. */
bool dsi_text_is_known(const dsi_type *type);

/* The site that is special to texts of this pattern, or DSI_SITES if there is none. */
dsi_site dsi_text_site(const dsi_type *type);

/* Returns the character at `*at` of well-formed UTF-8, and moves `*at` past it. */
uint32_t dsi_text_next(const char *bytes, size_t *at);

#endif
