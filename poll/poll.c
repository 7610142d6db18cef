/*
 * poll/poll.c - the poll machine: answers in, next steps out. It has no clock and no
 * socket.
 *
 *     1. begin: options get their defaults, and the first step is START.
 *     2. An event comes in: what became of the request that the last step asked for.
 *     3. poll_settles looks at what an answer of any operation can be: the end, a
 *        service error, no usable answer. Each of these is a step.
 *     4. Otherwise poll_started or poll_got looks at the output of the operation.
 *     5. poll_send and poll_again make the next request, within the budgets.
 *     6. DONE, FAILED and GIVE_UP are ends: later events return the same step.
 *
 * Each step is made by poll_step, so the machine always knows what it asked for last.
 * The machine ends whatever the caller reports, because it counts each request and each
 * delay before it returns them.
 */
#include <dsi/poll.h>

#include "poll/texts.h"
#include "schema/operation.h"
#include "schema/shared.h"

/* What an answer is, of whichever operation. */
typedef struct poll_event {
    const dsi_service_error *refusal; /* NULL: the answer is not a service error */
    bool has_output;
    bool is_blank; /* every member of the output is absent */
    const dsi_error *error;
    uint32_t random;
} poll_event;

/* ----------------------------------------------------------------------- budgets */

static uint32_t poll_or(uint32_t given, uint32_t by_default)
{
    return given != 0 ? given : by_default;
}

static void poll_set_options(dsi_poll *poll, const dsi_poll_options *options)
{
    dsi_poll_options *kept = &poll->options;

    if (options != NULL) {
        *kept = *options;
    }
    kept->max_requests = poll_or(kept->max_requests, DSI_POLL_REQUESTS_DEFAULT);
    kept->max_retries = poll_or(kept->max_retries, DSI_POLL_RETRIES_DEFAULT);
    kept->max_wait_ms = poll_or(kept->max_wait_ms, DSI_POLL_WAIT_DEFAULT);
    kept->base_delay_ms = poll_or(kept->base_delay_ms, DSI_POLL_BASE_DELAY_DEFAULT);
    kept->max_delay_ms = poll_or(kept->max_delay_ms, DSI_POLL_MAX_DELAY_DEFAULT);
    poll->request.include_models_sdl = kept->include_models_sdl;
    poll->request.max_results = kept->max_results;
}

/*
 * Makes a step. The machine keeps it without its detail, which is a view into an answer
 * that will be gone.
 */
static dsi_poll_step poll_step(dsi_poll *poll, dsi_poll_action action,
                               dsi_poll_cause cause)
{
    poll->step = (dsi_poll_step){.action = action, .cause = cause};
    return poll->step;
}

static dsi_poll_step poll_fail(dsi_poll *poll, dsi_poll_cause cause, dsi_string detail)
{
    dsi_poll_step step = poll_step(poll, DSI_POLL_FAILED, cause);

    step.detail = detail;
    return step;
}

static dsi_poll_step poll_give_up(dsi_poll *poll, dsi_poll_cause cause,
                                  dsi_poll_cause last_cause)
{
    (void)poll_step(poll, DSI_POLL_GIVE_UP, cause);
    poll->step.last_cause = last_cause;
    return poll->step;
}

static bool poll_sends_start(dsi_poll_action action)
{
    return action == DSI_POLL_START || action == DSI_POLL_RESTART;
}

/* Asks for a request, if one is left. A delay counts only if its request is made. */
static dsi_poll_step poll_send(dsi_poll *poll, dsi_poll_action action,
                               dsi_poll_cause cause, uint32_t delay_ms)
{
    if (poll->requests == poll->options.max_requests) {
        return poll_give_up(poll, DSI_CAUSE_REQUESTS_SPENT, cause);
    }
    poll->requests++;
    poll->waited_ms += delay_ms;
    (void)poll_step(poll, action, cause);
    poll->step.delay_ms = delay_ms;
    poll->step.request = poll_sends_start(action) ? NULL : &poll->request;
    return poll->step;
}

dsi_poll_step dsi_poll_begin(dsi_poll *poll, char *memory, size_t capacity,
                             const dsi_poll_options *options)
{
    *poll = (dsi_poll){.memory = memory, .capacity = capacity};
    poll_set_options(poll, options);
    return poll_send(poll, DSI_POLL_START, DSI_CAUSE_NONE, 0);
}

/* A request once more: why, how often it was repeated before, and when. */
typedef struct poll_repeat {
    dsi_poll_cause cause;
    uint32_t times;
    uint32_t random;
    int64_t hint_ms; /* 0: absent */
} poll_repeat;

