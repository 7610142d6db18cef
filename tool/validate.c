/*
 * tool/validate.c - dsi validate: prints every violation of each message.
 *
 * Only requests have constraints. For a response, the command checks that it can be
 * decoded. Unknown members are found in both.
 */
#include <stdio.h>
#include <unistd.h>

#include "commands.h"
#include "message.h"
#include "report.h"
#include "unknown.h"
#include "violations.h"

/* One file, and what was found in it. */
typedef struct validate_file {
    const tool_options *options;
    const char *file;
    tool_message message;
    unknown_list unknown;
} validate_file;

/* How a line begins: with the file's name if there are several; NULL: with nothing. */
static const char *validate_subject(const validate_file *each)
{
    const char *label = options_label(each->options, each->file);

    return label != NULL ? input_name(label) : NULL;
}

/* Unknown members are lines of stdout if they are violations, otherwise warnings. */
static void validate_print_unknown(const validate_file *each)
{
    const char *file = input_name(each->file);

    if (each->options->refuses_unknown) {
        unknown_print_lines(stdout, &each->unknown, validate_subject(each), file);
    } else {
        unknown_warn(&each->unknown, file);
    }
}

/* Values are shown on a terminal, or with --show-values: in a log they would leak. */
static void validate_print(const validate_file *each, const dsi_violations *found)
{
    const tool_options *options = each->options;
    validate_report report = {.file = options_label(options, each->file),
                              .violations = found,
                              .unknown = &each->unknown,
                              .strict = options->refuses_unknown};

    if (!options->json) {
        violations_print(found, stdout, validate_subject(each),
                         options->show_values || isatty(STDOUT_FILENO) == 1);
        validate_print_unknown(each);
    } else if (found->count > 0 || each->unknown.count > 0) {
        report_violations(&report);
    }
}

static tool_exit validate_message(const validate_file *each)
{
    const tool_options *options = each->options;
    dsi_violations found;
    tool_exit status = violations_find(&found, &each->message,
                                       (dsi_level)options->level);

    if (status == TOOL_DONE && options->refuses_unknown && each->unknown.count > 0) {
        status = TOOL_VIOLATIONS;
    }
    if (status != TOOL_USAGE) {
        validate_print(each, &found);
    }
    violations_free(&found);
    return status;
}

/* Items have no constraints, so an item that was decoded is passed over. */
static bool validate_pass_item(void *context, const void *item)
{
    (void)context;
    (void)item;
    return true;
}

static tool_exit validate_run_file(const tool_options *options, const char *file,
                                   void *context)
{
    validate_file each = {
        .options = options, .file = file, .unknown = {.message = options->message}};
    message_sinks sinks = {.items = {.take = validate_pass_item},
                           .unknown = unknown_sink(&each.unknown)};
    tool_exit status = message_decode(&each.message, options, file, &sinks);

    (void)context;
    if (status == TOOL_DONE) {
        status = unknown_check(&each.unknown);
    }
    if (status == TOOL_DONE) {
        status = validate_message(&each);
    }
    message_free(&each.message);
    unknown_free(&each.unknown);
    return status;
}

tool_exit validate_run(const tool_options *options)
{
    return options_each_file(options, validate_run_file, NULL);
}
