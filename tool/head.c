/*
 * tool/head.c - reads the head of an HTTP message, byte by byte.
 *
 * Bytes are collected in `text` up to a line feed. Then the line is checked and its
 * parts become views into `text`. An answer can have several heads, one after the
 * other: head_finish decides which are skipped, and why no attacker can add one.
 */
#include "head.h"

#include <string.h>
#include <strings.h>

#include "head_line.h"

/* Every status line begins with this. */
static const char head_mark[] = "HTTP/";
#define HEAD_MARK_LENGTH (sizeof head_mark - 1)

#define HEAD_WORDS_NO_ANSWER "no HTTP head: does curl print it (-i)?"
#define HEAD_WORDS_NO_REQUEST                                                          \
    "no HTTP head: a request begins with METHOD TARGET HTTP/1.1"
#define HEAD_WORDS_LINE "a line of the HTTP head is not 'NAME: VALUE'"
#define HEAD_WORDS_CUT "the HTTP head is cut short"
#define HEAD_WORDS_LONG "the HTTP head is longer than 64 KiB"
#define HEAD_WORDS_METHOD "the method is not this operation's"

/* `place` counts from the head's first byte, the error's offset from the input's. */
static void head_refuse(tool_head *head, dsi_code code, size_t place, const char *words)
{
    head->state = HEAD_REFUSED;
    head->error = (dsi_error){.code = code, .offset = head->start + place};
    head->words = words;
}

/* Forgets the head so far. The next one begins at `start` of the input. */
static void head_restart(tool_head *head, uint64_t start)
{
    head->state = HEAD_OPEN;
    head->start = start;
    head->length = 0;
    head->line = 0;
    head->peeked = 0;
    head->header_count = 0;
}

bool head_is_open(const tool_head *head)
{
    return head->state == HEAD_OPEN || head->state == HEAD_PEEKING;
}

void head_begin(tool_head *head, bool of_request)
{
    head->of_request = of_request;
    head->words = NULL;
    head->error = (dsi_error){.code = DSI_OK};
    head_restart(head, 0);
}

/* -------------------------------------------------------------- what a line must be */

/*
 * The line at hand. A carriage return at its end is left out: it may be the CR of CRLF.
 */
static dsi_string head_current_line(const tool_head *head, size_t end)
{
    dsi_string line = {.data = head->text + head->line, .length = end - head->line};

    if (line.length > 0 && line.data[line.length - 1] == '\r') {
        line.length--;
    }
    return line;
}

/* As head_line_check_*, for the kind of line that may stand at this place. */
static size_t head_check(const tool_head *head, dsi_string line)
{
    if (head->line == 0) {
        return head->of_request ? head_line_check_request(line)
                                : head_line_check_status(line);
    }
    if (line.length == 0 || (head_line_is_folded(line) && head->header_count > 0)) {
        return HEAD_LINE_GOOD;
    }
    return head_line_check_header(line);
}

static void head_refuse_line(tool_head *head, size_t place)
{
    const char *words = HEAD_WORDS_LINE;

    if (head->line == 0) {
        words = head->of_request ? HEAD_WORDS_NO_REQUEST : HEAD_WORDS_NO_ANSWER;
    }
    head_refuse(head, DSI_E_SYNTAX, head->line + place, words);
}

/*
 * Refuses a line that is bad, at the first byte that no good line has there. A line
 * that is not `whole` may end too early, because more bytes can come. If a whole one
 * ends too early, its line feed is that byte. A carriage return could begin the line
 * end, so the byte after it is the first that cannot stand.
 */
static bool head_accept_line(tool_head *head, bool whole)
{
    size_t end = whole ? head->length - 1 : head->length;
    dsi_string line = head_current_line(head, end);
    size_t place = head_check(head, line);

    if (place == HEAD_LINE_GOOD || (place == line.length && !whole)) {
        return true;
    }
    if (place == line.length) {
        place = end - head->line;
    } else if (line.data[place] == '\r') {
        place++;
    }
    head_refuse_line(head, place);
    return false;
}

/* ------------------------------------------------------------------ the head's end */

/* The value of the first header with this name, or NULL. */
static const dsi_string *head_find(const tool_head *head, const char *name)
{
    for (size_t i = 0; i < head->header_count; i++) {
        dsi_string each = head->headers[i].name;

        if (each.length == strlen(name) &&
            strncasecmp(each.data, name, each.length) == 0) {
            return &head->headers[i].value;
        }
    }
    return NULL;
}

static bool head_has(const tool_head *head, const char *name)
{
    return head_find(head, name) != NULL;
}

/* True for a Content-Length of 0: then no byte of a body can pass for a head. */
static bool head_says_empty(dsi_string length)
{
    size_t i = 0;

    while (i < length.length && strchr(" \t0\r", length.data[i]) != NULL) {
        i++;
    }
    return i == length.length && memchr(length.data, '0', length.length) != NULL;
}

bool head_promises_bytes(const tool_head *head)
{
    const dsi_string *length = head_find(head, "Content-Length");

    return length != NULL && !head_says_empty(*length);
}

/* True if the head can be a proxy's answer to CONNECT, which describes no body. */
static bool head_can_be_of_proxy(const tool_head *head)
{
    return head->status >= 200 && head->status <= 299 && !head_promises_bytes(head) &&
           !head_has(head, "Transfer-Encoding") && !head_has(head, "Content-Type");
}

