/*
 * dsi/poll.h - when to ask again, and for what: a state machine without clock or
 * socket.
 *
 * It is told each answer and returns the next step. The caller waits, sends and decodes;
 * a client is one switch:
 *
 *     static char memory[DSI_POLL_MEMORY_DEFAULT];
 *     dsi_poll poll;
 *     dsi_poll_step step = dsi_poll_begin(&poll, memory, sizeof memory, NULL);
 *     for (;;) {
 *         sleep_ms(step.delay_ms);
 *         switch (step.action) {
 *         case DSI_POLL_START:
 *         case DSI_POLL_RESTART: {
 *             const dsi_start_answer *answer = send_start(&request, &error);
 *             step = dsi_poll_start_answered(&poll, answer, &error, random32());
 *             break;
 *         }
 *         case DSI_POLL_WAIT:
 *         case DSI_POLL_FETCH:
 *         case DSI_POLL_RETRY: {
 *             const dsi_get_answer *answer = send_get(step.request, &error);
 *             step = dsi_poll_get_answered(&poll, answer, &error, random32());
 *             break;
 *         }
 *         default: // DSI_POLL_DONE, FAILED, GIVE_UP
 *             return step;
 *         }
 *     }
 *
 * examples/introspect.c is that program.
 *
 * Whatever the other side answers, the machine ends: it never asks for more than
 * `max_requests` requests, nor for more than `max_wait_ms` of waiting in all. A cycle of
 * n pages is detected within 3n pages.
 */
#ifndef DSI_POLL_H
#define DSI_POLL_H

#include <dsi/get.h>
#include <dsi/start.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What to do next. */
typedef enum dsi_poll_action {
    DSI_POLL_START = 1, /* send Start's request now */
    DSI_POLL_RESTART,   /* after `delay_ms`, send Start's request again */
    DSI_POLL_WAIT,      /* not ready: after `delay_ms`, send `request` */
    DSI_POLL_FETCH,     /* send `request` now: the first page, or the next */
    DSI_POLL_RETRY,     /* no usable answer: after `delay_ms`, send `request` again */
    DSI_POLL_DONE,      /* the last page has come */
    DSI_POLL_FAILED,    /* see `cause` and `detail`; dsi_poll_restart may go on */
    DSI_POLL_GIVE_UP    /* a budget is spent: see `cause` and `last_cause` */
} dsi_poll_action;

/* Why. */
typedef enum dsi_poll_cause {
    DSI_CAUSE_NONE = 0,
    /* WAIT */
    DSI_CAUSE_PROCESSING,
    DSI_CAUSE_UNKNOWN_STATUS, /* absent, or one that the model does not list */
    /* RETRY, RESTART */
    DSI_CAUSE_THROTTLED,
    DSI_CAUSE_TRANSIENT, /* a fault of the server that may pass */
    DSI_CAUSE_LOST,      /* no answer, or too little of one to know what it says */
    /* FAILED; STATUS_FAILED also RESTART */
    DSI_CAUSE_STATUS_FAILED, /* the introspection itself: `detail` is the service's */
    DSI_CAUSE_REFUSED,       /* a service error: `detail` is its message */
    DSI_CAUSE_UNREADABLE,    /* the answer could not be decoded: see the dsi_error */
    DSI_CAUSE_STOPPED,       /* by the caller's own dsi_model_sink */
    DSI_CAUSE_NO_ID,    /* Start's output has no id that can be sent, or has not come */
    DSI_CAUSE_TOO_LONG, /* id and token do not fit the memory */
    DSI_CAUSE_TOKEN_REPEATED, /* the pages form a cycle */
    /* GIVE_UP */
    DSI_CAUSE_REQUESTS_SPENT,
    DSI_CAUSE_RETRIES_SPENT,
    DSI_CAUSE_WAIT_SPENT
} dsi_poll_cause;

/* The cause in English, static, without full stop; "" for DSI_CAUSE_NONE. */
DSI_API const char *dsi_poll_cause_text(dsi_poll_cause cause);

/*
 * Budgets and delays. NULL or 0 is the default.
 *
 * max_requests: how many requests may be asked for in all, Start's, pages and retries
 *     included.
 * max_retries: how many requests may be repeated in a row because no usable answer came.
 *     An output with any member set ends the series; a caller who wants no retry stops
 *     at the first. Also how often dsi_poll_restart may go on, in all.
 * max_wait_ms: how much all delays may add up to, in milliseconds. The time that
 *     requests take is not in it.
 * base_delay_ms, max_delay_ms: a delay is anything from 0 to a ceiling (full jitter)
 *     that begins at `base_delay_ms`, doubles with each delay of its kind, and ends at
 *     `max_delay_ms`. A page ends a series of WAIT. A service error with
 *     `retry_after_ms` is retried no earlier than that, but at most DSI_POLL_HINT_MAX_MS
 *     later than without.
 * include_models_sdl, max_results: as every request shall have them.
 */
