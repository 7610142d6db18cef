/*
 * tool/validate.c - dsi validate: prints every violation of a message.
 *
 * Only requests have constraints. For a response, the command checks that it can be
 * decoded.
 */
#include <stdio.h>
#include <unistd.h>

#include "commands.h"
#include "message.h"
#include "report.h"
#include "violations.h"

/* Values are shown on a terminal, or with --show-values: in a log they would leak. */
static tool_exit validate_message(const tool_options *options,
                                  const tool_message *message)
{
    dsi_violations found;
    tool_exit status = violations_find(&found, message, (dsi_level)options->level);

    if (status == TOOL_VIOLATIONS && options->json) {
        report_violations(&found);
    } else if (status == TOOL_VIOLATIONS) {
        violations_print(&found, stdout, "",
                         options->show_values || isatty(STDOUT_FILENO) == 1);
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

tool_exit validate_run(const tool_options *options)
{
    dsi_item_sink pass = {.take = validate_pass_item};
    tool_message message;
    tool_exit status = message_decode(&message, options, options->operands[0], &pass);

    if (status == TOOL_DONE) {
        status = validate_message(options, &message);
    }
    message_free(&message);
    return status;
}
