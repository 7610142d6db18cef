/*
 * tool/refusal.c - reports an input that was refused.
 *
 * With --json, an error in the input is data for another program and goes to stdout. An
 * error of the program's own surroundings, such as a file, always goes to stderr.
 */
#include "refusal.h"

#include <inttypes.h>
#include <stdio.h>

#include "input.h"
#include "report.h"

/* The option that would have let the message pass, or NULL. */
static const char *refusal_option(dsi_code code)
{
    switch (code) {
    case DSI_E_MAX_BYTES:
        return "--max-bytes";
    case DSI_E_MAX_DEPTH:
        return "--max-depth";
    case DSI_E_MAX_TOKEN:
        return "--max-token";
    case DSI_E_BLOCK_SIZE:
    case DSI_E_MEMORY:
        return "--memory";
    default:
        return NULL;
    }
}

/*
 * The library's words name the place. The program's words get it added, unless it is 0.
 */
static void refusal_words(const dsi_error *error, const char *own, char *words,
                          size_t capacity)
{
    if (own == NULL) {
        dsi_error_describe(error, words, capacity);
    } else if (error->offset == 0) {
        snprintf(words, capacity, "%s", own);
    } else {
        snprintf(words, capacity, "%s (byte %" PRIu64 ")", own, error->offset);
    }
}

tool_exit refusal_report(const tool_options *options, const char *file,
                         const dsi_error *error, const char *words)
{
    tool_exit status = tool_exit_of(error->code);
    const char *option = words == NULL ? refusal_option(error->code) : NULL;
    char text[DSI_ERROR_TEXT_MAX];
    char more[DSI_ERROR_TEXT_MAX + 32];

    if (error->code == DSI_E_STOPPED) {
        return status; /* stdout did not take an item; main_end reports that */
    }
    refusal_words(error, words, text, sizeof text);
    if (options->json && status == TOOL_INPUT) {
        report_error(error, text);
    } else if (option != NULL) {
        snprintf(more, sizeof more, "%s; raise %s", text, option);
        tool_complain(input_name(file), more);
    } else {
        tool_complain(input_name(file), text);
    }
    return status;
}
