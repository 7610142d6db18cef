/* tool/generate.c - dsi generate: prints test vectors, each with its verdict. */
#include <stdio.h>

#include "commands.h"
#include "report.h"

#define GENERATE_COUNT 10 /* if --count is not given */

tool_exit generate_run(const tool_options *options)
{
    static dsi_vectors vectors;
    uint64_t count = options->count != 0 ? options->count : GENERATE_COUNT;

    dsi_vectors_begin(&vectors, options->message, options->seed, options->broken);
    /* A reader such as `head` may close the pipe early. Then the rest is not made. */
    for (uint64_t i = 0; i < count && ferror(stdout) == 0; i++) {
        dsi_vector vector;

        dsi_vectors_next(&vectors, &vector);
        report_vector(dsi_message_name(options->message), &vector);
    }
    return TOOL_DONE;
}
