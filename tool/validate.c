/* dsi validate: everything that is wrong with a message. */
#include <stdio.h>
#include <unistd.h>

#include "commands.h"
#include "message.h"
#include "report.h"
#include "violations.h"

static tool_exit validate_request(const tool_options *options,
                                  const dsi_start_request *request)
{
    tool_violations found;

    if (violations_find(&found, request, (dsi_level)options->level) == 0) {
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

tool_exit validate_run(const tool_options *options)
{
    tool_message message;
    tool_exit status = message_decode(&message, options, options->operands[0]);

    if (status == TOOL_DONE && message.request != NULL) {
        status = validate_request(options, message.request);
    }
    message_free(&message); /* an answer has no constraints */
    return status;
}
