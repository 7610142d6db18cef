/*
 * A client with libcurl: it signs its requests (SigV4), starts an introspection, polls,
 * and prints each model as a line of JSON as soon as its last byte has arrived. The
 * last line says how it ended. If a page is cut short, it is fetched again, so its
 * models are printed again.
 *
 *     cc curl.c curl_settings.c headers.c steps.c record.c record_head.c redact.c \
 *         redact_json.c $(pkg-config --cflags --libs dsi libcurl) -o introspect
 *
 * The keys are taken from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, if it is set,
 * AWS_SESSION_TOKEN. It needs libcurl 7.85 or later.
 */
#include <stdio.h>
#include <stdlib.h>

#include <curl/curl.h>

#include "curl_settings.h"
#include "headers.h"
#include "record.h"
#include "steps.h"

#define SENT_HEADER_MAX 8192u

/* What one run of the machine needs, and the outcome of its last request. */
typedef struct client {
    CURL *curl;
    const client_settings *settings;
    dsi_poll poll;
    bool lost;                        /* no answer came, or not all of it */
    dsi_error error;                  /* of an answer that could not be decoded */
    const dsi_service_error *refusal; /* NULL: the answer was not a service error */
    size_t models;                    /* of the pages that came whole */
} client;

/* A request that was sent: what has come of its answer, and the decoder. */
typedef struct client_exchange {
    CURL *curl;
    const dsi_model_sink *models; /* NULL: Start's answer is decoded, not Get's */
    client_headers headers;
    size_t head_length;
    bool head_is_whole;
    dsi_decoder *decoder;
    bool enough; /* dsi wants no more of the body */
    dsi_error *error;
} client_exchange;

/* The whole memory of a decode; of models, the largest must fit. */
static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

/* -------------------------------------------------------------- what libcurl calls */

/*
 * libcurl hands over each line of each head, interim answers and trailers among them;
 * before 8.18 a folded one comes in its parts. What is longer than a head may be, all
 * together, ends the transfer.
 */
static size_t on_header(char *line, size_t size, size_t count, void *context)
{
    client_exchange *exchange = context;
    const size_t length = size * count;

    record_head(line, length);
    exchange->head_length += length;
    exchange->head_is_whole = line[0] == '\r' || line[0] == '\n';
    if (length > 5 && memcmp(line, "HTTP/", 5) == 0) { /* another answer begins */
        client_headers_begin(&exchange->headers);
    } else {
        client_headers_take(&exchange->headers,
                            (dsi_string){.data = line, .length = length});
    }
    return exchange->head_length <= CLIENT_HEAD_MAX ? length : 0;
}

static int status_of(const client_exchange *exchange)
{
    long status = 0;

    curl_easy_getinfo(exchange->curl, CURLINFO_RESPONSE_CODE, &status);
    return (int)status;
}

/* The head is complete, so a decoder begins for what follows. */
static void begin(client_exchange *exchange)
{
    const dsi_received_head head = {.status = status_of(exchange),
                                    .headers = exchange->headers.items,
                                    .header_count = exchange->headers.count};

    exchange->decoder =
        exchange->models == NULL
            ? dsi_start_answer_begin(block, sizeof block, &head, NULL, exchange->error)
            : dsi_get_answer_begin(block, sizeof block, &head, exchange->models, NULL,
                                   exchange->error);
}

/*
 * Feeds bytes as they arrive. After an error dsi wants no more, and the transfer ends,
 * unless a record wants the rest.
 */
static size_t on_body(char *bytes, size_t size, size_t count, void *context)
{
    client_exchange *exchange = context;

    if (exchange->decoder == NULL) {
        begin(exchange);
    }
    if (!exchange->enough) {
        exchange->enough = !dsi_feed(exchange->decoder, bytes, size * count);
    }
    if (record_is_on() && record_body(bytes, size * count)) {
        return size * count;
    }
    return exchange->enough ? 0 : size * count;
}

/* Only libcurl knows the headers that it sends, the signature among them. */
static int on_traffic(CURL *curl, curl_infotype type, char *bytes, size_t length,
                      void *context)
{
    (void)curl;
    (void)context;
    if (type == CURLINFO_HEADER_OUT) {
        record_request(bytes, length);
    } else if (type == CURLINFO_DATA_OUT) {
        record_request_body(bytes, length);
    }
    return 0;
}

static bool print_piece(void *context, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, context) == length;
}

/* Called with each model, before the rest of the page has arrived. */
static bool print_model(void *context, const dsi_model *model)
{
    const dsi_sink sink = {.write = print_piece, .context = context};

    return dsi_model_write(model, &sink, NULL, NULL) && putc('\n', context) != EOF &&
           fflush(context) == 0;
}

/* ------------------------------------------------------------------- on the wire */

/* Returns false if the header is too long, or would be more than one line. */
static bool add_header(struct curl_slist **list, const char *name, const char *value)
{
    char line[SENT_HEADER_MAX];
    struct curl_slist *longer = NULL;
    int length = snprintf(line, sizeof line, "%s: %s", name, value);

    if (length > 0 && (size_t)length < sizeof line && strpbrk(value, "\r\n") == NULL) {
        longer = curl_slist_append(*list, line);
    }
    if (longer != NULL) {
        *list = longer;
    }
    return longer != NULL;
}

