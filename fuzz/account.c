/*
 * fuzz/account.c - a second account of polling.
 *
 * It reads an answer by the documented rules, and keeps the budgets as plain counters.
 * The machine's steps are compared with both. It knows nothing of the machine's state
 * but the steps that the machine returned.
 */
#include "fuzz/account.h"

/* -------------------------------------------------------------------- the answers */

/* Why an error is worth repeating the request; DSI_CAUSE_NONE: it is not. */
static dsi_poll_cause read_error(const dsi_service_error *error)
{
    if (error->error_class == DSI_CLASS_THROTTLE) {
        return DSI_CAUSE_THROTTLED;
    }
    if (error->error_class == DSI_CLASS_TRANSIENT ||
        (error->error_class == DSI_CLASS_MODELLED &&
         error->fault == DSI_FAULT_SERVER)) {
        return DSI_CAUSE_TRANSIENT;
    }
    return error->status / 100 == 4 && error->type.data == NULL &&
                   error->unread.code == DSI_E_TRUNCATED
               ? DSI_CAUSE_LOST
               : DSI_CAUSE_NONE;
}

/* No answer came. It was lost unless the error says that it could not be decoded. */
static account_news read_nothing(const dsi_error *error)
{
    bool lost = error == NULL || error->code == DSI_OK ||
                error->code == DSI_E_TRUNCATED;

    return (account_news){.repeat = lost ? DSI_CAUSE_LOST : DSI_CAUSE_NONE};
}

static account_news read_refusal(const dsi_service_error *error)
{
    dsi_optional_int64 hint = error->retry_after_ms;

    return (account_news){.repeat = read_error(error),
                          .hint_ms = hint.present ? (uint64_t)hint.value : 0};
}

/* An output in which nothing is set counts as a lost answer. */
static account_news read_output(bool is_set)
{
    return (account_news){.is_output = is_set,
                          .repeat = is_set ? DSI_CAUSE_NONE : DSI_CAUSE_LOST};
}

account_news account_read_start(const dsi_start_answer *answer, const dsi_error *error)
{
    account_news news;

    if (answer == NULL) {
        news = read_nothing(error);
    } else if (answer->kind == DSI_SERVICE_ERROR) {
        news = read_refusal(&answer->error);
    } else {
        news = read_output(answer->output.introspection_id.data != NULL ||
                           answer->output.introspection_status.text.data != NULL ||
                           answer->output.introspection_status_detail.data != NULL);
    }
    news.of_start = true;
    return news;
}

account_news account_read_get(const dsi_get_answer *answer, const dsi_error *error)
{
    if (answer == NULL) {
        return read_nothing(error);
    }
    if (answer->kind == DSI_SERVICE_ERROR) {
        return read_refusal(&answer->error);
    }
    return read_output(answer->output.introspection_id.data != NULL ||
                       answer->output.introspection_status.text.data != NULL ||
                       answer->output.introspection_status_detail.data != NULL ||
                       answer->output.introspection_result != NULL);
}

/* ---------------------------------------------------------------------- the steps */

static bool is_end(dsi_poll_action action)
{
    return action >= DSI_POLL_DONE;
}

static bool is_of_start(dsi_poll_action action)
{
    return action == DSI_POLL_START || action == DSI_POLL_RESTART;
}

/* True if the budget that the step names is really spent. */
static bool is_spent(const account *self, const dsi_poll_step *step)
{
    switch (step->cause) {
    case DSI_CAUSE_REQUESTS_SPENT:
        return self->requests == self->options.max_requests;
    case DSI_CAUSE_WAIT_SPENT:
        return self->waited_ms == self->options.max_wait_ms;
    case DSI_CAUSE_RETRIES_SPENT:
        return (step->last_cause == DSI_CAUSE_STATUS_FAILED
                    ? self->restarts
                    : self->retries) == self->options.max_retries;
    default:
        return false;
    }
}

/* Checks what must hold for every new step, and counts the step. */
static void book(account *self, dsi_poll_step step)
{
    bool has_request = !is_end(step.action) && !is_of_start(step.action);

    fuzz_hold(step.action != DSI_POLL_GIVE_UP || is_spent(self, &step),
              "it gives up only when a budget is spent");
    self->requests += is_end(step.action) ? 0 : 1;
    self->waited_ms += step.delay_ms;
    fuzz_hold(self->requests <= self->options.max_requests,
              "requests stay in their budget");
    fuzz_hold(self->waited_ms <= self->options.max_wait_ms,
              "delays stay in their budget");
    fuzz_hold((step.request != NULL) == has_request,
              "a Get request is asked for with the request");
    fuzz_hold(step.request == NULL || step.request->introspection_id.length > 0,
              "a request has an id");
    fuzz_hold(step.action == DSI_POLL_GIVE_UP || step.last_cause == DSI_CAUSE_NONE,
              "only who gives up has a last cause");
    self->last = step;
}

/* The longest random delay after so many delays of its kind. */
static uint64_t ceiling(const account *self, uint32_t times)
{
    uint64_t delay = (uint64_t)self->options.base_delay_ms << (times < 32 ? times : 32);

    return delay < self->options.max_delay_ms ? delay : self->options.max_delay_ms;
}

/*
 * The delay is random, so only its bounds are checked. A hint makes it longer, by at
 * most DSI_POLL_HINT_MAX_MS, and never shorter.
 */
