/*
 * HTTP/1.0 on a socket: it sends a request, and returns the head of the answer as dsi
 * wants it. Each exchange has a deadline, and heads have a limit. So an attacker who
 * sends a byte a second, or a head without an end, cannot hold the caller up.
 */
#ifndef DSI_EXAMPLES_WIRE_H
#define DSI_EXAMPLES_WIRE_H

#include <dsi/dsi.h>

#include "headers.h"

typedef struct wire {
    const char *host;
    const char *port;
    int seconds; /* of an exchange, from connect to the answer's last byte */
    int64_t deadline_ms;
    int socket;
    char text[CLIENT_HEAD_MAX]; /* the heads, and the body's first bytes */
    size_t length;
    size_t head; /* where the answer's head begins; interim ones can come before it */
    size_t body; /* where the body begins */
    client_headers headers;
    dsi_received_head received;
} wire;

/*
 * Sends a request; its body may be absent. Returns true once the head of the answer is
 * in `received`; then wire_feed takes the body. Returns false if the answer is lost.
 */
bool wire_ask(wire *self, const dsi_request_head *head, dsi_string body);

/*
 * Feeds the body until the other side ends, the deadline passes, or dsi wants no more.
 * Whether it was complete, the decoder's finish says.
 */
void wire_feed(const wire *self, dsi_decoder *decoder);

#endif
