/* Models that are encoded one by one give the same bytes as a page in memory. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/codec/page.h"
#include "tests/support.h"

/* A source that gives the models of an array, and counts how often it is called. */
typedef struct array_source {
    const dsi_model *models;
    size_t count;
    size_t stop_at; /* SIZE_MAX: never */
    size_t asked;
} array_source;

static bool array_next(void *context, const dsi_model **model)
{
    array_source *source = context;
    size_t index = source->asked++;

    *model = index < source->count ? &source->models[index] : NULL;
    return index != source->stop_at;
}

#define MODELS_MAX 1000

static dsi_model_field field = {.name = TEXT_ROW("f"), .length = {true, 1}};
static dsi_model models[MODELS_MAX];
static char names[MODELS_MAX][24];
static char expected[MODELS_MAX * 512];
static char bytes[MODELS_MAX * 512];

/* All models are different, so a wrong one is noticed. */
static void make_models(size_t count)
{
    for (size_t i = 0; i < count; i++) {
        (void)snprintf(names[i], sizeof *names, "%zu", i);
        models[i] = (dsi_model){
            .name = dsi_str(i % 5 == 0 ? NULL : names[i]),
            .fields = {.items = i % 2 == 0 ? NULL : &field, .count = i % 4 == 3},
            .sdl = dsi_str(i % 3 == 0 ? names[i] : NULL)};
    }
}

static dsi_get_answer answer_with(dsi_introspection_result *result)
{
    return (dsi_get_answer){
        .kind = DSI_OUTPUT,
        .output = {.introspection_id = TEXT("i"),
                   .introspection_status = {.text = TEXT("SUCCESS")},
                   .introspection_result = result}};
}

static const size_t counts[] = {0, 1, 2, 25, MODELS_MAX};

static const dsi_encode_options forms[] = {
    {.nulls = false}, {.nulls = true}, {.pretty = true}, {true, true}};

START_TEST(source_writes_what_the_page_writes)
{
    size_t count = counts[_i];
    dsi_introspection_result kept = {.models = {.items = models, .count = count},
                                     .next_token = TEXT("t")};
    dsi_introspection_result none = {.next_token = TEXT("t")};
    dsi_get_answer whole = answer_with(&kept);
    dsi_get_answer rest = answer_with(&none);

    make_models(count);
    for (size_t i = 0; i < COUNT(forms); i++) {
        gathered want = {.bytes = expected, .capacity = sizeof expected};
        gathered got = {.bytes = bytes, .capacity = sizeof bytes};
        dsi_sink want_sink = {.write = gather, .context = &want};
        dsi_sink got_sink = {.write = gather, .context = &got};
        array_source array = {.models = models, .count = count, .stop_at = SIZE_MAX};
        dsi_model_source source = {.next = array_next, .context = &array};

        ck_assert(dsi_get_answer_write(&whole, &want_sink, &forms[i], NULL));
        ck_assert(
            dsi_get_answer_models_write(&rest, &source, &got_sink, &forms[i], NULL));
        ck_assert(gathered_same(&got, want.bytes, want.length));
        ck_assert_uint_eq(array.asked, count + 1);
    }
}
END_TEST

START_TEST(source_can_stop_at_any_model)
{
    dsi_introspection_result result = {.next_token = TEXT("t")};
    dsi_get_answer answer = answer_with(&result);
    char path[64];

    make_models(25);
    for (size_t stop = 0; stop <= 25; stop++) { /* at 25 it stops in place of the end */
        gathered text = {.bytes = bytes, .capacity = sizeof bytes};
        dsi_sink sink = {.write = gather, .context = &text};
        array_source array = {.models = models, .count = 25, .stop_at = stop};
        dsi_model_source source = {.next = array_next, .context = &array};
        dsi_error error;

        ck_assert(!dsi_get_answer_models_write(&answer, &source, &sink, NULL, &error));
        ck_assert_int_eq(error.code, DSI_E_STOPPED);
        (void)snprintf(path, sizeof path, "/introspectionResult/models/%zu", stop);
        ck_assert_str_eq(error.path, path);
        ck_assert_uint_eq(array.asked, stop + 1);
    }
}
END_TEST

/* A sink that refuses one piece, and notes how often the source was called by then. */
typedef struct failing_sink {
    size_t calls_left;
    size_t calls;
    const array_source *source;
    size_t asked;
} failing_sink;

