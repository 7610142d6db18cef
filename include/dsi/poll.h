/*
 * dsi/poll.h - when to ask again, and for what: a state machine without clock or
 * socket.
 *
 * It is told each answer and says the next step. The caller sleeps, sends and decodes:
 *
 *     static char memory[DSI_POLL_MEMORY_DEFAULT];
 *     dsi_poll poll;
 *     dsi_poll_begin(&poll, memory, sizeof memory, NULL);
 *     dsi_poll_step step = dsi_poll_start_answered(&poll, started, &error, random32());
 *     while (step.request != NULL) {
 *         sleep_ms(step.delay_ms);
 *         const dsi_get_answer *answer = send_get(step.request, &error);
 *         step = dsi_poll_get_answered(&poll, answer, &error, random32());
 *     }
 *     if (step.action != DSI_POLL_DONE) { ... dsi_poll_cause_text(step.cause) ... }
 *
 * A Start that was throttled is a RETRY without a request: see examples/introspect.c.
 *
 * Whatever the other side answers, the machine ends: it never asks for more than
 * `max_requests` requests nor for more than `max_wait_ms` of waiting in all. Pages that
 * go round in a circle are noticed before three times as many have come as there are.
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
    DSI_POLL_WAIT = 1, /* not ready: after `delay_ms`, send `request` */
    DSI_POLL_FETCH,    /* send `request` now: the next page, or the first */
    DSI_POLL_RETRY,    /* no usable answer: after `delay_ms`, send the same again */
    DSI_POLL_DONE,     /* the last page has come */
    DSI_POLL_FAILED,   /* for good: see `cause` and `detail` */
    DSI_POLL_GIVE_UP   /* a budget is spent: see `cause` */
} dsi_poll_action;

/* Why. */
typedef enum dsi_poll_cause {
    DSI_CAUSE_NONE = 0,
    /* WAIT */
    DSI_CAUSE_PROCESSING,
    DSI_CAUSE_UNKNOWN_STATUS, /* none, or one that the model does not list */
    /* RETRY */
    DSI_CAUSE_THROTTLED,
    DSI_CAUSE_TRANSIENT, /* the server's fault: 500, 502, 503, 504, InternalFailure */
    DSI_CAUSE_LOST,      /* no answer, or one that is cut short */
    /* FAILED */
    DSI_CAUSE_STATUS_FAILED, /* the introspection itself: `detail` is the service's */
    DSI_CAUSE_REFUSED,       /* an error answer: `detail` is its message */
    DSI_CAUSE_UNREADABLE,    /* the answer could not be decoded: see the dsi_error */
    DSI_CAUSE_STOPPED,       /* by the caller's own dsi_model_sink */
    DSI_CAUSE_NO_ID,    /* Start's answer has none that can be sent, or has not come */
    DSI_CAUSE_TOO_LONG, /* id and token do not fit the memory */
    DSI_CAUSE_TOKEN_REPEATED, /* the pages go round in a circle */
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
 * max_requests: how many requests may be asked for in all, pages and retries included.
 * max_retries: how many RETRY may follow each other. Any output ends the series; a
 *     caller who wants none stops at the first.
 * max_wait_ms: how much all delays may add up to, in milliseconds. The time that
 *     requests take is not in it.
 * base_delay_ms, max_delay_ms: a delay is anything from 0 to a ceiling (full jitter)
 *     that begins at `base_delay_ms`, doubles with each delay of its kind, and ends at
 *     `max_delay_ms`. A page ends a series of WAIT.
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

/*
 * Room for the id and a page's token, each with a terminator, in bytes. Longer ones
 * would make a request line that HTTP servers refuse.
 */
#define DSI_POLL_MEMORY_DEFAULT 8192u

/* Room for the target of every request that a machine with such a memory asks for. */
#define DSI_POLL_TARGET_MAX DSI_GET_TARGET_MAX(0, DSI_POLL_MEMORY_DEFAULT)

/*
 * The machine. It stays where it is, as its memory does. Its members are dsi's own, but
 * for `request`, which may be read: at a bad end it says with which id and token
 * dsi_poll_resume would go on.
 */
typedef struct dsi_poll {
    dsi_poll_options options;
    char *memory;
    size_t capacity;
    dsi_get_request request; /* the last one, its texts in `memory` */
    uint32_t requests;
    uint32_t retries; /* one after the other */
    uint32_t waits;   /* one after the other */
    uint32_t waited_ms;
    uint32_t pages;
    uint64_t marked_token; /* hash of an earlier page's */
    dsi_poll_action end;   /* DONE, FAILED or GIVE_UP; 0: none yet */
    dsi_poll_cause end_cause;
} dsi_poll;

/*
 * The next step.
 *
 * delay_ms: how long to wait first; 0 unless WAIT or RETRY.
 * request: what to send; NULL at the end, and in a RETRY before there is an id: then it
 *     is Start's request that wants to be sent again. Valid until the next event.
 * detail: what the service said of a FAILED; a view into the answer. May be absent.
 */
typedef struct dsi_poll_step {
    dsi_poll_action action;
    dsi_poll_cause cause;
    uint32_t delay_ms;
    const dsi_get_request *request;
    dsi_string detail;
} dsi_poll_step;

/*
 * Readies a machine. `memory` holds the id and the token at hand, and belongs to the
 * machine until its end. `options` may be NULL, and are copied.
 */
DSI_API void dsi_poll_begin(dsi_poll *poll, char *memory, size_t capacity,
                            const dsi_poll_options *options);

/*
 * Goes on with an introspection that was started before, on a machine that has just
 * begun: the step asks for its first page, or for that of a token (absent: the first).
 */
DSI_API dsi_poll_step dsi_poll_resume(dsi_poll *poll, dsi_string introspection_id,
                                      dsi_string next_token);

/*
 * What became of a request. `answer` is what finish gave, NULL included; `error` is
 * what finish filled then, or NULL if no answer came at all. `random` is any number,
 * evenly spread: it chooses the delay. At the end every event gets the same step again,
 * but without its detail.
 *
 * Retried is what throttles, what is the server's fault and what got lost, Start's
 * request too. Models that were taken come again if their answer was cut short, if it
 * said that it is not ready, or if pages go round in a circle.
 */
DSI_API dsi_poll_step dsi_poll_start_answered(dsi_poll *poll,
                                              const dsi_start_answer *answer,
                                              const dsi_error *error, uint32_t random);
DSI_API dsi_poll_step dsi_poll_get_answered(dsi_poll *poll,
                                            const dsi_get_answer *answer,
                                            const dsi_error *error, uint32_t random);

#ifdef __cplusplus
}
#endif

#endif
