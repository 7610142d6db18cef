/*
 * G8, G9: whatever is in a struct, its encoding is refused for one of the documented
 * reasons, at its place, or is JSON for an independent parser, with the struct's values
 * in the model's order, and decodes back to an equal struct; through a buffer, a sink
 * and a source alike.
 */
#include "fuzz/judge.h"
#include "fuzz/message.h"
#include "fuzz/same.h"

#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------- the encoding */

/* What a sink got; it says stop behind `room` bytes. */
typedef struct written {
    char *bytes;
    size_t capacity;
    size_t length;
    size_t room;
    bool stopped;
} written;

static void grow(written *to, size_t capacity)
{
    char *bytes = fuzz_memory(capacity);

    if (to->length > 0) {
        memcpy(bytes, to->bytes, to->length);
    }
    free(to->bytes);
    to->bytes = bytes;
    to->capacity = capacity;
}

static bool take(void *context, const char *bytes, size_t length)
{
    written *to = context;

    fuzz_hold(!to->stopped, "a sink that said stop is not called again");
    if (length > to->room - to->length) {
        to->stopped = true;
        return false;
    }
    if (to->length + length > to->capacity) {
        grow(to, 2 * (to->length + length));
    }
    memcpy(to->bytes + to->length, bytes, length);
    to->length += length;
    return true;
}

static void check_refused(const verdict *expected, const dsi_error *error)
{
    fuzz_hold(error->code == expected->code, "the code says why it is refused");
    fuzz_hold(strcmp(error->path, expected->path) == 0, "the path says where");
    fuzz_hold(error->offset == expected->offset, "the offset says where in the text");
    fuzz_hold(error->actual == 0 &&
                  error->limit ==
                      (error->code == DSI_E_MAX_DEPTH ? DSI_MAX_DEPTH_MAX : 0),
              "the numbers are the code's");
}

