/*
 * tool/caret.h - showing text that nobody trusts, and where in it the fault is.
 *
 * Only printable ASCII is shown as it is. The rest becomes an escape: \xNN for a
 * control character or a byte that is not UTF-8, \u{NNNN} for any other character, \\
 * for a backslash. So no value can steer a terminal, hide in it or look like another
 * one, and a column is a byte of what is printed.
 */
#ifndef DSI_TOOL_CARET_H
#define DSI_TOOL_CARET_H

#include <stdio.h>

#include <dsi/dsi.h>

/* Prints the text, escaped. Absent prints nothing. */
void caret_print_text(FILE *out, dsi_string text);

/*
 * Prints the text on a line of its own, indented, and below it a caret under the byte
 * at `offset` with `label` (may be NULL) behind it. Of a long text the surroundings of
 * the fault are shown, with "..." where it is cut.
 */
void caret_print(FILE *out, dsi_string text, size_t offset, const char *label);

#endif
