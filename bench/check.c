/*
 * bench/check.c - compares what a contestant makes with what it should make.
 *
 * A struct is compared twice: by the bytes that dsi's encoder writes for it, and by
 * tests/model, which does not use dsi's tables. An answer that is encoded must have the
 * bytes that dsi writes through yajl.
 */
#include "check.h"

#include <stdlib.h>

#include "tests/model/items.h"
#include "text.h"

/* ----------------------------------------------- compared by dsi's own encoder */

static bool check_texts(bool written, bench_text *left, bench_text *right)
{
    bool same = written && left->length == right->length &&
                memcmp(left->data, right->data, left->length) == 0;

    bench_text_free(left);
    bench_text_free(right);
    return same;
}

static bool check_encoded(const char *name, const void *one, const void *other)
{
    const dsi_message *message = dsi_message_find(dsi_str(name));
    bench_text left = {.data = NULL};
    bench_text right = {.data = NULL};
    dsi_sink to_left = bench_text_sink(&left);
    dsi_sink to_right = bench_text_sink(&right);
    bool written = dsi_message_write(message, one, &to_left, NULL, NULL) &&
                   dsi_message_write(message, other, &to_right, NULL, NULL);

    return check_texts(written, &left, &right);
}

static bool check_encoded_model(const dsi_model *one, const dsi_model *other)
{
    bench_text left = {.data = NULL};
    bench_text right = {.data = NULL};
    dsi_sink to_left = bench_text_sink(&left);
    dsi_sink to_right = bench_text_sink(&right);
    bool written = dsi_model_write(one, &to_left, NULL, NULL) &&
                   dsi_model_write(other, &to_right, NULL, NULL);

    return check_texts(written, &left, &right);
}

/* --------------------------------------------- compared by an account of the model */

/* Compares kind and status of an answer. */
static bool check_face(const model_answer *places, const void *one, const void *other)
{
    const char *left = one;
    const char *right = other;

    return memcmp(left + places->kind, right + places->kind, sizeof(dsi_answer_kind)) ==
               0 &&
           memcmp(left + places->status, right + places->status, sizeof(int)) == 0;
}

static bool check_same(const char *name, const void *one, const void *other)
{
    model_message message = model_find(name);

    return (message.is_request || check_face(&message.operation->answer, one, other)) &&
           value_same(message.shape, (const char *)one + message.offset,
                      (const char *)other + message.offset) &&
           check_encoded(name, one, other);
}

/* The same for answers whose models are compared one by one. */
static bool check_rest(const dsi_get_answer *one, const dsi_get_answer *other)
{
    static const value_list none = {.items = NULL};
    model_message message = model_find("get-response");
    items_copy left = items_replace(&message, one, &none);
    items_copy right = items_replace(&message, other, &none);
    bool same = left.answer != NULL && right.answer != NULL &&
                check_same("get-response", left.answer, right.answer);

    items_free(&left);
    items_free(&right);
    return same;
}

/* ----------------------------------------------------------------------- models */

/* The models that are expected, and how many have come. */
typedef struct check_models {
    const dsi_models *due;
    size_t taken;
    bool different;
} check_models;

static bool check_take(void *context, const dsi_model *model)
{
    check_models *models = context;
    const dsi_model *due = &models->due->items[models->taken];
    bool same = models->taken < models->due->count &&
                value_same(model_shape_named("DataSourceIntrospectionModel"), due,
                           model) &&
                check_encoded_model(due, model);

    models->taken++;
    models->different = !same;
    return same;
}

/* ---------------------------------------------------------------------- results */

static bool check_bytes(dsi_string bytes, const dsi_start_request *due)
{
    unsigned char *block = malloc(DSI_DECODER_SIZE_DEFAULT);
    dsi_decoder *decoder = dsi_start_request_begin(block, DSI_DECODER_SIZE_DEFAULT,
                                                   NULL, NULL);
    const dsi_start_request *made;
    bool same;

    dsi_feed(decoder, bytes.data, bytes.length); /* NULL if there is no memory */
    made = dsi_start_request_finish(decoder, NULL);
    same = made != NULL && check_same("start-request", due, made);
    free(block);
    return same;
}

static bool check_result(unsigned traits, const bench_input *input,
                         const bench_result *result, const check_models *models)
{
    if ((traits & BENCH_RAW) != 0) {
        return true;
    }
    switch (input->work) {
    case BENCH_DECODE_REQUEST:
        return check_same("start-request", input->request, result->request);
    case BENCH_DECODE_START:
        return check_same("start-response", input->start, result->start);
    case BENCH_DECODE_GET:
        return input->get != NULL &&
               ((traits & BENCH_GIVES_AWAY) != 0
                    ? models->taken == models->due->count &&
                          check_rest(input->get, result->get)
                    : check_same("get-response", input->get, result->get));
    case BENCH_ENCODE_REQUEST:
        return check_bytes(result->bytes, input->request);
    case BENCH_ENCODE_GET:
        return dsi_string_equal(result->bytes, input->body);
    case BENCH_VALIDATE:
    case BENCH_MATCH:
        return result->matches == input->matches;
    }
    return false;
}

static bench_verdict check_run(const bench_contestant *contestant,
                               const bench_input *input, void *state,
                               const check_models *models)
{
    bench_result result = {.request = NULL};
    bench_verdict verdict = BENCH_GOOD;
    bool accepted = contestant->run(state, &result);

    if (models->different ||
        (accepted && !check_result(contestant->traits, input, &result, models))) {
        verdict = BENCH_DIFFERENT;
    } else if (!accepted) {
        verdict = BENCH_REFUSED;
    }
    if (contestant->release != NULL) {
        contestant->release(state);
    }
    return verdict;
}

bench_verdict bench_check(const bench_contestant *contestant, const bench_input *input)
{
    static const dsi_models none = {.items = NULL};
    const dsi_get_answer *get = input->get;
    check_models models = {
        .due = get != NULL ? &get->output.introspection_result->models : &none};
    dsi_model_sink watch = {.take = check_take, .context = &models};
    bench_input watched = *input;
    bench_verdict verdict;
    void *state;

    watched.watch = &watch;
    state = contestant->open(&watched);
    if (state == NULL) {
        return BENCH_REFUSED;
    }
    verdict = check_run(contestant, input, state, &models);
    contestant->close(state);
    return verdict;
}