static bool failing_write(void *context, const char *piece, size_t length)
{
    failing_sink *sink = context;

    (void)piece;
    (void)length;
    sink->calls++;
    sink->asked = sink->source->asked;
    return sink->calls_left-- > 0;
}

/* After the sink refused a piece, the source is not called again. */
START_TEST(source_is_not_called_after_a_sink_failed)
{
    dsi_introspection_result result = {.next_token = TEXT("t")};
    dsi_get_answer answer = answer_with(&result);
    bool done = false;
    dsi_error error;

    make_models(6);
    for (size_t good = 0; !done; good++) {
        array_source array = {.models = models, .count = 6, .stop_at = SIZE_MAX};
        dsi_model_source source = {.next = array_next, .context = &array};
        failing_sink failing = {.calls_left = good, .source = &array};
        dsi_sink sink = {.write = failing_write, .context = &failing};

        done = dsi_get_answer_models_write(&answer, &source, &sink, NULL, &error);
        if (!done) {
            ck_assert_int_eq(error.code, DSI_E_SINK);
            ck_assert_uint_eq(failing.calls, good + 1);
            ck_assert_uint_eq(array.asked, failing.asked);
        }
    }
    ck_assert_int_eq(error.code, DSI_OK);
}
END_TEST

/* A source that looks into the sink each time it is called. */
typedef struct watching_source {
    array_source array;
    const gathered *written;
    size_t braces; /* opening braces found at the last call */
} watching_source;

static bool watching_next(void *context, const dsi_model **model)
{
    watching_source *source = context;
    size_t found = 0;

    for (size_t i = 0; i < source->written->length; i++) {
        found += source->written->bytes[i] == '{';
    }
    ck_assert_uint_ge(found, 2 + source->array.asked); /* of answer, result and items */
    source->braces = found;
    return array_next(&source->array, model);
}

/*
 * As dsi/encode.h promises: everything before an item is written before the source is
 * called for it.
 */
START_TEST(everything_is_written_before_the_source_is_called)
{
    dsi_introspection_result result = {.next_token = TEXT("t")};
    dsi_get_answer answer = answer_with(&result);
    gathered text = {.bytes = bytes, .capacity = sizeof bytes};
    dsi_sink sink = {.write = gather, .context = &text};
    watching_source watching = {
        .array = {.models = models, .count = 3, .stop_at = SIZE_MAX}, .written = &text};
    dsi_model_source source = {.next = watching_next, .context = &watching};

    make_models(3);
    ck_assert(dsi_get_answer_models_write(&answer, &source, &sink, NULL, NULL));
    ck_assert_uint_ge(watching.braces, 5);
}
END_TEST

/* The model at `index` of 25 cannot be encoded, so no later one is asked for. */
static void check_bad_model(size_t index, dsi_error *error)
{
    dsi_introspection_result result = {.next_token = TEXT("t")};
    dsi_get_answer answer = answer_with(&result);
    array_source array = {.models = models, .count = 25, .stop_at = SIZE_MAX};
    dsi_model_source source = {.next = array_next, .context = &array};
    gathered text = {.bytes = bytes, .capacity = sizeof bytes};
    dsi_sink sink = {.write = gather, .context = &text};

    ck_assert(!dsi_get_answer_models_write(&answer, &source, &sink, NULL, error));
    ck_assert_uint_eq(array.asked, index + 1);
}

START_TEST(bad_text_in_a_model_is_refused)
{
    dsi_error error;

    make_models(25);
    models[17].sdl = TEXT("abc\xed\xa0\x80");
    check_bad_model(17, &error);
    ck_assert_int_eq(error.code, DSI_E_UTF8);
    ck_assert_uint_eq(error.offset, 3);
    ck_assert_str_eq(error.path, "/introspectionResult/models/17/sdl");
}
END_TEST

START_TEST(endless_type_in_a_model_is_refused)
{
    dsi_model_field_type endless = {.kind = TEXT("List")};
    dsi_model_field bad = {.type = &endless};
    dsi_error error;

    endless.type = &endless;
    make_models(25);
    models[3].fields = (dsi_model_fields){.items = &bad, .count = 1};
    check_bad_model(3, &error);
    ck_assert_int_eq(error.code, DSI_E_MAX_DEPTH);
    ck_assert_uint_eq(error.limit, DSI_MAX_DEPTH_MAX);
}
END_TEST

