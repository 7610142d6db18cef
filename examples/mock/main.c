/* The mock's wire: libmicrohttpd with a thread per connection, and a lock to answer. */
#define _POSIX_C_SOURCE 200809L
#include "mock.h"

#include <arpa/inet.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <microhttpd.h>

#include "../show.h"

#define SLOW_PIECE 16u
#define SLOW_PAUSE_NS 2000000L

static mock_options options;
static pthread_mutex_t lock =
    PTHREAD_MUTEX_INITIALIZER; /* guards everything that mock_reply_to uses */
static unsigned requests;

/*
 * The request that is arriving on a connection. It lives as long as the connection:
 * libmicrohttpd drops some requests without a call, but reports each connection's end.
 */
typedef struct incoming {
    char *target; /* as it was written; NULL: there is no memory for it */
    char body[MOCK_BODY_MAX];
    size_t length;
    bool too_large;
    bool has_head;
} incoming;

/* --------------------------------------------------------------------- the answer */

/* A body that is sent slowly, or cut. libmicrohttpd asks for it piece by piece. */
static ssize_t give_piece(void *context, uint64_t position, char *buffer,
                          size_t capacity)
{
    const mock_reply *reply = context;
    const struct timespec pause = {.tv_nsec = SLOW_PAUSE_NS};
    size_t end = reply->cut ? reply->length / 2 : reply->length;
    size_t length = end - (size_t)position;

    if (length == 0) {
        return MHD_CONTENT_READER_END_WITH_ERROR;
    }
    if (reply->slow) {
        nanosleep(&pause, NULL);
        length = length < SLOW_PIECE ? length : SLOW_PIECE;
    }
    length = length < capacity ? length : capacity;
    memcpy(buffer, reply->body + position, length);
    return (ssize_t)length;
}

static void free_reply(void *context)
{
    mock_reply *reply = context;

    free(reply->body);
    free(reply);
}

static enum MHD_Result send_reply(struct MHD_Connection *connection, mock_reply *reply,
                                  unsigned number)
{
    struct MHD_Response *response = MHD_create_response_from_callback(
        reply->length, (size_t)4096, give_piece, reply, free_reply);
    char id[48];
    enum MHD_Result result;

    if (response == NULL) {
        free_reply(reply);
        return MHD_NO;
    }
    snprintf(id, sizeof id, "6304d639-8431-4188-8718-%012u", number);
    MHD_add_response_header(response, "Content-Type", reply->content_type);
    MHD_add_response_header(response, DSI_REQUEST_ID_HEADER, id);
    if (reply->error_type[0] != '\0') {
        MHD_add_response_header(response, DSI_ERROR_TYPE_HEADER, reply->error_type);
    }
    if (reply->retry_after != NULL) {
        MHD_add_response_header(response, "Retry-After", reply->retry_after);
    }
    result = MHD_queue_response(connection, (unsigned)reply->status, response);
    MHD_destroy_response(response);
    return result;
}

/* -------------------------------------------------------------------- the request */

/* Logs number, method, target and status, and the scope of the signature. */
static void say_request(struct MHD_Connection *connection, const mock_request *request,
                        int status)
{
    const char *sent = MHD_lookup_connection_value(connection, MHD_HEADER_KIND,
                                                   "Authorization");
    const char *scope = sent == NULL ? NULL : strstr(sent, "Credential=");

    scope = scope == NULL ? "unsigned" : scope;
    fprintf(stderr, "%u ", request->number);
    show_text(stderr, request->method);
    fputc(' ', stderr);
    show_text(stderr, request->target);
    fprintf(stderr, " %d ", status);
    show_text(stderr, (dsi_string){.data = scope, .length = strcspn(scope, ", ")});
    fputc('\n', stderr);
}

static enum MHD_Result answer(struct MHD_Connection *connection, const char *method,
                              const incoming *in)
{
    mock_reply *reply = calloc(1, sizeof *reply);
    mock_request request = {.method = dsi_str(method),
                            .target = dsi_str(in->target),
                            .body = {.data = in->body, .length = in->length},
                            .too_large = in->too_large};

    if (reply == NULL) {
        return MHD_NO;
    }
    pthread_mutex_lock(&lock);
    request.number = ++requests;
    mock_reply_to(&options, &request, reply);
    if (options.verbose) {
        say_request(connection, &request, reply->status);
    }
    pthread_mutex_unlock(&lock);
    return send_reply(connection, reply, request.number);
}

/* Called when a connection begins and when it ends. Its context may be NULL. */
static void notify_connection(void *context, struct MHD_Connection *connection,
                              void **state, enum MHD_ConnectionNotificationCode code)
{
    incoming *in = *state;

    (void)context;
    (void)connection;
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        *state = calloc(1, sizeof *in);
    } else if (in != NULL) {
        free(in->target);
        free(in);
    }
}

static incoming *find_incoming(struct MHD_Connection *connection)
{
    return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)
        ->socket_context;
}

/*
 * A request begins, so the one before it has ended. The target is copied as it was
 * sent, because libmicrohttpd splits and unescapes it later.
 */
static void *begin_request(void *context, const char *uri,
                           struct MHD_Connection *connection)
{
    incoming *in = find_incoming(connection);

    (void)context;
    if (in != NULL) {
        free(in->target);
        in->target = strdup(uri == NULL ? "" : uri);
        in->length = 0;
        in->too_large = false;
        in->has_head = false;
    }
    return in;
}

/*
 * libmicrohttpd calls this after the head, with each piece of the body, and at its end.
 */
static enum MHD_Result take_request(void *context, struct MHD_Connection *connection,
                                    const char *url, const char *method,
                                    const char *version, const char *bytes,
                                    size_t *length, void **request)
{
    incoming *in = *request;
    bool fits;

    (void)url;
    (void)version;
    (void)context;
    if (in == NULL || in->target == NULL) {
        return MHD_NO;
    }
    if (!in->has_head) {
        in->has_head = true;
        return MHD_YES;
    }
    if (*length == 0) {
        return answer(connection, method, in);
    }
    fits = *length <= sizeof in->body - in->length;
    if (fits) {
        memcpy(in->body + in->length, bytes, *length);
        in->length += *length;
    }
    in->too_large = in->too_large || !fits;
    *length = 0;
    return MHD_YES;
}

/* ----------------------------------------------------------------------- its life */

static struct MHD_Daemon *listen_on(unsigned port)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((uint16_t)port)};

    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return MHD_start_daemon(
        MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION,
        (uint16_t)port, NULL, NULL, take_request, NULL, MHD_OPTION_SOCK_ADDR,
        (struct sockaddr *)&address, MHD_OPTION_URI_LOG_CALLBACK, begin_request, NULL,
        MHD_OPTION_NOTIFY_CONNECTION, notify_connection, NULL,
        MHD_OPTION_CONNECTION_LIMIT, 64u, MHD_OPTION_CONNECTION_TIMEOUT, 30u,
        MHD_OPTION_END);
}

int main(int argc, char **argv)
{
    struct MHD_Daemon *daemon;
    sigset_t ends;
    int signal;

    mock_take_options(&options, argc, argv);
    if (!mock_models_open(&options)) {
        return 5;
    }
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ends, NULL); /* also in the threads to come */
    daemon = listen_on(options.port);
    if (daemon == NULL) {
        fprintf(stderr, "dsi-mock: cannot listen on port %u\n", options.port);
        return 1;
    }
    printf("listening on http://127.0.0.1:%u\n",
           (unsigned)MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
    fflush(stdout);
    sigwait(&ends, &signal);
    MHD_stop_daemon(daemon);
    return 0;
}
