/*
 * tool/caret.h - shows untrusted text, and the place of an error in it.
 *
 * Only printable ASCII is shown as it is. The rest becomes an escape: \xNN for a
 * control character or a byte that is not UTF-8, \u{NNNN} for any other character, \\
 * for a backslash. So an attacker's value cannot control the terminal, hide in it or
 * look like another value. Each printed byte takes one column.
 */
#ifndef DSI_TOOL_CARET_H
#define DSI_TOOL_CARET_H

#include <stdio.h>

#include <dsi/dsi.h>

/* Prints the text with escapes. An absent text prints nothing. */
void caret_print_text(FILE *out, dsi_string text);

/*
 * Prints a name as UTF-8. Bytes that are not UTF-8 become \xNN, and so do control
 * characters; all else is unchanged.
 */
void caret_print_name(FILE *out, dsi_string name);

/*
 * Prints the text on a line of its own, indented. A caret below it points to the byte
 * at `offset`, and `label` (may be NULL) follows the caret. A long text is cut around
 * the offset, with "..." where something is left out.
 */
void caret_print(FILE *out, dsi_string text, size_t offset, const char *label);

#endif