/*
 * Full jitter: any number from 0 to a ceiling that has doubled `times` times. The loop
 * ends at the greatest delay, so 64 bits never overflow. Multiplied by a number below
 * 2^32 and shifted, the ceiling is never exceeded.
 */
static uint32_t poll_draw(const dsi_poll *poll, const poll_repeat *repeat)
{
    uint64_t ceiling = poll->options.base_delay_ms;
    uint32_t times = repeat->times;

    while (times > 0 && ceiling < poll->options.max_delay_ms) {
        ceiling *= 2;
        times--;
    }
    if (ceiling > poll->options.max_delay_ms) {
        ceiling = poll->options.max_delay_ms;
    }
    return (uint32_t)((ceiling + 1) * repeat->random >> 32);
}

/*
 * A hint of the service makes a delay longer, never shorter, and by
 * DSI_POLL_HINT_MAX_MS at most. A service cannot hold a client up for an hour. The sum
 * of all delays never passes max_wait_ms, so `left` is not negative.
 */
static uint32_t poll_delay(const dsi_poll *poll, const poll_repeat *repeat)
{
    uint32_t left = poll->options.max_wait_ms - poll->waited_ms;
    uint64_t delay = poll_draw(poll, repeat);
    uint64_t most = delay + DSI_POLL_HINT_MAX_MS;
    uint64_t hint = repeat->hint_ms > 0 ? (uint64_t)repeat->hint_ms : 0;

    if (hint > delay) {
        delay = hint < most ? hint : most;
    }
    return delay < left ? (uint32_t)delay : left;
}

static dsi_poll_step poll_again(dsi_poll *poll, dsi_poll_action action,
                                const poll_repeat *repeat)
{
    if (poll->waited_ms == poll->options.max_wait_ms) {
        return poll_give_up(poll, DSI_CAUSE_WAIT_SPENT, repeat->cause);
    }
    return poll_send(poll, action, repeat->cause, poll_delay(poll, repeat));
}

static dsi_poll_step poll_wait(dsi_poll *poll, dsi_poll_cause cause, uint32_t random)
{
    const poll_repeat repeat = {
        .cause = cause, .times = poll->waits++, .random = random};

    return poll_again(poll, DSI_POLL_WAIT, &repeat);
}

/*
 * Repeats the request that got no usable answer. Until Start has answered that is
 * Start's request, as there is no id to ask for.
 */
static dsi_poll_step poll_retry(dsi_poll *poll, dsi_poll_cause cause,
                                const poll_event *event)
{
    bool start = poll_sends_start(poll->step.action);
    poll_repeat repeat = {
        .cause = cause, .times = poll->retries, .random = event->random};

    if (poll->retries == poll->options.max_retries) {
        return poll_give_up(poll, DSI_CAUSE_RETRIES_SPENT, cause);
    }
    if (event->refusal != NULL && event->refusal->retry_after_ms.present) {
        repeat.hint_ms = event->refusal->retry_after_ms.value;
    }
    poll->retries++;
    return poll_again(poll, start ? DSI_POLL_RESTART : DSI_POLL_RETRY, &repeat);
}

/* -------------------------------------------------------------------- the events */

/* An absent token is the last page, and so is an empty one: neither can be sent. */
static dsi_poll_step poll_next_page(dsi_poll *poll, dsi_string token)
{
    if (token.length == 0) {
        return poll_step(poll, DSI_POLL_DONE, DSI_CAUSE_NONE);
    }
    if (dsi_poll_is_cycle(poll, token)) {
        return poll_fail(poll, DSI_CAUSE_TOKEN_REPEATED, dsi_str(NULL));
    }
    if (!dsi_poll_keep_token(poll, token)) {
        return poll_fail(poll, DSI_CAUSE_TOO_LONG, dsi_str(NULL));
    }
    return poll_send(poll, DSI_POLL_FETCH, DSI_CAUSE_NONE, 0);
}

/*
 * A 4xx without a type, whose body was cut: the part that is missing may name a
 * throttle. A body that is whole and has no type is not lost.
 */
static bool poll_lost_type(const dsi_service_error *error)
{
    return error->status >= 400 && error->status <= 499 && error->type.data == NULL &&
           error->unread.code == DSI_E_TRUNCATED;
}

/*
 * A service error: retried if its class says so, or if the model calls it the server's
 * fault. Everything else is final, because it would be answered the same way again.
 */
static dsi_poll_step poll_refused(dsi_poll *poll, const poll_event *event)
{
    const dsi_service_error *error = event->refusal;

    if (error->error_class == DSI_CLASS_THROTTLE) {
        return poll_retry(poll, DSI_CAUSE_THROTTLED, event);
    }
    if (error->error_class == DSI_CLASS_TRANSIENT ||
        (error->error_class == DSI_CLASS_MODELLED &&
         error->fault == DSI_FAULT_SERVER)) {
        return poll_retry(poll, DSI_CAUSE_TRANSIENT, event);
    }
    if (poll_lost_type(error)) {
        return poll_retry(poll, DSI_CAUSE_LOST, event);
    }
    return poll_fail(poll, DSI_CAUSE_REFUSED, error->message);
}

