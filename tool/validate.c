/* dsi validate: everything that is wrong with a message. */
#include <stdio.h>
#include <unistd.h>

#include "commands.h"
#include "message.h"
#include "report.h"
#include "violations.h"

static tool_exit validate_message(const tool_options *options,
                                  const tool_message *message)
{
    tool_violations found;

    if (violations_find(&found, message, (dsi_level)options->level) == 0) {
        return TOOL_DONE;
    }
    if (options->json) {
        report_violations(&found.report);
    } else {
        violations_print(&found, stdout, "",
                         options->show_values || isatty(STDOUT_FILENO) == 1);
    }
    return TOOL_VIOLATIONS;
}

/* Models have no constraints: that they can be decoded is all there is to know. */
static bool validate_pass_model(void *context, const dsi_model *model)
{
    (void)context;
    (void)model;
    return true;
}

tool_exit validate_run(const tool_options *options)
{
    dsi_model_sink pass = {.take = validate_pass_model};
    tool_message message;
    tool_exit status = message_decode(&message, options, options->operands[0], &pass);

    if (status == TOOL_DONE) {
        status = validate_message(options, &message);
    }
    message_free(&message);
    return status;
}
