/* Prints text that came from the other side, which an attacker may have written. */
#ifndef DSI_EXAMPLES_SHOW_H
#define DSI_EXAMPLES_SHOW_H

#include <stdio.h>

#include <dsi/dsi.h>

/*
 * Prints a text as ASCII without control characters. Every other byte is printed as in
 * "\x1B". So an attacker cannot move the cursor, or forge lines.
 */
void show_text(FILE *file, dsi_string text);

#endif
