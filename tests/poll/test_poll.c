/* The poll machine: its tables, the texts of causes, and the defaults. */
#include "tests/poll/rows.h"
#include "tests/support.h"

static void play(const poll_row *row)
{
    const poll_expected *last = NULL;
    poll_rig rig;

    poll_rig_begin(&rig, &row->options);
    for (size_t i = 0; i < LINES_MAX && row->lines[i].event.via != 0; i++) {
        const poll_line *line = &row->lines[i];

        poll_rig_check(&rig, row->why, i, &line->event, line->random, &line->expected);
        last = &line->expected;
    }
    ck_assert_msg(last != NULL, "%s: no line", row->why);
    if (last->action >= DSI_POLL_DONE) {
        poll_rig_check_end(&rig, row->why, last);
    }
}

START_TEST(start)
{
    play(&poll_start_rows[_i]);
}
END_TEST

START_TEST(get)
{
    play(&poll_get_rows[_i]);
}
END_TEST

START_TEST(delays)
{
    play(&poll_delay_rows[_i]);
}
END_TEST

static const char *const causes[] = {
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
    [DSI_CAUSE_WAIT_SPENT] = "max_wait_ms is spent",
};

START_TEST(a_cause_has_a_text)
{
    ck_assert_str_eq(dsi_poll_cause_text((dsi_poll_cause)_i), causes[_i]);
    for (size_t i = (size_t)_i + 1; i < COUNT(causes); i++) {
        ck_assert_str_ne(causes[_i], causes[i]);
    }
}
END_TEST

START_TEST(an_unknown_cause_has_an_empty_text)
{
    static const int numbers[] = {COUNT(causes), COUNT(causes) + 1, 1000, -1,
                                  INT32_MAX,     INT32_MIN};

    ck_assert_int_eq(DSI_CAUSE_WAIT_SPENT + 1, (int)COUNT(causes));
    for (size_t i = 0; i < COUNT(numbers); i++) {
        ck_assert_str_eq(dsi_poll_cause_text((dsi_poll_cause)numbers[i]), "");
    }
}
END_TEST

/* The defaults of the header. No options and options of 0 must mean the same. */
static const dsi_poll_options all_default = {
    .max_requests = DSI_POLL_REQUESTS_DEFAULT,
    .max_retries = DSI_POLL_RETRIES_DEFAULT,
    .max_wait_ms = DSI_POLL_WAIT_DEFAULT,
    .base_delay_ms = DSI_POLL_BASE_DELAY_DEFAULT,
    .max_delay_ms = DSI_POLL_MAX_DELAY_DEFAULT};
static const dsi_poll_options all_zero = {.max_requests = 0};

#define SAME 3

static const dsi_poll_options *const same_options[SAME] = {NULL, &all_zero,
                                                           &all_default};

/* Tells the same event until the end. Counts the requests and adds up the delays. */
static dsi_poll_step exhaust(poll_rig *rig, const poll_event *event, uint32_t random,
                             uint32_t *requests, uint32_t *waited_ms)
{
    static const poll_event resumed = RESUMED(POLL_ID);
    dsi_poll_step step = poll_rig_tell(rig, &resumed, random);

    *requests = 0;
    *waited_ms = 0;
    while (step.request != NULL) {
        ck_assert_uint_lt(*requests, 2000);
        (*requests)++;
        *waited_ms += step.delay_ms;
        step = poll_rig_tell(rig, event, random);
    }
    return step;
}

START_TEST(the_defaults_are_those_of_the_header)
{
    static const poll_event still = GOT("PROCESSING");
    static const poll_event lost = LOST(VIA_GET);
    const dsi_poll_options *options = same_options[_i];
    uint32_t requests;
    uint32_t waited_ms;
    poll_rig rig;

    poll_rig_begin(&rig, options);
    ck_assert_int_eq(exhaust(&rig, &still, NONE, &requests, &waited_ms).cause,
                     DSI_CAUSE_REQUESTS_SPENT);
    ck_assert_uint_eq(requests, 1000);
    poll_rig_begin(&rig, options);
    ck_assert_int_eq(exhaust(&rig, &still, ALL, &requests, &waited_ms).cause,
                     DSI_CAUSE_WAIT_SPENT);
    ck_assert_uint_eq(waited_ms, 900000);
    poll_rig_begin(&rig, options);
    ck_assert_int_eq(exhaust(&rig, &lost, ALL, &requests, &waited_ms).cause,
                     DSI_CAUSE_RETRIES_SPENT);
    ck_assert_uint_eq(requests, 1 + 5);
    ck_assert_uint_eq(waited_ms, 1000 + 2000 + 4000 + 8000 + 16000);
}
END_TEST

