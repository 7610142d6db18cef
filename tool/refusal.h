/* tool/refusal.h - says why an input is not an acceptable message. */
#ifndef DSI_TOOL_REFUSAL_H
#define DSI_TOOL_REFUSAL_H

#include "options.h"
#include "place.h"

/*
 * Why an input is refused.
 *
 * error: `offset` counts in the input.
 * words: replace the error's own words; NULL: these.
 * at: the place of the offset.
 * look: what the input is instead of a message; NULL: not known.
 */
typedef struct tool_refusal {
    dsi_error error;
    const char *words;
    place_found at;
    const char *look;
} tool_refusal;

/*
 * Reports the refusal on stderr, or with --json on stdout. Returns the exit status.
 */
tool_exit refusal_report(const tool_options *options, const char *file,
                         const tool_refusal *refusal);

#endif
