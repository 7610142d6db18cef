/* Waits before a step, and puts the last step into words. */
#define _DEFAULT_SOURCE /* getentropy */
#include "steps.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

uint32_t client_random(void)
{
    uint32_t number = 0;

    return getentropy(&number, sizeof number) == 0 ? number : 0;
}

void client_wait(const dsi_poll_step *step)
{
    const struct timespec time = {.tv_sec = (time_t)(step->delay_ms / 1000),
                                  .tv_nsec = (long)(step->delay_ms % 1000) * 1000000};

    if (step->delay_ms > 0) {
        fprintf(stderr, "%s: asking again in %u ms\n", dsi_poll_cause_text(step->cause),
                (unsigned)step->delay_ms);
        nanosleep(&time, NULL);
    }
}

void client_end_text(const dsi_poll_step *end, char *text, size_t capacity)
{
    const char *why = dsi_poll_cause_text(end->cause);
    const char *last = dsi_poll_cause_text(end->last_cause);

    if (end->action == DSI_POLL_DONE) {
        why = "all is done";
    }
    snprintf(text, capacity, "%s%s%s", why, last[0] != '\0' ? ": " : "", last);
}
