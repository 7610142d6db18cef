/*
 * tool/options.c - reads the command line, then applies it to the command.
 *
 * Reading only collects: getopt_long knows all names, and the arrays have room for all
 * arguments. Applying looks up each option for the command and message at hand, so the
 * order on the line does not matter.
 */
#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "field.h"
#include "help.h"
#include "near.h"
#include "option_table.h"
#include "paint.h"

/* ------------------------------------------------------------- what can be wrong */

/* Says what is wrong; `what` is the argument that it is about, or NULL. */
static tool_exit options_refuse(const tool_options *options, const char *words,
                                const char *what)
{
    return tool_complain_usage(options->command, words, what, "");
}

/* True if the command has the option, for whatever message. NULL: any command. */
static bool options_has(const command_row *row, const char *name)
{
    bool is_field = option_find(name, COMMAND_ANY) == NULL;

    return row == NULL || option_find(name, row->command) != NULL ||
           (row->command == COMMAND_ENCODE && is_field);
}

/* `word` is the argument with its dashes and, after "=", its value. */
static tool_exit options_refuse_unknown(const tool_options *options, const char *word)
{
    const command_row *row = options->command != NULL ? command_find(options->command)
                                                      : NULL;
    const char *name = word + strspn(word, "-");
    near_search search = near_begin(
        (dsi_string){.data = name, .length = strcspn(name, "=")});
    char nearest[NEAR_MAX + 3];

    for (size_t i = 0; i < options->list.count; i++) {
        if (options_has(row, options->list.items[i].name)) {
            near_try(&search, options->list.items[i].name);
        }
    }
    snprintf(nearest, sizeof nearest, "%s%s", search.name[0] != '\0' ? "--" : "",
             search.name);
    return tool_complain_usage(options->command, "unknown option", word, nearest);
}

/* An option that getopt_long did not take. Since opterr is 0, it printed nothing. */
static tool_exit options_refuse_option(const tool_options *options, int result,
                                       char **argv)
{
    const char short_option[] = {'-', (char)optopt, '\0'};

    if (result == ':') {
        return options_refuse(options, "no value for", argv[optind - 1]);
    }
    if (optopt >= OPTION_BASE) {
        return options_refuse(options, "no value is allowed for", argv[optind - 1]);
    }
    return options_refuse_unknown(options,
                                  optopt != 0 ? short_option : argv[optind - 1]);
}

/* -------------------------------------------------------------------- the reading */

static void options_add_operand(tool_options *options, const char *text)
{
    if (options->command == NULL) {
        options->command = text;
    } else {
        options->operands[options->operand_count++] = text;
    }
}

/* Stores the value before the line is checked, so that errors have colours too. */
static void options_note_color(tool_options *options, const char *text)
{
    const option_row *row = option_find("color", COMMAND_ANY);

    if (option_store(options, row, text)) {
        paint_choose((paint_when)options->color);
    }
}

/* --help and --version are noted at once: neither needs a valid rest of the line. */
static void options_add(tool_options *options, const char *name, const char *text)
{
    options->given[options->given_count++] = (given_option){.name = name, .text = text};
    options->help = options->help || strcmp(name, "help") == 0;
    options->version = options->version || strcmp(name, "version") == 0;
    if (strcmp(name, "color") == 0) {
        options_note_color(options, text);
    }
}

/* As getopt_long, but musl's stops at a lone "-", which is an operand here. */
static int options_next(int argc, char **argv, const struct option *list)
{
    int result = getopt_long(argc, argv, "-:h", list, NULL);

    if (result == -1 && optind < argc && strcmp(argv[optind], "-") == 0 &&
        strcmp(argv[optind - 1], "--") != 0) {
        optarg = argv[optind++];
        return 1;
    }
    return result;
}

/*
 * The leading "-" of the short options makes getopt_long return operands in their
 * place, as the value 1. So options may stand anywhere on the line. After --help the
 * operands still count, because they say what the help is about.
 */
