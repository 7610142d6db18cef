/* The budgets at one less, at the limit and at one more, and cycles of pages. */
#include "tests/poll/script.h"
#include "tests/support.h"

#include <stdio.h>

static const poll_event resumed = RESUMED(POLL_ID);
static const poll_event still = GOT("PROCESSING");
static const poll_event lost = LOST(VIA_GET);
static const poll_event lost_start = LOST(VIA_START);

static void check_end(poll_rig *rig, const char *why, dsi_poll_cause cause,
                      dsi_poll_cause last_cause)
{
    const poll_expected end = GIVES_UP(cause, last_cause);

    poll_rig_check_end(rig, why, &end);
}

/* Tells the machine a page. Its token is this number. */
static dsi_poll_step tell_page(poll_rig *rig, uint32_t number)
{
    char token[POLL_TEXT_MAX];
    poll_event page = PAGE("SUCCESS", 1, token);

    (void)snprintf(token, sizeof token, "token %u", number);
    return poll_rig_tell(rig, &page, ALL);
}

static void check_request_count(uint32_t max_requests, const poll_event *event)
{
    const dsi_poll_options options = {
        .max_requests = max_requests, .max_retries = 100, .max_wait_ms = UINT32_MAX};
    poll_rig rig;

    poll_rig_begin(&rig, &options);
    for (uint32_t i = 0; i < max_requests; i++) {
        dsi_poll_step step = i == 0          ? poll_rig_tell(&rig, &resumed, ALL)
                             : event == NULL ? tell_page(&rig, i)
                                             : poll_rig_tell(&rig, event, ALL);

        ck_assert_msg(step.request != NULL, "request %u of %u", i, max_requests);
    }
    ck_assert_ptr_null(
        (event == NULL ? tell_page(&rig, 0) : poll_rig_tell(&rig, event, ALL)).request);
    check_end(&rig, "requests", DSI_CAUSE_REQUESTS_SPENT,
              event == &lost    ? DSI_CAUSE_LOST
              : event == &still ? DSI_CAUSE_PROCESSING
                                : DSI_CAUSE_NONE);
}

START_TEST(no_more_requests_than_allowed)
{
    const uint32_t max_requests = (uint32_t)_i + 1;

    check_request_count(max_requests, NULL); /* pages */
    check_request_count(max_requests, &still);
    check_request_count(max_requests, &lost);
}
END_TEST

START_TEST(no_more_retries_in_a_row_than_allowed)
{
    const uint32_t max_retries = (uint32_t)_i + 1;
    const dsi_poll_options options = {.max_retries = max_retries};
    poll_rig rig;

    poll_rig_begin(&rig, &options);
    (void)poll_rig_tell(&rig, &resumed, NONE);
    for (uint32_t round = 0; round < 3; round++) {
        for (uint32_t i = 0; i < max_retries; i++) {
            ck_assert_int_eq(poll_rig_tell(&rig, &lost, NONE).action, DSI_POLL_RETRY);
        }
        ck_assert_int_eq(tell_page(&rig, round).action, DSI_POLL_FETCH);
    }
    for (uint32_t i = 0; i < max_retries; i++) {
        ck_assert_int_eq(poll_rig_tell(&rig, &lost, NONE).action, DSI_POLL_RETRY);
    }
    (void)poll_rig_tell(&rig, &lost, NONE);
    check_end(&rig, "retries", DSI_CAUSE_RETRIES_SPENT, DSI_CAUSE_LOST);
}
END_TEST

START_TEST(no_more_retries_of_start_than_allowed)
{
    const uint32_t max_retries = (uint32_t)_i + 1;
    const dsi_poll_options options = {.max_retries = max_retries};
    poll_rig rig;

    poll_rig_begin(&rig, &options);
    for (uint32_t i = 0; i < max_retries; i++) {
        dsi_poll_step step = poll_rig_tell(&rig, &lost_start, NONE);

        ck_assert_int_eq(step.action, DSI_POLL_RESTART);
        ck_assert_ptr_null(step.request);
    }
    (void)poll_rig_tell(&rig, &lost_start, NONE);
    check_end(&rig, "retries", DSI_CAUSE_RETRIES_SPENT, DSI_CAUSE_LOST);
}
END_TEST

