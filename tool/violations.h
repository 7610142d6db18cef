/* tool/violations.h - finding what is wrong with a request, and saying it in lines. */
#ifndef DSI_TOOL_VIOLATIONS_H
#define DSI_TOOL_VIOLATIONS_H

#include <stdio.h>

#include "message.h"

/*
 * Validates at `level`. Returns TOOL_DONE, or TOOL_VIOLATIONS and all of them in the
 * report; or says that there is no memory for them, and returns TOOL_USAGE. In each
 * case violations_free releases the report.
 */
tool_exit violations_find(dsi_violations *report, const tool_message *message,
                          dsi_level level);

/*
 * Prints a line each, beginning with `prefix`. With `show`, the value of a violation
 * that has a place in it follows, with a caret: values can be secret.
 */
void violations_print(const dsi_violations *report, FILE *out, const char *prefix,
                      bool show);

void violations_free(dsi_violations *report);

#endif
