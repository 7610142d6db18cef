/* tool/violations.h - finds the violations of a request, and prints them as lines. */
#ifndef DSI_TOOL_VIOLATIONS_H
#define DSI_TOOL_VIOLATIONS_H

#include <stdio.h>

#include "message.h"

/*
 * Validates at `level`. Returns TOOL_DONE if there is no violation, or TOOL_VIOLATIONS
 * with all of them in the report. If memory is missing, it says so and returns
 * TOOL_USAGE. In all cases violations_free releases the report.
 */
tool_exit violations_find(dsi_violations *report, const tool_message *message,
                          dsi_level level);

/*
 * Prints a line for each violation. The line begins with "dsi: " on stderr, and with
 * "SUBJECT: " if the subject is not NULL. With `show`, the value and a caret follow if
 * the violation has a place in it. Values can be secret.
 */
void violations_print(const dsi_violations *report, FILE *out, const char *subject,
                      bool show);

void violations_free(dsi_violations *report);

#endif
