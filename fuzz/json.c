/*
 * fuzz/json.c - G5: dsi and an independent strict JSON parser agree.
 *
 * The parser accepts what dsi accepts, with the same values. What the parser accepts,
 * dsi refuses only for its shape or for a limit. The offset of a syntax error is the
 * first byte at which no message can go on. For an error of shape, path and offset lead
 * to the value that is wrong.
 */
#include "fuzz/fuzz.h"
#include "fuzz/oracle.h"

#include <stdlib.h>
#include <string.h>

static bool is_within(const json_t *part, const json_t *whole);

static bool object_is_within(const json_t *part, const json_t *whole)
{
    void *at = json_object_iter((json_t *)part);

    for (; at != NULL; at = json_object_iter_next((json_t *)part, at)) {
        if (!is_within(json_object_iter_value(at),
                       json_object_get(whole, json_object_iter_key(at)))) {
            return false;
        }
    }
    return true;
}

/* dsi drops nulls in a list, so the items after a null move up. */
static bool array_is_within(const json_t *part, const json_t *whole)
{
    size_t next = 0;

    for (size_t i = 0; i < json_array_size(whole); i++) {
        const json_t *item = json_array_get(whole, i);

        if (!json_is_null(item) && !is_within(json_array_get(part, next++), item)) {
            return false;
        }
    }
    return next == json_array_size(part);
}

/*
 * Everything that dsi writes was in the message. dsi leaves out unknown members and
 * nulls.
 */
static bool is_within(const json_t *part, const json_t *whole)
{
    if (json_is_object(part) && json_is_object(whole)) {
        return object_is_within(part, whole);
    }
    if (json_is_array(part) && json_is_array(whole)) {
        return array_is_within(part, whole);
    }
    return part != NULL && whole != NULL && json_equal(part, whole);
}

static void check_accepted(const fuzz_how *how, const fuzz_outcome *outcome,
                           const fuzz_input *input, const json_t *whole,
                           enum json_error_code code)
{
    json_t *own;

    if (whole == NULL) {
        fuzz_hold(oracle_is_beyond(code), "what dsi accepts is JSON");
        return;
    }
    /*
     * A strict decode refuses unknown members, so no accepted object has a name twice.
     */
    fuzz_hold(!how->options.strict ||
                  oracle_is_json(input->data, input->size, JSON_REJECT_DUPLICATES),
              "a known member is not given twice");
    own = oracle_load(outcome->text, outcome->length, 0, NULL);
    fuzz_hold(own != NULL, "what dsi writes is JSON");
    fuzz_hold(is_within(own, whole), "what dsi reads is what was written");
    json_decref(own);
}

/* The bytes before the error must be the beginning of some message. */
static void check_place(const fuzz_how *how, const uint8_t *bytes, uint64_t offset)
{
    static fuzz_outcome before;

    fuzz_decode(how, bytes, (size_t)offset, &before);
    fuzz_hold(before.error.code == DSI_E_TRUNCATED || before.error.code == DSI_OK,
              "an error is at its first byte");
}

/* The value at a JSON Pointer. No member of dsi has a name that needs an escape. */
static const json_t *resolve(const json_t *json, const char *path)
{
    while (*path == '/' && json != NULL) {
        size_t length = strcspn(++path, "/");
        char step[DSI_PATH_MAX];

        memcpy(step, path, length);
        step[length] = '\0';
        json = json_is_array(json) ? json_array_get(json, strtoul(step, NULL, 10))
                                   : json_object_get(json, step);
        path += length;
    }
    return json;
}

static dsi_json_type type_of(const json_t *json)
{
    static const dsi_json_type types[] = {
        [JSON_OBJECT] = DSI_JSON_OBJECT, [JSON_ARRAY] = DSI_JSON_ARRAY,
        [JSON_STRING] = DSI_JSON_STRING, [JSON_INTEGER] = DSI_JSON_NUMBER,
        [JSON_REAL] = DSI_JSON_NUMBER,   [JSON_TRUE] = DSI_JSON_BOOLEAN,
        [JSON_FALSE] = DSI_JSON_BOOLEAN, [JSON_NULL] = DSI_JSON_NULL};

    return types[json_typeof(json)];
}

/* `at` stands at the error's offset; the error's path leads to `known`. */
static bool is_the_error(const dsi_error *error, const json_t *at, const json_t *known)
{
    switch (error->code) {
    case DSI_E_TYPE:
        return json_equal(at, known) && type_of(known) == error->actual &&
               error->limit != error->actual;
    case DSI_E_NULL_ITEM:
        return json_equal(at, known) && json_is_null(known);
    case DSI_E_INTEGER:
        return json_equal(at, known) && json_is_real(known);
    case DSI_E_INTEGER_RANGE:
        return json_equal(at, known) && json_is_integer(known);
    case DSI_E_UNKNOWN_MEMBER:
        return json_object_get(known, json_string_value(at)) != NULL;
    default:
        return error->code != DSI_E_DUPLICATE;
    }
}

/* Checks only messages without duplicate names, in which a path leads to one value. */
static void check_path(const dsi_error *error, const uint8_t *bytes, size_t length)
{
    size_t offset = (size_t)error->offset;
    json_t *whole = oracle_load(bytes, length, JSON_REJECT_DUPLICATES, NULL);
    json_t *at;

    if (whole == NULL) {
        return;
    }
    at = oracle_load(bytes + offset, length - offset,
                     JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK, NULL);
    fuzz_hold(resolve(whole, error->path) != NULL, "a path leads to a value");
    fuzz_hold(is_the_error(error, at, resolve(whole, error->path)),
              "path and offset lead to the value that is wrong");
    json_decref(at);
    json_decref(whole);
}

static void check_refused(const fuzz_how *how, const fuzz_outcome *outcome,
                          const uint8_t *bytes, size_t length, const json_t *whole)
{
    dsi_band band = dsi_code_band(outcome->error.code);

    /* jansson ignores a NUL after a number, which no JSON text has. */
    if (json_is_object(whole) && memchr(bytes, '\0', length) == NULL) {
        fuzz_hold(band == DSI_BAND_SHAPE || band == DSI_BAND_LIMIT,
                  "JSON is refused for its shape or a limit alone");
        check_path(&outcome->error, bytes, length);
    }
    if (band == DSI_BAND_SYNTAX || band == DSI_BAND_TEXT) {
        check_place(how, bytes, outcome->error.offset);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static fuzz_outcome outcome;
    fuzz_input input = {.data = data, .size = size};
    fuzz_how how = fuzz_choose(&input);
    enum json_error_code code;
    json_t *whole;

    how.status = 200; /* a service error need not be JSON */
    if (input.size == 0) {
        return 0; /* an empty answer is the same as {} */
    }
    whole = oracle_load(input.data, input.size, 0, &code);
    fuzz_decode(&how, input.data, input.size, &outcome);
    if (outcome.error.code == DSI_OK) {
        fuzz_hold(memchr(input.data, '\0', input.size) == NULL, "JSON has no NUL");
        check_accepted(&how, &outcome, &input, whole, code);
    } else {
        check_refused(&how, &outcome, input.data, input.size, whole);
    }
    json_decref(whole);
    return 0;
}
