/* What the clients do with a step of the machine, whatever their transport is. */
#ifndef DSI_EXAMPLES_STEPS_H
#define DSI_EXAMPLES_STEPS_H

#include <dsi/dsi.h>

#define CLIENT_END_TEXT_MAX 128u /* every text of client_end_text fits */

/* A random number, which chooses the delay. */
uint32_t client_random(void);

/* Sleeps as long as the step says, and says why on standard error. */
void client_wait(const dsi_poll_step *step);

/*
 * Says in English how it ended, terminated: "all is done" after DSI_POLL_DONE, or as in
 * "max_retries is spent: the service throttles requests".
 */
void client_end_text(const dsi_poll_step *end, char *text, size_t capacity);

#endif