static tool_exit options_read_line(tool_options *options, int argc, char **argv)
{
    const struct option *list = options->list.items;
    int result;

    opterr = 0;
    while ((result = options_next(argc, argv, list)) != -1) {
        if (result == 1) {
            options_add_operand(options, optarg);
        } else if (result == 'h') {
            options->help = true;
        } else if (result >= OPTION_BASE) {
            options_add(options, list[result - OPTION_BASE].name, optarg);
        } else if (!options->help) {
            return options_refuse_option(options, result, argv);
        }
    }
    for (int i = optind; i < argc; i++) { /* after "--" */
        options_add_operand(options, argv[i]);
    }
    return TOOL_DONE;
}

/* Removes the first operand. Returns it, or NULL if there is none. */
static const char *options_shift(tool_options *options)
{
    const char *first = options->operands[0];

    for (size_t i = 0; i < options->operand_count; i++) {
        options->operands[i] = options->operands[i + 1];
    }
    options->operand_count -= options->operand_count > 0 ? 1 : 0;
    return first;
}

/* "help COMMAND MESSAGE" is "COMMAND MESSAGE --help", and "help help" is "help". */
static void options_read_help(tool_options *options)
{
    while (options->command != NULL && strcmp(options->command, "help") == 0) {
        options->help = true;
        options->command = options_shift(options);
    }
}

/* No array can get more entries than the line has arguments. */
tool_exit options_read(tool_options *options, int argc, char **argv)
{
    size_t count = (size_t)argc + 1;
    tool_exit status;

    *options = (tool_options){.command = NULL};
    options->operands = calloc(count, sizeof *options->operands);
    options->given = calloc(count, sizeof *options->given);
    options->headers = calloc(count, sizeof *options->headers);
    options->fields = calloc(count, sizeof *options->fields);
    if (!option_list_make(&options->list) || options->operands == NULL ||
        options->given == NULL || options->headers == NULL || options->fields == NULL) {
        tool_complain("memory", "not enough for the arguments");
        return TOOL_USAGE;
    }
    status = options_read_line(options, argc, argv);
    if (status == TOOL_DONE) {
        options_read_help(options);
    }
    return status;
}

tool_exit options_each_file(const tool_options *options, options_file_fn *run,
                            void *context)
{
    tool_exit worst = TOOL_DONE;
    size_t i = 0;

    do {
        tool_exit status = run(options, options->operands[i], context);

        worst = status > worst ? status : worst;
        i++;
    } while (i < options->operand_count && tool_flush());
    return worst;
}

void options_free(tool_options *options)
{
    free(options->operands);
    free(options->given);
    free(options->headers);
    free(options->fields);
    option_list_free(&options->list);
}

/* ------------------------------------------------------------------- the applying */

/* An error about MESSAGE also lists the messages. `what` may be NULL. */
static tool_exit options_refuse_message(const tool_options *options, const char *words,
                                        const char *what)
{
    near_search search = near_begin(dsi_str(what));
    const dsi_message *message;
    tool_exit status;

    for (size_t i = 0; (message = dsi_message_at(i)) != NULL; i++) {
        near_try(&search, dsi_message_name(message));
    }
    status = tool_complain_usage(options->command, words, what, search.name);
    help_print_messages(stderr, "dsi: messages:");
    return status;
}

/* Takes MESSAGE from the operands. */
static tool_exit options_take_message(tool_options *options)
{
    if (options->operand_count == 0) {
        return options_refuse_message(options, "MESSAGE is missing", NULL);
    }
    options->message = dsi_message_find(dsi_str(options->operands[0]));
    if (options->message == NULL) {
        return options_refuse_message(options, "unknown message", options->operands[0]);
    }
    (void)options_shift(options);
    return TOOL_DONE;
}

tool_exit options_apply_help(tool_options *options, command_bit command)
{
    return command != COMMAND_ARN && options->operand_count > 0
               ? options_take_message(options)
               : TOOL_DONE;
}

