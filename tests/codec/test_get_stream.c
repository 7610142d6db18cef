/*
 * Models that are handed over one by one: when, how many, and what the outcome then
 * has. The models themselves are compared by the vectors of Get, kept and streamed.
 */
#include <string.h>

#include "tests/codec/page.h"
#include "tests/support.h"

static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

static const dsi_get_answer *take_all(page_taker *taker, const char *text, size_t chunk,
                                      dsi_error *error)
{
    dsi_decoder *decoder = page_begin(block, sizeof block, taker, NULL);

    taker->count = 0;
    (void)feed_by(decoder, text, strlen(text), chunk);
    return dsi_get_answer_finish(decoder, error);
}

/* -------------------------------------------------------------------------- when */

typedef struct piece {
    const char *text;
    bool model; /* its last byte is a model's closing brace */
} piece;

static const piece pieces[] = {
    {"{\"introspectionId\":\"}\",\"x\":[{},{}],\"introspectionResult\":{\"models\":",
     false},
    {"[null,{}", true},
    {",{\"name\":\"}\"}", true},
    {"\n, null , {\"sdl\":\"\\\"}\\\\\"\t}", true},
    {",{\"fields\":[{\"type\":{\"type\":{}}},{}],\"primaryKey\":{},\"indexes\":[{}]}",
     true},
    {",{\"x\":{\"y\":{\"name\":\"no\"}}}", true},
    {",{\"x\":1}", true},
    {",{\"x\":-0.5e+7}", true},
    {",{\"x\":true}", true},
    {",{\"name\":null}", true},
    {"],\"nextToken\":\"}\",\"y\":{}},\"z\":{\"models\":[{}]}}", false},
};

/* A model is handed over exactly when its closing brace is fed. */
START_TEST(models_are_taken_at_their_brace)
{
    page_taker taker = {.stop_at = SIZE_MAX};
    dsi_decoder *decoder = page_begin(block, sizeof block, &taker, NULL);
    size_t expected = 0;

    for (size_t i = 0; i < COUNT(pieces); i++) {
        size_t length = strlen(pieces[i].text);

        for (size_t at = 0; at < length; at++) {
            ck_assert(dsi_feed(decoder, pieces[i].text + at, 1));
            expected += pieces[i].model && at + 1 == length;
            ck_assert_msg(taker.count == expected, "%s, byte %zu: %zu models",
                          pieces[i].text, at, taker.count);
        }
    }
    ck_assert_uint_eq(dsi_get_answer_finish(decoder, NULL)->models_taken, expected);
    ck_assert_uint_eq(taker.count, expected); /* finish hands over none */
}
END_TEST

/* ------------------------------------------------------------------- the outcome */

#define ID "\"introspectionId\":\"i\""
#define STATUS "\"introspectionStatus\":\"SUCCESS\""
#define DETAIL "\"introspectionStatusDetail\":\"d\""
#define TOKEN "\"nextToken\":\"t\""

typedef struct outcome_row {
    const char *text;
    size_t taken;
    size_t dropped;
    bool result;
    bool token;
} outcome_row;

static const outcome_row outcomes[] = {
    {"{" ID "," STATUS "," DETAIL ",\"introspectionResult\":{" TOKEN
     ",\"models\":[{\"name\":\"a\"},{}]}}",
     2, 0, true, true},
    {"{\"introspectionResult\":{\"models\":[null,{\"name\":\"a\"},null]," TOKEN
     "}," DETAIL "," STATUS "," ID "}",
     1, 2, true, true},
    {"{" DETAIL ",\"introspectionResult\":{\"models\":[null,null]}," ID "," STATUS "}",
     0, 2, true, false},
    {"{" ID "," DETAIL ",\"introspectionResult\":{\"models\":[]," TOKEN "}," STATUS "}",
     0, 0, true, true},
    {"{" STATUS "," DETAIL ",\"introspectionResult\":{\"models\":null," TOKEN "}," ID
     "}",
     0, 0, true, true},
    {"{" STATUS "," DETAIL ",\"introspectionResult\":{}," ID "}", 0, 0, true, false},
    {"{" STATUS "," DETAIL ",\"introspectionResult\":null," ID "}", 0, 0, false, false},
};

/* Members before and after the models are in the outcome; the models are not. */
START_TEST(outcome_has_everything_but_the_models)
{
    const outcome_row *row = &outcomes[_i];

    for (size_t chunk = 1; chunk <= 31; chunk++) {
        page_taker taker = {.stop_at = SIZE_MAX};
        const dsi_get_answer *answer = take_all(&taker, row->text, chunk, NULL);
        const dsi_introspection_result *result = answer->output.introspection_result;

        ck_assert_str_eq(answer->output.introspection_id.data, "i");
        ck_assert_int_eq(answer->output.introspection_status.value, DSI_STATUS_SUCCESS);
        ck_assert_str_eq(answer->output.introspection_status_detail.data, "d");
        ck_assert_uint_eq(answer->models_taken, row->taken);
        ck_assert_uint_eq(taker.count, row->taken);
        ck_assert_int_eq(result != NULL, row->result);
        if (result != NULL) {
            ck_assert_ptr_null(result->models.items);
            ck_assert_uint_eq(result->models.count, 0);
            ck_assert_uint_eq(result->models.dropped, row->dropped);
            ck_assert_int_eq(result->next_token.data != NULL, row->token);
        }
    }
}
END_TEST

