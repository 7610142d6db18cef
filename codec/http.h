/* codec/http.h - finds things in an answer's head. */
#ifndef DSI_CODEC_HTTP_H
#define DSI_CODEC_HTTP_H

#include <dsi/http.h>
#include <dsi/optional.h>

/* True if both are equal but for the case of ASCII letters. */
bool dsi_http_same(dsi_string left, dsi_string right);

/*
 * The headers that dsi looks at in an answer. Only the table in http.c has their names.
 */
typedef enum dsi_known_header {
    DSI_KNOWN_ERROR_TYPE,
    DSI_KNOWN_ERROR_MESSAGE,
    DSI_KNOWN_REQUEST_ID,
    DSI_KNOWN_REQUEST_ID_OLD,
    DSI_KNOWN_RETRY_AFTER_MS,
    DSI_KNOWN_RETRY_AFTER
} dsi_known_header;

/*
 * The value of the first such header, without blanks around it. Absent if it is empty.
 * It ends at its first CR, LF or NUL, and may have any length.
 */
dsi_string dsi_http_header(const dsi_received_head *head, dsi_known_header known);

/*
 * The first element of a value that is a list, without blanks around it. A header that
 * was sent twice reaches a client as one list (RFC 9110, 5.3).
 */
dsi_string dsi_http_first(dsi_string value);

/*
 * How long the head asks to wait before the next try; see dsi_service_error. Absent if
 * no header says so.
 */
dsi_optional_int64 dsi_http_retry_after(const dsi_received_head *head);

#endif