static bool add_headers(struct curl_slist **list, const dsi_request_head *head)
{
    const char *type = head->content_type.data;
    const char *token = getenv("AWS_SESSION_TOKEN");

    return add_header(list, "Accept", "application/json") &&
           (type == NULL || add_header(list, "Content-Type", type)) &&
           (token == NULL || token[0] == '\0' ||
            add_header(list, "X-Amz-Security-Token", token));
}

/* Without SigV4, libcurl would send the keys as a password. So nothing is sent then. */
static bool set_signature(CURL *curl, const char *region)
{
    char signer[128];

    snprintf(signer, sizeof signer, "aws:amz:%s:%s", region, DSI_SIGNING_NAME);
    return curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_AWS_SIGV4) == CURLE_OK &&
           curl_easy_setopt(curl, CURLOPT_AWS_SIGV4, signer) == CURLE_OK &&
           curl_easy_setopt(curl, CURLOPT_USERNAME, getenv("AWS_ACCESS_KEY_ID")) ==
               CURLE_OK &&
           curl_easy_setopt(curl, CURLOPT_PASSWORD, getenv("AWS_SECRET_ACCESS_KEY")) ==
               CURLE_OK;
}

/*
 * libcurl follows redirects only if a program asks for it. This one does not: a signed
 * request goes to the endpoint alone.
 */
static bool set_request(client_exchange *exchange, const client_settings *settings,
                        const dsi_request_head *head, dsi_string body)
{
    CURL *curl = exchange->curl;
    char url[CLIENT_URL_MAX + DSI_POLL_TARGET_MAX];

    snprintf(url, sizeof url, "%s%s", settings->endpoint, head->target.data);
    curl_easy_reset(curl);
    curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(curl, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, on_traffic);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, record_is_on() ? 1L : 0L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, settings->timeout_seconds);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, exchange);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, exchange);
    if (body.data != NULL) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)body.length);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data);
    }
    return curl_easy_setopt(curl, CURLOPT_URL, url) == CURLE_OK &&
           curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK &&
           set_signature(curl, settings->region);
}

/* A service error whose head is whole says enough, even if its body was cut short. */
static bool is_refused(const client_exchange *exchange)
{
    return exchange->head_is_whole && status_of(exchange) >= 300;
}

/*
 * Sends a request; its body may be absent. Returns true once an answer has come, whole
 * or as far as dsi wanted it. A service error counts at any length. Otherwise the
 * answer is lost.
 */
static bool send_request(client *self, client_exchange *exchange,
                         const dsi_request_head *head, dsi_string body)
{
    struct curl_slist *headers = NULL;
    CURLcode code = CURLE_FAILED_INIT;

    if (set_request(exchange, self->settings, head, body) &&
        add_headers(&headers, head) &&
        curl_easy_setopt(exchange->curl, CURLOPT_HTTPHEADER, headers) == CURLE_OK) {
        code = curl_easy_perform(exchange->curl);
    }
    curl_slist_free_all(headers);
    record_exchange_end(code == CURLE_OK);
    self->lost = code != CURLE_OK && !exchange->enough && !is_refused(exchange);
    if (self->lost) {
        fprintf(stderr, "%s\n", curl_easy_strerror(code));
    } else if (exchange->decoder == NULL) { /* no body */
        begin(exchange);
    }
    return !self->lost;
}

/* ------------------------------------------------------------ the two operations */

/* Returns NULL if there is no answer: it is lost, or self->error says why. */
static const dsi_start_answer *send_start(client *self,
                                          const dsi_start_request *request)
{
    client_exchange exchange = {.curl = self->curl, .error = &self->error};
    const dsi_request_head head = dsi_start_request_head();
    char body[DSI_START_REQUEST_MAX];
    size_t length = dsi_start_request_encode(request, body, sizeof body, &self->error);

    record_exchange("start", dsi_str(NULL), dsi_str(NULL));
    if (length == 0 || !send_request(self, &exchange, &head,
                                     (dsi_string){.data = body, .length = length})) {
        return NULL;
    }
    return dsi_start_answer_finish(exchange.decoder, &self->error);
}

static const dsi_get_answer *send_get(client *self, const dsi_get_request *request)
{
    const dsi_model_sink models = {.take = print_model, .context = stdout};
    client_exchange exchange = {
        .curl = self->curl, .models = &models, .error = &self->error};
    char target[DSI_POLL_TARGET_MAX];
    size_t length = dsi_get_request_target_encode(request, target, sizeof target,
                                                  &self->error);
    const dsi_request_head head = dsi_get_request_head(
        (dsi_string){.data = target, .length = length});

    record_exchange("get", request->introspection_id, request->next_token);
    if (length == 0 || !send_request(self, &exchange, &head, dsi_str(NULL))) {
        return NULL;
    }
    return dsi_get_answer_finish(exchange.decoder, &self->error);
}

