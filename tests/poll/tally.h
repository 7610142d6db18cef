/*
 * tests/poll/tally.h - rules that hold for every step of a poll machine, whatever the
 * service answers.
 */
#ifndef DSI_TESTS_POLL_TALLY_H
#define DSI_TESTS_POLL_TALLY_H

#include "tests/poll/script.h"

/* The tokens of the pages. */
#define POLL_TOKENS 12

extern const char *const poll_tokens[POLL_TOKENS];

/* The sums of all steps so far. They are counted independently of the machine. */
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

/* Begins before the first event, when the machine has asked for START. */
void poll_tally_begin(poll_tally *self, const dsi_poll_options *options, uint64_t seed);

/* Counts the event and its step, and asserts that the rules allow the step. */
void poll_tally_check(poll_tally *self, const poll_event *event,
                      const dsi_poll_step *step);

#endif
