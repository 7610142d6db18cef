/*
 * codec/stream/generate.c - yajl's generator in front of a sink.
 *
 * yajl prints many small pieces: each quote and comma is one. They are collected in
 * `piece`, and written when it is full, before an item is asked for, and at the end. A
 * piece that is longer than the whole buffer goes to the sink directly, after the
 * collected ones, so the order stays.
 *
 * yajl's print function returns nothing. So an error of the sink is kept in
 * `sink_failed`, and each generate function returns it after the call. Until then
 * nothing more is written.
 */
#include "codec/stream/generate.h"

#include "schema/text/buffer.h"

#include <string.h>

#include <yajl/yajl_gen.h>

static void generate_write(dsi_generator *generator, const char *text, size_t length)
{
    if (!generator->sink_failed) {
        generator->sink_failed = !generator->sink->write(generator->sink->context, text,
                                                         length);
    }
}

/*
 * yajl's print function. After the flush, `piece` is empty and has room for a short
 * one.
 */
static void generate_print(void *context, const char *text, size_t length)
{
    dsi_generator *generator = context;

    if (length > sizeof generator->piece - generator->collected) {
        (void)dsi_generator_flush(generator);
    }
    if (length > sizeof generator->piece) {
        generate_write(generator, text, length);
        return;
    }
    memcpy(generator->piece + generator->collected, text, length);
    generator->collected += length;
}

dsi_code dsi_generator_flush(dsi_generator *generator)
{
    generate_write(generator, generator->piece, generator->collected);
    generator->collected = 0;
    return generator->sink_failed ? DSI_E_SINK : DSI_OK;
}

/*
 * No allocation of yajl's fails: it takes its structs now and nothing later, because it
 * prints through a function.
 */
void dsi_generator_begin(dsi_generator *generator, const dsi_sink *sink, bool pretty)
{
    yajl_alloc_funcs hooks = {.malloc = dsi_pool_malloc,
                              .realloc = dsi_pool_realloc,
                              .free = dsi_pool_free,
                              .ctx = &generator->pool};

    generator->sink = sink;
    generator->sink_failed = false;
    generator->collected = 0;
    dsi_pool_begin(&generator->pool, generator->memory.bytes,
                   sizeof generator->memory.bytes, DSI_POOL_BUFFER_MIN);
    generator->handle = yajl_gen_alloc(&hooks);
    /* Set once: yajl would free the old context, as if it were its own buffer. */
    (void)yajl_gen_config(generator->handle, yajl_gen_print_callback, generate_print,
                          generator);
    if (pretty) {
        (void)yajl_gen_config(generator->handle, yajl_gen_beautify, 1);
        (void)yajl_gen_config(generator->handle, yajl_gen_indent_string, "  ");
    }
}

static dsi_code generate_result(const dsi_generator *generator, yajl_gen_status status)
{
    if (status != yajl_gen_status_ok) {
        return DSI_E_INTERNAL;
    }
    return generator->sink_failed ? DSI_E_SINK : DSI_OK;
}

dsi_code dsi_generate_open_object(dsi_generator *generator)
{
    return generate_result(generator, yajl_gen_map_open(generator->handle));
}

dsi_code dsi_generate_close_object(dsi_generator *generator)
{
    return generate_result(generator, yajl_gen_map_close(generator->handle));
}

dsi_code dsi_generate_open_array(dsi_generator *generator)
{
    return generate_result(generator, yajl_gen_array_open(generator->handle));
}

dsi_code dsi_generate_close_array(dsi_generator *generator)
{
    return generate_result(generator, yajl_gen_array_close(generator->handle));
}

dsi_code dsi_generate_string(dsi_generator *generator, dsi_string text)
{
    const unsigned char *bytes = (const unsigned char *)text.data;

    return generate_result(generator,
                           yajl_gen_string(generator->handle, bytes, text.length));
}

/* The digits are dsi's: yajl formats numbers with stdio, and some follow the locale. */
dsi_code dsi_generate_integer(dsi_generator *generator, int64_t value)
{
    char digits[24];
    dsi_buffer out = {.bytes = digits, .capacity = sizeof digits};

    dsi_buffer_add_integer(&out, value);
    return generate_result(generator,
                           yajl_gen_number(generator->handle, digits, out.length));
}

dsi_code dsi_generate_boolean(dsi_generator *generator, bool value)
{
    return generate_result(generator, yajl_gen_bool(generator->handle, value ? 1 : 0));
}

dsi_code dsi_generate_null(dsi_generator *generator)
{
    return generate_result(generator, yajl_gen_null(generator->handle));
}
