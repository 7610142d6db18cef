/*
 * tool/options.h - the command line, taken apart.
 *
 * One table says which option belongs to which command and which message, and what its
 * value may be. Options may stand anywhere, so the line is read first (options_read) and
 * held against the command after (options_apply). Texts are views into argv.
 */
#ifndef DSI_TOOL_OPTIONS_H
#define DSI_TOOL_OPTIONS_H

#include "tool.h"

/* The commands, as bits. */
typedef enum command_bit {
    COMMAND_ENCODE = 1,
    COMMAND_DECODE = 2,
    COMMAND_VALIDATE = 4,
    COMMAND_ARN = 8,
    COMMAND_GENERATE = 16
} command_bit;

/* The messages, as bits. */
typedef enum message_bit {
    MESSAGE_START_REQUEST = 1,
    MESSAGE_START_RESPONSE = 2,
    MESSAGE_GET_REQUEST = 4,
    MESSAGE_GET_RESPONSE = 8
} message_bit;

/* An option as it stands on the line; its row in the table, and its value's text. */
typedef struct given_option {
    int row;
    const char *text; /* NULL if it takes none */
} given_option;

typedef struct tool_options {
    const char *command; /* NULL: none is given */
    unsigned message;    /* a message_bit; 0 for a command that has none */
    const char **operands;
    size_t operand_count;
    given_option *given;
    size_t given_count;
    bool help; /* nothing else counts then */
    bool version;

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
    const char *next_token;
    bool include_models_sdl;
    dsi_optional_int32 max_results;

    bool strict;
    bool stream;
    bool reads_head; /* decode's --http; `http` is encode's */
    uint64_t status; /* 0: not given */
    uint64_t chunk;  /* 0: not given */
    uint64_t memory; /* 0: not given, as for the limits */
    uint64_t max_bytes;
    uint64_t max_depth;
    uint64_t max_token;
    dsi_header *headers;
    size_t header_count;

    bool broken;
    uint64_t count; /* 0: not given */
    uint64_t seed;
} tool_options;

/*
 * Reads the whole line: the command, its operands and the options that are given. Only
 * `help` and `version` are known then. Returns TOOL_DONE, or says what is wrong and
 * returns TOOL_USAGE. Either way, options_free releases the rest.
 */
tool_exit options_read(tool_options *options, int argc, char **argv);

/*
 * Takes MESSAGE from the operands of a command that has one, and stores the options'
 * values. Returns TOOL_DONE, or says what is wrong and returns TOOL_USAGE.
 */
tool_exit options_apply(tool_options *options, command_bit command);

void options_free(tool_options *options);

#endif
