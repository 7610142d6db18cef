#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "option_table.h"

/* getopt_long's value of row i is OPTION_BASE + i: never a character. */
#define OPTION_BASE 256

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

/* -------------------------------------------------------------------- the reading */

static void options_list(struct option *list)
{
    for (int i = 0; option_rows[i].name != NULL; i++) {
        const option_row *row = &option_rows[i];

        *list++ = (struct option){
            .name = row->name,
            .has_arg = row->value == OPTION_FLAG ? no_argument : required_argument,
            .val = OPTION_BASE + i};
    }
    *list = (struct option){.name = NULL};
}

static void options_add_operand(tool_options *options, const char *text)
{
    if (options->command == NULL) {
        options->command = text;
    } else {
        options->operands[options->operand_count++] = text;
    }
}

static void options_add(tool_options *options, int row, const char *text)
{
    options->given[options->given_count++] = (given_option){.row = row, .text = text};
    options->help = options->help || strcmp(option_rows[row].name, "help") == 0;
    options->version = options->version ||
                       strcmp(option_rows[row].name, "version") == 0;
}

/* "-": operands are told in their place, so that options may stand anywhere. */
static tool_exit options_read_line(tool_options *options, int argc, char **argv)
{
    struct option list[OPTION_ROWS_MAX];
    int result;

    options_list(list);
    opterr = 0;
    while (!options->help &&
           (result = getopt_long(argc, argv, "-:", list, NULL)) != -1) {
        if (result == 1) {
            options_add_operand(options, optarg);
        } else if (result < OPTION_BASE) {
            return options_refuse_option(options, result, argv);
        } else {
            options_add(options, result - OPTION_BASE, optarg);
        }
    }
    for (int i = optind; !options->help && i < argc; i++) { /* behind "--" */
        options_add_operand(options, argv[i]);
    }
    return TOOL_DONE;
}

tool_exit options_read(tool_options *options, int argc, char **argv)
{
    size_t count = (size_t)argc + 1;

    *options = (tool_options){.command = NULL};
    options->operands = calloc(count, sizeof *options->operands);
    options->given = calloc(count, sizeof *options->given);
    options->headers = calloc(count, sizeof *options->headers);
    if (options->operands == NULL || options->given == NULL ||
        options->headers == NULL) {
        tool_complain("memory", "not enough for the arguments");
        return TOOL_USAGE;
    }
    return options_read_line(options, argc, argv);
}

void options_free(tool_options *options)
{
    free(options->operands);
    free(options->given);
    free(options->headers);
}

/* ------------------------------------------------------------------- the applying */

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
    options->message = row->message;
    options->operand_count--;
    for (size_t i = 0; i < options->operand_count; i++) {
        options->operands[i] = options->operands[i + 1];
    }
    options->operands[options->operand_count] = NULL;
    return TOOL_DONE;
}

/* The row of this name for the command: two commands can differ in its choices. */
static const option_row *options_find_row(int first, command_bit command)
{
    for (int i = 0; option_rows[i].name != NULL; i++) {
        if (strcmp(option_rows[i].name, option_rows[first].name) == 0 &&
            (option_rows[i].commands & command) != 0) {
            return &option_rows[i];
        }
    }
    return NULL;
}

static tool_exit options_apply_one(tool_options *options, command_bit command,
                                   const given_option *given)
{
    const option_row *row = options_find_row(given->row, command);
    char words[OPTION_WORDS_MAX];

    if (row == NULL) {
        snprintf(words, sizeof words, "--%s is not for this command",
                 option_rows[given->row].name);
    } else if (options->message != 0 && (row->messages & options->message) == 0) {
        snprintf(words, sizeof words, "--%s is not for this message", row->name);
    } else if (!option_store(options, row, given->text)) {
        option_words(row, words, sizeof words);
    } else {
        return TOOL_DONE;
    }
    return options_refuse(options, words, NULL);
}

/* The head that is read has a status and headers of its own. */
static tool_exit options_check_head(const tool_options *options)
{
    if (options->reads_head && (options->status != 0 || options->header_count > 0)) {
        return options_refuse(options,
                              "--http reads status and headers from the input, so it "
                              "excludes --status and --header",
                              NULL);
    }
    return TOOL_DONE;
}

tool_exit options_apply(tool_options *options, command_bit command)
{
    bool reads = (command & (COMMAND_ENCODE | COMMAND_GENERATE)) == 0;
    size_t operands = reads ? 1 : 0; /* FILE */
    tool_exit status = TOOL_DONE;

    if (command != COMMAND_ARN) {
        status = options_take_message(options);
    }
    for (size_t i = 0; status == TOOL_DONE && i < options->given_count; i++) {
        status = options_apply_one(options, command, &options->given[i]);
    }
    if (status == TOOL_DONE && command != COMMAND_ARN &&
        options->operand_count > operands) {
        status = options_refuse(options, "too many arguments from",
                                options->operands[operands]);
    }
    return status == TOOL_DONE ? options_check_head(options) : status;
}
