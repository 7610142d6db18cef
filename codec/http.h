/* codec/http.h - looking things up in an answer's head. */
#ifndef DSI_CODEC_HTTP_H
#define DSI_CODEC_HTTP_H

#include <dsi/http.h>

/* The value of the first header of this name, without blanks around it, or absent. */
dsi_string dsi_http_header(const dsi_received_head *head, const char *name);

#endif
