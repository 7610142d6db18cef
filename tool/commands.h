/* tool/commands.h - what each command does, and what its help begins with. */
#ifndef DSI_TOOL_COMMANDS_H
#define DSI_TOOL_COMMANDS_H

#include "options.h"

tool_exit encode_run(const tool_options *options);
tool_exit decode_run(const tool_options *options);
tool_exit validate_run(const tool_options *options);
tool_exit arn_run(const tool_options *options);
tool_exit generate_run(const tool_options *options);

/* Examples and use. */
extern const char help_encode[];
extern const char help_decode[];
extern const char help_validate[];
extern const char help_arn[];
extern const char help_generate[];

/* Of the program: up to the messages, and from there on. */
extern const char help_program[];
extern const char help_program_end[];

#endif
