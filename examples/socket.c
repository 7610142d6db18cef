/*
 * A client without any HTTP library: a socket, a head made of what dsi says, and bytes
 * that are fed as they come. It does not sign, so it is for a mock: see mock/.
 *
 *     dsi_example_socket 127.0.0.1 8080
 *
 * It speaks HTTP/1.0, where an answer ends with the connection. Whether it came whole
 * need not be asked: half a message is none, and dsi says so.
 */
#define _DEFAULT_SOURCE
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "steps.h"

#define HEAD_MAX 8192u
#define HEADERS_MAX 32u
#define SECONDS_MAX 30 /* without a byte */

/* Where to connect, and what the head of the answer said. */
typedef struct wire {
    const char *host;
    const char *port;
    int socket;
    char text[HEAD_MAX]; /* the head, and the body's first bytes */
    size_t length;
    size_t body; /* where it begins */
    dsi_header headers[HEADERS_MAX];
    dsi_received_head received;
} wire;

/* The whole memory of a decode; of models, the largest must fit. */
static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

/* ---------------------------------------------------------------------- sending */

/* Connects, within the time that each step may take; -1: it did not. */
static int open_socket(const struct addrinfo *address)
{
    const struct timeval most = {.tv_sec = SECONDS_MAX};
    int made = socket(address->ai_family, address->ai_socktype, address->ai_protocol);

    if (made >= 0 &&
        (setsockopt(made, SOL_SOCKET, SO_RCVTIMEO, &most, sizeof most) != 0 ||
         setsockopt(made, SOL_SOCKET, SO_SNDTIMEO, &most, sizeof most) != 0 ||
         connect(made, address->ai_addr, address->ai_addrlen) != 0)) {
        close(made);
        made = -1;
    }
    return made;
}

static bool open_wire(wire *self)
{
    const struct addrinfo wanted = {.ai_socktype = SOCK_STREAM};
    struct addrinfo *found;

    self->length = 0;
    self->socket = -1;
    if (getaddrinfo(self->host, self->port, &wanted, &found) != 0) {
        return false;
    }
    for (const struct addrinfo *at = found; at != NULL && self->socket < 0;
         at = at->ai_next) {
        self->socket = open_socket(at);
    }
    freeaddrinfo(found);
    return self->socket >= 0;
}

static bool put(wire *self, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t sent = send(self->socket, bytes, length, MSG_NOSIGNAL);

        if (sent <= 0) {
            return false;
        }
        bytes += sent;
        length -= (size_t)sent;
    }
    return true;
}

static bool put_request(wire *self, const dsi_request_head *head, dsi_string body)
{
    char lines[512];
    int length;

    if (body.data == NULL) {
        length = snprintf(lines, sizeof lines, " HTTP/1.0\r\nHost: %s:%s\r\n\r\n",
                          self->host, self->port);
    } else {
        length = snprintf(lines, sizeof lines,
                          " HTTP/1.0\r\nHost: %s:%s\r\nContent-Type: %s\r\n"
                          "Content-Length: %zu\r\n\r\n",
                          self->host, self->port, head->content_type.data, body.length);
    }
    return length > 0 && (size_t)length < sizeof lines &&
           put(self, head->method.data, head->method.length) && put(self, " ", 1) &&
           put(self, head->target.data, head->target.length) &&
           put(self, lines, (size_t)length) && put(self, body.data, body.length);
}

/* -------------------------------------------------------------------- receiving */

/* Takes the head's lines apart; they are terminated behind each other. */
static bool take_head(wire *self)
{
    char *line = strstr(self->text, "\r\n") + 2;
    char *end = self->text + self->body;
    size_t count = 0;

    if (strncmp(self->text, "HTTP/1.", 7) != 0) {
        return false;
    }
    /* What is no status, begin refuses. */
    self->received = (dsi_received_head){
        .status = (int)strtol(self->text + 8, NULL, 10), .headers = self->headers};
    for (; line < end && count < HEADERS_MAX; line = strstr(line, "\r\n") + 2) {
        size_t name = strcspn(line, ":\r");
        size_t length = strcspn(line, "\r");

        if (name < length) {
            self->headers[count++] = (dsi_header){
                .name = {.data = line, .length = name},
                .value = {.data = line + name + 1, .length = length - name - 1}};
        }
    }
    self->received.header_count = count;
    return true;
}

/* Reads until the head is there, whole. */
static bool get_head(wire *self)
{
    const char *blank = NULL;

    while (blank == NULL && self->length < sizeof self->text - 1) {
        ssize_t came = recv(self->socket, self->text + self->length,
                            sizeof self->text - 1 - self->length, 0);

        if (came <= 0) {
            return false;
        }
        self->length += (size_t)came;
        self->text[self->length] = '\0';
        blank = strstr(self->text, "\r\n\r\n");
    }
    self->body = blank == NULL ? 0 : (size_t)(blank - self->text) + 4;
    return blank != NULL && take_head(self);
}