/* Delays of any length add up to the budget exactly, to the millisecond. */
START_TEST(no_longer_waits_than_allowed)
{
    static const uint32_t randoms[] = {1u << 30, HALF, 0x12345678, ALL - 1, ALL};
    const uint32_t max_wait_ms = 7000 + (uint32_t)_i;
    const dsi_poll_options options = {
        .max_wait_ms = max_wait_ms, .base_delay_ms = 500, .max_delay_ms = 1500};
    const poll_event *event = NULL;
    uint32_t waited_ms = 0;
    size_t i = 0;
    dsi_poll_step step;
    poll_rig rig;

    poll_rig_begin(&rig, &options);
    step = poll_rig_tell(&rig, &resumed, ALL);
    while (step.request != NULL) {
        waited_ms += step.delay_ms;
        ck_assert_uint_le(waited_ms, max_wait_ms);
        event = i % 3 == 0 ? &lost : &still;
        step = poll_rig_tell(&rig, event, randoms[i % COUNT(randoms)]);
        i++;
    }
    ck_assert_uint_eq(waited_ms, max_wait_ms);
    check_end(&rig, "waits", DSI_CAUSE_WAIT_SPENT,
              event == &lost ? DSI_CAUSE_LOST : DSI_CAUSE_PROCESSING);
}
END_TEST

/* Doubles more often than a number has bits. The ceiling must not wrap around. */
START_TEST(the_ceiling_stays_at_its_maximum)
{
    const dsi_poll_options options = {
        .base_delay_ms = 1, .max_delay_ms = 7, .max_retries = 100};
    static const poll_event *const events[] = {&still, &lost};
    poll_rig rig;

    poll_rig_begin(&rig, &options);
    (void)poll_rig_tell(&rig, &resumed, ALL);
    for (uint32_t i = 0; i < 70; i++) {
        uint32_t delay_ms = poll_rig_tell(&rig, events[_i], ALL).delay_ms;

        ck_assert_uint_eq(delay_ms, i < 3 ? 1u << i : 7);
    }
}
END_TEST

#define TAILS 20
#define CYCLES 20

/* Pages with `tail` tokens that come once, then with a cycle of `length` tokens. */
static void check_cycle(uint32_t tail, uint32_t length)
{
    uint32_t larger = tail + 1 > length ? tail + 1 : length;
    uint32_t page = 0;
    poll_rig rig;

    poll_rig_begin(&rig, NULL);
    (void)poll_rig_tell(&rig, &resumed, ALL);
    for (;; page++) {
        uint32_t number = page < tail ? page : tail + (page - tail) % length;

        if (tell_page(&rig, number).action != DSI_POLL_FETCH) {
            break;
        }
        ck_assert_msg(page + 2 < 2 * larger + length, "%u and %u: not found", tail,
                      length);
    }
    ck_assert_msg(page >= tail + length, "%u and %u: found before a token repeats",
                  tail, length);
    poll_rig_check_end(
        &rig, "cycle",
        &(poll_expected){.action = DSI_POLL_FAILED, .cause = DSI_CAUSE_TOKEN_REPEATED});
}

START_TEST(a_cycle_of_pages_is_found)
{
    for (uint32_t length = 1; length <= CYCLES; length++) {
        check_cycle((uint32_t)_i, length);
    }
}
END_TEST

/* Waits and retries between pages do not count as pages. */
START_TEST(a_cycle_is_found_through_waits_and_retries)
{
    poll_rig rig;

    poll_rig_begin(&rig, NULL);
    (void)poll_rig_tell(&rig, &resumed, NONE);
    ck_assert_int_eq(tell_page(&rig, 1).action, DSI_POLL_FETCH);
    for (int i = 0; i < 5; i++) {
        ck_assert_int_eq(poll_rig_tell(&rig, &lost, NONE).action, DSI_POLL_RETRY);
        ck_assert_int_eq(poll_rig_tell(&rig, &still, NONE).action, DSI_POLL_WAIT);
    }
    ck_assert_int_eq(tell_page(&rig, 1).cause, DSI_CAUSE_TOKEN_REPEATED);
}
END_TEST

START_TEST(many_tokens_are_no_cycle)
{
    const dsi_poll_options options = {.max_requests = UINT32_MAX};
    poll_rig rig;

    poll_rig_begin(&rig, &options);
    (void)poll_rig_tell(&rig, &resumed, ALL);
    for (uint32_t page = 0; page < 200000; page++) {
        if (tell_page(&rig, page).action != DSI_POLL_FETCH) {
            ck_abort_msg("page %u", page);
        }
    }
}
END_TEST

SUITE(budget)
{
    Suite *suite = suite_create("budgets");

    add_rows(suite, "requests", no_more_requests_than_allowed, 9);
    add_rows(suite, "retries", no_more_retries_in_a_row_than_allowed, 9);
    add_rows(suite, "retries of Start", no_more_retries_of_start_than_allowed, 9);
    add_rows(suite, "waits", no_longer_waits_than_allowed, 16);
    add_rows(suite, "ceiling", the_ceiling_stays_at_its_maximum, 2);
    add_rows(suite, "cycles", a_cycle_of_pages_is_found, TAILS);
    add_test(suite, "cycle with waits", a_cycle_is_found_through_waits_and_retries);
    add_test(suite, "no cycle", many_tokens_are_no_cycle);
    return suite;
}