/* A cut answer is lost. Any other error would come again with the same bytes. */
static dsi_poll_step poll_nothing(dsi_poll *poll, const poll_event *event)
{
    const dsi_error *error = event->error;

    if (error == NULL || error->code == DSI_OK || error->code == DSI_E_TRUNCATED) {
        return poll_retry(poll, DSI_CAUSE_LOST, event);
    }
    if (error->code == DSI_E_STOPPED) {
        return poll_fail(poll, DSI_CAUSE_STOPPED, dsi_str(NULL));
    }
    return poll_fail(poll, DSI_CAUSE_UNREADABLE, dsi_str(NULL));
}

/* An unknown status is waited for as well: a newer service may have more states. */
static dsi_poll_step poll_not_yet(dsi_poll *poll, dsi_introspection_status status,
                                  uint32_t random)
{
    return poll_wait(poll,
                     status == DSI_STATUS_PROCESSING ? DSI_CAUSE_PROCESSING
                                                     : DSI_CAUSE_UNKNOWN_STATUS,
                     random);
}

/* The text decides, so a hand-made answer needs no `value`. */
static dsi_introspection_status poll_status(dsi_introspection_status_text sent)
{
    return (dsi_introspection_status)dsi_type_tag(&dsi_shape_status, sent.text);
}

/* Without an id that a target can carry there is nothing to ask for. */
static dsi_poll_step poll_started(dsi_poll *poll, const dsi_start_response *output,
                                  uint32_t random)
{
    dsi_introspection_status status = poll_status(output->introspection_status);

    if (status == DSI_STATUS_FAILED) {
        return poll_fail(poll, DSI_CAUSE_STATUS_FAILED,
                         output->introspection_status_detail);
    }
    if (!dsi_poll_is_usable(output->introspection_id)) {
        return poll_fail(poll, DSI_CAUSE_NO_ID, dsi_str(NULL));
    }
    if (!dsi_poll_keep_id(poll, output->introspection_id)) {
        return poll_fail(poll, DSI_CAUSE_TOO_LONG, dsi_str(NULL));
    }
    if (status == DSI_STATUS_SUCCESS) {
        return poll_send(poll, DSI_POLL_FETCH, DSI_CAUSE_NONE, 0);
    }
    return poll_not_yet(poll, status, random);
}

/*
 * Get's output. A result without a status is a page: the result is there. A result with
 * a status other than SUCCESS is not, as the status says so. A page ends a series of
 * WAIT.
 */
static dsi_poll_step poll_got(dsi_poll *poll, const dsi_get_response *output,
                              uint32_t random)
{
    const dsi_introspection_result *result = output->introspection_result;
    dsi_introspection_status status = poll_status(output->introspection_status);
    bool is_set = output->introspection_status.text.data != NULL;

    if (status == DSI_STATUS_FAILED) {
        return poll_fail(poll, DSI_CAUSE_STATUS_FAILED,
                         output->introspection_status_detail);
    }
    if (status != DSI_STATUS_SUCCESS && (is_set || result == NULL)) {
        return poll_not_yet(poll, status, random);
    }
    poll->waits = 0;
    return poll_next_page(poll, result != NULL ? result->next_token : dsi_str(NULL));
}

static bool poll_has_ended(const dsi_poll *poll)
{
    return poll->step.action >= DSI_POLL_DONE;
}

/*
 * True if the event has no output to look at; then the step is made here. A blank
 * output counts as lost: a transfer that was cut before its first byte looks the same.
 * Any other output ends a series of retries.
 */
static bool poll_settles(dsi_poll *poll, const poll_event *event, dsi_poll_step *step)
{
    if (poll_has_ended(poll)) {
        *step = poll->step;
        return true;
    }
    if (event->refusal != NULL) {
        *step = poll_refused(poll, event);
        return true;
    }
    if (!event->has_output) {
        *step = poll_nothing(poll, event);
        return true;
    }
    if (event->is_blank) {
        *step = poll_retry(poll, DSI_CAUSE_LOST, event);
        return true;
    }
    poll->retries = 0;
    return false;
}

/* What the typed answer of an operation is; NULL: no answer came. */
static poll_event poll_look(const dsi_operation *operation, const void *answer,
                            const dsi_error *error, uint32_t random)
{
    const char *place = answer;
    poll_event event = {.error = error, .random = random};

    if (answer == NULL) {
        return event;
    }
    event.has_output = dsi_answer_face(answer).kind == DSI_OUTPUT;
    event.is_blank = dsi_type_blank(operation->output,
                                    place + operation->answer.output);
    if (!event.has_output) {
        event.refusal =
            (const dsi_service_error *)(const void *)(place + operation->answer.error);
    }
    return event;
}

