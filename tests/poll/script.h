/*
 * tests/poll/script.h - events for a poll machine, and the steps that must follow.
 *
 * The texts of an answer are overwritten as soon as the machine has returned its step,
 * because a decoder's block may be used again then.
 */
#ifndef DSI_TESTS_POLL_SCRIPT_H
#define DSI_TESTS_POLL_SCRIPT_H

#include <dsi/poll.h>

/* The function that is called with the event. */
typedef enum poll_via { VIA_START = 1, VIA_GET, VIA_RESUME, VIA_RESTART } poll_via;

/* The outcome of the request. */
typedef enum poll_came {
    CAME_OUTPUT = 1,    /* an answer: id or token, status, detail */
    CAME_BLANK,         /* an answer: an output whose members are all absent */
    CAME_SERVICE_ERROR, /* an answer: a service error whose message is `detail` */
    CAME_ERROR,         /* no answer, but an error of `code` */
    CAME_NOTHING        /* neither an answer nor an error */
} poll_came;

typedef struct poll_event {
    poll_via via; /* 0 after the last event */
    poll_came came;
    const char *status; /* NULL: absent */
    const char *text;   /* the id for Start, the token for Get; NULL: absent */
    const char *detail; /* NULL: absent */
    bool has_result;
    size_t models;
    dsi_error_class error_class;
    dsi_fault fault;
    int http_status;        /* of a service error; 0 stands for 400 */
    const char *error_type; /* of a service error; NULL: absent */
    dsi_code code;          /* of the error, or the reason why a body was not read */
    int64_t hint_ms;        /* of a service error; 0: absent */
} poll_event;

/* The events of the tables. */
#define STARTED(of_status, id)                                                         \
    {                                                                                  \
        .via = VIA_START, .came = CAME_OUTPUT, .status = (of_status), .text = (id)     \
    }
#define START_FAILED(id, why)                                                          \
    {                                                                                  \
        .via = VIA_START, .came = CAME_OUTPUT, .status = "FAILED", .text = (id),       \
        .detail = (why)                                                                \
    }
#define RESUMED(id)                                                                    \
    {                                                                                  \
        .via = VIA_RESUME, .came = CAME_OUTPUT, .text = (id)                           \
    }
#define GOT(of_status)                                                                 \
    {                                                                                  \
        .via = VIA_GET, .came = CAME_OUTPUT, .status = (of_status)                     \
    }
#define GET_FAILED(why)                                                                \
    {                                                                                  \
        .via = VIA_GET, .came = CAME_OUTPUT, .status = "FAILED", .detail = (why)       \
    }
#define PAGE(of_status, count, token)                                                  \
    {                                                                                  \
        .via = VIA_GET, .came = CAME_OUTPUT, .status = (of_status), .text = (token),   \
        .has_result = true, .models = (count)                                          \
    }
#define REFUSED(by, of_class, whose, message)                                          \
    {                                                                                  \
        .via = (by), .came = CAME_SERVICE_ERROR, .error_class = (of_class),            \
        .fault = (whose), .detail = (message)                                          \
    }
#define HINTED(by, milliseconds)                                                       \
    {                                                                                  \
        .via = (by), .came = CAME_SERVICE_ERROR, .error_class = DSI_CLASS_THROTTLE,    \
        .fault = DSI_FAULT_CLIENT, .hint_ms = (milliseconds)                           \
    }
#define UNREAD(by, of_status, of_type, why)                                            \
    {                                                                                  \
        .via = (by), .came = CAME_SERVICE_ERROR, .error_class = DSI_CLASS_CLIENT,      \
        .fault = DSI_FAULT_CLIENT, .http_status = (of_status),                         \
        .error_type = (of_type), .code = (why)                                         \
    }
#define BLANK(by)                                                                      \
    {                                                                                  \
        .via = (by), .came = CAME_BLANK                                                \
    }
#define RESTARTED                                                                      \
    {                                                                                  \
        .via = VIA_RESTART                                                             \
    }
#define UNDECODED(by, of_code)                                                         \
    {                                                                                  \
        .via = (by), .came = CAME_ERROR, .code = (of_code)                             \
    }
#define LOST(by)                                                                       \
    {                                                                                  \
        .via = (by), .came = CAME_NOTHING                                              \
    }

/* Random numbers that make the delay 0, half of the ceiling, and the whole ceiling. */
#define NONE 0u
#define HALF 0x80000000u
#define ALL UINT32_MAX

typedef struct poll_expected {
    dsi_poll_action action;
    dsi_poll_cause cause;
    uint32_t delay_ms;
    bool has_request;
    const char *token;  /* of the request; NULL: absent */
    const char *detail; /* NULL: absent */
    dsi_poll_cause last_cause;
} poll_expected;

/* The steps of the tables. */
#define STARTS                                                                         \
    {                                                                                  \
        .action = DSI_POLL_START                                                       \
    }
#define WAITS(why, delay, of_token)                                                    \
    {                                                                                  \
        .action = DSI_POLL_WAIT, .cause = (why), .delay_ms = (delay),                  \
        .has_request = true, .token = (of_token)                                       \
    }
#define RETRIES(why, delay, of_token)                                                  \
    {                                                                                  \
        .action = DSI_POLL_RETRY, .cause = (why), .delay_ms = (delay),                 \
        .has_request = true, .token = (of_token)                                       \
    }
#define RESTARTS(why, delay)                                                           \
    {                                                                                  \
        .action = DSI_POLL_RESTART, .cause = (why), .delay_ms = (delay)                \
    }
#define FETCHES(of_token)                                                              \
    {                                                                                  \
        .action = DSI_POLL_FETCH, .has_request = true, .token = (of_token)             \
    }
#define IS_DONE                                                                        \
    {                                                                                  \
        .action = DSI_POLL_DONE                                                        \
    }
#define FAILS(why, what)                                                               \
    {                                                                                  \
        .action = DSI_POLL_FAILED, .cause = (why), .detail = (what)                    \
    }
#define GIVES_UP(why, last)                                                            \
    {                                                                                  \
        .action = DSI_POLL_GIVE_UP, .cause = (why), .last_cause = (last)               \
    }

#define POLL_ID "a1234567-8910-abcd-efgh-identifier"
#define POLL_TEXT_MAX 64 /* of an id, token or detail, terminator included */

/* A machine, its memory, and the memory of the answers that it gets. */
typedef struct poll_rig {
    dsi_poll poll;
    dsi_poll_options options; /* as the machine should have them */
    char memory[2 * POLL_TEXT_MAX];
    char answer[3][POLL_TEXT_MAX];
    char detail[POLL_TEXT_MAX]; /* of the last step */
} poll_rig;

/*
 * Begins, asserts the first step, and then overwrites the options that the machine got.
 * `options` may be NULL.
 */
void poll_rig_begin(poll_rig *rig, const dsi_poll_options *options);

/* Tells the machine an event. The step's detail is copied into the rig. */
dsi_poll_step poll_rig_tell(poll_rig *rig, const poll_event *event, uint32_t random);

/*
 * Tells the machine an event, and asserts the step. A failure names `why` and `line`.
 */
void poll_rig_check(poll_rig *rig, const char *why, size_t line,
                    const poll_event *event, uint32_t random,
                    const poll_expected *expected);

/* Asserts that every event returns this end again, without its detail. */
void poll_rig_check_end(poll_rig *rig, const char *why, const poll_expected *end);

#endif
