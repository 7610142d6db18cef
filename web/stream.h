/* web/stream.h - what a finished decoder holds, for a poll machine. */
#ifndef DSI_WEB_STREAM_H
#define DSI_WEB_STREAM_H

#include <dsi/message.h>

#include <stdint.h>

typedef struct web_answer {
    const dsi_message *message;
    const void *object; /* NULL: see `error` */
    dsi_error error;
} web_answer;

/* The answer of a decoder that is finished and not closed, or NULL. */
const web_answer *web_stream_answer(uint32_t handle);

#endif
