/* Prints what came from the other side. */
#ifndef DSI_EXAMPLES_SHOW_H
#define DSI_EXAMPLES_SHOW_H

#include <stdio.h>

#include <dsi/dsi.h>

/*
 * Prints a text in ASCII without control characters: every other byte as "\x1B". Whoever
 * made the text could else move the cursor, or forge lines.
 */
void show_text(FILE *file, dsi_string text);

#endif
