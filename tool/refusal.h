/* tool/refusal.h - saying why an input is no acceptable message. */
#ifndef DSI_TOOL_REFUSAL_H
#define DSI_TOOL_REFUSAL_H

#include "options.h"

/*
 * Says it on stderr, or with --json on stdout. `words` (may be NULL) stand for the
 * error's own. Returns the exit status.
 */
tool_exit refusal_tell(const tool_options *options, const char *file,
                       const dsi_error *error, const char *words);

#endif
