/* codec/http.h - looking things up in an answer's head. */
#ifndef DSI_CODEC_HTTP_H
#define DSI_CODEC_HTTP_H

#include <dsi/http.h>
#include <dsi/optional.h>

/*
 * The value of the first header of this name, without blanks around it; absent if it is
 * empty or longer than DSI_HEADER_VALUE_MAX: the smallest block has room for it. It ends at
 * its first CR, LF or NUL.
 */
dsi_string dsi_http_header(const dsi_received_head *head, const char *name);

/*
 * The first element of a value that is a list, without blanks around it. A header that was
 * sent twice reaches a client as one list (RFC 9110, 5.3).
 */
dsi_string dsi_http_first(dsi_string value);

/* How long the head asks to wait before the next try, or absent; see dsi_service_error. */
dsi_optional_int64 dsi_http_retry_after(const dsi_received_head *head);

#endif