START_TEST(second_finish_is_the_same)
{
    page_taker taker = {.stop_at = SIZE_MAX};
    dsi_decoder *decoder = page_begin(block, sizeof block, &taker, NULL);
    const char *text = outcomes[0].text;
    const dsi_get_answer *answer;

    ck_assert(feed_by(decoder, text, strlen(text), 7));
    answer = dsi_get_answer_finish(decoder, NULL);
    ck_assert_ptr_eq(dsi_get_answer_finish(decoder, NULL), answer);
    ck_assert_uint_eq(answer->models_taken, 2);
}
END_TEST

/* ------------------------------------------------------------------------- errors */

typedef struct error_row {
    const char *name;
    const char *text;
    dsi_code code;
    size_t taken;
} error_row;

#define MODELS "{\"introspectionResult\":{\"models\":["

static const error_row errors[] = {
    {"in the first model", MODELS "{\"name\":5},{}]}}", DSI_E_TYPE, 0},
    {"in the third model", MODELS "{},{},{\"name\":5},{}]}}", DSI_E_TYPE, 2},
    {"a member of a model twice", MODELS "{},{\"sdl\":\"\",\"sdl\":\"\"}]}}",
     DSI_E_DUPLICATE, 1},
    {"an item that is not a model", MODELS "{},null,{},5]}}", DSI_E_TYPE, 2},
    {"between two models", MODELS "{},{},]}}", DSI_E_SYNTAX, 2},
    {"a bracket for a brace", MODELS "{},{]}}", DSI_E_SYNTAX, 1},
    {"a model that is cut short", MODELS "{},{},{\"name\":\"a\"", DSI_E_TRUNCATED, 2},
    {"cut after a model", MODELS "{},{}", DSI_E_TRUNCATED, 2},
    {"the models twice", MODELS "{},{}],\"models\":[{}]}}", DSI_E_DUPLICATE, 2},
    {"in the next token", MODELS "{}],\"nextToken\":5}}", DSI_E_TYPE, 1},
    {"in the status", MODELS "{}]},\"introspectionStatus\":5}", DSI_E_TYPE, 1},
    {"bytes after the end", MODELS "{}]}} x", DSI_E_TRAILING, 1},
    {"half a pair in a model", MODELS "{},{\"name\":\"\\ud800\"}]}}", DSI_E_SURROGATE,
     1},
};

/* The models before the error were handed over. Finish then reports the error. */
START_TEST(models_before_an_error_were_taken)
{
    const error_row *row = &errors[_i];

    for (size_t chunk = 1; chunk <= 31; chunk++) {
        page_taker taker = {.stop_at = SIZE_MAX};
        dsi_error error;

        ck_assert_ptr_null(take_all(&taker, row->text, chunk, &error));
        ck_assert_msg(error.code == row->code, "%s: %s", row->name,
                      dsi_code_name(error.code));
        ck_assert_msg(taker.count == row->taken, "%s: %zu taken", row->name,
                      taker.count);
    }
}
END_TEST

/* A service error has no models, whatever its body says. */
START_TEST(models_of_service_errors_are_not_taken)
{
    static const int statuses[] = {302, 400, 404, 500};
    static const char text[] = MODELS "{\"name\":\"no\"},{}]},\"message\":\"m\"}";
    page_taker taker = {.stop_at = SIZE_MAX};
    dsi_model_sink sink = {.take = page_take, .context = &taker};
    dsi_received_head head = {.status = statuses[_i]};
    dsi_decoder *decoder = dsi_get_answer_begin(block, sizeof block, &head, &sink, NULL,
                                                NULL);
    const dsi_get_answer *answer;

    ck_assert(feed_by(decoder, text, sizeof text - 1, 5));
    answer = dsi_get_answer_finish(decoder, NULL);
    ck_assert_int_eq(answer->kind, DSI_SERVICE_ERROR);
    ck_assert_str_eq(answer->error.message.data, "m");
    ck_assert_uint_eq(taker.count, 0);
    ck_assert_uint_eq(answer->models_taken, 0);
}
END_TEST

/*
 * Only models at their place in the answer are handed over, not similar members
 * elsewhere.
 */
START_TEST(models_elsewhere_are_not_taken)
{
    page_taker taker = {.stop_at = SIZE_MAX};
    const dsi_get_answer *answer = take_all(
        &taker,
        "{\"models\":[{}],\"x\":{\"introspectionResult\":{\"models\":[{}]}},"
        "\"introspectionResult\":{\"y\":{\"models\":[{}]},\"models\":[{\"models\":[{}]"
        ",\"introspectionResult\":{\"models\":[{},{}]}}]}}",
        3, NULL);

    ck_assert_uint_eq(answer->models_taken, 1);
    ck_assert_uint_eq(taker.count, 1);
}
END_TEST

SUITE(get_stream)
{
    Suite *suite = suite_create("get stream");

    add_test(suite, "models are taken at their brace", models_are_taken_at_their_brace);
    add_rows(suite, "outcome has everything but the models",
             outcome_has_everything_but_the_models, COUNT(outcomes));
    add_test(suite, "second finish is the same", second_finish_is_the_same);
    add_rows(suite, "models before an error were taken",
             models_before_an_error_were_taken, COUNT(errors));
    add_rows(suite, "models of service errors are not taken",
             models_of_service_errors_are_not_taken, 4);
    add_test(suite, "models elsewhere are not taken", models_elsewhere_are_not_taken);
    return suite;
}
