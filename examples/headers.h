/* Keeps the headers that dsi looks at, for a client that gets a head line by line. */
#ifndef DSI_EXAMPLES_HEADERS_H
#define DSI_EXAMPLES_HEADERS_H

#include <dsi/dsi.h>

#define CLIENT_HEAD_MAX 65536u /* a client takes no longer head; in bytes */
#define CLIENT_HEADERS_MAX 32u
#define CLIENT_HEADERS_TEXT_MAX 8192u

/*
 * Other headers take no room, so an attacker cannot displace an error's type by many.
 */
typedef struct client_headers {
    dsi_header items[CLIENT_HEADERS_MAX];
    size_t count;
    char text[CLIENT_HEADERS_TEXT_MAX]; /* of the items */
    size_t used;
    bool open; /* the last line was kept, so a folded one continues its value */
} client_headers;

/* A head begins: nothing is kept. */
void client_headers_begin(client_headers *self);

/*
 * Takes the next line, with its end or without. A line that begins with a blank
 * continues the value of the header before it (obs-fold; RFC 9112, 5.2).
 */
void client_headers_take(client_headers *self, dsi_string line);

#endif
