/*
 * fuzz/target.c - G13: a target is decoded within its buffer, and an error's offset
 * lies in the target. Encoding the request gives a target that decodes to the same
 * request. In absolute form a target means the same as in origin form, except for the
 * offsets.
 */
#include "fuzz/fuzz.h"
#include "tests/model/value.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A target, the room for its texts, and the outcome. Memory has the exact sizes. */
typedef struct reading {
    const dsi_message *message;
    char *target;
    size_t length;
    char *buffer;
    void *request;
    dsi_error error;
    bool good;
} reading;

/*
 * Decodes the target `before` + `rest`, with the typed functions or the generic ones.
 */
static reading reading_of(const dsi_message *message, const char *before,
                          dsi_string rest, bool strict, bool typed)
{
    size_t skipped = strlen(before);
    reading made = {.message = message, .length = skipped + rest.length};
    dsi_decode_options options = {.strict = strict};
    dsi_string target;
    dsi_room room;

    made.target = fuzz_memory(made.length);
    made.buffer = fuzz_memory(made.length);
    made.request = fuzz_memory(dsi_message_size(message));
    memcpy(made.target, before, skipped);
    if (rest.length > 0) {
        memcpy(made.target + skipped, rest.data, rest.length);
    }
    target = (dsi_string){.data = made.target, .length = made.length};
    room = (dsi_room){.memory = made.buffer, .size = made.length};
    made.good = typed ? model_of(message).typed->parse_target(target, &room, &options,
                                                              made.request, &made.error)
                      : dsi_message_target_decode(message, target, &room, &options,
                                                  made.request, &made.error);
    return made;
}

static void reading_free(reading *made)
{
    free(made->target);
    free(made->buffer);
    free(made->request);
}

/* Compares both requests, and checks that their texts are terminated. */
static bool same(const reading *left, const reading *right)
{
    return value_decoded(model_of(left->message).shape, left->request, right->request);
}

/*
 * True if every percent sign of the path begins an escape. The query is not checked:
 * dsi skips parameters that are unknown or come again.
 */
static bool has_whole_escapes(const char *target, size_t length)
{
    for (size_t i = 0; i < length && target[i] != '?'; i++) {
        if (target[i] == '%' &&
            (length - i < 3 || !isxdigit((unsigned char)target[i + 1]) ||
             !isxdigit((unsigned char)target[i + 2]))) {
            return false;
        }
    }
    return true;
}

/*
 * `longer` is `shorter` with text before it, which moves the offset and nothing else.
 */
static void check_same(const reading *longer, const reading *shorter)
{
    size_t skipped = longer->length - shorter->length;

    fuzz_hold(longer->good == shorter->good &&
                  longer->error.code == shorter->error.code &&
                  strcmp(longer->error.path, shorter->error.path) == 0,
              "absolute and origin form have one outcome");
    if (longer->good) {
        fuzz_hold(same(longer, shorter), "absolute and origin form are one request");
    } else {
        fuzz_hold(longer->error.offset == shorter->error.offset + skipped,
                  "an error's offset counts what stands before the path");
    }
}

/* True for a scheme of HTTP and an authority without user information. */
static bool is_origin(const char *text, size_t length)
{
    size_t i = length > 4 && tolower((unsigned char)text[4]) == 's' ? 8 : 7;

    if (length <= i || strncasecmp(text, i == 8 ? "https://" : "http://", i) != 0 ||
        text[i] == ':') {
        return false;
    }
    while (i < length && isgraph((unsigned char)text[i]) &&
           strchr("/?#@\"<>\\^`{|}", text[i]) == NULL) {
        i++;
    }
    return i == length;
}

static void check_forms(const reading *whole)
{
    dsi_string origin = dsi_target_origin_form(
        (dsi_string){.data = whole->target, .length = whole->length});
    size_t skipped = whole->length - origin.length;
    reading shorter;
    reading longer;

    if (origin.data == NULL) {
        fuzz_hold(!whole->good, "what is read has an origin form");
        return;
    }
    fuzz_hold(origin.data == whole->target + skipped && *origin.data == '/',
              "the origin form is the target from its path on");
    fuzz_hold(skipped == 0 || is_origin(whole->target, skipped),
              "only a scheme and a host stand before the path");
    shorter = reading_of(whole->message, "", origin, false, true);
    longer = reading_of(whole->message, "hTTp://[::1]:80", origin, false, false);
    check_same(whole, &shorter);
    check_same(&longer, &shorter);
    reading_free(&shorter);
    reading_free(&longer);
}

static void check_built(const reading *read, const char *before, dsi_string target)
{
    reading again = reading_of(read->message, before, target, true, false);

    fuzz_hold(again.good, "what is built can be taken apart");
    fuzz_hold(same(read, &again), "building and taking apart are inverse");
    reading_free(&again);
}

static void check_round(const reading *read)
{
    dsi_error error;
    size_t length = dsi_message_target_size(read->message, read->request, &error);
    char *target = fuzz_memory(length + 1);

    if (length == 0) {
        fuzz_hold(error.code == DSI_E_DOT_SEGMENT, "all but a dot segment is built");
    } else {
        fuzz_hold(dsi_message_target_encode(read->message, read->request, target,
                                            length + 1, &error) == length,
                  "the size is the length");
        check_built(read, "", (dsi_string){.data = target, .length = length});
        check_built(read, "https://h", (dsi_string){.data = target, .length = length});
    }
    free(target);
}

static void check_message(const dsi_message *message, dsi_string target)
{
    reading whole = reading_of(message, "", target, false, false);

    if (whole.good) {
        dsi_string method = dsi_str(model_of(message).operation->method);

        fuzz_hold(dsi_message_route(method, target, NULL) == message,
                  "what is read is routed to its message");
        fuzz_hold(same(&whole, &whole), "texts are terminated");
        fuzz_hold(has_whole_escapes(whole.target, whole.length),
                  "an escape in the path has two digits");
        check_round(&whole);
    } else {
        fuzz_hold(whole.error.code != DSI_E_INTERNAL &&
                      whole.error.offset <= whole.length,
                  "an error lies in the target");
    }
    check_forms(&whole);
    reading_free(&whole);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    dsi_string target = {.data = (const char *)data, .length = size};

    for (size_t i = 0; dsi_message_at(i) != NULL; i++) {
        if (!dsi_message_has_body(dsi_message_at(i))) {
            check_message(dsi_message_at(i), target);
        }
    }
    return 0;
}
