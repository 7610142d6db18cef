/*
 * A service in a function, in place of the other end of the wire. It knows one database
 * and answers as AppSync does: twice that it is processing, then with two pages.
 */
#ifndef DSI_EXAMPLES_SERVICE_H
#define DSI_EXAMPLES_SERVICE_H

#include <dsi/dsi.h>

/* An answer, as a transport would receive it. */
typedef struct service_reply {
    int status;
    dsi_header error_type; /* sent if its value is set */
    char body[4096];
    size_t length;
} service_reply;

/* `target` and `body` are what the client put on the wire. */
void service_call(const char *method, dsi_string target, dsi_string body,
                  service_reply *reply);

#endif
