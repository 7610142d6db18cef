/* web/read.h - a whole message from the input. */
#ifndef DSI_WEB_READ_H
#define DSI_WEB_READ_H

#include "web/input.h"

/* What to read: the body is after the head in the input. */
typedef struct web_reading {
    const dsi_message *message;
    uint32_t head;
    uint32_t length;
    uint32_t status;
    dsi_decode_options how; /* its `unknown` is set by web_read */
} web_reading;

/*
 * Decodes JSON or, for a request without a body, also a target. The struct is valid
 * until the next call. NULL with `error` filled if the message is refused.
 *
 * The output begins anew, with the unknown members; see web_report_unknown.
 */
const void *web_read(const web_reading *reading, dsi_error *error);

/* Makes the error the output. Returns its code. */
uint32_t web_read_refuse(const web_reading *reading, const dsi_error *error);

#endif
