/*
 * tests/poll/script.c - makes answers out of events, tells them to a poll machine, and
 * checks its steps.
 */
#include "tests/poll/script.h"

#include "tests/support.h"

void poll_rig_begin(poll_rig *rig, const dsi_poll_options *options)
{
    dsi_poll_options lent;
    dsi_poll_step step;

    memset(rig, '#', sizeof *rig);
    rig->options = options == NULL ? (dsi_poll_options){.max_requests = 0} : *options;
    lent = rig->options;
    step = dsi_poll_begin(&rig->poll, rig->memory, sizeof rig->memory,
                          options == NULL ? NULL : &lent);
    memset(&lent, '#', sizeof lent);
    ck_assert_int_eq(step.action, DSI_POLL_START);
    ck_assert_int_eq(step.cause, DSI_CAUSE_NONE);
    ck_assert_uint_eq(step.delay_ms, 0);
    ck_assert_ptr_null(step.request);
}

/* Copies a text of the answer into the rig, where it is overwritten after the call. */
static dsi_string rig_text(poll_rig *rig, size_t room, const char *text)
{
    if (text == NULL) {
        return dsi_str(NULL);
    }
    if (strlen(text) >= POLL_TEXT_MAX) {
        ck_abort_msg("'%s' is too long for the rig", text);
    }
    memcpy(rig->answer[room], text, strlen(text) + 1);
    return dsi_str(rig->answer[room]);
}

/* A status as the decoder makes it. Its text is static in both cases. */
static dsi_introspection_status_text status_of(const char *text)
{
    static const char *const names[] = {"", "PROCESSING", "FAILED", "SUCCESS"};
    dsi_introspection_status_text status = {.value = DSI_STATUS_UNKNOWN,
                                            .text = dsi_str(text)};

    for (size_t i = 1; text != NULL && i < COUNT(names); i++) {
        if (strcmp(text, names[i]) == 0) {
            status.value = (dsi_introspection_status)i;
        }
    }
    return status;
}

static dsi_service_error service_error_of(poll_rig *rig, const poll_event *event)
{
    return (dsi_service_error){
        .status = event->http_status != 0 ? event->http_status : 400,
        .fault = event->fault,
        .error_class = event->error_class,
        .type = dsi_str(event->error_type),
        .message = rig_text(rig, 2, event->detail),
        .unread = {.code = event->code},
        /* The value of an absent hint must not be looked at. */
        .retry_after_ms = {.present = event->hint_ms != 0,
                           .value = event->hint_ms != 0 ? event->hint_ms : 86399999}};
}

static dsi_poll_step tell_start(poll_rig *rig, const poll_event *event,
                                const dsi_error *error, uint32_t random)
{
    dsi_start_answer answer = {.kind = DSI_OUTPUT, .status = 200};

    if (event->came == CAME_SERVICE_ERROR) {
        answer.kind = DSI_SERVICE_ERROR;
        answer.error = service_error_of(rig, event);
    } else if (event->came != CAME_BLANK) {
        answer.output = (dsi_start_response){
            .introspection_id = rig_text(rig, 0, event->text),
            .introspection_status = status_of(event->status),
            .introspection_status_detail = rig_text(rig, 2, event->detail)};
    }
    return dsi_poll_start_advance(&rig->poll, error == NULL ? &answer : NULL, error,
                                  random);
}

/* The answers to Get contain another id. No request may use it. */
static dsi_poll_step tell_get(poll_rig *rig, const poll_event *event,
                              const dsi_error *error, uint32_t random)
{
    static const dsi_model models[3];
    dsi_introspection_result result = {
        .models = {.items = models, .count = event->models},
        .next_token = rig_text(rig, 1, event->text)};
    dsi_get_answer answer = {.kind = DSI_OUTPUT, .status = 200};

    if (event->came == CAME_SERVICE_ERROR) {
        answer.kind = DSI_SERVICE_ERROR;
        answer.error = service_error_of(rig, event);
    } else if (event->came != CAME_BLANK) {
        answer.output = (dsi_get_response){
            .introspection_id = rig_text(rig, 0, "another id"),
            .introspection_status = status_of(event->status),
            .introspection_status_detail = rig_text(rig, 2, event->detail),
            .introspection_result = event->has_result ? &result : NULL};
    }
    return dsi_poll_get_advance(&rig->poll, error == NULL ? &answer : NULL, error,
                                random);
}

static dsi_poll_step tell_nothing(poll_rig *rig, const poll_event *event,
                                  uint32_t random)
{
    return event->via == VIA_START
               ? dsi_poll_start_advance(&rig->poll, NULL, NULL, random)
               : dsi_poll_get_advance(&rig->poll, NULL, NULL, random);
}

