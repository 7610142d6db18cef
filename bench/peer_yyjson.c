/* bench/peer_yyjson.c - yyjson, which reads a tree and checks UTF-8. */
#include <yyjson.h>

#include "bench.h"

typedef yyjson_val *dom_node;

typedef struct dom_cursor {
    dom_node node;
    bool left;
    yyjson_arr_iter items;
} dom_cursor;

typedef struct dom_document {
    yyjson_doc *tree;
} dom_document;

static bool dom_parse(dom_document *document, dsi_string body)
{
    document->tree = yyjson_read(body.data, body.length, 0);
    return document->tree != NULL;
}

static void dom_free(dom_document *document)
{
    yyjson_doc_free(document->tree);
}

static dom_node dom_root(const dom_document *document)
{
    return yyjson_doc_get_root(document->tree);
}

static dom_node dom_member(dom_node object, const char *name)
{
    return yyjson_obj_get(object, name);
}

static bool dom_is_absent(dom_node node)
{
    return node == NULL || yyjson_is_null(node);
}

static bool dom_is_object(dom_node node)
{
    return yyjson_is_obj(node);
}

static bool dom_is_array(dom_node node)
{
    return yyjson_is_arr(node);
}

static bool dom_text(dom_node node, dsi_string *text)
{
    text->data = yyjson_get_str(node);
    text->length = yyjson_get_len(node);
    return text->data != NULL;
}

static bool dom_integer(dom_node node, int64_t *value)
{
    *value = yyjson_get_sint(node);
    return yyjson_is_int(node);
}

static size_t dom_count(dom_node array)
{
    return yyjson_arr_size(array);
}

static void dom_next(dom_cursor *cursor)
{
    cursor->node = yyjson_arr_iter_next(&cursor->items);
    cursor->left = cursor->node != NULL;
}

static dom_cursor dom_first(dom_node array)
{
    dom_cursor cursor;

    yyjson_arr_iter_init(array, &cursor.items);
    dom_next(&cursor);
    return cursor;
}

#include "dom.h"

const bench_contestant bench_yyjson[] = {
    {"yyjson", BENCH_DECODE_REQUEST, 0, NULL, dom_open, dom_run_request, dom_release,
     dom_close, dom_room},
    {"yyjson", BENCH_DECODE_START, 0, NULL, dom_open, dom_run_start, dom_release,
     dom_close, dom_room},
    {"yyjson", BENCH_DECODE_GET, 0, NULL, dom_open, dom_run_get, dom_release, dom_close,
     dom_room},
    {.name = NULL},
};
