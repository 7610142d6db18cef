/* What the clients do with a step of the machine, whatever they send requests with. */
#ifndef DSI_EXAMPLES_STEPS_H
#define DSI_EXAMPLES_STEPS_H

#include <dsi/dsi.h>

#define CLIENT_END_TEXT_MAX 128u /* every text of client_end_text fits */

/* Any number, evenly spread: it chooses the delay. */
uint32_t client_random(void);

/* Sleeps as long as the step says, and says why on standard error. */
void client_wait(const dsi_poll_step *step);

/*
 * How it ended, in English, terminated: "max_retries is spent: the service throttles requests".
 * "all is done" after DSI_POLL_DONE.
 */
void client_end_text(const dsi_poll_step *end, char *text, size_t capacity);

#endif
