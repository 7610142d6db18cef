/*
 * A client with libcurl: signs its requests (SigV4), starts an introspection, polls, and
 * prints each model as a line of JSON as soon as its last byte is there. The last line
 * says how it ended. Of a page that is cut short, the models come again.
 *
 *     cc curl.c curl_settings.c $(pkg-config --cflags --libs dsi libcurl) -o introspect
 *
 * The keys are taken from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, if it is set,
 * AWS_SESSION_TOKEN. It needs libcurl 7.85 or later.
 */
#define _DEFAULT_SOURCE /* getentropy */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <curl/curl.h>

#include "curl_settings.h"

#define HEADERS_MAX 32u
#define HEADERS_TEXT_MAX 8192u

/* A request on its way: what has come of its answer, and who decodes it. */
typedef struct client_exchange {
    CURL *curl;
    const dsi_model_sink *models; /* NULL: Start's answer is decoded, not Get's */
    dsi_header headers[HEADERS_MAX];
    size_t header_count;
    char text[HEADERS_TEXT_MAX]; /* of the headers */
    size_t used;
    dsi_decoder *decoder;
    dsi_error *error;
} client_exchange;

/* The whole memory of a decode; of models, the largest must fit. */
static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

/* -------------------------------------------------------------- what libcurl calls */

/* Keeps a header, for dsi to find what it knows. What there is no room for is left out. */
static size_t on_header(char *line, size_t size, size_t count, void *context)
{
    client_exchange *exchange = context;
    const size_t length = size * count;
    const char *colon = memchr(line, ':', length);
    char *kept = exchange->text + exchange->used;
    size_t name;

    if (length > 5 && memcmp(line, "HTTP/", 5) == 0) { /* another answer begins */
        exchange->header_count = 0;
        exchange->used = 0;
    } else if (colon != NULL && exchange->header_count < HEADERS_MAX &&
               length <= HEADERS_TEXT_MAX - exchange->used) {
        name = (size_t)(colon - line);
        memcpy(kept, line, length);
        exchange->used += length;
        exchange->headers[exchange->header_count++] = (dsi_header){
            .name = {.data = kept, .length = name},
            .value = {.data = kept + name + 1, .length = length - name - 1}};
    }
    return length;
}

/* The head is complete: what follows is decoded. */
static void begin(client_exchange *exchange)
{
    dsi_received_head head = {.headers = exchange->headers,
                              .header_count = exchange->header_count};
    long status = 0;

    curl_easy_getinfo(exchange->curl, CURLINFO_RESPONSE_CODE, &status);
    head.status = (int)status;
    exchange->decoder =
        exchange->models == NULL
            ? dsi_start_answer_begin(block, sizeof block, &head, NULL, exchange->error)
            : dsi_get_answer_begin(block, sizeof block, &head, exchange->models, NULL,
                                   exchange->error);
}

/* Bytes come as they come. No more are wanted once the decode has failed. */
static size_t on_body(char *bytes, size_t size, size_t count, void *context)
{
    client_exchange *exchange = context;

    if (exchange->decoder == NULL) {
        begin(exchange);
    }
    return dsi_feed(exchange->decoder, bytes, size * count) ? size * count : 0;
}

static bool print_piece(void *context, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, context) == length;
}

/* Called with each model, before the rest of the page is there. */
static bool print_model(void *context, const dsi_model *model)
{
    const dsi_sink sink = {.write = print_piece, .context = context};

    return dsi_model_write(model, &sink, NULL, NULL) && putc('\n', context) != EOF &&
           fflush(context) == 0;
}

/* ------------------------------------------------------------------- on the wire */

