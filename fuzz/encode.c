/*
 * fuzz/encode.c - G8, G9: whatever is in a struct, dsi either refuses it or encodes it.
 *
 * A refusal has a documented code and the place of the first value that JSON cannot
 * hold. Otherwise an independent parser reads the JSON, with the struct's values in the
 * model's order, and it decodes to an equal struct. Buffer, sink and source give the
 * same bytes.
 */
#include "fuzz/fuzz.h"
#include "fuzz/judge.h"
#include "fuzz/message.h"
#include "fuzz/oracle.h"
#include "fuzz/same.h"
#include "tests/model/items.h"

#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------- the encoding */

/* What a sink got. It stops the encoder after `room` bytes. */
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

/* The text must be JSON with the struct's values, and decode to an equal struct. */
static void check_text(const message *made, const written *text, bool nulls)
{
    json_t *json = oracle_load(text->bytes, text->length, JSON_REJECT_DUPLICATES, NULL);
    dsi_error error;
    const void *again = message_decode(made, text->bytes, text->length, &error);

    fuzz_hold(json != NULL, "what is encoded is JSON");
    fuzz_hold(same_json(made->shape, made->body, json, nulls),
              "the JSON has the struct's values");
    json_decref(json);
    fuzz_hold(again != NULL, "what is encoded can be decoded");
    fuzz_hold(value_decoded(made->shape, made->body, again),
              "it decodes to the struct");
}

/* Encodes into a buffer of just the right size, and into one that is too small. */
static void check_buffer(const message *made, const written *text)
{
    const model_typed *typed = made->account.typed;
    dsi_error error;
    char *exact;
    char *small;

    if (typed->encode == NULL) {
        return; /* a request without a body */
    }
    exact = fuzz_memory(text->length);
    small = fuzz_memory(text->length - 1);
    fuzz_hold(typed->size(made->object, &error) == text->length && error.code == DSI_OK,
              "the size is what a sink gets");
    fuzz_hold(typed->encode(made->object, exact, text->length, &error) ==
                      text->length &&
                  error.code == DSI_OK && memcmp(exact, text->bytes, text->length) == 0,
              "a buffer gets what a sink gets");
    fuzz_hold(typed->encode(made->object, small, text->length - 1, &error) == 0 &&
                  error.code == DSI_E_BUFFER_SIZE && error.actual == text->length &&
                  error.limit == text->length - 1,
              "an error of a small buffer has the size that is needed");
    free(exact);
    free(small);
}

/* A sink that stops anywhere has got the beginning of the text. */
static void check_stop(const message *made, const written *text, size_t room)
{
    written part = {.room = room};
    dsi_sink sink = {.write = take, .context = &part};
    dsi_error error;
    bool done = made->account.typed->write(made->object, &sink, NULL, &error);

    fuzz_hold(done == (room >= text->length), "a sink that stops is heard");
    fuzz_hold(error.code == (done ? DSI_OK : DSI_E_SINK), "a sink's stop has its code");
    fuzz_hold(
        part.length <= text->length &&
            (part.length == 0 || memcmp(part.bytes, text->bytes, part.length) == 0),
        "a sink gets the text from its start");
    free(part.bytes);
}

/* A source's context: the items, and which comes next. */
typedef struct next_of {
    const items_copy *from;
    size_t next;
} next_of;

static const void *next_item(void *context)
{
    next_of *self = context;
    const value_list *list = &self->from->before;

    return self->next < list->count ? value_item(self->from->shape, list, self->next++)
                                    : NULL;
}

/* Items from a source must be written as the same items in memory are. */
static void check_source(const message *made, const written *text)
{
    written streamed = {.room = SIZE_MAX};
    dsi_sink sink = {.write = take, .context = &streamed};
    next_of context = {.next = 0};
    model_source source = {.next = next_item, .context = &context};
    items_copy copy;

    if (made->account.typed->write_items == NULL ||
        made->shape != made->account.shape) {
        return;
    }
    copy = items_replace(&made->account, made->object, NULL);
    context.from = &copy;
    if (copy.answer != NULL && copy.before.items != NULL) {
        fuzz_hold(made->account.typed->write_items(copy.answer, &source, &sink, NULL),
                  "items can come one by one");
        fuzz_hold(streamed.length == text->length &&
                      memcmp(streamed.bytes, text->bytes, text->length) == 0,
                  "items that come one by one give the same text");
    }
    items_free(&copy);
    free(streamed.bytes);
}