static void check_delay(const account *self, uint32_t delay_ms, uint32_t times,
                        uint64_t hint_ms)
{
    uint64_t left = self->options.max_wait_ms - self->waited_ms;
    uint64_t drawn = ceiling(self, times);
    uint64_t most = hint_ms > drawn ? hint_ms : drawn;
    uint64_t least = hint_ms < DSI_POLL_HINT_MAX_MS ? hint_ms : DSI_POLL_HINT_MAX_MS;

    if (most > drawn + DSI_POLL_HINT_MAX_MS) {
        most = drawn + DSI_POLL_HINT_MAX_MS;
    }
    fuzz_hold(delay_ms <= most, "a delay has its bound");
    fuzz_hold(delay_ms <= left, "a delay is at most what is left");
    fuzz_hold(delay_ms >= least || delay_ms == left, "a hint is honoured");
}

/* After an end, an event changes nothing. The detail's text may be gone by then. */
static void check_same(const account *self, dsi_poll_step step)
{
    const dsi_poll_step *last = &self->last;

    fuzz_hold(step.action == last->action && step.cause == last->cause &&
                  step.last_cause == last->last_cause &&
                  step.delay_ms == last->delay_ms && step.request == last->request &&
                  step.detail.data == NULL,
              "it says the same again");
}

/* The answer is a reason to send the request again. */
static void check_repeated(account *self, const account_news *news, dsi_poll_step step)
{
    dsi_poll_action again = is_of_start(self->last.action) ? DSI_POLL_RESTART
                                                           : DSI_POLL_RETRY;

    if (step.action == DSI_POLL_GIVE_UP) {
        fuzz_hold(step.last_cause == news->repeat, "who gives up says why");
        return;
    }
    fuzz_hold(step.action == again && step.cause == news->repeat,
              "what may pass is tried again");
    fuzz_hold(self->retries < self->options.max_retries,
              "retries stay in their budget");
    check_delay(self, step.delay_ms, self->retries++, news->hint_ms);
}

/* An output ends a series of retries. Only waiting for the service is delayed. */
static void check_output(account *self, const account_news *news, dsi_poll_step step)
{
    self->retries = 0;
    self->waits = news->of_start ? 0 : self->waits;
    fuzz_hold(step.action == DSI_POLL_WAIT || step.action == DSI_POLL_FETCH ||
                  is_end(step.action),
              "an output is not asked for again");
    fuzz_hold(step.action != DSI_POLL_GIVE_UP ||
                  step.last_cause == DSI_CAUSE_PROCESSING ||
                  step.last_cause == DSI_CAUSE_UNKNOWN_STATUS ||
                  (step.last_cause == DSI_CAUSE_NONE &&
                   step.cause == DSI_CAUSE_REQUESTS_SPENT),
              "who gives up says what the next request was for");
    if (step.action == DSI_POLL_WAIT) {
        check_delay(self, step.delay_ms, self->waits++, 0);
    } else {
        fuzz_hold(step.delay_ms == 0, "only a repeated request is delayed");
        self->waits = 0;
    }
}

/* ---------------------------------------------------------------------- the events */

void account_begun(account *self, const dsi_poll_options *options, dsi_poll_step step)
{
    *self = (account){.options = *options};
    fuzz_hold(step.action == DSI_POLL_START && step.cause == DSI_CAUSE_NONE,
              "the first step is START");
    book(self, step);
}

void account_answered(account *self, const account_news *news, dsi_poll_step step)
{
    if (is_end(self->last.action)) {
        check_same(self, step);
        return;
    }
    if (!news->of_start && is_of_start(self->last.action)) {
        fuzz_hold(step.action == DSI_POLL_FAILED && step.cause == DSI_CAUSE_NO_ID,
                  "a page that was not asked for has no id");
    } else if (news->repeat != DSI_CAUSE_NONE) {
        check_repeated(self, news, step);
    } else if (news->is_output) {
        check_output(self, news, step);
    } else {
        fuzz_hold(step.action == DSI_POLL_FAILED, "what cannot pass is the end");
    }
    book(self, step);
}

/* A resumed machine has Start's output already, so its START was never sent. */
void account_resumed(account *self, dsi_poll_step step)
{
    const account_news news = {.of_start = true, .is_output = true};

    self->requests -= self->last.action == DSI_POLL_START ? 1 : 0;
    account_answered(self, &news, step);
}

/* A restart does something only after the service said FAILED. */
void account_restarted(account *self, dsi_poll_step step)
{
    if (self->last.action != DSI_POLL_FAILED ||
        self->last.cause != DSI_CAUSE_STATUS_FAILED) {
        check_same(self, step);
        return;
    }
    if (step.action == DSI_POLL_GIVE_UP) {
        fuzz_hold(step.last_cause == DSI_CAUSE_STATUS_FAILED, "who gives up says why");
    } else {
        fuzz_hold(step.action == DSI_POLL_RESTART &&
                      step.cause == DSI_CAUSE_STATUS_FAILED,
                  "a restart sends Start again");
        fuzz_hold(self->restarts < self->options.max_retries,
                  "restarts stay in their budget");
        check_delay(self, step.delay_ms, self->restarts++, 0);
    }
    book(self, step);
}
