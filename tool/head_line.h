/*
 * tool/head_line.h - the lines of an HTTP head: the checks of each kind, and its parts.
 * A line comes without its line end.
 */
#ifndef DSI_TOOL_HEAD_LINE_H
#define DSI_TOOL_HEAD_LINE_H

#include <stdint.h>

#include <dsi/http.h>

/* What a check returns if the line is valid. */
#define HEAD_LINE_GOOD SIZE_MAX

/*
 * Each check returns HEAD_LINE_GOOD, or the index of the first byte that no valid line
 * has there, or the line's length if more bytes could make it valid.
 *
 * status: HTTP/1.0, HTTP/1.1, HTTP/2 or HTTP/3 (as curl spells them), a blank and a
 *     number from 100 to 999. A second blank and any bytes may follow.
 * request: a method, a target and HTTP/1.x, with a blank between two of them.
 * header: a name without white space, a colon, and any bytes.
 */
size_t head_line_check_status(dsi_string line);
size_t head_line_check_request(dsi_string line);
size_t head_line_check_header(dsi_string line);

/* True if the line belongs to the header before it: a blank or a tab begins it. */
bool head_line_is_folded(dsi_string line);

/* The parts of a valid line. Texts are views into it. */
int head_line_status(dsi_string line);
dsi_string head_line_method(dsi_string line);
dsi_string head_line_target(dsi_string line);
dsi_header head_line_header(dsi_string line);

#endif
