/* tests/poll/tally.c - a second, simpler account of the poll machine's rules. */
#include "tests/poll/tally.h"

#include "tests/support.h"

const char *const poll_tokens[POLL_TOKENS] = {"A", "B", "C", "D", "E", "F",
                                              "G", "H", "I", "J", "",  "another"};

#define HOLDS(what)                                                                    \
    do {                                                                               \
        if (!(what)) {                                                                 \
            ck_abort_msg("script %llx, request %u: not " #what,                        \
                         (unsigned long long)self->seed, self->requests);              \
        }                                                                              \
    } while (0)

/* The ceiling after `times` doublings. */
static uint64_t ceiling(const poll_tally *self, uint32_t times)
{
    uint64_t doubled = (uint64_t)self->options.base_delay_ms << times;

    return doubled < self->options.max_delay_ms ? doubled : self->options.max_delay_ms;
}

static bool repeats(const dsi_poll_step *step)
{
    return step->action == DSI_POLL_RETRY || step->action == DSI_POLL_RESTART;
}

static void check_delay(poll_tally *self, const poll_event *event,
                        const dsi_poll_step *step)
{
    uint64_t left = self->options.max_wait_ms - self->waited_ms;
    uint64_t hint = event->hint_ms > 0 ? DSI_POLL_HINT_MAX_MS : 0;

    if (step->action == DSI_POLL_WAIT) {
        HOLDS(step->delay_ms <= ceiling(self, self->waits));
        self->waits++;
    } else if (repeats(step) && step->cause == DSI_CAUSE_STATUS_FAILED) {
        HOLDS(event->via == VIA_RESTART);
        HOLDS(step->delay_ms <= ceiling(self, self->restarts));
        HOLDS(self->restarts < self->options.max_retries);
        self->restarts++;
    } else if (repeats(step)) {
        HOLDS(step->delay_ms <= ceiling(self, self->retries) + hint);
        HOLDS(self->retries < self->options.max_retries);
        self->retries++;
    } else {
        HOLDS(step->delay_ms == 0);
    }
    HOLDS(step->delay_ms <= left);
    self->waited_ms += step->delay_ms;
}

static bool is_kept(dsi_string text, const char *expected)
{
    return dsi_string_equal(text, dsi_str(expected)) &&
           (expected == NULL || text.data[text.length] == '\0');
}

/* Checks a step that asks for a request. */
static void check_request(poll_tally *self, const dsi_poll_step *step)
{
    HOLDS(self->requests < self->options.max_requests);
    self->requests++;
    HOLDS(step->detail.data == NULL);
    HOLDS((step->request != NULL) == self->has_id);
    HOLDS((step->request != NULL) == (step->action != DSI_POLL_RESTART));
    HOLDS(step->last_cause == DSI_CAUSE_NONE);
    if (step->request != NULL) {
        HOLDS(is_kept(step->request->introspection_id, POLL_ID));
        HOLDS(is_kept(step->request->next_token, self->token));
    }
}

static void check_end(const poll_tally *self, const dsi_poll_step *step, bool repeated)
{
    HOLDS(step->request == NULL && step->delay_ms == 0);
    HOLDS(step->detail.data == NULL || step->cause == DSI_CAUSE_STATUS_FAILED ||
          step->cause == DSI_CAUSE_REFUSED);
    HOLDS((step->action == DSI_POLL_DONE) == (step->cause == DSI_CAUSE_NONE));
    HOLDS((step->action == DSI_POLL_GIVE_UP) ==
          (step->cause >= DSI_CAUSE_REQUESTS_SPENT));
    HOLDS(step->cause != DSI_CAUSE_REQUESTS_SPENT ||
          self->requests == self->options.max_requests);
    HOLDS(step->cause != DSI_CAUSE_RETRIES_SPENT ||
          self->options.max_retries == (step->last_cause == DSI_CAUSE_STATUS_FAILED
                                            ? self->restarts
                                            : self->retries));
    HOLDS(step->action == DSI_POLL_GIVE_UP || step->last_cause == DSI_CAUSE_NONE);
    HOLDS(step->last_cause != DSI_CAUSE_NONE || step->action != DSI_POLL_GIVE_UP ||
          step->cause == DSI_CAUSE_REQUESTS_SPENT);
    HOLDS(step->cause != DSI_CAUSE_WAIT_SPENT ||
          self->waited_ms == self->options.max_wait_ms);
    HOLDS(step->cause != DSI_CAUSE_TOKEN_REPEATED || repeated);
    HOLDS(step->cause != DSI_CAUSE_TOO_LONG);
}

/* A new introspection begins. The machine must forget the one before. */
static void count_start(poll_tally *self)
{
    self->has_id = false;
    self->token = NULL;
    self->waits = 0;
    memset(self->seen, 0, sizeof self->seen);
}

/* Counts the event. Returns true if its token has come before. */
static bool count_event(poll_tally *self, const poll_event *event)
{
    bool page = event->via == VIA_GET && event->came == CAME_OUTPUT &&
                (event->status == NULL ? event->has_result
                                       : strcmp(event->status, "SUCCESS") == 0);
    bool repeated = false;

    if (event->via == VIA_RESUME && self->last == DSI_POLL_START) {
        self->requests--; /* the request of Start is not sent */
    }
    if (event->via == VIA_RESTART) {
        count_start(self);
    }
    if (event->came == CAME_OUTPUT) {
        self->retries = 0;
        self->has_id = self->has_id || (event->via != VIA_GET && event->text != NULL);
    }
    if (page) {
        self->waits = 0;
    }
    for (size_t i = 0; page && event->text != NULL && i < POLL_TOKENS; i++) {
        if (strcmp(poll_tokens[i], event->text) == 0) {
            repeated = self->seen[i];
            self->seen[i] = true;
            self->token = event->text;
        }
    }
    return repeated;
}

void poll_tally_begin(poll_tally *self, const dsi_poll_options *options, uint64_t seed)
{
    *self = (poll_tally){
        .options = *options, .seed = seed, .requests = 1, .last = DSI_POLL_START};
}

void poll_tally_check(poll_tally *self, const poll_event *event,
                      const dsi_poll_step *step)
{
    bool repeated = count_event(self, event);

    if (step->action >= DSI_POLL_DONE) {
        check_end(self, step, repeated);
    } else {
        check_delay(self, event, step);
        check_request(self, step);
    }
    self->last = step->action;
}
