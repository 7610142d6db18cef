/* What of a head is kept, learned, and blanked. */
#define _DEFAULT_SOURCE
#include "record_head.h"

#include <strings.h>

#define STATUS_LENGTH 12u /* of "HTTP/1.1 200"; words follow */

/* Values that say how to read a message. */
static const char *const kept[] = {"Host",
                                   "Accept",
                                   "Content-Type",
                                   "User-Agent",
                                   "Content-Length",
                                   "Content-Encoding",
                                   "Connection",
                                   "Transfer-Encoding",
                                   "Date",
                                   "Server",
                                   "Vary",
                                   "Retry-After",
                                   "X-Cache",
                                   "x-amzn-errortype",
                                   "x-amzn-error-message",
                                   "Cache-Control",
                                   "x-amz-retry-after"};

/* A body can repeat these. */
static const char *const ids[] = {"x-amzn-requestid", "x-amz-request-id",
                                  "x-amz-id-2",       "x-amz-apigw-id",
                                  "x-amz-cf-id",      "x-amzn-trace-id"};

static bool is_one_of(const char *const *names, size_t count, dsi_string name)
{
    for (size_t i = 0; i < count; i++) {
        if (strlen(names[i]) == name.length &&
            strncasecmp(names[i], name.data, name.length) == 0) {
            return true;
        }
    }
    return false;
}

#define IS_ONE_OF(names, name) is_one_of(names, sizeof(names) / sizeof *(names), name)

static void trim(char **text, size_t *length)
{
    while (*length > 0 && (**text == ' ' || **text == '\t')) {
        ++*text;
        --*length;
    }
    while (*length > 0 && (unsigned char)(*text)[*length - 1] <= ' ') {
        --*length;
    }
}

static bool is_ascii(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)text[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

static void redact_header(redact *hidden, dsi_string name, char *value, size_t length)
{
    trim(&value, &length);
    if (IS_ONE_OF(ids, name)) {
        redact_learn_secret(hidden, (dsi_string){.data = value, .length = length});
    }
    redact_text(hidden, value, length); /* also learns a signature by its shape */
    if (!is_ascii(value, length) || !(IS_ONE_OF(ids, name) || IS_ONE_OF(kept, name))) {
        redact_blank(value, length);
    }
}

/* The first line of a head is redacted. A line without a name can continue any value. */
static void redact_line(redact *hidden, char *line, size_t length, bool first)
{
    const char *colon = memchr(line, ':', length);
    const bool begins_head = first || (length > 5 && memcmp(line, "HTTP/", 5) == 0);

    if (begins_head) {
        redact_text(hidden, line, length);
        if (!is_ascii(line, length) && length > STATUS_LENGTH) {
            redact_blank(line + STATUS_LENGTH, length - STATUS_LENGTH);
        }
    } else if (colon == NULL || line[0] == ' ' || line[0] == '\t') {
        redact_blank(line, length);
    } else {
        const size_t name = (size_t)(colon - line);

        redact_header(hidden, (dsi_string){.data = line, .length = name},
                      line + name + 1, length - name - 1);
    }
}

void record_head_redact(redact *hidden, char *head, size_t length)
{
    size_t at = 0;

    while (at < length) {
        const char *end = memchr(head + at, '\n', length - at);
        const size_t line = end == NULL ? length - at : (size_t)(end + 1 - head) - at;

        redact_line(hidden, head + at, line, at == 0);
        at += line;
    }
}
