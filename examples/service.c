/* The server's side: it routes a request, decodes it, validates it, and answers. */
#include "service.h"

#define ID "a1234567-8910-abcd-efgh-identifier"
#define PAGE_MODELS 2 /* models in a page */
#define POLLS 2       /* how often Get answers that it is still processing */

/* ------------------------------------------------------------------ what it knows */

static const dsi_model_field_type integer = {.kind = {"Scalar", 6}, .name = {"Int", 3}};
static const dsi_model_field_type not_null = {.kind = {"NonNull", 7}, .type = &integer};
static const dsi_model_field fields[] = {
    {.name = {"id", 2}, .type = &not_null, .length = {true, 0}}};
static const dsi_string key_fields[] = {{"id", 2}};
static const dsi_model_index key = {.name = {"PRIMARY_KEY", 11},
                                    .fields = {key_fields, 1, 0}};

#define TABLE(text)                                                                    \
    {                                                                                  \
        .name = {text, sizeof(text) - 1}, .fields = {fields, 1, 0},                    \
        .primary_key = &key                                                            \
    }
static const dsi_model tables[] = {TABLE("customers"), TABLE("orders"),
                                   TABLE("products")};
#define TABLES (sizeof tables / sizeof *tables)

/* The models of a page, one by one: they could come from anywhere. */
typedef struct page {
    size_t next;
    size_t end;
} page;

static bool next_model(void *context, const dsi_model **model)
{
    page *at = context;

    *model = at->next < at->end ? &tables[at->next++] : NULL;
    return true;
}

/* -------------------------------------------------------------------- the answers */

static bool append(void *context, const char *bytes, size_t length)
{
    service_reply *reply = context;

    if (sizeof reply->body - reply->length < length) {
        return false;
    }
    memcpy(reply->body + reply->length, bytes, length);
    reply->length += length;
    return true;
}

static void reply_head(service_reply *reply, dsi_answer_head head)
{
    reply->status = head.status;
    reply->error_type.name = dsi_str(DSI_ERROR_TYPE_HEADER);
    reply->error_type.value = head.error_type;
}

static void refuse(service_reply *reply, const char *words)
{
    dsi_get_answer answer = {
        .kind = DSI_SERVICE_ERROR,
        .error = {.type = dsi_str("BadRequestException"), .message = dsi_str(words)}};
    dsi_sink sink = {.write = append, .context = reply};

    reply_head(reply, dsi_get_answer_head(&answer));
    dsi_get_answer_write(&answer, &sink, NULL, NULL);
}

static void start(dsi_string body, service_reply *reply)
{
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    dsi_start_answer answer = {
        .kind = DSI_OUTPUT,
        .output = {.introspection_id = dsi_str(ID),
                   .introspection_status = {.text = dsi_str("PROCESSING")}}};
    dsi_sink sink = {.write = append, .context = reply};
    dsi_decoder *decoder = dsi_start_request_begin(block, sizeof block, NULL, NULL);
    const dsi_start_request *request;

    dsi_feed(decoder, body.data, body.length);
    request = dsi_start_request_finish(decoder, NULL);
    if (request == NULL || dsi_start_request_validate(request, NULL) > 0) {
        refuse(reply, "the request is not valid");
        return;
    }
    reply_head(reply, dsi_start_answer_head(&answer));
    dsi_start_answer_write(&answer, &sink, NULL, NULL);
}

static void get(const dsi_get_request *request, service_reply *reply)
{
    static unsigned polls;
    bool last = dsi_string_equal(request->next_token, dsi_str("page+2"));
    page models = {.next = last ? PAGE_MODELS : 0, .end = last ? TABLES : PAGE_MODELS};
    dsi_introspection_result result = {.next_token = dsi_str(last ? NULL : "page+2")};
    dsi_get_answer answer = {
        .kind = DSI_OUTPUT,
        .output = {.introspection_id = request->introspection_id,
                   .introspection_status = {.text = dsi_str("PROCESSING")}}};
    dsi_model_source source = {.next = next_model, .context = &models};
    dsi_sink sink = {.write = append, .context = reply};

    reply_head(reply, dsi_get_answer_head(&answer));
    if (polls < POLLS) {
        polls++;
        dsi_get_answer_write(&answer, &sink, NULL, NULL);
        return;
    }
    answer.output.introspection_status.text = dsi_str("SUCCESS");
    answer.output.introspection_result = &result;
    dsi_get_answer_models_write(&answer, &source, &sink, NULL, NULL);
}

void service_call(const char *method, dsi_string target, dsi_string body,
                  service_reply *reply)
{
    char texts[1024];
    dsi_get_request request;
    dsi_error error;

    *reply = (service_reply){.length = 0};
    if (strcmp(method, "POST") == 0 &&
        dsi_string_equal(dsi_target_origin_form(target),
                         dsi_start_request_head().target)) {
        start(body, reply);
    } else if (!dsi_get_request_target_decode(target, texts, sizeof texts, NULL,
                                              &request, &error) ||
               dsi_get_request_validate(&request, NULL) > 0) {
        refuse(reply, "the request is not valid");
    } else {
        get(&request, reply);
    }
}
