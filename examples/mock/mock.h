/*
 * dsi-mock: AppSync's side of data source introspection, on loopback. Bytes go one way:
 *
 *     main.c (libmicrohttpd) -> faults.c -> answers.c -> models.c
 *
 * options.c says what the service is like.
 */
#ifndef DSI_EXAMPLES_MOCK_MOCK_H
#define DSI_EXAMPLES_MOCK_MOCK_H

#include <dsi/dsi.h>

#define MOCK_FAULTS_MAX 32u
#define MOCK_BODY_MAX 65536u /* of a request; what is valid is far shorter */

/* The faults that can be injected. */
typedef enum mock_fault_kind {
    MOCK_NO_FAULT = 0,
    MOCK_THROTTLE,
    MOCK_BUSY,
    MOCK_RESUMING,
    MOCK_INTERNAL,
    MOCK_UNAUTHORIZED,
    MOCK_NOT_FOUND,
    MOCK_CODE_ERROR,
    MOCK_HTML,
    MOCK_EMPTY,
    MOCK_SLOW,
    MOCK_CUT,
    MOCK_FAILED
} mock_fault_kind;

typedef struct mock_fault {
    mock_fault_kind kind;
    unsigned request; /* the request's number, from 1; 0: every one that it fits */
} mock_fault;

typedef struct mock_options {
    unsigned port; /* 0: any that is free */
    unsigned processing;
    unsigned models;
    unsigned page;
    bool nulls;
    bool verbose;
    const char *models_from; /* a file; NULL: the mock makes the models */
    mock_fault faults[MOCK_FAULTS_MAX];
    size_t fault_count;
} mock_options;

/* A request as it came, and its number. */
typedef struct mock_request {
    unsigned number;
    dsi_string method;
    dsi_string target;
    dsi_string body;
    bool too_large; /* the body is more than MOCK_BODY_MAX */
} mock_request;

/* What is sent. The texts are static or lie in here; the body is malloc's. */
typedef struct mock_reply {
    int status;
    const char *content_type;
    char error_type[64];     /* "": the answer has no such header */
    const char *retry_after; /* in seconds; NULL: the answer has no such header */
    char *body;
    size_t length;
    size_t capacity;
    bool slow;
    bool cut;
} mock_reply;

/* options.c: exits after --help or --version, or if an argument is wrong. */
void mock_take_options(mock_options *options, int argc, char **argv);

/* models.c: makes or reads the models, or says why not and returns false. */
bool mock_models_open(const mock_options *options);
size_t mock_models_count(void);
const dsi_model *mock_model(size_t number, bool with_sdl);

/* answers.c: the answer without a fault. With `failed`, Get's status is FAILED. */
void mock_answer(const mock_options *options, const mock_request *request, bool failed,
                 mock_reply *reply);
/* Answers with a service error. The model knows the status of its own errors. */
void mock_refuse(const mock_options *options, mock_reply *reply, int status,
                 const char *type, const char *message);
/* A dsi_write_fn; the context is a mock_reply. */
bool mock_append(void *context, const char *bytes, size_t length);
bool mock_is_start(const mock_request *request);

/* faults.c: the answer, with the fault that the options want for this request. */
void mock_reply_to(const mock_options *options, const mock_request *request,
                   mock_reply *reply);

#endif
