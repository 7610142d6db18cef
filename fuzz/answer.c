/*
 * fuzz/answer.c - G15, G7: an answer whose status is not 2xx is a service error with
 * that status, whatever its head and its body hold. It is the same error however the
 * body is cut. It says what a second account finds in head and body, and a server can
 * forward it.
 */
#include "fuzz/expect.h"
#include "fuzz/fuzz.h"
#include "fuzz/head.h"
#include "fuzz/oracle.h"
#include "tests/model/model.h"

#include <stdlib.h>
#include <string.h>

/* The report of a longer body might not fit into the text of an outcome. */
#define BODY_MAX 8192

/* Takes the items of a service error, which has no items. */
static bool refuse_item(void *context, const void *item)
{
    (void)context;
    (void)item;
    fuzz_hold(false, "a service error has no items");
    return false;
}

/* The first chunk that is refused must be the first with a byte over max_bytes. */
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

/* Writes everything that an error says as one text, so two errors can be compared. */
static void check_report(const dsi_service_error *error, fuzz_outcome *outcome)
{
    dsi_sink sink = {.write = fuzz_append, .context = outcome};
    json_t *json;

    outcome->length = 0;
    fuzz_hold(dsi_service_error_write(error, &sink, NULL),
              "every error can be reported");
    json = oracle_load(outcome->text, outcome->length, JSON_REJECT_DUPLICATES, NULL);
    fuzz_hold(json != NULL, "a report is JSON");
    json_decref(json);
    /* A report does not have these two members. */
    fuzz_hold(fuzz_append(outcome, error->message_is_raw ? "r" : "-", 1) &&
                  fuzz_append(outcome, error->message_cut ? "c" : "-", 1),
              "a report has room");
}

/* Checks the members that every answer has. */
static void check_face(const fuzz_how *how, const expect_sent *sent, const void *answer,
                       const dsi_service_error *error)
{
    model_message message = model_of(how->message);
    const char *bytes = answer;
    dsi_string request_id;
    int status;

    memcpy(&status, bytes + message.operation->answer.status, sizeof status);
    memcpy(&request_id, bytes + message.operation->answer.request_id,
           sizeof request_id);
    fuzz_hold(status == sent->head->status, "an answer has the status that was sent");
    fuzz_hold(dsi_string_equal(request_id, error->request_id),
              "answer and error have one request id");
}

static void decode(const fuzz_how *how, const expect_sent *sent, fuzz_outcome *outcome)
{
    fuzz_block block = fuzz_take_block(how);
    dsi_message_options options = {.decode = how->options, .head = *sent->head};
    const dsi_service_error *error;
    dsi_answer_head head;
    dsi_decoder *decoder;
    const void *answer;

    options.items.take = how->streamed ? refuse_item : NULL;
    decoder = dsi_message_begin(how->message, block.memory, block.size, &options, NULL);
    fuzz_hold(decoder != NULL, "any answer can be begun");
    check_fed(how, sent, fuzz_feed(decoder, sent->body, sent->length, how->chunk));
    answer = dsi_message_finish(how->message, decoder, NULL);
    fuzz_hold(answer != NULL, "an error answer is always decoded");
    error = dsi_message_error(how->message, answer);
    fuzz_hold(error != NULL, "an answer that is not 2xx is a service error");
    check_face(how, sent, answer, error);
    expect_error(sent, error);
    head = dsi_message_answer_head(how->message, answer);
    expect_forwarded(sent, error, &head);
    check_report(error, outcome);
    free(block.own);
}

/* Decodes at once, byte by byte, and in chunks of an odd size. */
static void check_chunks(fuzz_how how, const expect_sent *sent)
{
    static fuzz_outcome whole;
    static fuzz_outcome cut;
    size_t chunks[] = {1, how.chunk | 1};

    how.chunk = 0;
    decode(&how, sent, &whole);
    for (size_t i = 0; i < COUNT(chunks); i++) {
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

    how.message = fuzz_response(how.message);
    head_make(&input, &made);
    if (made.received.status >= 200 && made.received.status <= 299) {
        made.received.status += 300;
    }
    sent = (expect_sent){.head = &made.received,
                         .body = input.data,
                         .length = input.size < BODY_MAX ? input.size : BODY_MAX,
                         .max_bytes = how.options.limits.max_bytes,
                         .errors = model_of(how.message).operation->errors};
    check_chunks(how, &sent);
    head_free(&made);
    return 0;
}
