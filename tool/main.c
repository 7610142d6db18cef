/* dsi: the messages of AppSync's data source introspection on the command line. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "commands.h"

typedef struct command_row {
    const char *name;
    command_bit command;
    tool_exit (*run)(const tool_options *options); /* NULL: not built yet */
    const char *help;
} command_row;

static const command_row main_commands[] = {
    {"encode", COMMAND_ENCODE, encode_run, help_encode},
    {"decode", COMMAND_DECODE, decode_run, help_decode},
    {"validate", COMMAND_VALIDATE, validate_run, help_validate},
    {"arn", COMMAND_ARN, arn_run, help_arn},
    {"generate", 0, NULL, help_generate}};

static const command_row *main_find(const char *name)
{
    for (size_t i = 0; i < sizeof main_commands / sizeof *main_commands; i++) {
        if (strcmp(main_commands[i].name, name) == 0) {
            return &main_commands[i];
        }
    }
    return NULL;
}

static tool_exit main_run_command(const command_row *row, int argc, char **argv)
{
    tool_options options;
    tool_exit status = options_read(&options, row->command, argc, argv);

    if (status == TOOL_DONE && options.help) {
        fputs(row->help, stdout);
    } else if (status == TOOL_DONE) {
        status = row->run(&options);
    }
    options_free(&options);
    return status;
}

/* Its options are not known either, so only help is looked for. */
static tool_exit main_refuse_unbuilt(const command_row *row, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--help") == 0) {
            fputs(row->help, stdout);
            return TOOL_DONE;
        }
    }
    return tool_complain_usage(row->name, "not built yet", NULL);
}

static tool_exit main_run(int argc, char **argv)
{
    const command_row *row;

    if (argc < 2) {
        fputs(help_program, stderr);
        return TOOL_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0) {
        fputs(help_program, stdout);
        return TOOL_DONE;
    }
    if (strcmp(argv[1], "--version") == 0) {
        printf("dsi %s\n", dsi_version());
        return TOOL_DONE;
    }
    row = main_find(argv[1]);
    if (row == NULL) {
        return tool_complain_usage(
            NULL, argv[1][0] == '-' ? "unknown option" : "unknown command", argv[1]);
    }
    return row->run != NULL ? main_run_command(row, argc - 1, argv + 1)
                            : main_refuse_unbuilt(row, argc - 1, argv + 1);
}

/* What stdout could not take is lost, whatever else was done. */
static tool_exit main_end(tool_exit status)
{
    bool failed = ferror(stdout) != 0;

    errno = 0;
    if (fflush(stdout) == 0 && !failed) {
        return status;
    }
    tool_complain("standard output", errno != 0 ? strerror(errno) : "write error");
    return TOOL_FILE;
}

int main(int argc, char **argv)
{
    /* A reader that went away is a file that cannot be written. */
    signal(SIGPIPE, SIG_IGN);
    return (int)main_end(main_run(argc, argv));
}
