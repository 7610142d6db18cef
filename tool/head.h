/*
 * tool/head.h - the head of an HTTP message: an answer's as `curl -i` prints it, or a
 * request's as `dsi encode --http` does. Bytes go in, in pieces of any size. A status,
 * or a method and a target, comes out, and so do the headers. No file is touched here.
 */
#ifndef DSI_TOOL_HEAD_H
#define DSI_TOOL_HEAD_H

#include <dsi/error.h>
#include <dsi/http.h>

/* A longer head is refused. In bytes. */
#define HEAD_MAX 65536

/* The shortest header is "a:" and a line feed. */
#define HEAD_HEADERS_MAX (HEAD_MAX / 3)

typedef enum tool_head_state {
    HEAD_OPEN = 0, /* more bytes are needed */
    HEAD_PEEKING,  /* the head is whole, unless what follows is another one */
    HEAD_WHOLE,
    HEAD_REFUSED
} tool_head_state;

typedef struct tool_head {
    bool of_request;
    tool_head_state state;
    int status;        /* of an answer */
    dsi_string method; /* of a request, as the next */
    dsi_string target;
    size_t header_count;
    uint64_t start;    /* where it begins in the input: heads before it are skipped */
    size_t length;     /* of `text`; once the head is whole, its own */
    size_t line;       /* where in `text` the line begins that is being taken */
    size_t peeked;     /* bytes after the head that could begin another one */
    dsi_error error;   /* if it is refused; `offset` counts in the input */
    const char *words; /* what is wrong, for people */
    dsi_header headers[HEAD_HEADERS_MAX];
    char text[HEAD_MAX];
} tool_head;

/* Whether there can be more bytes of it. */
bool head_is_open(const tool_head *head);

/* Begins. The two arrays are not cleared: a short head needs little memory. */
void head_begin(tool_head *head, bool of_request);

/*
 * Takes the bytes that are the head's, and returns their number: all, unless the head
 * becomes whole or is refused. The body is head_peeked and then what is left of them.
 */
size_t head_take(tool_head *head, const char *bytes, size_t length);

/* The input has ended: the head becomes whole or is refused. */
void head_end(tool_head *head);

/*
 * Compares a request's head that is whole with the wanted method and target. False: it
 * is refused now.
 */
bool head_expect(tool_head *head, dsi_request_head wanted);

/* The bytes of the body that were taken to see whether they begin a head. */
dsi_string head_peeked(const tool_head *head);

/* Where in the input the body begins. */
uint64_t head_body(const tool_head *head);

/* Whether an answer's head that is whole says that bytes follow: its Content-Length. */
bool head_promises_bytes(const tool_head *head);

#endif
