/* The poll machine in random conversations: rules that hold in each of them. */
#include "tests/poll/tally.h"
#include "tests/support.h"

#define SCRIPTS 20000 /* for each row */
#define REQUESTS_MAX 24

/* SplitMix64: short, and equal on every machine. */
static uint64_t next_random(uint64_t *state)
{
    uint64_t mixed = *state += 0x9e3779b97f4a7c15u;

    mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebu;
    return mixed ^ mixed >> 31;
}

static uint32_t below(uint64_t *state, uint32_t end)
{
    return (uint32_t)(next_random(state) >> 32) % end;
}

static const poll_event starts[] = {
    STARTED("PROCESSING", POLL_ID),
    STARTED("SUCCESS", POLL_ID),
    STARTED("NEWER", POLL_ID),
    STARTED(NULL, POLL_ID),
    BLANK(VIA_START),
    STARTED("SUCCESS", NULL),
    START_FAILED(POLL_ID, "failed"),
    RESUMED(POLL_ID),
};

static const poll_event gets[] = {
    GOT("PROCESSING"),
    GOT("PROCESSING"),
    GOT("NEWER"),
    GOT(NULL),
    GOT("SUCCESS"),
    PAGE("PROCESSING", 1, "A"),
    PAGE("NEWER", 1, "A"),
    GET_FAILED("why"),
    PAGE("SUCCESS", 0, NULL),
    PAGE("FAILED", 1, "A"),
};

static const poll_event troubles[] = {
    LOST(VIA_GET),
    UNDECODED(VIA_GET, DSI_E_TRUNCATED),
    BLANK(VIA_GET),
    HINTED(VIA_GET, 3000),
    UNREAD(VIA_GET, 400, NULL, DSI_E_TRUNCATED),
    UNREAD(VIA_GET, 400, "Type", DSI_E_TRUNCATED),
    UNDECODED(VIA_GET, DSI_E_SYNTAX),
    UNDECODED(VIA_GET, DSI_E_STOPPED),
    REFUSED(VIA_GET, DSI_CLASS_THROTTLE, DSI_FAULT_CLIENT, "slow down"),
    REFUSED(VIA_GET, DSI_CLASS_TRANSIENT, DSI_FAULT_SERVER, NULL),
    REFUSED(VIA_GET, DSI_CLASS_MODELLED, DSI_FAULT_SERVER, "oops"),
    REFUSED(VIA_GET, DSI_CLASS_MODELLED, DSI_FAULT_CLIENT, "no such"),
    REFUSED(VIA_GET, DSI_CLASS_SERVER, DSI_FAULT_SERVER, "501"),
};

/* A third of all events are errors. Most of these are errors that may pass. */
static poll_event any_event(uint64_t *state, bool to_start)
{
    poll_event event;

    if (below(state, 3) == 0) {
        uint32_t kinds = below(state, 4) == 0 ? COUNT(troubles) : 5;

        event = troubles[below(state, kinds)];
    } else if (to_start) {
        return starts[below(state, COUNT(starts))];
    } else if (below(state, 3) == 0) {
        event = gets[below(state, COUNT(gets))];
    } else {
        event = (poll_event)PAGE("SUCCESS", 0, poll_tokens[below(state, POLL_TOKENS)]);
        event.models = below(state, 4);
        event.status = below(state, 4) == 0 ? NULL : "SUCCESS";
    }
    event.via = to_start ? VIA_START : VIA_GET;
    return event;
}

/* A number of any size. Half of them are the least or the largest. */
static uint32_t any_random(uint64_t *state)
{
    uint32_t choice = below(state, 4);

    return choice == 0 ? NONE : choice == 1 ? ALL : (uint32_t)next_random(state);
}

/* A number that is often small, and never 0, because 0 stands for the default. */
static uint32_t any_budget(uint64_t *state)
{
    uint32_t number = any_random(state);

    return number >> below(state, 32) | 1;
}

/*
 * Each number is taken in a statement of its own. So their order is fixed, and a seed
 * always gives the same script.
 */
static dsi_poll_options any_options(uint64_t *state)
{
    dsi_poll_options options = {.max_requests = 1 + below(state, REQUESTS_MAX)};

    options.max_retries = 1 + below(state, 4);
    options.max_wait_ms = any_budget(state);
    options.base_delay_ms = any_budget(state);
    options.max_delay_ms = any_budget(state);
    return options;
}

/* A failed introspection is restarted every other time. */
static bool goes_on(const dsi_poll_step *step, uint64_t *state)
{
    return step->action < DSI_POLL_DONE ||
           (step->cause == DSI_CAUSE_STATUS_FAILED && below(state, 2) == 0);
}

/* Plays a script to its end. The event after the last request must be the end. */
static dsi_poll_step play(poll_tally *tally, poll_rig *rig, uint64_t *state)
{
    static const poll_event restarted = RESTARTED;
    dsi_poll_step step = rig->poll.step;

    for (uint32_t i = 0; goes_on(&step, state); i++) {
        poll_event event = step.action == DSI_POLL_FAILED
                               ? restarted
                               : any_event(state, step.request == NULL);

        if (i > 2 * tally->options.max_requests) { /* each can fail and be restarted */
            ck_abort_msg("script %llx has no end", (unsigned long long)tally->seed);
        }
        step = poll_rig_tell(rig, &event, any_random(state));
        poll_tally_check(tally, &event, &step);
    }
    return step;
}

/* Each later event must return the end again, without its detail. */
static void play_on(const poll_tally *tally, poll_rig *rig, const dsi_poll_step *end,
                    uint64_t *state)
{
    for (size_t i = 0; i < 4; i++) {
        poll_event event = any_event(state, i == 0);
        dsi_poll_step step = poll_rig_tell(rig, &event, any_random(state));

        if (step.action != end->action || step.cause != end->cause ||
            step.last_cause != end->last_cause || step.delay_ms != 0 ||
            step.request != NULL || step.detail.data != NULL) {
            ck_abort_msg("script %llx: the end did not stay",
                         (unsigned long long)tally->seed);
        }
    }
}

/*
 * Each row has its own seeds. Every end must occur, except that the memory is too
 * small.
 */
START_TEST(every_step_obeys_the_rules)
{
    size_t ends[DSI_CAUSE_WAIT_SPENT + 1] = {0};

    for (uint64_t i = 0; i < SCRIPTS; i++) {
        uint64_t seed = (uint64_t)_i << 32 | i;
        uint64_t state = seed;
        dsi_poll_options options = any_options(&state);
        poll_tally tally;
        dsi_poll_step end;
        poll_rig rig;

        poll_tally_begin(&tally, &options, seed);
        poll_rig_begin(&rig, &options);
        end = play(&tally, &rig, &state);
        ends[end.cause]++;
        play_on(&tally, &rig, &end, &state);
    }
    for (size_t i = DSI_CAUSE_STATUS_FAILED; i < COUNT(ends); i++) {
        ck_assert_msg((ends[i] > 100) == (i != DSI_CAUSE_TOO_LONG),
                      "'%s': %zu times of %d", dsi_poll_cause_text((dsi_poll_cause)i),
                      ends[i], SCRIPTS);
    }
    ck_assert_uint_gt(ends[DSI_CAUSE_NONE], 100);
}
END_TEST

SUITE(random)
{
    Suite *suite = suite_create("machine, at random");

    add_rows(suite, "scripts", every_step_obeys_the_rules, 6);
    return suite;
}
