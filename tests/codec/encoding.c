/*
 * tests/codec/encoding.c - runs the typed encode functions against buffers and sinks.
 */
#include "tests/codec/encoding.h"

#include <string.h>

#include "tests/model/model.h"
#include "tests/support.h"

static char bytes[4096];

void check_buffers(const char *message, const void *object, const char *expected)
{
    const model_typed *typed = model_find(message).typed;
    size_t needed = strlen(expected);
    dsi_error error;

    for (size_t capacity = 0; capacity <= needed + 4; capacity++) {
        size_t length;

        memset(bytes, '#', capacity + 1);
        length = typed->encode(object, bytes, capacity, &error);
        ck_assert_int_eq(bytes[capacity], '#');
        if (capacity < needed) {
            ck_assert_uint_eq(length, 0);
            ck_assert_int_eq(error.code, DSI_E_BUFFER_SIZE);
            ck_assert_uint_eq(error.limit, capacity);
            ck_assert_uint_eq(error.actual, needed);
        } else {
            ck_assert_uint_eq(length, needed);
            ck_assert_int_eq(memcmp(bytes, expected, needed), 0);
            ck_assert_int_eq(error.code, DSI_OK);
        }
    }
    ck_assert_uint_eq(typed->size(object, NULL), needed);
    ck_assert_uint_eq(typed->encode(object, NULL, needed, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_BUFFER_SIZE);
}

bool counting_write(void *context, const char *piece, size_t length)
{
    counting_sink *sink = context;

    sink->calls++;
    return sink->calls_left-- > 0 && gather(&sink->text, piece, length);
}

/* yajl cannot be told that a sink failed. So dsi remembers it, and calls it no more. */
void check_sinks(const char *message, const void *object, const char *expected)
{
    const model_typed *typed = model_find(message).typed;
    const gathered nothing = {.bytes = bytes, .capacity = sizeof bytes};
    counting_sink all = {.calls_left = SIZE_MAX, .text = nothing};
    dsi_sink sink = {.write = counting_write, .context = &all};
    dsi_error error;

    ck_assert(typed->write(object, &sink, NULL, &error));
    ck_assert(gathered_same(&all.text, expected, strlen(expected)));
    for (size_t good = 0; good < all.calls; good++) {
        counting_sink failing = {.calls_left = good, .text = nothing};

        sink.context = &failing;
        ck_assert(!typed->write(object, &sink, NULL, &error));
        ck_assert_int_eq(error.code, DSI_E_SINK);
        ck_assert_uint_eq(error.offset, 0);
        ck_assert_uint_eq(error.limit, 0);
        ck_assert_str_eq(error.path, "");
        ck_assert_uint_eq(failing.calls, good + 1);
        ck_assert_int_eq(memcmp(bytes, expected, failing.text.length), 0);
    }
}

void check_written(const char *message, const void *object, dsi_encode_options options,
                   dsi_string expected)
{
    gathered text = {.bytes = bytes, .capacity = sizeof bytes};
    dsi_sink sink = {.write = gather, .context = &text};

    ck_assert(model_find(message).typed->write(object, &sink, &options, NULL));
    ck_assert_msg(gathered_same(&text, expected.data, expected.length), "%.*s",
                  (int)text.length, bytes);
}
