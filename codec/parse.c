#include "codec/parse.h"

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

/* The number callback keeps yajl from converting: it would lose INT64_MIN and the
 * locale. */
static const yajl_callbacks parse_callbacks = {.yajl_null = parse_on_null,
                                               .yajl_boolean = parse_on_boolean,
                                               .yajl_number = parse_on_number,
                                               .yajl_string = parse_on_string,
                                               .yajl_start_map = parse_on_open_object,
                                               .yajl_map_key = parse_on_key,
                                               .yajl_end_map = parse_on_close,
                                               .yajl_start_array = parse_on_open_array,
                                               .yajl_end_array = parse_on_close};

/* yajl doubles a buffer until it is larger than what it holds. */
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

/* The size of each buffer in that much memory. */
static size_t parse_buffer_room(size_t memory)
{
    return (memory - DSI_POOL_STRUCTS) / 2 - DSI_POOL_FRAME;
}

void dsi_parser_begin(dsi_parser *parser, void *memory, size_t size, dsi_build *build)
{
    yajl_alloc_funcs hooks = {.malloc = dsi_pool_malloc,
                              .realloc = dsi_pool_realloc,
                              .free = dsi_pool_free,
                              .ctx = &parser->pool};

    dsi_pool_begin(&parser->pool, memory, size, parse_buffer_room(size));
    parser->build = build;
    parser->handle = yajl_alloc(&parse_callbacks, &hooks, build);
    /* The guard has checked, and more strictly. */
    (void)yajl_config(parser->handle, yajl_dont_validate_strings, 1);
}

/* Outside of strings: what stands between tokens, and what ends a number or literal. */
static bool parse_is_between(unsigned char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n' || byte == ',' ||
           byte == ':';
}

static bool parse_is_bracket(unsigned char byte)
{
    return byte == '{' || byte == '}' || byte == '[' || byte == ']';
}

/* The end of the token that begins at `start`, if it ends before `length`. */
static size_t parse_token_end(const unsigned char *bytes, size_t start, size_t length)
{
    size_t i = start + 1;

    if (bytes[start] == '"') {
        while (bytes[i] != '"') {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return i + 1;
    }
    if (parse_is_bracket(bytes[start])) {
        return i;
    }
    while (i < length && !parse_is_between(bytes[i]) && !parse_is_bracket(bytes[i])) {
        i++;
    }
    return i;
}

/* The start of the last token before `end`, in whole tokens: yajl tells ends only. */
static size_t parse_token_start(const unsigned char *bytes, size_t end)
{
    size_t start = 0;
    size_t i = 0;

    while (i < end) {
        if (parse_is_between(bytes[i])) {
            i++;
        } else {
            start = i;
            i = parse_token_end(bytes, i, end);
        }
    }
    return start;
}

/* yajl and the guard differ, and the guard is right or yajl is. */
static void parse_differs(dsi_parser *parser, uint64_t offset)
{
    dsi_error *error = &parser->build->error;

    error->code = DSI_E_INTERNAL;
    error->offset = offset;
    dsi_build_path(parser->build, error->path, sizeof error->path);
}

/* What a status other than ok means: the build refused, or yajl and the guard differ.
 */
static bool parse_failed(dsi_parser *parser, const unsigned char *bytes,
                         uint64_t offset)
{
    dsi_error *error = &parser->build->error;
    size_t consumed = yajl_get_bytes_consumed(parser->handle);

    if (error->code == DSI_OK) {
        parse_differs(parser, offset + consumed);
    } else {
        error->offset = offset + parse_token_start(bytes, consumed);
    }
    return false;
}

bool dsi_parser_feed(dsi_parser *parser, const unsigned char *bytes, size_t length,
                     uint64_t offset)
{
    if (yajl_parse(parser->handle, bytes, length) == yajl_status_ok) {
        return true;
    }
    return parse_failed(parser, bytes, offset);
}

/* There is no need to ask yajl: nothing but the end of a number could be left in it. */
void dsi_parser_finish(dsi_parser *parser, uint64_t offset)
{
    if (!parser->build->ended) {
        parse_differs(parser, offset);
    }
}