static void check_text(const message *made, const written *text, bool nulls)
{
    json_t *json = json_loadb(text->bytes, text->length,
                              JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
    dsi_error error;
    const void *again = message_decode(made, text->bytes, text->length, &error);

    fuzz_hold(json != NULL, "what is encoded is JSON");
    fuzz_hold(same_json(made->shape, made->body, json, nulls),
              "the JSON has the struct's values");
    json_decref(json);
    fuzz_hold(again != NULL, "what is encoded can be decoded");
    fuzz_hold(same_struct(made->shape, made->body, again), "it decodes to the struct");
}

/* Encodes into a buffer of just the right size, and into one that is too small. */
static void check_buffer(const message *made, const written *text)
{
    dsi_error error;
    char *exact = fuzz_memory(text->length);
    char *small = fuzz_memory(text->length - 1);

    fuzz_hold(message_size(made, &error) == text->length && error.code == DSI_OK,
              "the size is what a sink gets");
    fuzz_hold(message_encode(made, exact, text->length, &error) == text->length &&
                  error.code == DSI_OK && memcmp(exact, text->bytes, text->length) == 0,
              "a buffer gets what a sink gets");
    fuzz_hold(message_encode(made, small, text->length - 1, &error) == 0,
              "a buffer can be too small");
    if (made->kind != MESSAGE_GET_REQUEST) {
        fuzz_hold(error.code == DSI_E_BUFFER_SIZE && error.actual == text->length &&
                      error.limit == text->length - 1,
                  "the size that is needed is told");
    }
    free(exact);
    free(small);
}

/* A sink that stops anywhere has got the first part of the text. */
static void check_stop(const message *made, const written *text, size_t room)
{
    written part = {.room = room};
    dsi_sink sink = {.write = take, .context = &part};
    dsi_error error;
    bool done = message_write(made, &sink, NULL, &error);

    fuzz_hold(done == (room >= text->length), "a sink that stops is heard");
    fuzz_hold(error.code == (done ? DSI_OK : DSI_E_SINK), "a sink's stop has its code");
    fuzz_hold(
        part.length <= text->length &&
            (part.length == 0 || memcmp(part.bytes, text->bytes, part.length) == 0),
        "a sink gets the text from its start");
    free(part.bytes);
}

typedef struct next_of {
    const dsi_models *models;
    size_t next;
} next_of;

static bool next_model(void *context, const dsi_model **model)
{
    next_of *from = context;

    *model = from->next < from->models->count ? &from->models->items[from->next++]
                                              : NULL;
    return true;
}

/* Models that come one by one are written as those in memory. */
static void check_source(const message *made, const written *text)
{
    const dsi_introspection_result *result =
        made->of.get_answer.output.introspection_result;
    dsi_introspection_result rest;
    dsi_get_answer answer = made->of.get_answer;
    written streamed = {.room = SIZE_MAX};
    dsi_sink sink = {.write = take, .context = &streamed};

    if (made->shape != &shape_get_response || result == NULL ||
        result->models.items == NULL) {
        return;
    }
    rest = (dsi_introspection_result){.next_token = result->next_token};
    answer.output.introspection_result = &rest;
    fuzz_hold(dsi_get_answer_write_models(
                  &answer,
                  &(dsi_model_source){.next = next_model,
                                      .context = &(next_of){.models = &result->models}},
                  &sink, NULL, NULL),
              "models can come one by one");
    fuzz_hold(streamed.length == text->length &&
                  memcmp(streamed.bytes, text->bytes, text->length) == 0,
              "models that come one by one give the same text");
    free(streamed.bytes);
}

/* ---------------------------------------------------------------------- the target */

static void check_target(const dsi_get_request *request)
{
    static char expected[DSI_GET_TARGET_MAX(MAKE_TEXT_MAX, MAKE_TEXT_MAX)];
    verdict found = judge_target(request, expected);
    dsi_error error;
    size_t size = dsi_get_request_target_size(request, &error);
    char *target = fuzz_memory(size + 1);

    if (found.code != DSI_OK) {
        check_refused(&found, &error);
        fuzz_hold(size == 0, "what has no target has no size");
        fuzz_hold(dsi_get_request_target(request, target, 1, &error) == 0,
                  "what has no size has no target");
        check_refused(&found, &error);
    } else {
        fuzz_hold(size == strlen(expected), "the target's size is right");
        fuzz_hold(dsi_get_request_target(request, target, size + 1, &error) == size &&
                      strcmp(target, expected) == 0,
                  "the target is the canonical one");
        fuzz_hold(dsi_get_request_target(request, target, size, &error) == 0 &&
                      error.code == DSI_E_BUFFER_SIZE && error.actual == size + 1,
                  "the room that a target needs is told");
    }
    free(target);
}

/* ----------------------------------------------------------------------- one input */

static void check_accepted(const message *made, const written *text, size_t room)
{
    check_text(made, text, false);
    check_buffer(made, text);
    check_stop(made, text, room % (text->length + 2));
    check_source(made, text);
}

/* With nulls, with indentation: the same values, and the same struct. */
static void check_options(const message *made, const dsi_encode_options *options,
                          const verdict *expected)
{
    written text = {.room = SIZE_MAX};
    dsi_sink sink = {.write = take, .context = &text};
    dsi_error error;

    if (message_write(made, &sink, options, &error)) {
        fuzz_hold(expected->code == DSI_OK, "options accept no more");
        check_text(made, &text, options->nulls);
    } else {
        check_refused(expected, &error);
    }
    free(text.bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_input input = {.data = data, .size = size};
    uint8_t rules = fuzz_byte(&input);
    size_t room = fuzz_number(&input);
    dsi_encode_options options = {.nulls = (rules & 1) != 0,
                                  .pretty = (rules & 2) != 0};
    written text = {.room = SIZE_MAX};
    dsi_sink sink = {.write = take, .context = &text};
    verdict expected = {.code = DSI_E_ARGUMENT};
    dsi_error error;
    message made;

    message_make(&input, &made);
    if (made.body != NULL) {
        expected = judge_body(made.shape, made.body);
    }
    if (message_write(&made, &sink, NULL, &error)) {
        fuzz_hold(expected.code == DSI_OK, "what cannot be encoded is refused");
        check_accepted(&made, &text, room);
    } else {
        check_refused(&expected, &error);
        fuzz_hold(message_size(&made, &error) == 0, "what is refused has no size");
        check_refused(&expected, &error);
    }
    if (rules % 4 != 0) {
        check_options(&made, &options, &expected);
    }
    if (made.kind == MESSAGE_GET_REQUEST) {
        check_target(&made.of.get_request);
    }
    free(text.bytes);
    make_free();
    return 0;
}
