/*
 * tool/main.c - dsi: the messages of AppSync's data source introspection on the command
 * line.
 *
 * It reads the options, runs the command, and turns the outcome into an exit status.
 * Errors of stdout are reported here, once, after the command.
 */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "help.h"

typedef struct command_row {
    const char *name;
    command_bit command;
    tool_exit (*run)(const tool_options *options);
    const char *help; /* the beginning of its help */
} command_row;

static const command_row main_commands[] = {
    {"encode", COMMAND_ENCODE, encode_run, help_encode},
    {"decode", COMMAND_DECODE, decode_run, help_decode},
    {"validate", COMMAND_VALIDATE, validate_run, help_validate},
    {"arn", COMMAND_ARN, arn_run, help_arn},
    {"generate", COMMAND_GENERATE, generate_run, help_generate}};

static const command_row *main_find(const char *name)
{
    for (size_t i = 0; i < sizeof main_commands / sizeof *main_commands; i++) {
        if (strcmp(main_commands[i].name, name) == 0) {
            return &main_commands[i];
        }
    }
    return NULL;
}

/* --help needs no valid options, so it is printed before they are applied. */
static tool_exit main_run_command(const command_row *row, tool_options *options)
{
    tool_exit status;

    if (options->help) {
        help_print_command(row->help, row->command,
                           dsi_message_find(dsi_str(options->operands[0])));
        return TOOL_DONE;
    }
    status = options_apply(options, row->command);
    return status == TOOL_DONE ? row->run(options) : status;
}

/* Without a command, the program's help is an answer to --help and an error else. */
static tool_exit main_run_line(tool_options *options)
{
    const command_row *row;

    if (options->command == NULL) {
        if (options->version) {
            printf("dsi %s\n", dsi_version());
            return TOOL_DONE;
        }
        help_print_program(options->help ? stdout : stderr);
        return options->help ? TOOL_DONE : TOOL_USAGE;
    }
    row = main_find(options->command);
    if (row == NULL) {
        return tool_complain_usage(NULL, "unknown command", options->command);
    }
    return main_run_command(row, options);
}

static tool_exit main_run(int argc, char **argv)
{
    tool_options options;
    tool_exit status = options_read(&options, argc, argv);

    if (status == TOOL_DONE) {
        status = main_run_line(&options);
    }
    options_free(&options);
    return status;
}

/* Output that stdout did not take is lost, so this status overrides the command's. */
static tool_exit main_end(tool_exit status)
{
    if (fflush(stdout) == 0 && ferror(stdout) == 0) {
        return status;
    }
    tool_complain("standard output", "cannot be written");
    return TOOL_FILE;
}

int main(int argc, char **argv)
{
    /* If the reader of a pipe has gone, fwrite fails and main_end reports it. */
    signal(SIGPIPE, SIG_IGN);
    /* A line on stderr is one write, so lines of two programs do not mix. */
    setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
    return (int)main_end(main_run(argc, argv));
}
