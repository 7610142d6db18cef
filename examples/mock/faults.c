/*
 * The faults that the mock injects. The first fault of the options that fits a request
 * replaces the service's answer, or changes how that is sent.
 */
#include "mock.h"

#include <stdio.h>

static const char html_page[] =
    "<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n"
    "<body>\r\n<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n"
    "</body>\r\n</html>\r\n";

/* Some of AWS's front ends send the type in the body, as here. */
static const char code_error[] =
    "{\"__type\":\"com.amazonaws.appsync#BadRequestException\","
    "\"message\":\"The code contains one or more errors.\",\"reason\":\"CODE_ERROR\","
    "\"detail\":{\"codeErrors\":[{\"errorType\":\"PARSER_ERROR\",\"value\":"
    "\"unexpected end\","
    "\"location\":{\"line\":1,\"column\":2,\"span\":-1}}]}}";

/* An error in JSON, with its type in the header. */
typedef struct mock_refusal {
    mock_fault_kind kind;
    int status;
    const char *type;
    const char *message;
    const char *retry_after; /* NULL: no such header */
} mock_refusal;

static const mock_refusal refusals[] = {
    {MOCK_THROTTLE, 429, "TooManyRequestsException", "Too Many Requests", NULL},
    {MOCK_BUSY, 503, "ServiceUnavailableException", "Service Unavailable", "1"},
    {MOCK_RESUMING, 400, "DatabaseResumingException",
     "The Aurora DB instance is resuming after being auto-paused", NULL},
    {MOCK_INTERNAL, 500, "InternalFailureException", "An internal failure occurred",
     NULL},
    {MOCK_UNAUTHORIZED, 401, "UnauthorizedException", "You are not authorized", NULL},
    {MOCK_NOT_FOUND, 404, "NotFoundException", "there is no such introspection", NULL}};

static void reply_raw(mock_reply *reply, int status, const char *type, const char *body)
{
    reply->status = status;
    reply->content_type = type;
    mock_append(reply, body, strlen(body));
}

/* Returns true if the fault has an answer of its own, which is now in `reply`. */
static bool reply_fault(const mock_options *options, mock_fault_kind kind,
                        mock_reply *reply)
{
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        if (refusals[i].kind == kind) {
            mock_refuse(options, reply, refusals[i].status, refusals[i].type,
                        refusals[i].message);
            reply->retry_after = refusals[i].retry_after;
            return true;
        }
    }
    if (kind == MOCK_HTML) {
        reply_raw(reply, 503, "text/html", html_page);
    } else if (kind == MOCK_EMPTY) {
        reply_raw(reply, 200, "application/json", "");
    } else if (kind == MOCK_CODE_ERROR) {
        reply_raw(reply, 400, "application/json", code_error);
    }
    return reply->status != 0;
}

static mock_fault_kind find_fault(const mock_options *options,
                                  const mock_request *request)
{
    for (size_t i = 0; i < options->fault_count; i++) {
        const mock_fault *fault = &options->faults[i];

        if ((fault->request == 0 || fault->request == request->number) &&
            (fault->kind != MOCK_FAILED || !mock_is_start(request))) {
            return fault->kind;
        }
    }
    return MOCK_NO_FAULT;
}

void mock_reply_to(const mock_options *options, const mock_request *request,
                   mock_reply *reply)
{
    const mock_fault_kind kind = find_fault(options, request);

    if (request->too_large) {
        mock_refuse(options, reply, 413, "RequestEntityTooLargeException",
                    "Request Entity Too Large");
    } else if (!reply_fault(options, kind, reply)) {
        reply->slow = kind == MOCK_SLOW;
        reply->cut = kind == MOCK_CUT;
        mock_answer(options, request, kind == MOCK_FAILED, reply);
    }
}
