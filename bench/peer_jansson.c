/* bench/peer_jansson.c - jansson, which reads a tree and checks UTF-8. */
#include <jansson.h>

#include "bench.h"

typedef const json_t *dom_node;

typedef struct dom_cursor {
    dom_node node;
    bool left;
    dom_node array;
    size_t at;
} dom_cursor;

typedef struct dom_document {
    json_t *root;
} dom_document;

static bool dom_parse(dom_document *document, dsi_string body)
{
    document->root = json_loadb(body.data, body.length, 0, NULL);
    return document->root != NULL;
}

static void dom_free(dom_document *document)
{
    json_decref(document->root);
}

static dom_node dom_root(const dom_document *document)
{
    return document->root;
}

static dom_node dom_member(dom_node object, const char *name)
{
    return json_object_get(object, name);
}

static bool dom_is_absent(dom_node node)
{
    return node == NULL || json_is_null(node);
}

static bool dom_is_object(dom_node node)
{
    return json_is_object(node);
}

static bool dom_is_array(dom_node node)
{
    return json_is_array(node);
}

static bool dom_text(dom_node node, dsi_string *text)
{
    text->data = json_string_value(node);
    text->length = json_string_length(node);
    return text->data != NULL;
}

static bool dom_integer(dom_node node, int64_t *value)
{
    *value = json_integer_value(node);
    return json_is_integer(node);
}

static size_t dom_count(dom_node array)
{
    return json_array_size(array);
}

static dom_cursor dom_first(dom_node array)
{
    dom_node first = json_array_get(array, 0);

    return (dom_cursor){.node = first, .left = first != NULL, .array = array};
}

static void dom_next(dom_cursor *cursor)
{
    cursor->node = json_array_get(cursor->array, ++cursor->at);
    cursor->left = cursor->node != NULL;
}

#include "dom.h"
#include "encoding.h"

static void *jansson_open_plain(const bench_input *input)
{
    return dom_open_with(input, BENCH_PCRE2_PLAIN);
}

static json_t *jansson_text(dsi_string text)
{
    return json_stringn(text.data, text.length);
}

static bool jansson_build(json_t *root, const dsi_rds_data_api_config *config)
{
    json_t *members = json_object();

    return json_object_set_new(root, "rdsDataApiConfig", members) == 0 &&
           json_object_set_new(members, "resourceArn",
                               jansson_text(config->resource_arn)) == 0 &&
           json_object_set_new(members, "secretArn",
                               jansson_text(config->secret_arn)) == 0 &&
           json_object_set_new(members, "databaseName",
                               jansson_text(config->database_name)) == 0;
}

static bool jansson_encode(encoding_peer *encoding, const dsi_start_request *request)
{
    json_t *root = json_object();

    encoding->length = 0;
    if (root != NULL && jansson_build(root, request->rds_data_api_config)) {
        encoding->length = json_dumpb(root, encoding->buffer, ENCODING_ROOM,
                                      JSON_COMPACT);
    }
    json_decref(root);
    return encoding->length > 0 && encoding->length <= ENCODING_ROOM;
}

static bool jansson_run_encode(void *state, bench_result *result)
{
    return encoding_run(state, result, jansson_encode);
}

const bench_contestant bench_jansson[] = {
    {"jansson", BENCH_DECODE_REQUEST, 0, NULL, dom_open, dom_run_request, dom_release,
     dom_close, dom_room},
    {"jansson-nojit", BENCH_DECODE_REQUEST, 0, "PCRE2 interprets the patterns",
     jansson_open_plain, dom_run_request, dom_release, dom_close, dom_room},
    {"jansson", BENCH_DECODE_START, 0, NULL, dom_open, dom_run_start, dom_release,
     dom_close, dom_room},
    {"jansson", BENCH_DECODE_GET, 0, NULL, dom_open, dom_run_get, dom_release,
     dom_close, dom_room},
    {"jansson", BENCH_ENCODE_REQUEST, 0, NULL, encoding_open, jansson_run_encode, NULL,
     encoding_close, NULL},
    {.name = NULL},
};