/*
 * Two kinds of heads are skipped: an interim one (1xx), and one that can be a proxy's
 * if another head follows it at once. No other head may ever be skipped. An attacker
 * who writes a body could begin it with a head, and that head would replace the status
 * that the service has sent. So after an error, and after an answer that describes its
 * body, "HTTP/" belongs to the body. An attacker could at most replace a 2xx status
 * that came without any of the three headers.
 */
static void head_finish(tool_head *head)
{
    if (head->of_request) {
        head->state = HEAD_WHOLE;
    } else if (head->status < 200) {
        head_restart(head, head_body(head));
    } else {
        head->state = head_can_be_of_proxy(head) ? HEAD_PEEKING : HEAD_WHOLE;
    }
}

/*
 * Returns true if the byte can belong to another head, and takes it. Once the whole
 * mark has come, that head replaces the one before it.
 */
static bool head_peek(tool_head *head, char byte)
{
    if (byte != head_mark[head->peeked]) {
        head->state = HEAD_WHOLE;
        return false;
    }
    head->peeked++;
    if (head->peeked == HEAD_MARK_LENGTH) {
        head_restart(head, head_body(head));
        memcpy(head->text, head_mark, HEAD_MARK_LENGTH);
        head->length = HEAD_MARK_LENGTH;
    }
    return true;
}

/* ------------------------------------------------------------------------ the lines */

static void head_read_first(tool_head *head, dsi_string line)
{
    if (head->of_request) {
        head->method = head_line_method(line);
        head->target = head_line_target(line);
    } else {
        head->status = head_line_status(line);
    }
}

/*
 * Continues the value of the header before (obs-fold). The value is a view, and the
 * folded line follows it in `text`, so blanks written over the line end join the two.
 */
static void head_join(tool_head *head, dsi_string line)
{
    dsi_string *value = &head->headers[head->header_count - 1].value;
    size_t end = (size_t)(value->data + value->length - head->text);

    memset(head->text + end, ' ', head->line - end);
    value->length = (size_t)(line.data + line.length - value->data);
}

static void head_read_line(tool_head *head, dsi_string line)
{
    if (head->line == 0) {
        head_read_first(head, line);
    } else if (head_line_is_folded(line)) {
        head_join(head, line);
    } else {
        head->headers[head->header_count++] = head_line_header(line);
    }
    head->line = head->length;
}

static void head_end_line(tool_head *head)
{
    dsi_string line = head_current_line(head, head->length - 1);

    if (!head_accept_line(head, true)) {
        return;
    }
    if (line.length == 0) {
        head_finish(head);
    } else {
        head_read_line(head, line);
    }
}

/* ------------------------------------------------------------------------ the bytes */

/*
 * Returns true if the byte was taken. A line that is already wrong is reported first.
 */
static bool head_take_byte(tool_head *head, char byte)
{
    if (head->state == HEAD_PEEKING) {
        return head_peek(head, byte);
    }
    if (head->length == HEAD_MAX) {
        if (head_accept_line(head, false)) {
            head_refuse(head, DSI_E_MAX_BYTES, head->length, HEAD_WORDS_LONG);
        }
        return false;
    }
    head->text[head->length++] = byte;
    if (byte == '\n') {
        head_end_line(head);
    }
    return true;
}

size_t head_take(tool_head *head, const char *bytes, size_t length)
{
    size_t taken = 0;

    while (taken < length && head_is_open(head) && head_take_byte(head, bytes[taken])) {
        taken++;
    }
    return taken;
}

void head_end(tool_head *head)
{
    if (head->state == HEAD_PEEKING) {
        head->state = HEAD_WHOLE;
    } else if (head->state == HEAD_OPEN && head_accept_line(head, false)) {
        head_refuse(head, DSI_E_TRUNCATED, head->length, HEAD_WORDS_CUT);
    }
}

dsi_string head_peeked(const tool_head *head)
{
    return (dsi_string){.data = head_mark, .length = head->peeked};
}

uint64_t head_body(const tool_head *head)
{
    return head->start + head->length;
}

int head_byte(const tool_head *head, uint64_t offset)
{
    return offset >= head->start && offset - head->start < head->length
               ? (unsigned char)head->text[offset - head->start]
               : -1;
}

/* Refuses a part of the request line at the first byte that differs. */
static bool head_expect_part(tool_head *head, dsi_string part, dsi_string wanted,
                             const char *words)
{
    size_t i = 0;

    if (dsi_string_equal(part, wanted)) {
        return true;
    }
    while (i < part.length && i < wanted.length && part.data[i] == wanted.data[i]) {
        i++;
    }
    head_refuse(head, DSI_E_ROUTE, (size_t)(part.data - head->text) + i, words);
    return false;
}

/* A target in absolute form is the same as what follows its authority. */
static dsi_string head_path(const tool_head *head)
{
    dsi_string path = dsi_target_origin_form(head->target);

    return path.data != NULL ? path : head->target;
}

bool head_expect(tool_head *head, dsi_request_head wanted)
{
    return head_expect_part(head, head->method, wanted.method, HEAD_WORDS_METHOD) &&
           head_expect_part(head, head_path(head), wanted.target, NULL);
}