/*
 * An introspection that was started before is one whose Start has just answered
 * SUCCESS. So this gives the machine that answer, and puts another token into the step.
 */
dsi_poll_step dsi_poll_resume(dsi_poll *poll, dsi_string introspection_id,
                              dsi_string next_token)
{
    dsi_start_answer started = {
        .kind = DSI_OUTPUT,
        .output = {.introspection_id = introspection_id,
                   .introspection_status = {.text = dsi_str("SUCCESS")}}};
    dsi_poll_step step;

    if (poll->step.action == DSI_POLL_START) {
        poll->requests--; /* START is not sent */
    }
    step = dsi_poll_start_advance(poll, &started, NULL, 0);
    if (step.request != NULL && next_token.length > 0 &&
        !dsi_poll_keep_token(poll, next_token)) {
        return poll_fail(poll, DSI_CAUSE_TOO_LONG, dsi_str(NULL));
    }
    return step;
}

dsi_poll_step dsi_poll_start_advance(dsi_poll *poll, const dsi_start_answer *answer,
                                     const dsi_error *error, uint32_t random)
{
    poll_event event = poll_look(&dsi_operation_start, answer, error, random);
    dsi_poll_step step;

    return poll_settles(poll, &event, &step)
               ? step
               : poll_started(poll, &answer->output, random);
}

/* Without an id no Get request was asked for, so its answer cannot be used. */
dsi_poll_step dsi_poll_get_advance(dsi_poll *poll, const dsi_get_answer *answer,
                                   const dsi_error *error, uint32_t random)
{
    poll_event event = poll_look(&dsi_operation_get, answer, error, random);
    dsi_poll_step step;

    if (poll_sends_start(poll->step.action)) {
        return poll_fail(poll, DSI_CAUSE_NO_ID, dsi_str(NULL));
    }
    return poll_settles(poll, &event, &step) ? step
                                             : poll_got(poll, &answer->output, random);
}

/*
 * Restarts have a count of their own: an answer in between ends a series of retries.
 * The id is forgotten, so that dsi_poll_resume does not go on with an introspection
 * that failed.
 */
dsi_poll_step dsi_poll_restart(dsi_poll *poll, uint32_t random)
{
    const poll_repeat repeat = {
        .cause = DSI_CAUSE_STATUS_FAILED, .times = poll->restarts, .random = random};

    if (poll->step.action != DSI_POLL_FAILED ||
        poll->step.cause != DSI_CAUSE_STATUS_FAILED) {
        return poll->step;
    }
    if (poll->restarts == poll->options.max_retries) {
        return poll_give_up(poll, DSI_CAUSE_RETRIES_SPENT, repeat.cause);
    }
    poll->restarts++;
    poll->request.introspection_id = dsi_str(NULL);
    poll->request.next_token = dsi_str(NULL);
    return poll_again(poll, DSI_POLL_RESTART, &repeat);
}

const char *dsi_poll_cause_text(dsi_poll_cause cause)
{
    static const char *const texts[] = {
        [DSI_CAUSE_NONE] = "",
        [DSI_CAUSE_PROCESSING] = "the introspection is still processing",
        [DSI_CAUSE_UNKNOWN_STATUS] = "the introspection's status is not known",
        [DSI_CAUSE_THROTTLED] = "the service throttles requests",
        [DSI_CAUSE_TRANSIENT] = "the service had an error that may pass",
        [DSI_CAUSE_LOST] = "no complete answer arrived",
        [DSI_CAUSE_STATUS_FAILED] = "the introspection has failed",
        [DSI_CAUSE_REFUSED] = "the service refused the request",
        [DSI_CAUSE_UNREADABLE] = "the answer cannot be decoded",
        [DSI_CAUSE_STOPPED] = "the caller's function stopped the call",
        [DSI_CAUSE_NO_ID] = "there is no usable introspection id",
        [DSI_CAUSE_TOO_LONG] = "the id and the token do not fit in the memory",
        [DSI_CAUSE_TOKEN_REPEATED] = "the pages form a cycle",
        [DSI_CAUSE_REQUESTS_SPENT] = "max_requests is spent",
        [DSI_CAUSE_RETRIES_SPENT] = "max_retries is spent",
        [DSI_CAUSE_WAIT_SPENT] = "max_wait_ms is spent"};

    return texts[(size_t)cause < sizeof texts / sizeof *texts ? cause : DSI_CAUSE_NONE];
}
