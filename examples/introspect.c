/*
 * The whole round trip: it starts an introspection, polls until that is done, fetches
 * page after page, and uses each model as it arrives. Memory does not grow with the
 * database.
 *
 * The transport is yours; here a function in service.c stands for the wire and the
 * service at its end.
 */
#include <stdio.h>

#include "service.h"
#include "show.h"
#include "steps.h"

/* The whole memory of a decode; of models, the largest must fit. */
static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

/* Bytes come as they come. */
static void feed_in_pieces(dsi_decoder *decoder, const service_reply *reply)
{
    const size_t piece = 64;

    for (size_t i = 0; i < reply->length; i += piece) {
        size_t left = reply->length - i;

        dsi_feed(decoder, reply->body + i, left < piece ? left : piece);
    }
}

static dsi_received_head received(const service_reply *reply)
{
    return (dsi_received_head){
        .status = reply->status, .headers = &reply->error_type, .header_count = 1};
}

/* Called with each model, before the rest of the page is there. */
static bool use_model(void *context, const dsi_model *model)
{
    size_t *models = context;

    fputs("    model ", stdout);
    show_text(stdout, model->name.data != NULL ? model->name : dsi_str("(no name)"));
    printf(": %zu field(s)\n", model->fields.count);
    (*models)++;
    return true;
}

static const dsi_start_answer *send_start(const dsi_start_request *request,
                                          dsi_error *error)
{
    char body[DSI_START_REQUEST_MAX];
    size_t length = dsi_start_request_encode(request, body, sizeof body, error);
    dsi_request_head head = dsi_start_request_head();
    dsi_received_head answered;
    service_reply reply;
    dsi_decoder *decoder;

    if (length == 0) {
        return NULL;
    }
    printf("%s %s\n", head.method.data, head.target.data);
    service_call(head.method.data, head.target,
                 (dsi_string){.data = body, .length = length}, &reply);
    answered = received(&reply);
    decoder = dsi_start_answer_begin(block, sizeof block, &answered, NULL, error);
    feed_in_pieces(decoder, &reply);
    return dsi_start_answer_finish(decoder, error);
}

static const dsi_get_answer *send_get(const dsi_get_request *request, size_t *models,
                                      dsi_error *error)
{
    char target[DSI_POLL_TARGET_MAX];
    size_t length = dsi_get_request_target_encode(request, target, sizeof target,
                                                  error);
    dsi_request_head head = dsi_get_request_head(
        (dsi_string){.data = target, .length = length});
    dsi_model_sink sink = {.take = use_model, .context = models};
    dsi_received_head answered;
    service_reply reply;
    dsi_decoder *decoder;

    if (length == 0) {
        return NULL;
    }
    printf("%s %s\n", head.method.data, head.target.data);
    service_call(head.method.data, head.target, dsi_str(NULL), &reply);
    answered = received(&reply);
    decoder = dsi_get_answer_begin(block, sizeof block, &answered, &sink, NULL, error);
    feed_in_pieces(decoder, &reply);
    return dsi_get_answer_finish(decoder, error);
}

/* Evenly spread numbers that nobody needs to be unable to guess. */
static uint32_t any_number(void)
{
    static uint32_t state = 20170725;

    state = state * 1664525u + 1013904223u;
    return state;
}

/* Where you would sleep. */
static void wait_before(const dsi_poll_step *step)
{
    if (step->delay_ms > 0) {
        printf("    %s: wait %u ms\n", dsi_poll_cause_text(step->cause),
               (unsigned)step->delay_ms);
    }
}

static dsi_poll_step start(dsi_poll *poll, const dsi_start_request *request)
{
    dsi_error error;
    const dsi_start_answer *answer = send_start(request, &error);

    return dsi_poll_start_advance(poll, answer, &error, any_number());
}

static dsi_poll_step get(dsi_poll *poll, const dsi_get_request *request, size_t *models)
{
    dsi_error error;
    const dsi_get_answer *answer = send_get(request, models, &error);

    return dsi_poll_get_advance(poll, answer, &error, any_number());
}

/* Runs the machine to its end, and returns the step it ended with. */
static dsi_poll_step introspect(const dsi_start_request *request, size_t *models)
{
    static char memory[DSI_POLL_MEMORY_DEFAULT];
    dsi_poll_options options = {.include_models_sdl = {.present = true, .value = true}};
    dsi_poll poll;
    dsi_poll_step step = dsi_poll_begin(&poll, memory, sizeof memory, &options);

    for (;;) {
        wait_before(&step);
        switch (step.action) {
        case DSI_POLL_START:
        case DSI_POLL_RESTART:
            step = start(&poll, request);
            break;
        case DSI_POLL_WAIT:
        case DSI_POLL_FETCH:
        case DSI_POLL_RETRY:
            step = get(&poll, step.request, models);
            break;
        default: /* DSI_POLL_DONE, FAILED, GIVE_UP */
            return step;
        }
    }
}

int main(void)
{
    dsi_rds_data_api_config config = {
        .resource_arn = dsi_str("arn:aws:rds:us-east-1:123456789012:cluster:orders"),
        .secret_arn = dsi_str("arn:aws:secretsmanager:us-east-1:123456789012:"
                              "secret:db/orders-AbCdEf"),
        .database_name = dsi_str("orders"),
    };
    dsi_start_request request = {.rds_data_api_config = &config};
    size_t models = 0;
    dsi_poll_step end = introspect(&request, &models);
    char words[CLIENT_END_TEXT_MAX];

    client_end_text(&end, words, sizeof words);
    printf("%zu models; %s\n", models, words);
    return end.action == DSI_POLL_DONE ? 0 : 1;
}