typedef struct dsi_poll_options {
    uint32_t max_requests;
    uint32_t max_retries;
    uint32_t max_wait_ms;
    uint32_t base_delay_ms;
    uint32_t max_delay_ms;
    dsi_optional_bool include_models_sdl;
    dsi_optional_int32 max_results;
} dsi_poll_options;

#define DSI_POLL_REQUESTS_DEFAULT 1000u   /* 25,000 models, at 25 a page */
#define DSI_POLL_RETRIES_DEFAULT 5u       /* one after the other */
#define DSI_POLL_WAIT_DEFAULT 900000u     /* 15 minutes */
#define DSI_POLL_BASE_DELAY_DEFAULT 1000u /* as AWS's clients begin, and end */
#define DSI_POLL_MAX_DELAY_DEFAULT 20000u /* the ceiling after five doublings */
#define DSI_POLL_HINT_MAX_MS 5000u        /* how much a hint may add to a delay */

/*
 * Room for the id and a page's token, each with a terminator, in bytes. Longer ones
 * would make a request line that HTTP servers refuse.
 */
#define DSI_POLL_MEMORY_DEFAULT 8192u

/* Room for the target of every request that a machine with such a memory asks for. */
#define DSI_POLL_TARGET_MAX DSI_GET_TARGET_MAX(0, DSI_POLL_MEMORY_DEFAULT)

/*
 * A step.
 *
 * delay_ms: how long to wait first; 0 unless the action is WAIT, RETRY or RESTART.
 * request: the Get request to send; NULL unless the action is WAIT, FETCH or RETRY. Valid
 *     until the next event.
 * detail: what the service said about a FAILED; a view into the answer. May be absent.
 * last_cause: of GIVE_UP, why the machine would have asked once more (DSI_CAUSE_NONE: for
 *     the next page); otherwise DSI_CAUSE_NONE.
 */
typedef struct dsi_poll_step {
    dsi_poll_action action;
    dsi_poll_cause cause;
    uint32_t delay_ms;
    const dsi_get_request *request;
    dsi_string detail;
    dsi_poll_cause last_cause;
} dsi_poll_step;

/*
 * The machine. Do not move it or its memory while polling. Its members are dsi's own, but
 * `request` may be read: after a bad end it holds the id and the token with which
 * dsi_poll_resume would go on. Without an id there is nothing to go on with: Start has not
 * been answered, has failed, or was to be sent again.
 */
typedef struct dsi_poll {
    dsi_poll_options options;
    char *memory;
    size_t capacity;
    dsi_get_request request; /* the last one, its texts in `memory` */
    dsi_poll_step step;      /* the last one, without its detail */
    uint32_t requests;
    uint32_t retries;  /* in a row */
    uint32_t waits;    /* in a row */
    uint32_t restarts; /* by dsi_poll_restart */
    uint32_t waited_ms;
    uint32_t pages;
    uint64_t marked_token; /* hash of an earlier page's */
} dsi_poll;

/*
 * Begins: the step is START, and is counted as a request. `memory` holds the id and the
 * token of the last page, and belongs to the machine until its end. `options` may be
 * NULL, and are copied.
 */
DSI_API dsi_poll_step dsi_poll_begin(dsi_poll *poll, char *memory, size_t capacity,
                                     const dsi_poll_options *options);

/*
 * Goes on with an introspection that was started before. Call it right after
 * dsi_poll_begin: the step takes the place of START, and asks for the first page, or for
 * that of `next_token` (absent: the first).
 */
DSI_API dsi_poll_step dsi_poll_resume(dsi_poll *poll, dsi_string introspection_id,
                                      dsi_string next_token);

/*
 * What became of a request. `answer` is what finish returned, NULL included; `error` is
 * what finish filled then, or NULL if no answer came at all. `random` is any number,
 * evenly spread: it chooses the delay. After the end, every event returns the last step
 * again, without its detail.
 *
 * Retried is what throttles, what is the server's fault, and what got lost: no answer, an
 * output that is cut short or in which nothing is set, a 4xx whose body was cut before its
 * type. Other service errors are not lost, however short: the status says what to do. Start's
 * request is retried as well. Models that were taken come again if their answer was cut short, if it said
 * that it is not ready, or if pages form a cycle.
 */
DSI_API dsi_poll_step dsi_poll_start_answered(dsi_poll *poll,
                                              const dsi_start_answer *answer,
                                              const dsi_error *error, uint32_t random);
DSI_API dsi_poll_step dsi_poll_get_answered(dsi_poll *poll,
                                            const dsi_get_answer *answer,
                                            const dsi_error *error, uint32_t random);

/*
 * Goes on after a FAILED whose cause is DSI_CAUSE_STATUS_FAILED, within what is left of
 * the same budgets: the step is RESTART, after a delay, or GIVE_UP. Use it if `detail`
 * says that the cluster was paused, or anything else that passes. Models come again from
 * the first on. `random` is as above.
 *
 * At any other time it changes nothing and returns the last step again, without its
 * detail. So look at the cause first: a loop that restarts whatever FAILED has no end.
 */
DSI_API dsi_poll_step dsi_poll_restart(dsi_poll *poll, uint32_t random);

#ifdef __cplusplus
}
#endif

#endif
