/* vectors/text.h - the texts that a message carries, before they are written. */
#ifndef DSI_VECTORS_TEXT_H
#define DSI_VECTORS_TEXT_H

#include "schema/arn/arn.h"
#include "schema/type.h"
#include "vectors/writer.h"

/* The greatest length that is tried, in characters: a text whose maximum is greater is
 * neither as long as it may be nor too long. */
#define DSI_TEXT_MAX 2048u

/* The longest is one character too long, and each of them takes four bytes. */
#define DSI_TEXT_ROOM (4 * (DSI_TEXT_MAX + 1))

typedef struct dsi_text {
    char bytes[DSI_TEXT_ROOM];
    size_t length;
} dsi_text;

/* A few characters of every kind, U+0000 among them. */
void dsi_text_free(dsi_writer *writer, dsi_text *text);

/* `begin`, and a few characters that are neither white space nor line ends. */
void dsi_text_token(dsi_writer *writer, const char *begin, dsi_text *text);

/*
 * What the constraint of a type asks for, or what is planned to break it. A type without a
 * constraint has a text of any kind.
 */
void dsi_text_constrained(dsi_writer *writer, const dsi_type *type, dsi_text *text);

/* True if a text of this type can be written: its rule, if it has one, is known here. */
bool dsi_text_is_known(const dsi_type *type);

/* The site of a text with this rule that the rule alone forbids; DSI_SITES: it has none. */
dsi_site dsi_text_site(const dsi_type *type);

/* The scalar value at `*at` of UTF-8, and steps behind it. */
uint32_t dsi_text_next(const char *bytes, size_t *at);

#endif
