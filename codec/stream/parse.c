/*
 * codec/stream/parse.c - yajl's parser, between the guard and the build.
 *
 *     1. begin: a fresh handle for each document; yajl cannot go on after an error.
 *     2. feed: whole tokens come in, and yajl calls the functions below, which call the
 *        build. False from one of them stops yajl at that token.
 *     3. end: how many bytes yajl has read. That is where the token at hand ends, in
 *        these functions and after one of them stopped yajl.
 *
 * yajl_complete_parse is never called. The guard knows whether the document is whole,
 * and only a number at the top would wait for it.
 */
#include "codec/stream/parse.h"

#include <yajl/yajl_parse.h>

static dsi_string parse_string(const unsigned char *text, size_t length)
{
    return (dsi_string){.data = (const char *)text, .length = length};
}

static int parse_on_null(void *context)
{
    return dsi_build_null(context);
}

static int parse_on_boolean(void *context, int value)
{
    return dsi_build_boolean(context, value != 0);
}

static int parse_on_number(void *context, const char *digits, size_t length)
{
    return dsi_build_number(context, (dsi_string){.data = digits, .length = length});
}

static int parse_on_string(void *context, const unsigned char *text, size_t length)
{
    return dsi_build_string(context, parse_string(text, length));
}

static int parse_on_key(void *context, const unsigned char *text, size_t length)
{
    return dsi_build_key(context, parse_string(text, length));
}

static int parse_on_open_object(void *context)
{
    return dsi_build_open(context, DSI_JSON_OBJECT);
}

static int parse_on_open_array(void *context)
{
    return dsi_build_open(context, DSI_JSON_ARRAY);
}

static int parse_on_close(void *context)
{
    return dsi_build_close(context);
}

/*
 * The number function keeps yajl from converting numbers: it refuses INT64_MIN, and its
 * doubles follow the locale.
 */
static const yajl_callbacks parse_callbacks = {.yajl_null = parse_on_null,
                                               .yajl_boolean = parse_on_boolean,
                                               .yajl_number = parse_on_number,
                                               .yajl_string = parse_on_string,
                                               .yajl_start_map = parse_on_open_object,
                                               .yajl_map_key = parse_on_key,
                                               .yajl_end_map = parse_on_close,
                                               .yajl_start_array = parse_on_open_array,
                                               .yajl_end_array = parse_on_close};

/* yajl doubles a buffer until it exceeds its content; DSI_MAX_TOKEN_MAX bounds that. */
static size_t parse_buffer_size(size_t max_token)
{
    size_t size = DSI_POOL_BUFFER_MIN;

    while (size <= max_token) {
        size *= 2;
    }
    return size;
}

size_t dsi_parser_memory(size_t max_token)
{
    return DSI_POOL_STRUCTS + 2 * (DSI_POOL_FRAME + parse_buffer_size(max_token));
}

static size_t parse_buffer_room(size_t memory)
{
    return (memory - DSI_POOL_STRUCTS) / 2 - DSI_POOL_FRAME;
}

void dsi_parser_begin(dsi_parser *parser, void *memory, size_t size, dsi_build *build)
{
    dsi_pool_begin(&parser->pool, memory, size, parse_buffer_room(size));
    parser->build = build;
    parser->handle = NULL;
}

/*
 * yajl_alloc cannot fail: the pool has its memory ready. yajl need not check UTF-8,
 * because the guard did so, and more strictly.
 */
static void parse_make_handle(dsi_parser *parser)
{
    yajl_alloc_funcs hooks = {.malloc = dsi_pool_malloc,
                              .realloc = dsi_pool_realloc,
                              .free = dsi_pool_free,
                              .ctx = &parser->pool};

    parser->handle = yajl_alloc(&parse_callbacks, &hooks, parser->build);
    (void)yajl_config(parser->handle, yajl_dont_validate_strings, 1);
}

/*
 * yajl stops at a false of the build, which then has an error. If the build has none,
 * yajl refused what the guard accepted: a bug in one of them.
 */
dsi_code dsi_parser_feed(dsi_parser *parser, const unsigned char *bytes, size_t length)
{
    dsi_code code = DSI_OK;

    if (parser->handle == NULL) {
        parse_make_handle(parser);
    }
    if (yajl_parse(parser->handle, bytes, length) != yajl_status_ok) {
        code = parser->build->error.code;
        code = code != DSI_OK ? code : DSI_E_INTERNAL;
    }
    return code;
}

size_t dsi_parser_end(const dsi_parser *parser)
{
    return yajl_get_bytes_consumed(parser->handle);
}