/* Keeps a service error for the last line, and says why its body could not be read. */
static void take_refusal(client *self, const dsi_service_error *refusal)
{
    self->refusal = refusal;
    if (refusal != NULL && refusal->unread.code != DSI_OK) {
        fprintf(stderr, "the body of a service error cannot be read: %s at byte %llu\n",
                dsi_code_text(refusal->unread.code),
                (unsigned long long)refusal->unread.offset);
    }
}

static dsi_poll_step start(client *self, const dsi_start_request *request)
{
    const dsi_start_answer *answer = send_start(self, request);
    const bool refused = answer != NULL && answer->kind == DSI_SERVICE_ERROR;

    take_refusal(self, refused ? &answer->error : NULL);
    return dsi_poll_start_advance(&self->poll, answer, self->lost ? NULL : &self->error,
                                  client_random());
}

static dsi_poll_step get(client *self, const dsi_get_request *request)
{
    const dsi_get_answer *answer = send_get(self, request);
    const bool refused = answer != NULL && answer->kind == DSI_SERVICE_ERROR;

    take_refusal(self, refused ? &answer->error : NULL);
    self->models += answer != NULL ? answer->models_taken : 0;
    return dsi_poll_get_advance(&self->poll, answer, self->lost ? NULL : &self->error,
                                client_random());
}

/* ------------------------------------------------------------ the whole round trip */

/* Runs the machine to its end, and returns the step it ended with. */
static dsi_poll_step introspect(client *self, const dsi_start_request *request)
{
    static char memory[DSI_POLL_MEMORY_DEFAULT];
    dsi_poll_step step = dsi_poll_begin(&self->poll, memory, sizeof memory,
                                        &self->settings->poll);

    for (;;) {
        client_wait(&step);
        self->lost = false;
        switch (step.action) {
        case DSI_POLL_START:
        case DSI_POLL_RESTART:
            step = start(self, request);
            break;
        case DSI_POLL_WAIT:
        case DSI_POLL_FETCH:
        case DSI_POLL_RETRY:
            step = get(self, step.request);
            break;
        default: /* DSI_POLL_DONE, FAILED, GIVE_UP */
            return step;
        }
    }
}

/* The last line: how it ended. */
static void print_end(const client *self, const dsi_poll_step *end)
{
    const dsi_sink sink = {.write = print_piece, .context = stdout};
    const dsi_get_answer failed = {
        .kind = DSI_OUTPUT,
        .output = {.introspection_status = {.text = dsi_str("FAILED")},
                   .introspection_status_detail = end->detail}};
    char words[CLIENT_END_TEXT_MAX];

    client_end_text(end, words, sizeof words);
    if (end->action == DSI_POLL_DONE) {
        printf("{\"status\":\"SUCCESS\",\"models\":%zu}\n", self->models);
    } else if (end->cause == DSI_CAUSE_STATUS_FAILED) {
        dsi_get_answer_write(&failed, &sink, NULL, NULL);
        putchar('\n');
    } else if (self->refusal != NULL) {
        fputs("{\"error\":", stdout);
        dsi_service_error_write(self->refusal, &sink, NULL);
        puts("}");
    } else {
        printf("{\"error\":{\"message\":\"%s\"}}\n", words);
    }
}

/* The same for people, with the details of an answer that could not be decoded. */
static void say_end(const client *self, const dsi_poll_step *end)
{
    char words[DSI_ERROR_TEXT_MAX];

    client_end_text(end, words, sizeof words);
    fprintf(stderr, "%s\n", words);
    if (end->cause == DSI_CAUSE_UNREADABLE) {
        dsi_error_describe(&self->error, words, sizeof words);
        fprintf(stderr, "%s\n", words);
    }
}

/* Says everything that is wrong with the request, before a call is paid for. */
static bool is_valid(const dsi_start_request *request)
{
    dsi_violation found[DSI_VIOLATIONS_MAX];
    dsi_violations report = {.items = found, .capacity = DSI_VIOLATIONS_MAX};
    char words[64 + DSI_VIOLATIONS_MAX * DSI_VIOLATION_TEXT_MAX];

    if (dsi_start_request_validate(request, &report) == 0) {
        return true;
    }
    dsi_violations_describe(&report, words, sizeof words);
    fprintf(stderr, "%s\n", words);
    return false;
}

int main(int argc, char **argv)
{
    client_settings settings;
    const dsi_start_request request = {.rds_data_api_config = &settings.database};
    client self = {.settings = &settings};
    dsi_poll_step end;
    bool recorded;

    client_take_settings(&settings, argc, argv);
    if (settings.validate && !is_valid(&request)) {
        return 1;
    }
    if (!record_begin(&settings)) {
        return 1;
    }
    self.curl = curl_easy_init();
    if (self.curl == NULL) {
        (void)record_end();
        return 1;
    }
    end = introspect(&self, &request);
    print_end(&self, &end);
    say_end(&self, &end);
    recorded = record_end();
    curl_easy_cleanup(self.curl);
    return end.action == DSI_POLL_DONE && recorded ? 0 : 1;
}
