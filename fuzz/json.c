/*
 * G5: what dsi accepts, an independent strict JSON parser accepts too, with the same
 * values; what that one accepts, dsi refuses for its shape or a limit alone; and a
 * fault's offset is the first byte at which no message can go on.
 */
#include "fuzz/fuzz.h"

#include <string.h>

#include <jansson.h>

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

/* Nulls in a list are dropped. */
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

/* What dsi gives out was all in the message; some of that was unknown, or null. */
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

static json_t *load(const uint8_t *bytes, size_t length, enum json_error_code *code)
{
    json_error_t error;
    json_t *json = json_loadb((const char *)bytes, length, JSON_ALLOW_NUL, &error);

    *code = json == NULL ? json_error_code(&error) : json_error_unknown;
    return json;
}

/* Numbers that fit no machine type, and NUL in a name, are beyond the other parser. */
static bool is_beyond(enum json_error_code code)
{
    return code == json_error_numeric_overflow || code == json_error_null_byte_in_key;
}

static void check_accepted(const fuzz_outcome *outcome, const json_t *whole,
                           enum json_error_code code)
{
    enum json_error_code own_code;
    json_t *own;

    if (whole == NULL) {
        fuzz_hold(is_beyond(code), "what dsi accepts is JSON");
        return;
    }
    own = load((const uint8_t *)outcome->text, outcome->length, &own_code);
    fuzz_hold(own != NULL, "what dsi writes is JSON");
    fuzz_hold(is_within(own, whole), "what dsi reads is what was written");
    json_decref(own);
}

/* All but the last byte of what was wrong could still have become a message. */
static void check_place(const fuzz_how *how, const uint8_t *bytes, uint64_t offset)
{
    static fuzz_outcome before;

    fuzz_decode(how, bytes, (size_t)offset, &before);
    fuzz_hold(before.error.code == DSI_E_TRUNCATED || before.error.code == DSI_OK,
              "a fault is told at its first byte");
}

static void check_refused(const fuzz_how *how, const fuzz_outcome *outcome,
                          const uint8_t *bytes, size_t length, const json_t *whole)
{
    dsi_band band = dsi_code_band(outcome->error.code);

    /* The other parser loses a NUL behind a number; no JSON text has one. */
    if (json_is_object(whole) && memchr(bytes, '\0', length) == NULL) {
        fuzz_hold(band == DSI_BAND_SHAPE || band == DSI_BAND_LIMIT,
                  "JSON is refused for its shape or a limit alone");
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

    if (how.message == FUZZ_START_ERROR) {
        how.message = FUZZ_START_ANSWER; /* an error answer need not be JSON */
    }
    if (input.size == 0) {
        return 0; /* an empty answer is the same as {} */
    }
    whole = load(input.data, input.size, &code);
    fuzz_decode(&how, input.data, input.size, &outcome);
    if (outcome.error.code == DSI_OK) {
        fuzz_hold(memchr(input.data, '\0', input.size) == NULL, "JSON has no NUL");
        check_accepted(&outcome, whole, code);
    } else {
        check_refused(&how, &outcome, input.data, input.size, whole);
    }
    json_decref(whole);
    return 0;
}