/* Feeds what came with the head, and what comes, until the other side ends or dsi wants
 * no more. */
static void feed_body(wire *self, dsi_decoder *decoder)
{
    char piece[4096];
    bool more = dsi_feed(decoder, self->text + self->body, self->length - self->body);

    while (more) {
        ssize_t came = recv(self->socket, piece, sizeof piece, 0);

        more = came > 0 && dsi_feed(decoder, piece, (size_t)came);
    }
}

/* Sends a request and waits for the head of its answer. */
static bool ask(wire *self, const dsi_request_head *head, dsi_string body)
{
    if (!open_wire(self)) {
        return false;
    }
    if (put_request(self, head, body) && get_head(self)) {
        return true;
    }
    close(self->socket);
    return false;
}

/* ------------------------------------------------------------- the two operations */

static dsi_poll_step start(wire *self, dsi_poll *poll, const dsi_start_request *request)
{
    const dsi_request_head head = dsi_start_request_head();
    char body[DSI_START_REQUEST_MAX];
    dsi_error error;
    size_t length = dsi_start_request_encode(request, body, sizeof body, &error);
    const dsi_start_answer *answer;
    dsi_decoder *decoder;

    if (!ask(self, &head, (dsi_string){.data = body, .length = length})) {
        return dsi_poll_start_answered(poll, NULL, NULL, client_random());
    }
    decoder = dsi_start_answer_begin(block, sizeof block, &self->received, NULL,
                                     &error);
    feed_body(self, decoder);
    close(self->socket);
    answer = dsi_start_answer_finish(decoder, &error);
    return dsi_poll_start_answered(poll, answer, &error, client_random());
}

/* Called with each model, before the rest of the page is there. */
static bool use_model(void *context, const dsi_model *model)
{
    (void)context;
    printf("%s\n", model->name.data != NULL ? model->name.data : "(no name)");
    return true;
}

static dsi_poll_step get(wire *self, dsi_poll *poll, const dsi_get_request *request)
{
    static const dsi_model_sink models = {.take = use_model};
    char target[DSI_POLL_TARGET_MAX];
    dsi_error error;
    size_t length = dsi_get_request_target(request, target, sizeof target, &error);
    const dsi_request_head head = dsi_get_request_head(
        (dsi_string){.data = target, .length = length});
    const dsi_get_answer *answer;
    dsi_decoder *decoder;

    if (!ask(self, &head, dsi_str(NULL))) {
        return dsi_poll_get_answered(poll, NULL, NULL, client_random());
    }
    decoder = dsi_get_answer_begin(block, sizeof block, &self->received, &models, NULL,
                                   &error);
    feed_body(self, decoder);
    close(self->socket);
    answer = dsi_get_answer_finish(decoder, &error);
    return dsi_poll_get_answered(poll, answer, &error, client_random());
}

/* ------------------------------------------------------------ the whole round trip */

/* Runs the machine to its end, and returns the step it ended with. */
static dsi_poll_step introspect(wire *self, const dsi_start_request *request)
{
    static char memory[DSI_POLL_MEMORY_DEFAULT];
    /* A mock need not be spared. */
    const dsi_poll_options options = {.base_delay_ms = 10, .max_delay_ms = 100};
    dsi_poll poll;
    dsi_poll_step step = dsi_poll_begin(&poll, memory, sizeof memory, &options);

    for (;;) {
        client_wait(&step);
        switch (step.action) {
        case DSI_POLL_START:
        case DSI_POLL_RESTART:
            step = start(self, &poll, request);
            break;
        case DSI_POLL_WAIT:
        case DSI_POLL_FETCH:
        case DSI_POLL_RETRY:
            step = get(self, &poll, step.request);
            break;
        default: /* DSI_POLL_DONE, FAILED, GIVE_UP */
            return step;
        }
    }
}

int main(int argc, char **argv)
{
    static wire self;
    const dsi_rds_data_api_config config = {
        .resource_arn = dsi_str("arn:aws:rds:us-east-1:123456789012:cluster:orders"),
        .secret_arn = dsi_str(
            "arn:aws:secretsmanager:us-east-1:123456789012:secret:orders-AbCdEf"),
        .database_name = dsi_str("orders")};
    const dsi_start_request request = {.rds_data_api_config = &config};
    char words[CLIENT_END_TEXT_MAX];
    dsi_poll_step end;

    if (argc != 3) {
        fputs("Usage: dsi_example_socket HOST PORT\n", stderr);
        return 2;
    }
    self.host = argv[1];
    self.port = argv[2];
    end = introspect(&self, &request);
    client_end_text(&end, words, sizeof words);
    puts(words);
    return end.action == DSI_POLL_DONE ? 0 : 1;
}
