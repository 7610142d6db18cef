/*
 * G15, G7: an answer whose status is not 2xx is a service error with that status,
 * whatever its head and its body hold, and the same one however the body is cut. What it
 * says is what a second account finds in both, and a server can forward it.
 */
#include "fuzz/expect.h"
#include "fuzz/fuzz.h"
#include "fuzz/head.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

/* A longer body's report might not fit the text of an outcome. */
#define BODY_MAX 8192

/* The models of an answer that has none. */
static bool refuse_model(void *context, const dsi_model *model)
{
    (void)context;
    (void)model;
    fuzz_hold(false, "a service error has no models");
    return false;
}

/* An answer of either operation. */
typedef struct decoded {
    dsi_answer_kind kind;
    int status;
    dsi_string request_id;
    dsi_service_error error;
    dsi_answer_head forwarded;
} decoded;

static bool is_start(const fuzz_how *how)
{
    return how->message < FUZZ_GET_REQUEST;
}

static dsi_decoder *begin(const fuzz_how *how, const fuzz_block *block,
                          const dsi_received_head *head)
{
    static const dsi_model_sink models = {.take = refuse_model};
    bool streamed = how->message == FUZZ_GET_STREAMED;

    return is_start(how)
               ? dsi_start_answer_begin(block->memory, block->size, head, &how->options,
                                        NULL)
               : dsi_get_answer_begin(block->memory, block->size, head,
                                      streamed ? &models : NULL, &how->options, NULL);
}

static decoded finish_start(dsi_decoder *decoder)
{
    const dsi_start_answer *answer = dsi_start_answer_finish(decoder, NULL);

    if (answer == NULL) {
        return (decoded){.status = 0};
    }
    return (decoded){.kind = answer->kind,
                     .status = answer->status,
                     .request_id = answer->request_id,
                     .error = answer->error,
                     .forwarded = dsi_start_answer_head(answer)};
}

static decoded finish_get(dsi_decoder *decoder)
{
    const dsi_get_answer *answer = dsi_get_answer_finish(decoder, NULL);

    if (answer == NULL) {
        return (decoded){.status = 0};
    }
    return (decoded){.kind = answer->kind,
                     .status = answer->status,
                     .request_id = answer->request_id,
                     .error = answer->error,
                     .forwarded = dsi_get_answer_head(answer)};
}

/* The first chunk that is refused is the first with a byte over max_bytes. */
static void check_fed(const fuzz_how *how, const expect_sent *sent, size_t refused)
{
    size_t step = how->chunk == 0 ? sent->length : how->chunk;
    size_t first = 0;

    if (sent->max_bytes != 0 && sent->length > sent->max_bytes) {
        first = ((size_t)sent->max_bytes / step + 1) * step;
        first = first < sent->length ? first : sent->length;
    }
    fuzz_hold(refused == first, "feed goes on until max_bytes, and no longer");
}

/* What is told of an error, as one text. */
static void check_report(const dsi_service_error *error, fuzz_outcome *outcome)
{
    dsi_sink sink = {.write = fuzz_append, .context = outcome};
    json_t *json;

    outcome->length = 0;
    fuzz_hold(dsi_service_error_write_report(error, &sink, NULL),
              "every error can be reported");
    json = json_loadb(outcome->text, outcome->length,
                      JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
    fuzz_hold(json != NULL, "a report is JSON");
    json_decref(json);
    /* The two that no report has. */
    fuzz_hold(fuzz_append(outcome, error->message_is_raw ? "r" : "-", 1) &&
                  fuzz_append(outcome, error->message_cut ? "c" : "-", 1),
              "a report has room");
}

static void decode(const fuzz_how *how, const expect_sent *sent, fuzz_outcome *outcome)
{
    fuzz_block block = fuzz_take_block(how);
    dsi_decoder *decoder = begin(how, &block, sent->head);
    decoded got;

    fuzz_hold(decoder != NULL, "any answer can be begun");
    check_fed(how, sent, fuzz_feed(decoder, sent->body, sent->length, how->chunk));
    got = is_start(how) ? finish_start(decoder) : finish_get(decoder);
    fuzz_hold(got.status != 0, "an error answer is always decoded");
    fuzz_hold(got.kind == DSI_SERVICE_ERROR && got.status == sent->head->status,
              "an answer that is not 2xx is a service error");
    fuzz_hold(dsi_string_equal(got.request_id, got.error.request_id),
              "answer and error have one request id");
    expect_error(sent, &got.error);
    expect_forwarded(&got.error, &got.forwarded);
    check_report(&got.error, outcome);
    free(block.own);
}

static void check_chunks(fuzz_how how, const expect_sent *sent)
{
    static fuzz_outcome whole;
    static fuzz_outcome cut;
    size_t chunks[] = {1, how.chunk | 1};

    how.chunk = 0;
    decode(&how, sent, &whole);
    for (size_t i = 0; i < sizeof chunks / sizeof *chunks; i++) {
        how.chunk = chunks[i];
        decode(&how, sent, &cut);
        fuzz_hold(whole.length == cut.length &&
                      memcmp(whole.text, cut.text, whole.length) == 0,
                  "one service error for every chunking");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_input input = {.data = data, .size = size};
    fuzz_how how = fuzz_choose(&input);
    fuzz_head made;
    expect_sent sent;

    head_make(&input, &made);
    if (made.received.status >= 200 && made.received.status <= 299) {
        made.received.status += 300;
    }
    sent = (expect_sent){.head = &made.received,
                         .body = input.data,
                         .length = input.size < BODY_MAX ? input.size : BODY_MAX,
                         .max_bytes = how.options.limits.max_bytes};
    check_chunks(how, &sent);
    head_free(&made);
    return 0;
}
