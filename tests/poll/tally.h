/* tests/poll/tally.h - what holds of every step of a poll machine. */
#ifndef DSI_TESTS_POLL_TALLY_H
#define DSI_TESTS_POLL_TALLY_H

#include "tests/poll/script.h"

/* The tokens that its events may have. */
#define POLL_TOKENS 12

extern const char *const poll_tokens[POLL_TOKENS];

/* What the steps so far add up to, counted anew. */
typedef struct poll_tally {
    dsi_poll_options options;
    uint64_t seed; /* of the script, to find it again */
    uint32_t requests;
    uint32_t retries;
    uint32_t restarts;
    uint32_t waits;
    uint64_t waited_ms;
    bool has_id;
    const char *token; /* of the last page; NULL: absent */
    bool seen[POLL_TOKENS];
    dsi_poll_action last; /* the last step's */
} poll_tally;

/* Before the first event: START is asked for. */
void poll_tally_begin(poll_tally *self, const dsi_poll_options *options, uint64_t seed);

/* Counts the event and the step that it led to, and asserts that it may be so. */
void poll_tally_hold(poll_tally *self, const poll_event *event,
                     const dsi_poll_step *step);

#endif
