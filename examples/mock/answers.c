/*
 * The answers of a service without faults: it routes requests, validates and answers.
 */
#include "mock.h"

#include <stdio.h>
#include <stdlib.h>

#define INTROSPECTIONS 64u /* older introspections are forgotten */
#define ID_FORMAT "00000000-0000-4000-8000-%012u"
#define TOKEN_FORMAT "page+2/%zu=" /* with characters that a query must escape */

typedef struct introspection {
    char id[48];
    unsigned asked;
} introspection;

static introspection introspections[INTROSPECTIONS];
static unsigned started;

/* ------------------------------------------------------------------------ the reply */

bool mock_append(void *context, const char *bytes, size_t length)
{
    mock_reply *reply = context;

    if (length == 0) { /* nor is there any memory yet */
        return true;
    }
    if (reply->capacity - reply->length < length) {
        size_t capacity = 2 * (reply->capacity + length);
        char *body = realloc(reply->body, capacity);

        if (body == NULL) {
            return false;
        }
        reply->body = body;
        reply->capacity = capacity;
    }
    memcpy(reply->body + reply->length, bytes, length);
    reply->length += length;
    return true;
}

static void set_head(mock_reply *reply, dsi_answer_head head)
{
    reply->status = head.status;
    reply->content_type = head.content_type.data;
    if (head.error_type.data != NULL) {
        snprintf(reply->error_type, sizeof reply->error_type, "%s",
                 head.error_type.data);
    }
}

void mock_refuse(const mock_options *options, mock_reply *reply, int status,
                 const char *type, const char *message)
{
    const dsi_encode_options how = {.nulls = options->nulls};
    const dsi_sink sink = {.write = mock_append, .context = reply};
    const dsi_get_answer answer = {.kind = DSI_SERVICE_ERROR,
                                   .error = {.status = status,
                                             .type = dsi_str(type),
                                             .message = dsi_str(message)}};

    set_head(reply, dsi_get_answer_head(&answer));
    dsi_get_answer_write(&answer, &sink, &how, NULL);
}

static void refuse_undecodable(const mock_options *options, mock_reply *reply,
                               const dsi_error *error)
{
    char words[DSI_ERROR_TEXT_MAX];

    dsi_error_describe(error, words, sizeof words);
    mock_refuse(options, reply, 400, "BadRequestException", words);
}

static void refuse_violations(const mock_options *options, mock_reply *reply,
                              const dsi_violations *report)
{
    char words[64 + DSI_VIOLATIONS_MAX * DSI_VIOLATION_TEXT_MAX];

    dsi_violations_describe(report, words, sizeof words);
    mock_refuse(options, reply, 400, "BadRequestException", words);
}

/* ---------------------------------------------------------------------------- Start */

bool mock_is_start(const mock_request *request)
{
    const dsi_request_head head = dsi_start_request_head();

    return dsi_string_equal(request->method, head.method) &&
           dsi_string_equal(dsi_target_origin_form(request->target), head.target);
}

static void accept_start(const mock_options *options, mock_reply *reply)
{
    introspection *made = &introspections[started % INTROSPECTIONS];
    const dsi_encode_options how = {.nulls = options->nulls};
    const dsi_sink sink = {.write = mock_append, .context = reply};
    dsi_start_answer answer = {
        .kind = DSI_OUTPUT,
        .output = {.introspection_status = {.text = dsi_str("PROCESSING")}}};

    started++;
    made->asked = 0;
    snprintf(made->id, sizeof made->id, ID_FORMAT, started);
    answer.output.introspection_id = dsi_str(made->id);
    set_head(reply, dsi_start_answer_head(&answer));
    dsi_start_answer_write(&answer, &sink, &how, NULL);
}

static void answer_start(const mock_options *options, const mock_request *request,
                         mock_reply *reply)
{
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    dsi_violation found[DSI_VIOLATIONS_MAX];
    dsi_violations report = {.items = found, .capacity = DSI_VIOLATIONS_MAX};
    dsi_error error;
    dsi_decoder *decoder = dsi_start_request_begin(block, sizeof block, NULL, &error);
    const dsi_start_request *decoded;

    dsi_feed(decoder, request->body.data, request->body.length);
    decoded = dsi_start_request_finish(decoder, &error);
    if (decoded == NULL) {
        refuse_undecodable(options, reply, &error);
    } else if (dsi_start_request_validate(decoded, &report) > 0) {
        refuse_violations(options, reply, &report);
    } else {
        accept_start(options, reply);
    }
}

/* ------------------------------------------------------------------------------ Get */

/* The models of a page, one by one. */
typedef struct mock_page {
    size_t next;
    size_t end;
    bool with_sdl;
} mock_page;

static bool next_model(void *context, const dsi_model **model)
{
    mock_page *page = context;

    *model = page->next < page->end ? mock_model(page->next, page->with_sdl) : NULL;
    page->next++;
    return true;
}

