/* The poll machine: decoded answers in, next steps out. No clock, no socket. */
#include <dsi/poll.h>

#include <string.h>

#include "schema/label.h"
#include "schema/shapes.h"

/* ----------------------------------------------------------------------- budgets */

static uint32_t poll_or(uint32_t given, uint32_t by_default)
{
    return given != 0 ? given : by_default;
}

void dsi_poll_begin(dsi_poll *poll, char *memory, size_t capacity,
                    const dsi_poll_options *options)
{
    dsi_poll_options *kept = &poll->options;

    *poll = (dsi_poll){.memory = memory, .capacity = capacity};
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

static dsi_poll_step poll_end(dsi_poll *poll, dsi_poll_action action,
                              dsi_poll_cause cause)
{
    poll->end = action;
    poll->end_cause = cause;
    return (dsi_poll_step){.action = action, .cause = cause};
}

static dsi_poll_step poll_fail(dsi_poll *poll, dsi_poll_cause cause, dsi_string detail)
{
    dsi_poll_step step = poll_end(poll, DSI_POLL_FAILED, cause);

    step.detail = detail;
    return step;
}

/* Asks for a request, if one is left. */
static dsi_poll_step poll_send(dsi_poll *poll, dsi_poll_action action,
                               dsi_poll_cause cause, uint32_t delay_ms)
{
    bool has_id = poll->request.introspection_id.data != NULL;

    if (poll->requests == poll->options.max_requests) {
        return poll_end(poll, DSI_POLL_GIVE_UP, DSI_CAUSE_REQUESTS_SPENT);
    }
    poll->requests++;
    poll->waited_ms += delay_ms;
    return (dsi_poll_step){.action = action,
                           .cause = cause,
                           .delay_ms = delay_ms,
                           .request = has_id ? &poll->request : NULL};
}

/* Full jitter: anything from 0 to a ceiling that has doubled `times` times. */
static uint32_t poll_delay(const dsi_poll *poll, uint32_t times, uint32_t random)
{
    uint64_t ceiling = poll->options.base_delay_ms;
    uint32_t left = poll->options.max_wait_ms - poll->waited_ms;
    uint32_t delay;

    while (times > 0 && ceiling < poll->options.max_delay_ms) {
        ceiling *= 2;
        times--;
    }
    if (ceiling > poll->options.max_delay_ms) {
        ceiling = poll->options.max_delay_ms;
    }
    delay = (uint32_t)((ceiling + 1) * random >> 32);
    return delay < left ? delay : left;
}

/* After a delay, the same request again. */
static dsi_poll_step poll_again(dsi_poll *poll, dsi_poll_action action,
                                dsi_poll_cause cause, uint32_t times, uint32_t random)
{
    if (poll->waited_ms == poll->options.max_wait_ms) {
        return poll_end(poll, DSI_POLL_GIVE_UP, DSI_CAUSE_WAIT_SPENT);
    }
    return poll_send(poll, action, cause, poll_delay(poll, times, random));
}

static dsi_poll_step poll_wait(dsi_poll *poll, dsi_poll_cause cause, uint32_t random)
{
    return poll_again(poll, DSI_POLL_WAIT, cause, poll->waits++, random);
}

static dsi_poll_step poll_retry(dsi_poll *poll, dsi_poll_cause cause, uint32_t random)
{
    if (poll->retries == poll->options.max_retries) {
        return poll_end(poll, DSI_POLL_GIVE_UP, DSI_CAUSE_RETRIES_SPENT);
    }
    return poll_again(poll, DSI_POLL_RETRY, cause, poll->retries++, random);
}

/* ------------------------------------------------------------------ id and token */

/*
 * Keeps a text at `offset` of the memory, terminated. False if it does not fit. It may
 * be there already, from another machine.
 */
static bool poll_keep(dsi_poll *poll, size_t offset, dsi_string text, dsi_string *kept)
{
    char *place = poll->memory + offset;

    if (poll->capacity - offset <= text.length) {
        return false;
    }
    memmove(place, text.data, text.length);
    place[text.length] = '\0';
    *kept = (dsi_string){.data = place, .length = text.length};
    return true;
}

/* What was known of another introspection is gone. */
static bool poll_keep_id(dsi_poll *poll, dsi_string id)
{
    poll->request.next_token = dsi_str(NULL);
    poll->pages = 0;
    poll->waits = 0;
    return poll_keep(poll, 0, id, &poll->request.introspection_id);
}

static bool poll_keep_token(dsi_poll *poll, dsi_string token)
{
    size_t offset = poll->request.introspection_id.length + 1;

    return poll_keep(poll, offset, token, &poll->request.next_token);
}

/* FNV-1a. Only the service that makes the tokens could make two of them collide. */
static uint64_t poll_hash(dsi_string token)
{
    uint64_t hash = 14695981039346656037u;

    for (size_t i = 0; i < token.length; i++) {
        hash = (hash ^ (unsigned char)token.data[i]) * 1099511628211u;
    }
    return hash;
}

/*
 * The token at hand again is one at once. Longer ones are found Brent's way, with one
 * token remembered: that of the last page whose number is a power of two.
 */
static bool poll_is_circle(dsi_poll *poll, dsi_string token)
{
    uint64_t hash = poll_hash(token);

    if (dsi_string_equal(token, poll->request.next_token) ||
        (poll->pages > 0 && hash == poll->marked_token)) {
        return true;
    }
    poll->pages++;
    if ((poll->pages & (poll->pages - 1)) == 0) {
        poll->marked_token = hash;
    }
    return false;
}

/* -------------------------------------------------------------------- the events */

static dsi_poll_step poll_next_page(dsi_poll *poll, dsi_string token)
{
    if (token.length == 0) {
        return poll_end(poll, DSI_POLL_DONE, DSI_CAUSE_NONE);
    }
    if (poll_is_circle(poll, token)) {
        return poll_fail(poll, DSI_CAUSE_TOKEN_REPEATED, dsi_str(NULL));
    }
    if (!poll_keep_token(poll, token)) {
        return poll_fail(poll, DSI_CAUSE_TOO_LONG, dsi_str(NULL));
    }
    return poll_send(poll, DSI_POLL_FETCH, DSI_CAUSE_NONE, 0);
}

static dsi_poll_step poll_refused(dsi_poll *poll, const dsi_service_error *error,
                                  uint32_t random)
{
    if (error->error_class == DSI_CLASS_THROTTLE) {
        return poll_retry(poll, DSI_CAUSE_THROTTLED, random);
    }
    if (error->error_class == DSI_CLASS_TRANSIENT ||
        (error->error_class == DSI_CLASS_MODELLED &&
         error->fault == DSI_FAULT_SERVER)) {
        return poll_retry(poll, DSI_CAUSE_TRANSIENT, random);
    }
    return poll_fail(poll, DSI_CAUSE_REFUSED, error->message);
}

/* There is no decoded answer. */
static dsi_poll_step poll_nothing(dsi_poll *poll, const dsi_error *error,
                                  uint32_t random)
{
    if (error == NULL || error->code == DSI_OK || error->code == DSI_E_TRUNCATED) {
        return poll_retry(poll, DSI_CAUSE_LOST, random);
    }
    if (error->code == DSI_E_STOPPED) {
        return poll_fail(poll, DSI_CAUSE_STOPPED, dsi_str(NULL));
    }
    return poll_fail(poll, DSI_CAUSE_UNREADABLE, dsi_str(NULL));
}

/* A status that is neither success nor failure: not yet. */
static dsi_poll_step poll_not_yet(dsi_poll *poll, dsi_introspection_status status,
                                  uint32_t random)
{
    return poll_wait(poll,
                     status == DSI_STATUS_PROCESSING ? DSI_CAUSE_PROCESSING
                                                     : DSI_CAUSE_UNKNOWN_STATUS,
                     random);
}

/* The text decides, as it does everywhere. */
static dsi_introspection_status poll_status(dsi_introspection_status_text sent)
{
    return (dsi_introspection_status)dsi_type_tag(&dsi_type_status, sent.text);
}

/* No target can be built with nothing, or with a dot segment. */
static bool poll_is_usable(dsi_string id)
{
    dsi_mismatch mismatch;

    return id.length > 0 && dsi_match_label(id, DSI_LEVEL_MODEL, &mismatch);
}

static dsi_poll_step poll_started(dsi_poll *poll, const dsi_start_response *output,
                                  uint32_t random)
{
    dsi_introspection_status status = poll_status(output->introspection_status);

    if (status == DSI_STATUS_FAILED) {
        return poll_fail(poll, DSI_CAUSE_STATUS_FAILED,
                         output->introspection_status_detail);
    }
    if (!poll_is_usable(output->introspection_id)) {
        return poll_fail(poll, DSI_CAUSE_NO_ID, dsi_str(NULL));
    }
    if (!poll_keep_id(poll, output->introspection_id)) {
        return poll_fail(poll, DSI_CAUSE_TOO_LONG, dsi_str(NULL));
    }
    if (status == DSI_STATUS_SUCCESS) {
        return poll_send(poll, DSI_POLL_FETCH, DSI_CAUSE_NONE, 0);
    }
    return poll_not_yet(poll, status, random);
}

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

/* What an answer is, whichever operation's. */
typedef struct poll_event {
    const dsi_service_error *refusal; /* NULL: none */
    bool has_output;
    const dsi_error *error;
    uint32_t random;
} poll_event;

/* True if the event has no output to look at: then the step is made here. */
static bool poll_settles(dsi_poll *poll, const poll_event *event, dsi_poll_step *step)
{
    if (poll->end != 0) {
        *step = poll_end(poll, poll->end, poll->end_cause);
        return true;
    }
    if (event->refusal != NULL) {
        *step = poll_refused(poll, event->refusal, event->random);
        return true;
    }
    if (!event->has_output) {
        *step = poll_nothing(poll, event->error, event->random);
        return true;
    }
    poll->retries = 0;
    return false;
}

dsi_poll_step dsi_poll_resume(dsi_poll *poll, dsi_string introspection_id,
                              dsi_string next_token)
{
    dsi_start_answer started = {
        .kind = DSI_OUTPUT,
        .output = {.introspection_id = introspection_id,
                   .introspection_status = {.text = dsi_str("SUCCESS")}}};
    dsi_poll_step step = dsi_poll_start_answered(poll, &started, NULL, 0);

    if (step.request != NULL && next_token.length > 0 &&
        !poll_keep_token(poll, next_token)) {
        return poll_fail(poll, DSI_CAUSE_TOO_LONG, dsi_str(NULL));
    }
    return step;
}

dsi_poll_step dsi_poll_start_answered(dsi_poll *poll, const dsi_start_answer *answer,
                                      const dsi_error *error, uint32_t random)
{
    poll_event event = {.error = error, .random = random};
    dsi_poll_step step;

    if (answer != NULL) {
        event.has_output = answer->kind == DSI_OUTPUT;
        event.refusal = event.has_output ? NULL : &answer->error;
    }
    return poll_settles(poll, &event, &step)
               ? step
               : poll_started(poll, &answer->output, random);
}

dsi_poll_step dsi_poll_get_answered(dsi_poll *poll, const dsi_get_answer *answer,
                                    const dsi_error *error, uint32_t random)
{
    poll_event event = {.error = error, .random = random};
    dsi_poll_step step;

    if (poll->end == 0 && poll->request.introspection_id.data == NULL) {
        return poll_fail(poll, DSI_CAUSE_NO_ID, dsi_str(NULL));
    }
    if (answer != NULL) {
        event.has_output = answer->kind == DSI_OUTPUT;
        event.refusal = event.has_output ? NULL : &answer->error;
    }
    return poll_settles(poll, &event, &step) ? step
                                             : poll_got(poll, &answer->output, random);
}

const char *dsi_poll_cause_text(dsi_poll_cause cause)
{
    static const char *const texts[] = {
        [DSI_CAUSE_NONE] = "",
        [DSI_CAUSE_PROCESSING] = "the introspection is still processing",
        [DSI_CAUSE_UNKNOWN_STATUS] = "the introspection's status is not known",
        [DSI_CAUSE_THROTTLED] = "the service throttles",
        [DSI_CAUSE_TRANSIENT] = "the service has a fault",
        [DSI_CAUSE_LOST] = "no whole answer came",
        [DSI_CAUSE_STATUS_FAILED] = "the introspection has failed",
        [DSI_CAUSE_REFUSED] = "the service refused the request",
        [DSI_CAUSE_UNREADABLE] = "the answer cannot be decoded",
        [DSI_CAUSE_STOPPED] = "the caller's function said stop",
        [DSI_CAUSE_NO_ID] = "there is no usable introspection id",
        [DSI_CAUSE_TOO_LONG] = "id and token do not fit the memory",
        [DSI_CAUSE_TOKEN_REPEATED] = "the pages go round in a circle",
        [DSI_CAUSE_REQUESTS_SPENT] = "max_requests is spent",
        [DSI_CAUSE_RETRIES_SPENT] = "max_retries is spent",
        [DSI_CAUSE_WAIT_SPENT] = "max_wait_ms is spent"};

    return texts[(size_t)cause < sizeof texts / sizeof *texts ? cause : DSI_CAUSE_NONE];
}