/* ---------------------------------------------------------------------- the target */

/* Room for a target in which each byte of a text is an escape. */
#define TARGET_MAX (3 * MAKE_ROOM + 4096)

typedef size_t build_fn(const message *made, char *buffer, size_t capacity,
                        dsi_error *error);

static size_t build(const message *made, char *buffer, size_t capacity,
                    dsi_error *error)
{
    return dsi_message_target_encode(made->message, made->object, buffer, capacity,
                                     error);
}

static size_t build_typed(const message *made, char *buffer, size_t capacity,
                          dsi_error *error)
{
    return made->account.typed->target(made->object, buffer, capacity, error);
}

static void check_built(const message *made, build_fn *builds, const char *expected)
{
    size_t size = strlen(expected);
    char *target = fuzz_memory(size + 1);
    dsi_error error;

    fuzz_hold(builds(made, target, size + 1, &error) == size &&
                  strcmp(target, expected) == 0,
              "the target is the canonical one");
    fuzz_hold(builds(made, target, size, &error) == 0 &&
                  error.code == DSI_E_BUFFER_SIZE && error.actual == size + 1,
              "an error of a small room has the size that is needed");
    free(target);
}

/*
 * The target must be the one that a second account makes, or be refused for its code.
 */
static void check_target(const message *made)
{
    static char expected[TARGET_MAX];
    const model_typed *typed = made->account.typed;
    build_fn *const ways[] = {build, typed->target != NULL ? build_typed : build};
    verdict found = judge_target(made->account.operation, made->object, expected);
    dsi_error error;
    size_t size = dsi_message_target_size(made->message, made->object, &error);
    char target[1];

    fuzz_hold(size == (found.code == DSI_OK ? strlen(expected) : 0),
              "the target's size is right");
    fuzz_hold(typed->target_size == NULL ||
                  typed->target_size(made->object, NULL) == size,
              "typed or not, the target's size is the same");
    for (size_t i = 0; i < COUNT(ways); i++) {
        if (found.code == DSI_OK) {
            check_built(made, ways[i], expected);
        } else {
            check_refused(&found, &error);
            fuzz_hold(ways[i](made, target, sizeof target, &error) == 0,
                      "what has no size has no target");
            check_refused(&found, &error);
        }
    }
}

/* ----------------------------------------------------------------------- one input */

static void check_accepted(const message *made, const written *text, size_t room)
{
    check_text(made, text, false);
    check_buffer(made, text);
    check_stop(made, text, room % (text->length + 2));
    check_source(made, text);
}

static void check_no_size(const message *made, const verdict *expected)
{
    dsi_error error;

    if (made->account.typed->size != NULL) {
        fuzz_hold(made->account.typed->size(made->object, &error) == 0,
                  "what is refused has no size");
        check_refused(expected, &error);
    }
}

/* Nulls and indentation change the text, but neither its values nor the struct. */
static void check_options(const message *made, const dsi_encode_options *options,
                          const verdict *expected)
{
    written text = {.room = SIZE_MAX};
    dsi_sink sink = {.write = take, .context = &text};
    dsi_error error;

    if (dsi_message_write(made->message, made->object, &sink, options, &error)) {
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
    if (dsi_message_write(made.message, made.object, &sink, NULL, &error)) {
        fuzz_hold(expected.code == DSI_OK, "what cannot be encoded is refused");
        check_accepted(&made, &text, room);
    } else {
        check_refused(&expected, &error);
        check_no_size(&made, &expected);
    }
    if (rules % 4 != 0) {
        check_options(&made, &options, &expected);
    }
    if (made.account.is_request) {
        check_target(&made);
    }
    free(text.bytes);
    make_free();
    return 0;
}
