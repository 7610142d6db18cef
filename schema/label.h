/*
 * schema/label.h - what the path and the query of a target can carry: the rules of
 * Get's introspectionId and nextToken that are more than a length.
 */
#ifndef DSI_SCHEMA_LABEL_H
#define DSI_SCHEMA_LABEL_H

#include "schema/type.h"

/*
 * False for "." and "..". These are dot segments, and HTTP clients remove them from a
 * path, escaped or not (RFC 3986, 5.2.4). Then the request would be another one.
 * `value` is UTF-8.
 */
bool dsi_match_label(dsi_string value, dsi_level level, dsi_mismatch *mismatch);

/*
 * ^[\S]+$ as ECMA-262 reads it: at least one character, and none of them white space or
 * a line terminator. `value` is UTF-8.
 */
bool dsi_match_pagination_token(dsi_string value, dsi_level level,
                                dsi_mismatch *mismatch);

#endif