/* Returns false if it is too long, or would be more than one line. */
static bool add_header(struct curl_slist **list, const char *name, const char *value)
{
    char line[HEADERS_TEXT_MAX];
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

/* The request is signed, or not sent: a password must not go out in any other way. */
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

static bool set_request(client_exchange *exchange, const client_settings *settings,
                        const dsi_request_head *head, dsi_string body)
{
    CURL *curl = exchange->curl;
    char url[CLIENT_URL_MAX + DSI_POLL_TARGET_MAX];

    snprintf(url, sizeof url, "%s%s", settings->endpoint, head->target.data);
    curl_easy_reset(curl);
    curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 60L);
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

/*
 * Sends a request, its body may be absent. Returns true once an answer has come whole,
 * or as far as dsi wanted it.
 */
static bool send_request(client_exchange *exchange, const client_settings *settings,
                         const dsi_request_head *head, dsi_string body)
{
    struct curl_slist *headers = NULL;
    CURLcode code = CURLE_FAILED_INIT;

    if (set_request(exchange, settings, head, body) && add_headers(&headers, head) &&
        curl_easy_setopt(exchange->curl, CURLOPT_HTTPHEADER, headers) == CURLE_OK) {
        code = curl_easy_perform(exchange->curl);
    }
    curl_slist_free_all(headers);
    if (code != CURLE_OK && code != CURLE_WRITE_ERROR) {
        fprintf(stderr, "%s\n", curl_easy_strerror(code));
        return false;
    }
    if (exchange->decoder == NULL) { /* no body */
        begin(exchange);
    }
    return true;
}

/* What the machine was told last. */
typedef struct client_outcome {
    dsi_poll_step step;
    const dsi_service_error *refusal; /* NULL: it was none */
    dsi_error error;                  /* of an answer that could not be decoded */
    size_t models;                    /* of the pages that came whole */
} client_outcome;

static void start(CURL *curl, const client_settings *settings,
                  const dsi_start_request *request, dsi_poll *poll, uint32_t number,
                  client_outcome *outcome)
{
    client_exchange exchange = {.curl = curl, .error = &outcome->error};
    const dsi_request_head head = dsi_start_request_head();
    char body[DSI_START_REQUEST_MAX];
    size_t length = dsi_start_request_encode(request, body, sizeof body,
                                             &outcome->error);
    const dsi_start_answer *answer = NULL;
    bool came = length > 0 &&
                send_request(&exchange, settings, &head,
                             (dsi_string){.data = body, .length = length});

    if (came) {
        answer = dsi_start_answer_finish(exchange.decoder, &outcome->error);
    }
    outcome->refusal = answer != NULL && answer->kind == DSI_SERVICE_ERROR
                           ? &answer->error
                           : NULL;
    outcome->step = dsi_poll_start_answered(
        poll, answer, came || length == 0 ? &outcome->error : NULL, number);
}

static void get(CURL *curl, const client_settings *settings, dsi_poll *poll,
                uint32_t number, client_outcome *outcome)
{
    const dsi_model_sink models = {.take = print_model, .context = stdout};
    client_exchange exchange = {
        .curl = curl, .models = &models, .error = &outcome->error};
    char target[DSI_POLL_TARGET_MAX];
    size_t length = dsi_get_request_target(outcome->step.request, target, sizeof target,
                                           &outcome->error);
    const dsi_request_head head = dsi_get_request_head(
        (dsi_string){.data = target, .length = length});
    const dsi_get_answer *answer = NULL;
    bool came = length > 0 && send_request(&exchange, settings, &head, dsi_str(NULL));

    if (came) {
        answer = dsi_get_answer_finish(exchange.decoder, &outcome->error);
    }
    if (answer != NULL) {
        outcome->models += answer->models_taken;
    }
    outcome->refusal = answer != NULL && answer->kind == DSI_SERVICE_ERROR
                           ? &answer->error
                           : NULL;
    outcome->step = dsi_poll_get_answered(
        poll, answer, came || length == 0 ? &outcome->error : NULL, number);
}

/* ------------------------------------------------------------ the whole round trip */

static uint32_t any_number(void)
{
    uint32_t number = 0;

    return getentropy(&number, sizeof number) == 0 ? number : 0;
}

static void wait_before(const dsi_poll_step *step)
{
    const struct timespec time = {.tv_sec = (time_t)(step->delay_ms / 1000),
                                  .tv_nsec = (long)(step->delay_ms % 1000) * 1000000};

    if (step->delay_ms > 0) {
        fprintf(stderr, "%s: asking again in %u ms\n", dsi_poll_cause_text(step->cause),
                (unsigned)step->delay_ms);
        nanosleep(&time, NULL);
    }
}

static void introspect(CURL *curl, const client_settings *settings,
                       client_outcome *outcome)
{
    static char memory[DSI_POLL_MEMORY_DEFAULT];
    const dsi_start_request request = {.rds_data_api_config = &settings->database};
    dsi_poll poll;

    dsi_poll_begin(&poll, memory, sizeof memory, &settings->poll);
    outcome->step = (dsi_poll_step){.action = DSI_POLL_RETRY};
    while (outcome->step.action == DSI_POLL_RETRY && outcome->step.request == NULL) {
        wait_before(&outcome->step);
        start(curl, settings, &request, &poll, any_number(), outcome);
    }
    while (outcome->step.request != NULL) {
        wait_before(&outcome->step);
        get(curl, settings, &poll, any_number(), outcome);
    }
}

/* The last line: how it ended. */
static void print_end(const client_outcome *outcome)
{
    const dsi_sink sink = {.write = print_piece, .context = stdout};
    const dsi_poll_step *end = &outcome->step;
    const dsi_get_answer failed = {
        .kind = DSI_OUTPUT,
        .output = {.introspection_status = {.text = dsi_str("FAILED")},
                   .introspection_status_detail = end->detail}};
    char words[DSI_ERROR_TEXT_MAX];

    if (end->action == DSI_POLL_DONE) {
        printf("{\"status\":\"SUCCESS\",\"models\":%zu}\n", outcome->models);
    } else if (end->cause == DSI_CAUSE_STATUS_FAILED) {
        dsi_get_answer_write(&failed, &sink, NULL, NULL);
        putchar('\n');
    } else if (outcome->refusal != NULL) {
        fputs("{\"error\":", stdout);
        dsi_service_error_write_report(outcome->refusal, &sink, NULL);
        puts("}");
    } else {
        printf("{\"error\":{\"message\":\"%s\"}}\n", dsi_poll_cause_text(end->cause));
    }
    if (end->cause == DSI_CAUSE_UNREADABLE) {
        dsi_error_text(&outcome->error, words, sizeof words);
        fprintf(stderr, "%s\n", words);
    }
}

/* Says all that is wrong with the request, before it costs a call. */
static bool is_valid(const dsi_start_request *request)
{
    dsi_violation found[8];
    dsi_violations report = {.items = found, .capacity = 8};
    char words[64 + 8 * DSI_VIOLATION_TEXT_MAX];

    if (dsi_start_request_validate(request, &report) == 0) {
        return true;
    }
    dsi_violations_text(&report, words, sizeof words);
    fprintf(stderr, "%s\n", words);
    return false;
}

int main(int argc, char **argv)
{
    client_settings settings;
    const dsi_start_request request = {.rds_data_api_config = &settings.database};
    client_outcome outcome = {.models = 0};
    CURL *curl;

    client_take_settings(&settings, argc, argv);
    if (settings.validate && !is_valid(&request)) {
        return 1;
    }
    curl = curl_easy_init();
    if (curl == NULL) {
        return 1;
    }
    introspect(curl, &settings, &outcome);
    print_end(&outcome);
    curl_easy_cleanup(curl);
    return outcome.step.action == DSI_POLL_DONE ? 0 : 1;
}