static dsi_poll_step tell(poll_rig *rig, const poll_event *event, uint32_t random)
{
    dsi_error error = {.code = event->code};
    const dsi_error *filled = event->came == CAME_ERROR ? &error : NULL;

    if (event->via == VIA_RESTART) {
        return dsi_poll_restart(&rig->poll, random);
    }
    if (event->came == CAME_NOTHING) {
        return tell_nothing(rig, event, random);
    }
    if (event->via == VIA_RESUME) {
        return dsi_poll_resume(&rig->poll, rig_text(rig, 0, event->text),
                               dsi_str(NULL));
    }
    return event->via == VIA_START ? tell_start(rig, event, filled, random)
                                   : tell_get(rig, event, filled, random);
}

dsi_poll_step poll_rig_tell(poll_rig *rig, const poll_event *event, uint32_t random)
{
    dsi_poll_step step = tell(rig, event, random);

    if (step.detail.data != NULL) {
        if (step.detail.data != rig->answer[2] ||
            step.detail.length >= sizeof rig->detail) {
            ck_abort_msg("the detail is not a view");
        }
        memcpy(rig->detail, step.detail.data, step.detail.length);
        step.detail.data = rig->detail;
    }
    memset(rig->answer, '#', sizeof rig->answer);
    return step;
}

/*
 * A text of the request must be the expected one, terminated, and in the machine's
 * memory.
 */
static void check_kept(const poll_rig *rig, const char *why, size_t line,
                       dsi_string text, const char *expected)
{
    const char *end = rig->memory + sizeof rig->memory;

    ck_assert_msg(dsi_string_equal(text, dsi_str(expected)), "%s, line %zu: '%.*s'",
                  why, line, (int)text.length, text.data);
    if (expected != NULL) {
        ck_assert_msg(text.data >= rig->memory && text.data + text.length < end,
                      "%s, line %zu: not in the memory", why, line);
        ck_assert_msg(text.data[text.length] == '\0', "%s, line %zu: no end", why,
                      line);
    }
}

static void check_request(const poll_rig *rig, const char *why, size_t line,
                          const dsi_get_request *request, const char *token)
{
    const dsi_poll_options *options = &rig->options;

    check_kept(rig, why, line, request->introspection_id, POLL_ID);
    check_kept(rig, why, line, request->next_token, token);
    ck_assert_msg(
        request->include_models_sdl.present == options->include_models_sdl.present &&
            request->include_models_sdl.value == options->include_models_sdl.value,
        "%s, line %zu: includeModelsSDL", why, line);
    ck_assert_msg(request->max_results.present == options->max_results.present &&
                      request->max_results.value == options->max_results.value,
                  "%s, line %zu: maxResults", why, line);
}

void poll_rig_check(poll_rig *rig, const char *why, size_t line,
                    const poll_event *event, uint32_t random,
                    const poll_expected *expected)
{
    dsi_poll_step step = poll_rig_tell(rig, event, random);

    ck_assert_msg(step.action == expected->action && step.cause == expected->cause,
                  "%s, line %zu: action %d, cause '%s'", why, line, (int)step.action,
                  dsi_poll_cause_text(step.cause));
    ck_assert_msg(step.delay_ms == expected->delay_ms, "%s, line %zu: %u ms", why, line,
                  step.delay_ms);
    ck_assert_msg((step.request != NULL) == expected->has_request,
                  "%s, line %zu: a request?", why, line);
    ck_assert_msg(dsi_string_equal(step.detail, dsi_str(expected->detail)),
                  "%s, line %zu: detail '%.*s'", why, line, (int)step.detail.length,
                  step.detail.data);
    ck_assert_msg(step.last_cause == expected->last_cause,
                  "%s, line %zu: last cause '%s'", why, line,
                  dsi_poll_cause_text(step.last_cause));
    if (step.request != NULL) {
        check_request(rig, why, line, step.request, expected->token);
    }
}

void poll_rig_check_end(poll_rig *rig, const char *why, const poll_expected *end)
{
    static const poll_event events[] = {
        STARTED("SUCCESS", POLL_ID),
        STARTED("PROCESSING", NULL),
        START_FAILED(POLL_ID, "too late"),
        RESUMED(POLL_ID),
        RESUMED(NULL),
        GOT("PROCESSING"),
        GET_FAILED("too late"),
        PAGE("SUCCESS", 3, "token"),
        PAGE("SUCCESS", 3, NULL),
        REFUSED(VIA_START, DSI_CLASS_CLIENT, DSI_FAULT_CLIENT, "too late"),
        REFUSED(VIA_GET, DSI_CLASS_THROTTLE, DSI_FAULT_CLIENT, "too late"),
        UNDECODED(VIA_GET, DSI_E_SYNTAX),
        LOST(VIA_START),
        LOST(VIA_GET),
        BLANK(VIA_START),
        BLANK(VIA_GET),
        RESTARTED, /* last, because it is no end after STATUS_FAILED */
    };
    const poll_expected same = {
        .action = end->action, .cause = end->cause, .last_cause = end->last_cause};
    size_t count = COUNT(events) - (end->cause == DSI_CAUSE_STATUS_FAILED ? 1 : 0);

    for (size_t i = 0; i < count; i++) {
        poll_rig_check(rig, why, 1000 + i, &events[i], ALL, &same);
    }
}
