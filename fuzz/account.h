/*
 * fuzz/account.h - a second account of a poll machine: what it has asked for so far,
 * and what it may do next.
 */
#ifndef DSI_FUZZ_ACCOUNT_H
#define DSI_FUZZ_ACCOUNT_H

#include "fuzz/fuzz.h"

/* A conversation so far. */
typedef struct account {
    dsi_poll_options options; /* no budget is 0 */
    dsi_poll_step last;
    uint64_t requests;
    uint64_t waited_ms;
    uint32_t retries; /* in a row */
    uint32_t waits;   /* in a row */
    uint32_t restarts;
} account;

/* What an answer says, for both operations alike. */
typedef struct account_news {
    bool of_start;
    bool is_output;        /* an output in which something is set */
    dsi_poll_cause repeat; /* why to repeat the request; DSI_CAUSE_NONE: do not */
    uint64_t hint_ms;
} account_news;

account_news account_read_start(const dsi_start_answer *answer, const dsi_error *error);
account_news account_read_get(const dsi_get_answer *answer, const dsi_error *error);

/* Each of these checks that the step is allowed after the event, and counts it. */
void account_begun(account *self, const dsi_poll_options *options, dsi_poll_step step);
void account_answered(account *self, const account_news *news, dsi_poll_step step);
void account_resumed(account *self, dsi_poll_step step);
void account_restarted(account *self, dsi_poll_step step);

#endif
