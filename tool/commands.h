/* tool/commands.h - the commands, and the beginning of each one's help. */
#ifndef DSI_TOOL_COMMANDS_H
#define DSI_TOOL_COMMANDS_H

#include "options.h"

typedef struct command_row {
    const char *name;
    command_bit command;
    tool_exit (*run)(const tool_options *options);
    const char *help; /* the beginning of its help */
} command_row;

extern const command_row command_rows[];
extern const size_t command_count;

/* The command of this name, or NULL. */
const command_row *command_find(const char *name);

/* Runs a command whose options were applied. Returns the program's exit status. */
tool_exit encode_run(const tool_options *options);
tool_exit decode_run(const tool_options *options);
tool_exit validate_run(const tool_options *options);
tool_exit arn_run(const tool_options *options);
tool_exit generate_run(const tool_options *options);

/* Examples and usage of a command. */
extern const char help_encode[];
extern const char help_decode[];
extern const char help_validate[];
extern const char help_arn[];
extern const char help_generate[];

/* The program's help, before and after the list of messages. */
extern const char help_program[];
extern const char help_program_end[];

#endif
