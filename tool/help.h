/*
 * tool/help.h - the help of the program and of each command: examples first, 80
 * columns. What the lists say of options comes from their table, of messages and fields
 * from the model. The shells' completions read these lists.
 */
#ifndef DSI_TOOL_HELP_H
#define DSI_TOOL_HELP_H

#include <stdio.h>

#include "options.h"

void help_print_program(FILE *out);

/*
 * Of a command, after `begin`. With a message (may be NULL) only the options that are for
 * it, and its fields.
 */
void help_print_command(const char *begin, command_bit command,
                        const dsi_message *message);

/* Prints `before` and the names of all messages. */
void help_print_messages(FILE *out, const char *before);

#endif
