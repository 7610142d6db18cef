/*
 * HTTP/1.0 on a non-blocking socket. Before each call, poll() waits until the socket is
 * ready or the deadline has passed.
 */
#define _DEFAULT_SOURCE
#include "wire.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <stdio.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

/* --------------------------------------------------------------------- the socket */

static int64_t wire_now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Waits until bytes can be sent or received. Returns false after the deadline. */
static bool wire_wait(const wire *self, short event)
{
    const int64_t left_ms = self->deadline_ms - wire_now_ms();
    struct pollfd ready = {.fd = self->socket, .events = event};

    return left_ms > 0 && poll(&ready, 1, (int)left_ms) == 1;
}

static bool wire_connect(const wire *self, const struct addrinfo *address)
{
    int error = 0;
    socklen_t size = sizeof error;

    if (fcntl(self->socket, F_SETFL, O_NONBLOCK) != 0) {
        return false;
    }
    if (connect(self->socket, address->ai_addr, address->ai_addrlen) == 0) {
        return true;
    }
    return errno == EINPROGRESS && wire_wait(self, POLLOUT) &&
           getsockopt(self->socket, SOL_SOCKET, SO_ERROR, &error, &size) == 0 &&
           error == 0;
}

static bool wire_open_socket(wire *self, const struct addrinfo *address)
{
    bool connected = false;

    self->socket = socket(address->ai_family, address->ai_socktype,
                          address->ai_protocol);
    if (self->socket >= 0) {
        connected = wire_connect(self, address);
    }
    if (self->socket >= 0 && !connected) {
        close(self->socket);
    }
    return connected;
}

/* The deadline counts from the resolved name: the resolver has a limit of its own. */
static bool wire_open(wire *self)
{
    const struct addrinfo wanted = {.ai_socktype = SOCK_STREAM};
    struct addrinfo *found;
    bool opened = false;

    if (getaddrinfo(self->host, self->port, &wanted, &found) != 0) {
        return false;
    }
    self->deadline_ms = wire_now_ms() + (int64_t)1000 * self->seconds;
    for (const struct addrinfo *at = found; at != NULL && !opened; at = at->ai_next) {
        opened = wire_open_socket(self, at);
    }
    freeaddrinfo(found);
    return opened;
}

/* Returns how many bytes came: 0 at the end, after an error, and after the deadline. */
static size_t wire_receive(const wire *self, char *bytes, size_t capacity)
{
    ssize_t came = wire_wait(self, POLLIN) ? recv(self->socket, bytes, capacity, 0)
                                           : -1;

    return came > 0 ? (size_t)came : 0;
}

static bool wire_send(const wire *self, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t sent = wire_wait(self, POLLOUT)
                           ? send(self->socket, bytes, length, MSG_NOSIGNAL)
                           : -1;

        if (sent <= 0) {
            return false;
        }
        bytes += sent;
        length -= (size_t)sent;
    }
    return true;
}

/* ------------------------------------------------------------------- the exchange */

static bool wire_send_request(const wire *self, const dsi_request_head *head,
                              dsi_string body)
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
           wire_send(self, head->method.data, head->method.length) &&
           wire_send(self, " ", 1) &&
           wire_send(self, head->target.data, head->target.length) &&
           wire_send(self, lines, (size_t)length) &&
           wire_send(self, body.data, body.length);
}

static bool wire_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* The status of an answer, which has three digits; 0 if this is no status line. */
static int wire_read_status(const char *line)
{
    int status = 0;

    if (strncmp(line, "HTTP/1.", 7) != 0 || !wire_is_digit(line[7]) || line[8] != ' ') {
        return 0;
    }
    for (int i = 9; i < 12; i++) {
        if (!wire_is_digit(line[i])) {
            return 0;
        }
        status = 10 * status + line[i] - '0';
    }
    return status >= 100 && (line[12] == ' ' || line[12] == '\r') ? status : 0;
}

/* Splits a head into its lines. It is whole, so each line has its end. */
static bool wire_take_head(wire *self)
{
    const char *line = self->text + self->head;
    const char *end = self->text + self->body;

    self->received = (dsi_received_head){.status = wire_read_status(line)};
    client_headers_begin(&self->headers);
    while (line < end) {
        const char *next = memchr(line, '\n', (size_t)(end - line));
        const size_t length = (size_t)(next + 1 - line);

        client_headers_take(&self->headers,
                            (dsi_string){.data = line, .length = length});
        line += length;
    }
    self->received.headers = self->headers.items;
    self->received.header_count = self->headers.count;
    return self->received.status != 0;
}

/* The place of the body, after a blank line; 0 if that line has not come yet. */
static size_t wire_find_body(const wire *self, size_t from)
{
    for (size_t i = from; i + 4 <= self->length; i++) {
        if (memcmp(self->text + i, "\r\n\r\n", 4) == 0) {
            return i + 4;
        }
    }
    return 0;
}

/* Reads until a whole head has come. */
static bool wire_get_head(wire *self)
{
    self->body = wire_find_body(self, self->head);
    while (self->body == 0) {
        const size_t seen = self->length - self->head;
        const size_t came = wire_receive(self, self->text + self->length,
                                         sizeof self->text - self->length);

        if (came == 0) { /* the end, or no room */
            return false;
        }
        self->length += came;
        self->body = wire_find_body(self, self->head + (seen > 3 ? seen - 3 : 0));
    }
    return wire_take_head(self);
}

/* Skips interim answers (1xx), as many as there is room for. */
static bool wire_get_answer(wire *self)
{
    bool whole;

    self->length = 0;
    self->head = 0;
    whole = wire_get_head(self);
    while (whole && self->received.status < 200) {
        self->head = self->body;
        whole = wire_get_head(self);
    }
    return whole;
}

bool wire_ask(wire *self, const dsi_request_head *head, dsi_string body)
{
    if (!wire_open(self)) {
        return false;
    }
    if (wire_send_request(self, head, body) && wire_get_answer(self)) {
        return true;
    }
    close(self->socket);
    return false;
}

void wire_feed(const wire *self, dsi_decoder *decoder)
{
    char piece[4096];
    bool more = dsi_feed(decoder, self->text + self->body, self->length - self->body);

    while (more) {
        size_t came = wire_receive(self, piece, sizeof piece);

        more = came > 0 && dsi_feed(decoder, piece, came);
    }
    close(self->socket);
}
