/* The texts of an exchange, and the files they become. */
#define _DEFAULT_SOURCE
#include "record.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "headers.h"
#include "record_head.h"
#include "redact.h"

#define BODY_MAX (8u << 20)
#define REQUEST_MAX (256u * 1024)
#define PATH_MAX_LENGTH 1024u

/* What has come of a text. More than its capacity is not kept. */
typedef struct record_text {
    char *bytes;
    size_t capacity;
    size_t length;
    bool is_cut;
} record_text;

typedef struct record {
    const char *folder; /* NULL: nothing is recorded */
    const char *operation;
    unsigned count;
    unsigned written;
    bool begins; /* the body has not begun */
    record_text request;
    record_text request_body;
    record_text head;
    record_text body;
} record;

static char request_bytes[REQUEST_MAX];
static char request_body_bytes[DSI_START_REQUEST_MAX];
static char head_bytes[CLIENT_HEAD_MAX];
static char body_bytes[BODY_MAX];
static char copy_bytes[BODY_MAX]; /* of the text that is checked */
static redact hidden;
static record self = {
    .request = {.bytes = request_bytes, .capacity = sizeof request_bytes},
    .request_body = {.bytes = request_body_bytes,
                     .capacity = sizeof request_body_bytes},
    .head = {.bytes = head_bytes, .capacity = sizeof head_bytes},
    .body = {.bytes = body_bytes, .capacity = sizeof body_bytes}};

/* ------------------------------------------------------------------- what is secret */

static void learn_arn(dsi_string arn)
{
    const size_t length = arn.length < sizeof copy_bytes ? arn.length : 0;

    if (length > 0) {
        memcpy(copy_bytes, arn.data, length);
        redact_text(&hidden, copy_bytes, length);
    }
}

bool record_is_on(void)
{
    return self.folder != NULL;
}

bool record_begin(const client_settings *settings)
{
    if (settings->record == NULL) {
        return true;
    }
    if (mkdir(settings->record, 0700) != 0) {
        fprintf(stderr, "record: %s: %s\n", settings->record, strerror(errno));
        return false;
    }
    self.folder = settings->record;
    redact_learn_secret(&hidden, dsi_str(getenv("AWS_ACCESS_KEY_ID")));
    redact_learn_secret(&hidden, dsi_str(getenv("AWS_SECRET_ACCESS_KEY")));
    redact_learn_secret(&hidden, dsi_str(getenv("AWS_SESSION_TOKEN")));
    learn_arn(settings->database.resource_arn);
    learn_arn(settings->database.secret_arn);
    return true;
}

/* ------------------------------------------------------------------- what has come */

static void append(record_text *text, const char *bytes, size_t length)
{
    if (text->capacity - text->length < length) {
        text->is_cut = true;
        return;
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
}

static void clear(record_text *text)
{
    text->length = 0;
    text->is_cut = false;
}

void record_exchange(const char *operation, dsi_string id, dsi_string token)
{
    if (!record_is_on()) {
        return;
    }
    self.operation = operation;
    self.count++;
    self.begins = true;
    clear(&self.request);
    clear(&self.request_body);
    clear(&self.head);
    clear(&self.body);
    redact_learn_target(&hidden, id);
    redact_learn_target(&hidden, token);
}

void record_request(const char *bytes, size_t length)
{
    clear(&self.request);
    clear(&self.request_body);
    append(&self.request, bytes, length);
}

void record_request_body(const char *bytes, size_t length)
{
    append(&self.request_body, bytes, length);
}

void record_head(const char *line, size_t length)
{
    if (self.begins) {
        append(&self.head, line, length);
    }
}

bool record_body(const char *bytes, size_t length)
{
    self.begins = false;
    append(&self.body, bytes, length);
    return !self.body.is_cut;
}

/* ----------------------------------------------------------------- what is written */

static bool is_clean(const record_text *text)
{
    memcpy(copy_bytes, text->bytes, text->length);
    return redact_is_clean(&hidden, copy_bytes, text->length);
}

/* What an answer says late can stand early in it, so everything is redacted twice. */
static const char *redact_all(void)
{
    const char *failure = NULL;

    for (int round = 0; round < 2 && failure == NULL; round++) {
        record_head_redact(&hidden, self.request.bytes, self.request.length);
        record_head_redact(&hidden, self.head.bytes, self.head.length);
        failure = redact_json(&hidden, self.request_body.bytes,
                              self.request_body.length);
        if (failure == NULL) {
            failure = redact_json(&hidden, self.body.bytes, self.body.length);
        }
    }
    return failure;
}

/* Returns NULL, or why the exchange must not be written. */
static const char *make_safe(bool whole)
{
    const char *failure;

    if (self.request.is_cut || self.request_body.is_cut || self.head.is_cut ||
        self.body.is_cut) {
        return "it is too large";
    }
    if (!whole) {
        return "the answer did not come whole";
    }
    failure = redact_all();
    if (hidden.failure != NULL || failure != NULL) {
        return hidden.failure != NULL ? hidden.failure : failure;
    }
    if (!is_clean(&self.request) || !is_clean(&self.request_body) ||
        !is_clean(&self.head) || !is_clean(&self.body)) {
        return "a secret value stands where it cannot be replaced";
    }
    return NULL;
}

/* Writes one text after the other, the second of which may be empty. */
static bool write_file(const char *suffix, const record_text *first,
                       const record_text *second)
{
    char path[PATH_MAX_LENGTH];
    const int length = snprintf(path, sizeof path, "%s/%03u-%s.%s", self.folder,
                                self.count, self.operation, suffix);
    FILE *file = length > 0 && (size_t)length < sizeof path ? fopen(path, "wx") : NULL;
    bool good = file != NULL;

    if (good) {
        good = fwrite(first->bytes, 1, first->length, file) == first->length &&
               fwrite(second->bytes, 1, second->length, file) == second->length;
        good = fclose(file) == 0 && good;
    }
    return good;
}

void record_exchange_end(bool whole)
{
    static const record_text nothing = {.bytes = head_bytes};
    const char *failure;

    if (!record_is_on()) {
        return;
    }
    failure = make_safe(whole);
    if (failure == NULL && !(write_file("request", &self.request, &self.request_body) &&
                             write_file("head", &self.head, &nothing) &&
                             write_file("body", &self.body, &nothing))) {
        failure = strerror(errno);
    }
    if (failure != NULL) {
        fprintf(stderr, "record: %03u-%s is not written: %s\n", self.count,
                self.operation, failure);
    }
    self.written += failure == NULL;
}

/* An empty folder would look like a record, and stop the next run. */
static void remove_folder(void)
{
    const bool removed = rmdir(self.folder) == 0;

    fprintf(stderr, "record: no exchange was written; %s %s\n", self.folder,
            removed ? "is removed" : "stays");
}

bool record_end(void)
{
    if (!record_is_on()) {
        return true;
    }
    if (self.written == 0) {
        remove_folder();
        return false;
    }
    fprintf(stderr,
            "record: %u of %u exchanges are in %s; read them before you"
            " pass them on\n",
            self.written, self.count, self.folder);
    return true;
}