START_TEST(the_ceiling_stays_at_20_seconds)
{
    static const poll_event resumed = RESUMED(POLL_ID);
    static const poll_event still = GOT("PROCESSING");
    static const uint32_t ceilings[] = {1000, 2000, 4000, 8000, 16000, 20000, 20000};
    poll_rig rig;

    poll_rig_begin(&rig, same_options[_i]);
    (void)poll_rig_tell(&rig, &resumed, ALL);
    for (size_t i = 0; i < COUNT(ceilings); i++) {
        ck_assert_uint_eq(poll_rig_tell(&rig, &still, ALL).delay_ms, ceilings[i]);
    }
}
END_TEST

/* A status without text is absent, whatever its value is. */
START_TEST(a_status_without_text_is_absent)
{
    static const poll_event resumed = RESUMED(POLL_ID);
    static const dsi_introspection_status values[] = {
        DSI_STATUS_PROCESSING, DSI_STATUS_FAILED, DSI_STATUS_SUCCESS};
    dsi_get_answer answer = {.kind = DSI_OUTPUT,
                             .output = {.introspection_id = TEXT("i")}};
    dsi_poll_step step;
    poll_rig rig;

    poll_rig_begin(&rig, NULL);
    (void)poll_rig_tell(&rig, &resumed, NONE);
    for (size_t i = 0; i < COUNT(values); i++) {
        answer.output.introspection_status.value = values[i];
        step = dsi_poll_get_advance(&rig.poll, &answer, NULL, NONE);
        ck_assert_int_eq(step.action, DSI_POLL_WAIT);
        ck_assert_int_eq(step.cause, DSI_CAUSE_UNKNOWN_STATUS);
    }
}
END_TEST

/* The text of a status decides and not its value, as in everything that is encoded. */
START_TEST(a_status_is_its_text)
{
    static const poll_event resumed = RESUMED(POLL_ID);
    dsi_get_answer answer = {.kind = DSI_OUTPUT};
    poll_rig rig;

    poll_rig_begin(&rig, NULL);
    (void)poll_rig_tell(&rig, &resumed, NONE);
    answer.output.introspection_status.text = TEXT("PROCESSING");
    ck_assert_int_eq(dsi_poll_get_advance(&rig.poll, &answer, NULL, NONE).cause,
                     DSI_CAUSE_PROCESSING);
    answer.output.introspection_status.text = TEXT("SUCCESS");
    ck_assert_int_eq(dsi_poll_get_advance(&rig.poll, &answer, NULL, NONE).action,
                     DSI_POLL_DONE);
}
END_TEST

/* A machine that begins again behaves as a new one, at any point of a conversation. */
START_TEST(begin_begins_again)
{
    const poll_row *row = &poll_get_rows[_i];
    poll_rig rig;

    poll_rig_begin(&rig, &row->options);
    for (size_t i = 0; i < LINES_MAX && row->lines[i].event.via != 0; i++) {
        (void)poll_rig_tell(&rig, &row->lines[i].event, ALL);
    }
    (void)dsi_poll_begin(&rig.poll, rig.memory, sizeof rig.memory, &row->options);
    for (size_t i = 0; i < LINES_MAX && row->lines[i].event.via != 0; i++) {
        poll_rig_check(&rig, row->why, i, &row->lines[i].event, row->lines[i].random,
                       &row->lines[i].expected);
    }
}
END_TEST

SUITE(poll)
{
    Suite *suite = suite_create("machine");

    add_rows(suite, "Start", start, poll_start_row_count);
    add_rows(suite, "Get", get, poll_get_row_count);
    add_rows(suite, "delays", delays, poll_delay_row_count);
    add_rows(suite, "causes", a_cause_has_a_text, COUNT(causes));
    add_test(suite, "unknown cause", an_unknown_cause_has_an_empty_text);
    add_rows(suite, "defaults", the_defaults_are_those_of_the_header, SAME);
    add_rows(suite, "ceiling", the_ceiling_stays_at_20_seconds, SAME);
    add_test(suite, "status without text", a_status_without_text_is_absent);
    add_test(suite, "status by its text", a_status_is_its_text);
    add_rows(suite, "begin again", begin_begins_again, poll_get_row_count);
    return suite;
}
