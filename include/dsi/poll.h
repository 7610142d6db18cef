/*
 * dsi/poll.h - a state machine, without clock or socket, that says when to ask again,
 * and for what.
 *
 * The caller tells the machine each answer, and the machine returns the next step. The
 * caller waits, sends and decodes. So a client is one switch:
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
 *             step = dsi_poll_start_advance(&poll, answer, &error, random32());
 *             break;
 *         }
 *         case DSI_POLL_WAIT:
 *         case DSI_POLL_FETCH:
 *         case DSI_POLL_RETRY: {
 *             const dsi_get_answer *answer = send_get(step.request, &error);
 *             step = dsi_poll_get_advance(&poll, answer, &error, random32());
 *             break;
 *         }
 *         default: // DSI_POLL_DONE, FAILED, GIVE_UP
 *             return step;
 *         }
 *     }
 *
 * examples/introspect.c is that program.
 *
 * Whatever the other side answers, the machine ends. It never asks for more than
 * `max_requests` requests, and its delays never add up to more than `max_wait_ms`. A
 * cycle of n pages is detected within 3n pages.
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

/* Why the machine wants that step. */
typedef enum dsi_poll_cause {
    DSI_CAUSE_NONE = 0,
    /* WAIT */
    DSI_CAUSE_PROCESSING,
    DSI_CAUSE_UNKNOWN_STATUS, /* absent, or one that the model does not list */
    /* RETRY, RESTART */
    DSI_CAUSE_THROTTLED,
    DSI_CAUSE_TRANSIENT, /* an error of the server that may pass */
    DSI_CAUSE_LOST,      /* no answer, or too little of one to know what it says */
    /* FAILED; STATUS_FAILED also RESTART */
    DSI_CAUSE_STATUS_FAILED, /* the introspection itself: `detail` is the service's */
    DSI_CAUSE_REFUSED,       /* a service error: `detail` is its message */
    DSI_CAUSE_UNREADABLE,    /* the answer could not be decoded: see the dsi_error */
    DSI_CAUSE_STOPPED,       /* the caller's own dsi_model_sink returned false */
    DSI_CAUSE_NO_ID,    /* Start's output is missing, or has no id that can be sent */
    DSI_CAUSE_TOO_LONG, /* the id and the token do not fit in the memory */
    DSI_CAUSE_TOKEN_REPEATED, /* the pages form a cycle */
    /* GIVE_UP */
    DSI_CAUSE_REQUESTS_SPENT,
    DSI_CAUSE_RETRIES_SPENT,
    DSI_CAUSE_WAIT_SPENT
} dsi_poll_cause;

/*
 * The cause in English, static, without full stop; "" for DSI_CAUSE_NONE and for a
 * number that is not listed.
 */
DSI_API const char *dsi_poll_cause_text(dsi_poll_cause cause);

/*
 * Budgets and delays. NULL or 0 is the default.
 *
 * max_requests: how many requests the machine may ask for in all. Start's request,
 *     pages and retries are included.
 * max_retries: how often in a row the machine repeats a request because no usable
 *     answer came. An output with any member set ends the series. It is also how often
 *     dsi_poll_restart may go on, in all. 0 means the default. A caller who wants no
 *     retry stops at the first RETRY or RESTART.
 * max_wait_ms: how much all delays may add up to, in milliseconds. The time that
 *     requests take is not included.
 * base_delay_ms, max_delay_ms: a delay is any number from 0 to a ceiling (full jitter),
 *     in milliseconds. The ceiling begins at `base_delay_ms` and doubles with each
 *     delay of its kind, up to `max_delay_ms`. A page ends a series of WAIT. After a
 *     service error with `retry_after_ms`, the delay is at least that long, but at most
 *     DSI_POLL_HINT_MAX_MS longer than without.
 * include_models_sdl, max_results: copied into each Get request.
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
#define DSI_POLL_RETRIES_DEFAULT 5u       /* in a row */
#define DSI_POLL_WAIT_DEFAULT 900000u     /* 15 minutes */
#define DSI_POLL_BASE_DELAY_DEFAULT 1000u /* as AWS's clients begin */
#define DSI_POLL_MAX_DELAY_DEFAULT 20000u /* as they end: five doublings */
#define DSI_POLL_HINT_MAX_MS 5000u        /* how much a hint may add to a delay */

