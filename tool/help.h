/*
 * tool/help.h - the help of the program and of each command, examples first. Options
 * come from their table; messages and fields come from the model. The shells'
 * completions read these lists.
 */
#ifndef DSI_TOOL_HELP_H
#define DSI_TOOL_HELP_H

#include <stdio.h>

#include "options.h"

void help_print_program(FILE *out);

/*
 * Prints a command's help, which begins with `begin`. With a message (may be NULL),
 * only the options for that message are listed, and its fields.
 */
void help_print_command(const char *begin, command_bit command,
                        const dsi_message *message);

/* Prints `before` and the names of all messages. */
void help_print_messages(FILE *out, const char *before);

#endif
