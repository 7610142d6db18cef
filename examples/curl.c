/*
 * A client with libcurl: signs its requests (SigV4), starts an introspection, polls, and
 * prints each model as a line of JSON as soon as its last byte is there. The last line
 * says how it ended. Of a page that is cut short, the models come again.
 *
 *     cc curl.c $(pkg-config --cflags --libs dsi libcurl) -o introspect
 *
 * The keys are taken from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, if it is set,
 * AWS_SESSION_TOKEN.
 */
#define _DEFAULT_SOURCE /* getentropy */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <curl/curl.h>
#include <dsi/dsi.h>

#define HEADERS_MAX 32u
#define HEADERS_TEXT_MAX 8192u
#define URL_MAX 1024u /* of the service, without the target */

typedef struct client_settings {
    char endpoint[URL_MAX];
    const char *region;
    dsi_rds_data_api_config database;
    dsi_poll_options poll;
    bool validate;
} client_settings;

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

/* Called with each model, before the rest of the page is there. */
static bool print_piece(void *context, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, context) == length;
}

static bool print_model(void *context, const dsi_model *model)
{
    const dsi_sink sink = {.write = print_piece, .context = context};

    return dsi_model_write(model, &sink, NULL, NULL) && putc('\n', context) != EOF &&
           fflush(context) == 0;
}

static dsi_model_sink model_printer(void)
{
    return (dsi_model_sink){.take = print_model, .context = stdout};
}

/* ------------------------------------------------------------------- on the wire */

static struct curl_slist *headers_of(const dsi_request_head *head)
{
    const char *token = getenv("AWS_SESSION_TOKEN");
    char line[4096];
    struct curl_slist *list = curl_slist_append(NULL, "Accept: application/json");

    if (head->content_type.data != NULL) {
        snprintf(line, sizeof line, "Content-Type: %s", head->content_type.data);
        list = curl_slist_append(list, line);
    }
    if (token != NULL && token[0] != '\0') {
        snprintf(line, sizeof line, "X-Amz-Security-Token: %s", token);
        list = curl_slist_append(list, line);
    }
    return list;
}

/*
 * Sends a request, its body may be absent. Returns true once an answer has come whole,
 * or as far as dsi wanted it.
 */
static bool send_request(client_exchange *exchange, const client_settings *settings,
                         const dsi_request_head *head, dsi_string body)
{
    CURL *curl = exchange->curl;
    struct curl_slist *headers = headers_of(head);
    char url[URL_MAX + DSI_POLL_TARGET_MAX];
    char signer[64];
    CURLcode code;

    snprintf(url, sizeof url, "%s%s", settings->endpoint, head->target.data);
    snprintf(signer, sizeof signer, "aws:amz:%s:%s", settings->region,
             DSI_SIGNING_NAME);
    curl_easy_reset(curl);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 60L);
    curl_easy_setopt(curl, CURLOPT_AWS_SIGV4, signer);
    curl_easy_setopt(curl, CURLOPT_USERNAME, getenv("AWS_ACCESS_KEY_ID"));
    curl_easy_setopt(curl, CURLOPT_PASSWORD, getenv("AWS_SECRET_ACCESS_KEY"));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, exchange);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, exchange);
    if (body.data != NULL) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)body.length);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data);
    }
    code = curl_easy_perform(curl);
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
    const dsi_model_sink models = model_printer();
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

/* ---------------------------------------------------------------------- settings */

static const char usage[] =
    "Usage: dsi_example_curl --resource-arn ARN --secret-arn ARN --database-name NAME\n"
    "           [--region REGION] [--endpoint URL] [--max-results N]\n"
    "           [--include-models-sdl] [--max-wait-ms N] [--no-validate]\n"
    "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must be set.\n";

enum {
    REGION = 256,
    ENDPOINT,
    RESOURCE,
    SECRET,
    DATABASE,
    RESULTS,
    SDL,
    WAIT,
    AS_IS,
    HELP
};

static const struct option options[] = {
    {"region", required_argument, NULL, REGION},
    {"endpoint", required_argument, NULL, ENDPOINT},
    {"resource-arn", required_argument, NULL, RESOURCE},
    {"secret-arn", required_argument, NULL, SECRET},
    {"database-name", required_argument, NULL, DATABASE},
    {"max-results", required_argument, NULL, RESULTS},
    {"include-models-sdl", no_argument, NULL, SDL},
    {"max-wait-ms", required_argument, NULL, WAIT},
    {"no-validate", no_argument, NULL, AS_IS},
    {"help", no_argument, NULL, HELP},
    {NULL, 0, NULL, 0}};

static bool take_option(client_settings *settings, int option)
{
    switch (option) {
    case REGION:
        settings->region = optarg;
        return true;
    case ENDPOINT:
        snprintf(settings->endpoint, sizeof settings->endpoint, "%s", optarg);
        return strlen(optarg) < sizeof settings->endpoint;
    case RESOURCE:
        settings->database.resource_arn = dsi_str(optarg);
        return true;
    case SECRET:
        settings->database.secret_arn = dsi_str(optarg);
        return true;
    case DATABASE:
        settings->database.database_name = dsi_str(optarg);
        return true;
    case RESULTS:
        settings->poll.max_results = (dsi_optional_int32){
            .present = true, .value = (int32_t)strtol(optarg, NULL, 10)};
        return true;
    case SDL:
        settings->poll.include_models_sdl = (dsi_optional_bool){.present = true,
                                                                .value = true};
        return true;
    case WAIT:
        settings->poll.max_delay_ms = (uint32_t)strtoul(optarg, NULL, 10);
        settings->poll.base_delay_ms = settings->poll.max_delay_ms;
        return true;
    case AS_IS:
        settings->validate = false;
        return true;
    case HELP:
        fputs(usage, stdout);
        exit(0);
    default:
        return false;
    }
}

static bool take_settings(client_settings *settings, int argc, char **argv)
{
    int option;

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (!take_option(settings, option)) {
            return false;
        }
    }
    if (settings->endpoint[0] == '\0') {
        snprintf(settings->endpoint, sizeof settings->endpoint,
                 "https://appsync.%s.amazonaws.com", settings->region);
    }
    return optind == argc && getenv("AWS_ACCESS_KEY_ID") != NULL &&
           getenv("AWS_SECRET_ACCESS_KEY") != NULL;
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
    client_settings settings = {.region = "us-east-1", .validate = true};
    const dsi_start_request request = {.rds_data_api_config = &settings.database};
    client_outcome outcome = {.models = 0};
    CURL *curl;

    if (!take_settings(&settings, argc, argv)) {
        fputs(usage, stderr);
        return 2;
    }
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
