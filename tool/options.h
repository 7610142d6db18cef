/*
 * tool/options.h - the command line, taken apart.
 *
 * One table says which option belongs to which command and which message, and what its
 * value may be. Texts are views into argv.
 */
#ifndef DSI_TOOL_OPTIONS_H
#define DSI_TOOL_OPTIONS_H

#include "tool.h"

/* The commands that have options, as bits. */
typedef enum command_bit {
    COMMAND_ENCODE = 1,
    COMMAND_DECODE = 2,
    COMMAND_VALIDATE = 4,
    COMMAND_ARN = 8
} command_bit;

/* The messages, as bits. */
typedef enum message_bit {
    MESSAGE_START_REQUEST = 1,
    MESSAGE_START_RESPONSE = 2,
    MESSAGE_GET_REQUEST = 4,
    MESSAGE_GET_RESPONSE = 8
} message_bit;

typedef struct tool_options {
    const char *command;
    unsigned message; /* a message_bit; 0 for a command that has none */
    char **operands;  /* behind MESSAGE, and NULL behind the last */
    size_t operand_count;
    bool help; /* nothing else counts then */

    bool json;
    bool show_values;
    unsigned level; /* dsi_level */
    unsigned kind;  /* dsi_arn_kind */

    bool http;
    bool no_validate;
    bool pretty;
    bool nulls;
    const char *from;
    const char *resource_arn;
    const char *secret_arn;
    const char *database_name;
    const char *introspection_id;
    const char *status_text;
    const char *detail;

    bool strict;
    uint64_t status;
    uint64_t chunk;
    uint64_t memory; /* 0: not given, as for the limits */
    uint64_t max_bytes;
    uint64_t max_depth;
    uint64_t max_token;
    dsi_header *headers;
    size_t header_count;

    bool unbuilt_flag; /* of messages that are not built yet */
    const char *unbuilt_text;
} tool_options;

/*
 * Reads the arguments of a command; argv[0] is its name. Returns TOOL_DONE, or says
 * what is wrong and returns TOOL_USAGE. Either way, options_free releases the rest.
 */
tool_exit options_read(tool_options *options, command_bit command, int argc,
                       char **argv);

void options_free(tool_options *options);

#endif
