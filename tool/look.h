/*
 * tool/look.h - recognises by its first bytes what people feed by mistake: a byte
 * order mark, UTF-16, UTF-32, gzip, an HTTP head.
 */
#ifndef DSI_TOOL_LOOK_H
#define DSI_TOOL_LOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LOOK_MAX 16

/* The first bytes of a message or of its head. All zero: those of the input. */
typedef struct tool_look {
    uint64_t start; /* where in the input they begin */
    char bytes[LOOK_MAX];
    size_t length;
} tool_look;

/* Takes the bytes at `offset` of the input, and keeps those that come next. */
void look_take(tool_look *look, uint64_t offset, const char *bytes, size_t length);

/* True if the bytes are so few that they could still begin something that is known. */
bool look_is_undecided(const tool_look *look);

/*
 * What the bytes are and what to do, as a part of a sentence. NULL: nothing known. With
 * `reads_head`, an HTTP head is nothing to explain.
 */
const char *look_words(const tool_look *look, bool reads_head);

#endif
