/*
 * tool/main.c - dsi: the messages of AppSync's data source introspection on the command
 * line.
 *
 * It reads the options, runs the command, and turns the outcome into an exit status.
 * Errors of stdout are reported here, once, after the command.
 */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "commands.h"
#include "help.h"
#include "near.h"

/* --help needs no valid options, so it is printed before they are applied. */
static tool_exit main_run_command(const command_row *row, tool_options *options)
{
    tool_exit status;

    if (options->help) {
        status = options_apply_help(options, row->command);
        if (status == TOOL_DONE) {
            help_print_command(row->help, row->command, options->message);
        }
        return status;
    }
    status = options_apply(options, row->command);
    return status == TOOL_DONE ? row->run(options) : status;
}

static tool_exit main_refuse_command(const char *name)
{
    near_search search = near_begin(dsi_str(name));

    for (size_t i = 0; i < command_count; i++) {
        near_try(&search, command_rows[i].name);
    }
    near_try(&search, "help");
    return tool_complain_usage(NULL, "unknown command", name, search.name);
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
    row = command_find(options->command);
    if (row == NULL) {
        return main_refuse_command(options->command);
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
    if (tool_flush()) {
        return status;
    }
    tool_complain("standard output", tool_write_failure());
    return TOOL_FILE;
}

int main(int argc, char **argv)
{
    /* If the reader of a pipe goes away, the signal ends the program silently. */
    signal(SIGPIPE, SIG_DFL);
    /* A line on stderr is one write, so lines of two programs do not mix. */
    setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
    /* Some libraries write the first line at once, where the reason of a failure is lost. */
    if (isatty(STDOUT_FILENO) != 1) {
        setvbuf(stdout, NULL, _IOFBF, BUFSIZ);
    }
    return (int)main_end(main_run(argc, argv));
}
