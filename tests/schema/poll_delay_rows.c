/* How long to wait, and when to give up. */
#include "tests/schema/poll_rows.h"

#define WAIT_ROW(by, delay)                                                            \
    {                                                                                  \
        GOT("PROCESSING"), by, WAITS(DSI_CAUSE_PROCESSING, delay, NULL)                \
    }
#define RETRY_ROW(by, delay)                                                           \
    {                                                                                  \
        LOST(VIA_GET), by, RETRIES(DSI_CAUSE_LOST, delay, NULL)                        \
    }
#define FETCH_ROW                                                                      \
    {                                                                                  \
        RESUMED(POLL_ID), ALL, FETCHES(NULL)                                           \
    }
#define WAIT_SPENT_ROW                                                                 \
    {                                                                                  \
        GOT("PROCESSING"), ALL, GIVES_UP(DSI_CAUSE_WAIT_SPENT)                         \
    }
#define REQUESTS_SPENT_ROW(event)                                                      \
    {                                                                                  \
        event, ALL, GIVES_UP(DSI_CAUSE_REQUESTS_SPENT)                                 \
    }

const poll_row poll_delay_rows[] = {
    {"the ceiling doubles up to its end",
     {.base_delay_ms = 100, .max_delay_ms = 1000},
     {FETCH_ROW, WAIT_ROW(ALL, 100), WAIT_ROW(ALL, 200), WAIT_ROW(ALL, 400),
      WAIT_ROW(ALL, 800), WAIT_ROW(ALL, 1000), WAIT_ROW(ALL, 1000)}},
    {"that of retries, too",
     {.base_delay_ms = 100, .max_delay_ms = 1000, .max_retries = 9},
     {FETCH_ROW, RETRY_ROW(ALL, 100), RETRY_ROW(ALL, 200), RETRY_ROW(ALL, 400),
      RETRY_ROW(ALL, 800), RETRY_ROW(ALL, 1000), RETRY_ROW(ALL, 1000)}},
    {"it doubles whatever the delay was",
     {.base_delay_ms = 100, .max_delay_ms = 1000},
     {FETCH_ROW, WAIT_ROW(NONE, 0), WAIT_ROW(NONE, 0), WAIT_ROW(ALL, 400)}},
    {"a delay is evenly spread from 0 to the ceiling",
     {.base_delay_ms = 3, .max_delay_ms = 3},
     {FETCH_ROW, WAIT_ROW(0x3fffffff, 0), WAIT_ROW(0x40000000, 1),
      WAIT_ROW(0x7fffffff, 1), WAIT_ROW(0x80000000, 2), WAIT_ROW(0xbfffffff, 2),
      WAIT_ROW(0xc0000000, 3)}},
    {"a base above the end",
     {.base_delay_ms = 5000, .max_delay_ms = 300},
     {FETCH_ROW, WAIT_ROW(ALL, 300), WAIT_ROW(ALL, 300)}},
    {"a base at the end",
     {.base_delay_ms = 300, .max_delay_ms = 300},
     {FETCH_ROW, WAIT_ROW(ALL, 300), WAIT_ROW(ALL, 300)}},
    {"a base below it",
     {.base_delay_ms = 299, .max_delay_ms = 300},
     {FETCH_ROW, WAIT_ROW(ALL, 299), WAIT_ROW(ALL, 300)}},
    {"a base of 1",
     {.base_delay_ms = 1, .max_delay_ms = 3},
     {FETCH_ROW, WAIT_ROW(ALL, 1), WAIT_ROW(ALL, 2), WAIT_ROW(ALL, 3)}},
    {"a base above the default end",
     {.base_delay_ms = 60000},
     {FETCH_ROW, WAIT_ROW(ALL, 20000)}},
    {"an end below the default base",
     {.max_delay_ms = 10},
     {FETCH_ROW, WAIT_ROW(ALL, 10)}},
    {"the largest numbers",
     {.base_delay_ms = UINT32_MAX,
      .max_delay_ms = UINT32_MAX,
      .max_wait_ms = UINT32_MAX},
     {FETCH_ROW, WAIT_ROW(NONE, 0), WAIT_ROW(ALL, UINT32_MAX), WAIT_SPENT_ROW}},
    {"half of the largest, doubled",
     {.base_delay_ms = 0x80000000,
      .max_delay_ms = UINT32_MAX,
      .max_wait_ms = UINT32_MAX},
     {FETCH_ROW, WAIT_ROW(NONE, 0), WAIT_ROW(HALF, 0x80000000),
      WAIT_ROW(ALL, 0x7fffffff), WAIT_SPENT_ROW}},
    {"the last wait is what is left",
     {.base_delay_ms = 1000, .max_wait_ms = 3500},
     {FETCH_ROW, WAIT_ROW(ALL, 1000), WAIT_ROW(ALL, 2000), WAIT_ROW(ALL, 500),
      WAIT_SPENT_ROW}},
    {"1 ms is left",
     {.base_delay_ms = 1000, .max_wait_ms = 1001},
     {FETCH_ROW, WAIT_ROW(ALL, 1000), WAIT_ROW(ALL, 1), WAIT_SPENT_ROW}},
    {"nothing is left",
     {.base_delay_ms = 1000, .max_wait_ms = 1000},
     {FETCH_ROW, WAIT_ROW(ALL, 1000), WAIT_SPENT_ROW}},
    {"less than the first ceiling",
     {.base_delay_ms = 1000, .max_wait_ms = 999},
     {FETCH_ROW, WAIT_ROW(ALL, 999), WAIT_SPENT_ROW}},
    {"1 ms in all; none of it is spent by no delay",
     {.max_wait_ms = 1},
     {FETCH_ROW, WAIT_ROW(NONE, 0), RETRY_ROW(NONE, 0), WAIT_ROW(ALL, 1),
      WAIT_SPENT_ROW}},
    {"waits and retries are one sum",
     {.base_delay_ms = 1000, .max_wait_ms = 2500},
     {FETCH_ROW,
      WAIT_ROW(ALL, 1000),
      RETRY_ROW(ALL, 1000),
      RETRY_ROW(ALL, 500),
      {LOST(VIA_GET), ALL, GIVES_UP(DSI_CAUSE_WAIT_SPENT)}}},
    {"retries of Start are in it",
     {.base_delay_ms = 1000, .max_wait_ms = 1500},
     {{LOST(VIA_START), ALL, RETRIES_START(DSI_CAUSE_LOST, 1000)},
      {STARTED("PROCESSING", POLL_ID), ALL, WAITS(DSI_CAUSE_PROCESSING, 500, NULL)},
      WAIT_SPENT_ROW}},
    {"pages need no wait",
     {.base_delay_ms = 1000, .max_wait_ms = 1000},
     {FETCH_ROW,
      WAIT_ROW(ALL, 1000),
      {PAGE("SUCCESS", 1, "2"), ALL, FETCHES("2")},
      {PAGE("SUCCESS", 1, "3"), ALL, FETCHES("3")},
      {PAGE("SUCCESS", 1, NULL), ALL, IS_DONE}}},
    {"no request is left for a wait",
     {.max_requests = 2},
     {FETCH_ROW, WAIT_ROW(ALL, 1000), REQUESTS_SPENT_ROW(GOT("PROCESSING"))}},
    {"nor for a page",
     {.max_requests = 2},
     {FETCH_ROW, WAIT_ROW(ALL, 1000), REQUESTS_SPENT_ROW(PAGE("SUCCESS", 1, "2"))}},
    {"nor for a retry",
     {.max_requests = 2},
     {FETCH_ROW, RETRY_ROW(ALL, 1000), REQUESTS_SPENT_ROW(LOST(VIA_GET))}},
    {"a retry of Start is one",
     {.max_requests = 1},
     {{LOST(VIA_START), ALL, RETRIES_START(DSI_CAUSE_LOST, 1000)},
      REQUESTS_SPENT_ROW(STARTED("SUCCESS", POLL_ID))}},
    {"the last page needs no further one",
     {.max_requests = 2},
     {FETCH_ROW,
      {PAGE("SUCCESS", 1, "2"), ALL, FETCHES("2")},
      {PAGE("SUCCESS", 1, NULL), ALL, IS_DONE}}},
    {"nor does a failure",
     {.max_requests = 1},
     {FETCH_ROW, {GET_FAILED("no"), ALL, FAILS(DSI_CAUSE_STATUS_FAILED, "no")}}},
};
const size_t poll_delay_row_count = sizeof poll_delay_rows / sizeof *poll_delay_rows;
