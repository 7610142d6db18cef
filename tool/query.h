/* tool/query.h - words for what only a query can have wrong. */
#ifndef DSI_TOOL_QUERY_H
#define DSI_TOOL_QUERY_H

#include <dsi/error.h>

/*
 * The words for an error in a target, as a part of a sentence. NULL: the library's own
 * words fit.
 */
const char *query_words(dsi_code code);

#endif