static tool_exit options_refuse_value(const tool_options *options, const char *name,
                                      const char *words)
{
    char all[OPTION_WORDS_MAX + DSI_FIELD_OPTION_MAX];

    snprintf(all, sizeof all, "--%s %s", name, words);
    return options_refuse(options, all, NULL);
}

static tool_exit options_apply_row(tool_options *options, const option_row *row,
                                   const given_option *given)
{
    char words[OPTION_WORDS_MAX];

    if (!option_fits(row, options->message)) {
        return options_refuse_value(options, row->name, "is not for this message");
    }
    if (!option_store(options, row, given->text)) {
        option_words(row, words, sizeof words);
        return options_refuse_value(options, row->name, words);
    }
    return TOOL_DONE;
}

/* A name that no row for encode has is some message's field, or another command's. */
static tool_exit options_apply_field(tool_options *options, const given_option *given)
{
    given_field *place = &options->fields[options->field_count];
    dsi_field field;

    if (!field_find(options->message, given->name, &place->index, &field)) {
        return options_refuse_value(options, given->name,
                                    option_find(given->name, COMMAND_ANY) != NULL
                                        ? "is not for this command"
                                        : "is not for this message");
    }
    if (!field_read(&field, given->text, place)) {
        return options_refuse_value(options, given->name,
                                    field.kind == DSI_FIELD_INT32
                                        ? "must be a 32-bit integer"
                                        : "must be a 64-bit integer");
    }
    options->field_count++;
    return TOOL_DONE;
}

static tool_exit options_apply_one(tool_options *options, command_bit command,
                                   const given_option *given)
{
    const option_row *row = option_find(given->name, command);

    if (row != NULL) {
        return options_apply_row(options, row, given);
    }
    return command == COMMAND_ENCODE
               ? options_apply_field(options, given)
               : options_refuse_value(options, given->name, "is not for this command");
}

/*
 * A head that --http reads has its own status and headers, so it excludes the options.
 * Two kinds of output exclude each other.
 */
static tool_exit options_check_pairs(const tool_options *options)
{
    if (options->stream && options->sdl) {
        return options_refuse(options, "--sdl excludes --stream", NULL);
    }
    if (options->reads_head && (options->status != 0 || options->header_count > 0)) {
        return options_refuse(options,
                              "--http reads status and headers from the input, so it "
                              "excludes --status and --header",
                              NULL);
    }
    return TOOL_DONE;
}

/* Without any of these, "{}" would be printed, which nobody means. */
static tool_exit options_check_fields(const tool_options *options)
{
    if (options->from == NULL && options->field_count == 0) {
        return options_refuse(options,
                              "no field is given. For an empty message, give --from a "
                              "file with {}",
                              NULL);
    }
    return TOOL_DONE;
}

/* The most operands after MESSAGE: files or ARNs. */
static size_t options_operands_max(command_bit command)
{
    switch (command) {
    case COMMAND_ENCODE:
    case COMMAND_GENERATE:
        return 0;
    default:
        return SIZE_MAX;
    }
}

tool_exit options_apply(tool_options *options, command_bit command)
{
    size_t operands = options_operands_max(command);
    tool_exit status = TOOL_DONE;

    if (command != COMMAND_ARN) {
        status = options_take_message(options);
    }
    for (size_t i = 0; status == TOOL_DONE && i < options->given_count; i++) {
        status = options_apply_one(options, command, &options->given[i]);
    }
    if (status == TOOL_DONE && options->operand_count > operands) {
        status = options_refuse(options, "too many arguments from",
                                options->operands[operands]);
    }
    if (status == TOOL_DONE && command == COMMAND_ENCODE) {
        status = options_check_fields(options);
    }
    return status == TOOL_DONE ? options_check_pairs(options) : status;
}

const char *options_label(const tool_options *options, const char *file)
{
    return options->operand_count > 1 ? file : NULL;
}
