#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "option_table.h"

/* getopt_long's value of row i is OPTION_BASE + i: never a character. */
#define OPTION_BASE 256

#define CHUNK_DEFAULT 65536
#define STATUS_DEFAULT 200

/* ------------------------------------------------------------- what can be wrong */

static tool_exit options_refuse(const tool_options *options, const char *words,
                                const char *what)
{
    return tool_complain_usage(options->command, words, what);
}

/* What getopt_long did not take; it has told nobody. */
static tool_exit options_refuse_option(const tool_options *options, int result,
                                       char **argv)
{
    const char short_option[] = {'-', (char)optopt, '\0'};

    if (result == ':') {
        return options_refuse(options, "no value for", argv[optind - 1]);
    }
    if (optopt >= OPTION_BASE) {
        return options_refuse(options, "no value is taken by", argv[optind - 1]);
    }
    return options_refuse(options, "unknown option",
                          optopt != 0 ? short_option : argv[optind - 1]);
}

/* ------------------------------------------------------------------ the arguments */

static void options_list(command_bit command, struct option *list)
{
    for (int i = 0; option_rows[i].name != NULL; i++) {
        const option_row *row = &option_rows[i];

        if ((row->commands & command) != 0) {
            *list++ = (struct option){
                .name = row->name,
                .has_arg = row->value == OPTION_FLAG ? no_argument : required_argument,
                .val = OPTION_BASE + i};
        }
    }
    *list = (struct option){.name = NULL};
}

/* getopt_long takes "--status" for --status-text if nothing else begins so; not here.
 */
static bool options_is_whole(const option_row *row, char **argv)
{
    const char *argument = argv[optind - 1];
    size_t length = strlen(row->name);

    if (argument == optarg) {
        argument = argv[optind - 2];
    }
    argument += sizeof "--" - 1;
    return strncmp(argument, row->name, length) == 0 &&
           (argument[length] == '\0' || argument[length] == '=');
}

/* Stores the options and notes in `given` which rows they are. */
static tool_exit options_read_all(tool_options *options, command_bit command, int argc,
                                  char **argv, uint64_t *given)
{
    struct option list[OPTION_ROWS_MAX];
    char words[OPTION_WORDS_MAX];
    int result;

    options_list(command, list);
    opterr = 0;
    while (!options->help &&
           (result = getopt_long(argc, argv, ":", list, NULL)) != -1) {
        const option_row *row;

        if (result < OPTION_BASE) {
            return options_refuse_option(options, result, argv);
        }
        row = &option_rows[result - OPTION_BASE];
        if (!options_is_whole(row, argv)) {
            snprintf(words, sizeof words, "--%s must be written in full", row->name);
            return options_refuse(options, words, NULL);
        }
        if (!option_store(options, row, optarg)) {
            option_words(row, words, sizeof words);
            return options_refuse(options, words, NULL);
        }
        *given |= (uint64_t)1 << (result - OPTION_BASE);
    }
    options->operands = argv + optind;
    options->operand_count = (size_t)(argc - optind);
    return TOOL_DONE;
}

static const message_row *options_find_message(const char *name)
{
    const message_row *row = message_rows;

    while (row->name != NULL && strcmp(row->name, name) != 0) {
        row++;
    }
    return row->name != NULL ? row : NULL;
}

/* Takes MESSAGE from the operands. */
static tool_exit options_take_message(tool_options *options)
{
    const message_row *row;

    if (options->operand_count == 0) {
        return options_refuse(options, "MESSAGE is missing", NULL);
    }
    row = options_find_message(options->operands[0]);
    if (row == NULL) {
        return options_refuse(options, "unknown message", options->operands[0]);
    }
    if (!row->built) {
        return options_refuse(options, "not built yet:", row->name);
    }
    options->message = row->message;
    options->operands++;
    options->operand_count--;
    return TOOL_DONE;
}

/* Is every option that is given one of the message? And no operand too many? */
static tool_exit options_check(const tool_options *options, command_bit command,
                               uint64_t given)
{
    size_t operands = command == COMMAND_ENCODE ? 0 : 1;
    char words[64];

    for (int i = 0; option_rows[i].name != NULL; i++) {
        const option_row *row = &option_rows[i];

        if ((given >> i & 1) != 0 && (row->messages & options->message) == 0) {
            snprintf(words, sizeof words, "--%s is not for this message", row->name);
            return options_refuse(options, words, NULL);
        }
    }
    if (options->operand_count > operands) {
        return options_refuse(options, "too many arguments from",
                              options->operands[operands]);
    }
    return TOOL_DONE;
}

tool_exit options_read(tool_options *options, command_bit command, int argc,
                       char **argv)
{
    uint64_t given = 0;
    tool_exit status;

    *options = (tool_options){
        .command = argv[0], .status = STATUS_DEFAULT, .chunk = CHUNK_DEFAULT};
    options->headers = tool_allocate((size_t)argc * sizeof *options->headers);
    if (options->headers == NULL) {
        return TOOL_USAGE;
    }
    status = options_read_all(options, command, argc, argv, &given);
    if (status == TOOL_DONE && !options->help && command != COMMAND_ARN) {
        status = options_take_message(options);
        if (status == TOOL_DONE) {
            status = options_check(options, command, given);
        }
    }
    return status;
}

void options_free(tool_options *options)
{
    free(options->headers);
}