/*
 * Room for the id and a page's token, each with a terminator, in bytes. Longer ones
 * would make a request line that HTTP servers refuse.
 */
#define DSI_POLL_MEMORY_DEFAULT 8192u

/*
 * Room for the target of every request that a machine with such a memory asks for, in
 * bytes. Its terminator is included.
 */
#define DSI_POLL_TARGET_MAX DSI_GET_TARGET_MAX(0, DSI_POLL_MEMORY_DEFAULT)

/*
 * A step.
 *
 * delay_ms: how long to wait first, in milliseconds; 0 unless the action is WAIT, RETRY
 *     or RESTART.
 * request: the Get request to send; NULL unless the action is WAIT, FETCH or RETRY.
 *     Valid until the machine's next call.
 * detail: after a FAILED, what the service said about it. May be absent. It is a view
 *     into the answer, and valid as long as the answer.
 * last_cause: for GIVE_UP, why the machine would have asked once more. DSI_CAUSE_NONE
 *     means that it would have asked for the next page. Otherwise DSI_CAUSE_NONE.
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
 * The machine. Do not move it or its memory while polling. Its members are dsi's own,
 * but a caller may read `request`. After a FAILED or GIVE_UP, `request` holds the id
 * and the token with which dsi_poll_resume would go on. The id is absent if Start was
 * not answered, failed, or was to be sent again. Then there is nothing to go on with.
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
    uint64_t marked_token; /* hash of an earlier page's token */
} dsi_poll;

/*
 * Begins. The step is START, and counts as a request. `memory` has `capacity` bytes,
 * and belongs to the machine until its end. The machine keeps the id and the token of
 * the last page there. `options` may be NULL. The machine copies them.
 */
DSI_API dsi_poll_step dsi_poll_begin(dsi_poll *poll, char *memory, size_t capacity,
                                     const dsi_poll_options *options);

/*
 * Goes on with an introspection that was started before. Call it right after
 * dsi_poll_begin. Its step takes the place of START, and asks for the page of
 * `next_token`, or for the first page if that is absent.
 */
DSI_API dsi_poll_step dsi_poll_resume(dsi_poll *poll, dsi_string introspection_id,
                                      dsi_string next_token);

/*
 * Tells the machine what became of a request. `answer` is what finish returned, NULL
 * included. If it is NULL, `error` is what finish filled, or NULL if no answer came at
 * all. `random` is any number, evenly spread, and chooses the delay. After the end,
 * every call returns the last step again, without its detail.
 *
 * The machine retries DSI_CLASS_THROTTLE, DSI_CLASS_TRANSIENT, DSI_CLASS_MODELLED with
 * DSI_FAULT_SERVER, and lost answers, also those to Start's request. Any other error
 * is the end. A missing answer is lost, and so is an output that is cut short or has no
 * member set. A 4xx whose body was cut before its type is lost as well. Any other
 * service error is not lost, however short, because its status says what to do.
 *
 * The machine copies what it needs of the answer. Only the step's `detail` points into
 * it.
 *
 * Models that were taken come again in three cases. Their answer was cut short, it said
 * that the introspection is not ready, or the pages form a cycle.
 */
DSI_API dsi_poll_step dsi_poll_start_advance(dsi_poll *poll,
                                             const dsi_start_answer *answer,
                                             const dsi_error *error, uint32_t random);
DSI_API dsi_poll_step dsi_poll_get_advance(dsi_poll *poll, const dsi_get_answer *answer,
                                           const dsi_error *error, uint32_t random);

/*
 * Goes on after a FAILED whose cause is DSI_CAUSE_STATUS_FAILED, within what is left of
 * the same budgets. The step is RESTART, after a delay, or GIVE_UP. Use it if `detail`
 * says that the cluster was paused, or names another reason that passes. Models come
 * again from the first on. `random` is as above.
 *
 * At any other time the machine does not change, and the function returns the last step
 * again, without its detail. So look at the cause first: a loop that restarts after
 * every FAILED never ends.
 */
DSI_API dsi_poll_step dsi_poll_restart(dsi_poll *poll, uint32_t random);

#ifdef __cplusplus
}
#endif

#endif