static introspection *find_introspection(dsi_string id)
{
    for (size_t i = 0; i < INTROSPECTIONS; i++) {
        if (id.length > 0 && dsi_string_equal(id, dsi_str(introspections[i].id))) {
            return &introspections[i];
        }
    }
    return NULL;
}

/* Makes the token of the page that begins at `first`. Returns true if no page does. */
static bool make_token(size_t first, char *token, size_t capacity)
{
    snprintf(token, capacity, TOKEN_FORMAT, first);
    return first >= mock_models_count();
}

/* Finds where the page of a token begins. Returns false if the token is not ours. */
static bool find_page(dsi_string token, size_t *first)
{
    const size_t prefix = strcspn(TOKEN_FORMAT, "%");
    char expected[48];

    *first = 0;
    if (token.data == NULL) {
        return true;
    }
    if (token.length <= prefix) {
        return false;
    }
    *first = strtoul(token.data + prefix, NULL, 10);
    return !make_token(*first, expected, sizeof expected) && *first > 0 &&
           dsi_string_equal(token, dsi_str(expected));
}

/* The end of the page that begins at `first`. Both sides can limit its length. */
static size_t page_end(const mock_options *options, const dsi_get_request *request,
                       size_t first)
{
    const dsi_optional_int32 wanted = request->max_results;
    size_t length = options->page;

    if (wanted.present && wanted.value > 0 && (size_t)wanted.value < length) {
        length = (size_t)wanted.value;
    }
    return mock_models_count() - first > length ? first + length : mock_models_count();
}

static void answer_page(const mock_options *options, const dsi_get_request *request,
                        size_t first, mock_reply *reply)
{
    const dsi_encode_options how = {.nulls = options->nulls};
    const dsi_sink sink = {.write = mock_append, .context = reply};
    mock_page page = {.next = first,
                      .end = page_end(options, request, first),
                      .with_sdl = request->include_models_sdl.value};
    const dsi_model_source source = {.next = next_model, .context = &page};
    char token[48];
    const bool last = make_token(page.end, token, sizeof token);
    const dsi_introspection_result result = {
        .next_token = dsi_str(last ? NULL : token)};
    const dsi_get_answer answer = {
        .kind = DSI_OUTPUT,
        .output = {.introspection_id = request->introspection_id,
                   .introspection_status = {.text = dsi_str("SUCCESS")},
                   .introspection_result = &result}};

    set_head(reply, dsi_get_answer_head(&answer));
    dsi_get_answer_models_write(&answer, &source, &sink, &how, NULL);
}

static void answer_status(const mock_options *options, const dsi_get_request *request,
                          bool failed, mock_reply *reply)
{
    const dsi_encode_options how = {.nulls = options->nulls};
    const dsi_sink sink = {.write = mock_append, .context = reply};
    const dsi_get_answer answer = {
        .kind = DSI_OUTPUT,
        .output = {
            .introspection_id = request->introspection_id,
            .introspection_status = {.text = dsi_str(failed ? "FAILED" : "PROCESSING")},
            .introspection_status_detail = dsi_str(
                failed ? "the database does not exist" : NULL)}};

    set_head(reply, dsi_get_answer_head(&answer));
    dsi_get_answer_write(&answer, &sink, &how, NULL);
}

static void answer_get(const mock_options *options, const dsi_get_request *request,
                       bool failed, mock_reply *reply)
{
    dsi_violation found[DSI_VIOLATIONS_MAX];
    dsi_violations report = {.items = found, .capacity = DSI_VIOLATIONS_MAX};
    introspection *known = find_introspection(request->introspection_id);
    size_t first;

    if (dsi_get_request_validate(request, &report) > 0) {
        refuse_violations(options, reply, &report);
    } else if (known == NULL) {
        mock_refuse(options, reply, 404, "NotFoundException",
                    "there is no such introspection");
    } else if (failed || known->asked < options->processing) {
        known->asked++;
        answer_status(options, request, failed, reply);
    } else if (!find_page(request->next_token, &first)) {
        mock_refuse(options, reply, 400, "BadRequestException",
                    "the token is of no page of this introspection");
    } else {
        answer_page(options, request, first, reply);
    }
}

/* --------------------------------------------------------------------------- routes */

void mock_answer(const mock_options *options, const mock_request *request, bool failed,
                 mock_reply *reply)
{
    static char texts[MOCK_BODY_MAX]; /* longer targets do not get here */
    dsi_get_request get;
    dsi_error error;

    if (mock_is_start(request)) {
        answer_start(options, request, reply);
        return;
    }
    if (!dsi_string_equal(request->method, dsi_str("GET"))) {
        error = (dsi_error){.code = DSI_E_ROUTE};
    } else if (dsi_get_request_target_decode(request->target, texts, sizeof texts, NULL,
                                             &get, &error)) {
        answer_get(options, &get, failed, reply);
        return;
    }
    if (error.code == DSI_E_ROUTE) { /* as API Gateway says it */
        mock_refuse(options, reply, 403, "MissingAuthenticationTokenException",
                    "Missing Authentication Token");
    } else {
        refuse_undecodable(options, reply, &error);
    }
}
