/* tool/refusal.h - says why an input is not an acceptable message. */
#ifndef DSI_TOOL_REFUSAL_H
#define DSI_TOOL_REFUSAL_H

#include "options.h"

/*
 * Reports the error on stderr, or with --json on stdout. `words` replace the error's
 * own words unless they are NULL. Returns the exit status.
 */
tool_exit refusal_report(const tool_options *options, const char *file,
                         const dsi_error *error, const char *words);

#endif
