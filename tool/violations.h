/* tool/violations.h - finding what is wrong with a request, and saying it in lines. */
#ifndef DSI_TOOL_VIOLATIONS_H
#define DSI_TOOL_VIOLATIONS_H

#include <stdio.h>

#include "message.h"

/* More than any request has: four members, two rules each at most, three agreements. */
#define VIOLATIONS_MAX 16

/* A report and the room for its violations. */
typedef struct tool_violations {
    dsi_violations report;
    dsi_violation items[VIOLATIONS_MAX];
} tool_violations;

/* Validates at `level`; returns how many violations there are. */
size_t violations_find(tool_violations *found, const tool_message *message,
                       dsi_level level);

/*
 * Prints a line each, beginning with `prefix`. With `show`, the value of a violation
 * that has a place in it follows, with a caret: values can be secret.
 */
void violations_print(const tool_violations *found, FILE *out, const char *prefix,
                      bool show);

#endif