/* A proxy encodes the rest of a streamed answer as it was decoded. */
START_TEST(streamed_answer_can_be_written_as_it_is)
{
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    gathered page = page_make(2);
    page_taker taker = {.stop_at = SIZE_MAX};
    dsi_decoder *decoder = page_begin(block, sizeof block, &taker, NULL);
    array_source array = {.models = models, .count = 0, .stop_at = SIZE_MAX};
    dsi_model_source source = {.next = array_next, .context = &array};
    gathered text = {.bytes = bytes, .capacity = sizeof bytes};
    dsi_sink sink = {.write = gather, .context = &text};
    static const char empty[] =
        "{\"introspectionResult\":{\"models\":[],\"nextToken\":\"next\"}}";

    ck_assert(feed_by(decoder, page.bytes, page.length, 100));
    ck_assert(dsi_get_answer_models_write(dsi_get_answer_finish(decoder, NULL), &source,
                                          &sink, NULL, NULL));
    ck_assert(gathered_same(&text, empty, sizeof empty - 1));
    free(page.bytes);
}
END_TEST

/* -------------------------------------------------------------------------- misuse */

static void check_refused(const dsi_get_answer *answer, const dsi_model_source *source,
                          const dsi_sink *sink, const char *why)
{
    dsi_error error = {.code = DSI_OK};

    ck_assert_msg(!dsi_get_answer_models_write(answer, source, sink, NULL, &error),
                  "%s", why);
    ck_assert_msg(error.code == DSI_E_ARGUMENT, "%s: %s", why,
                  dsi_code_name(error.code));
    ck_assert(!dsi_get_answer_models_write(answer, source, sink, NULL, NULL));
}

START_TEST(wrong_arguments_are_refused)
{
    dsi_model none;
    dsi_introspection_result result = {.next_token = TEXT("t")};
    dsi_introspection_result empty = {.models = {.items = &none}};
    dsi_introspection_result full = {.models = {.items = models, .count = 1}};
    dsi_get_answer good = answer_with(&result);
    dsi_get_answer failed = good;
    dsi_get_answer kindless = good;
    array_source array = {.models = models, .count = 1, .stop_at = SIZE_MAX};
    dsi_model_source source = {.next = array_next, .context = &array};
    dsi_model_source no_next = {.context = &array};
    gathered text = {.bytes = bytes, .capacity = sizeof bytes};
    dsi_sink sink = {.write = gather, .context = &text};
    dsi_sink no_write = {.context = &text};

    failed.kind = DSI_SERVICE_ERROR;
    kindless.kind = 0;
    check_refused(NULL, &source, &sink, "no answer");
    check_refused(&failed, &source, &sink, "an error has no models");
    check_refused(&kindless, &source, &sink, "neither output nor error");
    check_refused(&(dsi_get_answer){.kind = DSI_OUTPUT}, &source, &sink, "no result");
    check_refused(&(dsi_get_answer){.kind = DSI_OUTPUT,
                                    .output = {.introspection_result = &full}},
                  &source, &sink, "models in the result and from a source");
    check_refused(&(dsi_get_answer){.kind = DSI_OUTPUT,
                                    .output = {.introspection_result = &empty}},
                  &source, &sink, "an empty list is not absent");
    check_refused(&good, NULL, &sink, "no source");
    check_refused(&good, &no_next, &sink, "a source without a function");
    check_refused(&good, &source, NULL, "no sink");
    check_refused(&good, &source, &no_write, "a sink without a function");
    ck_assert_uint_eq(array.asked, 0);
    ck_assert_uint_eq(text.length, 0);
}
END_TEST

SUITE(get_source)
{
    Suite *suite = suite_create("get source");

    add_rows(suite, "source writes what the page writes",
             source_writes_what_the_page_writes, COUNT(counts));
    add_test(suite, "everything is written before the source is called",
             everything_is_written_before_the_source_is_called);
    add_test(suite, "source can stop at any model", source_can_stop_at_any_model);
    add_test(suite, "source is not called after a sink failed",
             source_is_not_called_after_a_sink_failed);
    add_test(suite, "bad text in a model is refused", bad_text_in_a_model_is_refused);
    add_test(suite, "endless type in a model is refused",
             endless_type_in_a_model_is_refused);
    add_test(suite, "streamed answer can be written as it is",
             streamed_answer_can_be_written_as_it_is);
    add_test(suite, "wrong arguments are refused", wrong_arguments_are_refused);
    return suite;
}
