/* vectors/text.h - the texts that a message carries, before they are written. */
#ifndef DSI_VECTORS_TEXT_H
#define DSI_VECTORS_TEXT_H

#include "schema/arn.h"
#include "schema/type.h"
#include "vectors/pen.h"

/* The longest is an ARN that is one character too long. */
#define DSI_TEXT_ROOM (DSI_ARN_LENGTH_MAX + 1u)

typedef struct dsi_text {
    char bytes[DSI_TEXT_ROOM];
    size_t length;
} dsi_text;

/* A few characters of every kind, U+0000 among them. */
void dsi_text_free(dsi_pen *pen, dsi_text *text);

/* `begin`, and a few characters that are neither white space nor line ends. */
void dsi_text_token(dsi_pen *pen, const char *begin, dsi_text *text);

/* What the constraint of a type asks for, or what is planned to break it. */
void dsi_text_constrained(dsi_pen *pen, const dsi_type *type, dsi_text *text);

/* The scalar value at `*at` of UTF-8, and steps behind it. */
uint32_t dsi_text_next(const char *bytes, size_t *at);

#endif
