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

/* The program's own words get the place added, unless it is the first byte. */
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

tool_exit refusal_tell(const tool_options *options, const char *file,
                       const dsi_error *error, const char *words)
{
    tool_exit status = tool_exit_of(error->code);
    const char *option = words == NULL ? refusal_option(error->code) : NULL;
    char told[DSI_ERROR_TEXT_MAX];
    char more[DSI_ERROR_TEXT_MAX + 32];

    if (error->code == DSI_E_STOPPED) {
        return status; /* stdout could not take an item, and that is told at the end */
    }
    refusal_words(error, words, told, sizeof told);
    if (options->json && status == TOOL_INPUT) {
        report_error(error, told);
    } else if (option != NULL) {
        snprintf(more, sizeof more, "%s; raise %s", told, option);
        tool_complain(input_name(file), more);
    } else {
        tool_complain(input_name(file), told);
    }
    return status;
}
