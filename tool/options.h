/*
 * tool/options.h - the command line, taken apart.
 *
 * One table says which option belongs to which command, for which messages, and what
 * its value may be (option_table.h). A message's fields are options of encode
 * (field.h). Options may stand anywhere, so options_read reads the whole line first,
 * and options_apply checks it against the command after that. Texts are views into
 * argv.
 */
#ifndef DSI_TOOL_OPTIONS_H
#define DSI_TOOL_OPTIONS_H

#include "option_list.h"
#include "tool.h"

/* The commands, as bits. */
typedef enum command_bit {
    COMMAND_ENCODE = 1,
    COMMAND_DECODE = 2,
    COMMAND_VALIDATE = 4,
    COMMAND_ARN = 8,
    COMMAND_GENERATE = 16,
    COMMAND_NONE = 32, /* the program's own */
    COMMAND_ANY = 63
} command_bit;

/* An option as it stands on the line, and its value's text. */
typedef struct given_option {
    const char *name; /* the full name, even if the line abbreviates it */
    const char *text; /* NULL if the option takes no value */
} given_option;

/* Room for an integer of 64 bits as text, terminator included. */
#define FIELD_DIGITS_MAX 24

/* A field's value: see dsi_message_field_set. */
typedef struct given_field {
    size_t index;
    const char *text; /* of an integer: the digits */
    char digits[FIELD_DIGITS_MAX];
} given_field;

typedef struct tool_options {
    option_list list;
    const char *command;        /* NULL: the line has no command */
    const dsi_message *message; /* NULL for a command that has none */
    const char **operands;      /* ends with NULL */
    size_t operand_count;
    given_option *given;
    size_t given_count;
    bool help; /* if set, nothing else matters */
    bool version;

    unsigned color; /* paint_when */
    bool json;
    bool show_values;
    unsigned level; /* dsi_level */
    unsigned kind;  /* dsi_arn_kind */

    bool http;
    bool no_validate;
    bool pretty;
    bool nulls;
    const char *from;
    given_field *fields;
    size_t field_count;

    bool strict;
    bool refuses_unknown; /* --strict of validate and encode; `strict` is decode's */
    bool stream;
    bool sdl;
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
 * Reads the whole line: the command, its operands and the options that are given. After
 * that, only the values of `help` and `version` are known. Returns TOOL_DONE, or says
 * what is wrong and returns TOOL_USAGE. In both cases options_free releases the rest.
 */
tool_exit options_read(tool_options *options, int argc, char **argv);

/*
 * Takes MESSAGE from the operands of a command that has one, and stores the options'
 * values. Returns TOOL_DONE, or says what is wrong and returns TOOL_USAGE.
 */
tool_exit options_apply(tool_options *options, command_bit command);

/*
 * For the help of a command: takes only MESSAGE, if the line has one. Returns as
 * options_apply does.
 */
tool_exit options_apply_help(tool_options *options, command_bit command);

/* The file, if its name must tell it from others on the line; otherwise NULL. */
const char *options_label(const tool_options *options, const char *file);

/* Runs a command for one file; NULL or "-" is standard input. */
typedef tool_exit options_file_fn(const tool_options *options, const char *file,
                                  void *context);

/*
 * Calls `run` with each FILE of the line, in order, until output fails; without a FILE
 * once, for standard input. Returns the worst status, which is the greatest.
 */
tool_exit options_each_file(const tool_options *options, options_file_fn *run,
                            void *context);

void options_free(tool_options *options);

#endif
