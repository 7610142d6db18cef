/*
 * tool/head.h - the head of an HTTP message: an answer's as `curl -i` prints it, or a
 * request's as `dsi encode --http` does. It takes bytes in pieces of any size, and
 * finds the status, or the method and the target, and the headers. It opens no file.
 */
#ifndef DSI_TOOL_HEAD_H
#define DSI_TOOL_HEAD_H

#include <dsi/error.h>
#include <dsi/http.h>

/* The most bytes that a head can have. A longer one is refused. */
#define HEAD_MAX 65536

/* The most headers in a head: the shortest one is "a:" and a line feed. */
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
    uint64_t start;    /* where it begins in the input, after the skipped heads */
    size_t length;     /* bytes in `text`; once the head is whole, its length */
    size_t line;       /* where in `text` the line at hand begins */
    size_t peeked;     /* bytes after the head that could begin another one */
    dsi_error error;   /* if it is refused; `offset` counts in the input */
    const char *words; /* the error in words; NULL: the error's own words */
    dsi_header headers[HEAD_HEADERS_MAX];
    char text[HEAD_MAX];
} tool_head;

/* True if more bytes of the head can come. */
bool head_is_open(const tool_head *head);

/* Begins. The two arrays are not cleared, so a short head touches little memory. */
void head_begin(tool_head *head, bool of_request);

/*
 * Takes the bytes that belong to the head, and returns their number. It takes all of
 * them unless the head becomes whole or is refused. The body is head_peeked, followed
 * by the bytes that are left.
 */
size_t head_take(tool_head *head, const char *bytes, size_t length);

/* The input has ended: the head is now whole or refused. */
void head_end(tool_head *head);

/*
 * Compares a request's whole head with the wanted method and target. Returns false if
 * they differ; then the head is refused.
 */
bool head_expect(tool_head *head, dsi_request_head wanted);

/* The bytes of the body that were taken because they could have begun another head. */
dsi_string head_peeked(const tool_head *head);

/* Where in the input the body begins. */
uint64_t head_body(const tool_head *head);

/* The byte at `offset` of the input, or -1 if it is not in the head at hand. */
int head_byte(const tool_head *head, uint64_t offset);

/* True if the Content-Length of an answer's whole head says that bytes follow. */
bool head_promises_bytes(const tool_head *head);

#endif
