/*
 * tool/head_line.h - the lines of an HTTP head: what each may be, and its parts. A line
 * is given without its line end.
 */
#ifndef DSI_TOOL_HEAD_LINE_H
#define DSI_TOOL_HEAD_LINE_H

#include <stdint.h>

#include <dsi/http.h>

/* What a check returns if the line is good. */
#define HEAD_LINE_GOOD SIZE_MAX

/*
 * Each check returns the index of the first byte that makes the line bad, or the line's
 * length if it only ends too early, or HEAD_LINE_GOOD.
 *
 * status: HTTP/1.0, HTTP/1.1, HTTP/2 or HTTP/3 (as curl spells them), a blank, a number
 *     from 100 to 999, and after a blank whatever follows.
 * request: a method, a target and the version HTTP/1.x, a blank between two.
 * header: a name without white space, a colon, and whatever follows.
 */
size_t head_line_check_status(dsi_string line);
size_t head_line_check_request(dsi_string line);
size_t head_line_check_header(dsi_string line);

/* A blank or a tab begins a line that belongs to the header before it (obs-fold). */
bool head_line_is_folded(dsi_string line);

/* The parts of lines that are good, as views. */
int head_line_status(dsi_string line);
dsi_string head_line_method(dsi_string line);
dsi_string head_line_target(dsi_string line);
dsi_header head_line_header(dsi_string line);

#endif
