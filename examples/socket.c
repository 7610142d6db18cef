/*
 * A client without an HTTP library: a socket, a head made of what dsi says, and bytes
 * that are fed as they arrive. It does not sign, so it is for a mock: see mock/.
 *
 *     cc socket.c headers.c show.c steps.c wire.c $(pkg-config --cflags --libs dsi) \
 *         -o introspect
 *     ./introspect 127.0.0.1 8080
 *
 * It speaks HTTP/1.0, where an answer ends with the connection. It need not check
 * whether the answer is complete: dsi reports a message that was cut.
 */
#include <stdio.h>
#include <stdlib.h>

#include "show.h"
#include "steps.h"
#include "wire.h"

#define SECONDS_DEFAULT 60
#define SECONDS_MAX 3600

/* The whole memory of a decode; of models, the largest must fit. */
static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

/* ------------------------------------------------------------- the two operations */

static dsi_poll_step start(wire *self, dsi_poll *poll, const dsi_start_request *request)
{
    const dsi_request_head head = dsi_start_request_head();
    char body[DSI_START_REQUEST_MAX];
    dsi_error error;
    size_t length = dsi_start_request_encode(request, body, sizeof body, &error);
    const dsi_start_answer *answer;
    dsi_decoder *decoder;

    if (!wire_ask(self, &head, (dsi_string){.data = body, .length = length})) {
        return dsi_poll_start_advance(poll, NULL, NULL, client_random());
    }
    decoder = dsi_start_answer_begin(block, sizeof block, &self->received, NULL,
                                     &error);
    wire_feed(self, decoder);
    answer = dsi_start_answer_finish(decoder, &error);
    return dsi_poll_start_advance(poll, answer, &error, client_random());
}

/* Called with each model, before the rest of the page has arrived. */
static bool use_model(void *context, const dsi_model *model)
{
    (void)context;
    show_text(stdout, model->name.data != NULL ? model->name : dsi_str("(no name)"));
    return putchar('\n') != EOF;
}

static dsi_poll_step get(wire *self, dsi_poll *poll, const dsi_get_request *request)
{
    static const dsi_model_sink models = {.take = use_model};
    char target[DSI_POLL_TARGET_MAX];
    dsi_error error;
    size_t length = dsi_get_request_target_encode(request, target, sizeof target,
                                                  &error);
    const dsi_request_head head = dsi_get_request_head(
        (dsi_string){.data = target, .length = length});
    const dsi_get_answer *answer;
    dsi_decoder *decoder;

    if (!wire_ask(self, &head, dsi_str(NULL))) {
        return dsi_poll_get_advance(poll, NULL, NULL, client_random());
    }
    decoder = dsi_get_answer_begin(block, sizeof block, &self->received, &models, NULL,
                                   &error);
    wire_feed(self, decoder);
    answer = dsi_get_answer_finish(decoder, &error);
    return dsi_poll_get_advance(poll, answer, &error, client_random());
}

/* ------------------------------------------------------------ the whole round trip */

/* Runs the machine to its end, and returns the step it ended with. */
static dsi_poll_step introspect(wire *self, const dsi_start_request *request)
{
    static char memory[DSI_POLL_MEMORY_DEFAULT];
    /* A mock can be asked often. */
    const dsi_poll_options options = {.base_delay_ms = 10, .max_delay_ms = 100};
    dsi_poll poll;
    dsi_poll_step step = dsi_poll_begin(&poll, memory, sizeof memory, &options);

    for (;;) {
        client_wait(&step);
        switch (step.action) {
        case DSI_POLL_START:
        case DSI_POLL_RESTART:
            step = start(self, &poll, request);
            break;
        case DSI_POLL_WAIT:
        case DSI_POLL_FETCH:
        case DSI_POLL_RETRY:
            step = get(self, &poll, step.request);
            break;
        default: /* DSI_POLL_DONE, FAILED, GIVE_UP */
            return step;
        }
    }
}

/* Returns false if an argument is wrong. */
static bool take_arguments(wire *self, int argc, char **argv)
{
    char *end;
    long seconds;

    if (argc != 3 && argc != 4) {
        return false;
    }
    self->host = argv[1];
    self->port = argv[2];
    self->seconds = SECONDS_DEFAULT;
    if (argc == 3) {
        return true;
    }
    seconds = strtol(argv[3], &end, 10);
    self->seconds = (int)seconds;
    return *end == '\0' && seconds >= 1 && seconds <= SECONDS_MAX;
}

int main(int argc, char **argv)
{
    static wire self;
    const dsi_rds_data_api_config config = {
        .resource_arn = dsi_str("arn:aws:rds:us-east-1:123456789012:cluster:orders"),
        .secret_arn = dsi_str(
            "arn:aws:secretsmanager:us-east-1:123456789012:secret:orders-AbCdEf"),
        .database_name = dsi_str("orders")};
    const dsi_start_request request = {.rds_data_api_config = &config};
    char words[CLIENT_END_TEXT_MAX];
    dsi_poll_step end;

    if (!take_arguments(&self, argc, argv)) {
        fputs("Usage: dsi_example_socket HOST PORT [SECONDS]\n", stderr);
        return 2;
    }
    end = introspect(&self, &request);
    client_end_text(&end, words, sizeof words);
    puts(words);
    return end.action == DSI_POLL_DONE ? 0 : 1;
}
