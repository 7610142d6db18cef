/* json-c. Its parser is made once and then reset, as its documentation says. */
#include <json-c/json.h>

#include "bench.h"

typedef const struct json_object *dom_node;

typedef struct dom_cursor {
    dom_node node;
    bool left;
    dom_node array;
    size_t at;
    size_t count;
} dom_cursor;

typedef struct dom_document {
    struct json_object *root;
    struct json_tokener *parser;
    size_t chunk; /* 0: all at once */
} dom_document;

/*
 * Parses the message chunk by chunk, with its terminator in the last. Only white space
 * may follow the message.
 */
static bool dom_parse(dom_document *document, dsi_string body)
{
    size_t chunk = document->chunk != 0 ? document->chunk : body.length;
    size_t at = 0;

    document->root = NULL;
    json_tokener_reset(document->parser);
    while (document->root == NULL && body.length - at > chunk) {
        document->root = json_tokener_parse_ex(document->parser, body.data + at,
                                               (int)chunk);
        at += chunk;
    }
    if (document->root == NULL) {
        document->root = json_tokener_parse_ex(document->parser, body.data + at,
                                               (int)(body.length - at) + 1);
        at += json_tokener_get_parse_end(document->parser);
    }
    return document->root != NULL && at == body.length;
}

static void dom_free(dom_document *document)
{
    json_object_put(document->root);
}

static dom_node dom_root(const dom_document *document)
{
    return document->root;
}

/* NULL also stands for null. */
static dom_node dom_member(dom_node object, const char *name)
{
    struct json_object *member = NULL;

    json_object_object_get_ex(object, name, &member);
    return member;
}

static bool dom_is_absent(dom_node node)
{
    return node == NULL;
}

static bool dom_is_object(dom_node node)
{
    return json_object_is_type(node, json_type_object) != 0;
}

static bool dom_is_array(dom_node node)
{
    return json_object_is_type(node, json_type_array) != 0;
}

static bool dom_text(dom_node node, dsi_string *text)
{
    struct json_object *object = (struct json_object *)node;

    if (json_object_is_type(node, json_type_string) == 0) {
        return false;
    }
    text->data = json_object_get_string(object);
    text->length = (size_t)json_object_get_string_len(object);
    return true;
}

static bool dom_integer(dom_node node, int64_t *value)
{
    *value = json_object_get_int64(node);
    return json_object_is_type(node, json_type_int) != 0;
}

static size_t dom_count(dom_node array)
{
    return json_object_array_length(array);
}

static dom_cursor dom_first(dom_node array)
{
    size_t count = json_object_array_length(array);

    return (dom_cursor){.node = json_object_array_get_idx(array, 0),
                        .left = count > 0,
                        .array = array,
                        .count = count};
}

static void dom_next(dom_cursor *cursor)
{
    cursor->node = json_object_array_get_idx(cursor->array, ++cursor->at);
    cursor->left = cursor->at < cursor->count;
}

#include "dom.h"
#include "encoding.h"

static void *jsonc_open(const bench_input *input)
{
    dom_peer *peer = dom_open(input);

    if (peer == NULL) {
        return NULL;
    }
    peer->document.chunk = input->chunk;
    peer->document.parser = json_tokener_new();
    if (peer->document.parser == NULL) {
        dom_close(peer);
        return NULL;
    }
    json_tokener_set_flags(peer->document.parser,
                           JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    return peer;
}

static void jsonc_close(void *state)
{
    json_tokener_free(((dom_peer *)state)->document.parser);
    dom_close(state);
}

static bool jsonc_add(struct json_object *object, const char *name, dsi_string text)
{
    return json_object_object_add(
               object, name, json_object_new_string_len(text.data, (int)text.length)) ==
           0;
}

static bool jsonc_build(struct json_object *root, const dsi_rds_data_api_config *config)
{
    struct json_object *members = json_object_new_object();

    return json_object_object_add(root, "rdsDataApiConfig", members) == 0 &&
           jsonc_add(members, "resourceArn", config->resource_arn) &&
           jsonc_add(members, "secretArn", config->secret_arn) &&
           jsonc_add(members, "databaseName", config->database_name);
}

static bool jsonc_encode(encoding_peer *encoding, const dsi_start_request *request)
{
    struct json_object *root = json_object_new_object();
    const char *words = NULL;

    encoding->length = 0;
    if (root != NULL && jsonc_build(root, request->rds_data_api_config)) {
        words = json_object_to_json_string_length(
            root, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE,
            &encoding->length);
    }
    if (words != NULL && encoding->length <= ENCODING_ROOM) {
        memcpy(encoding->buffer, words, encoding->length);
    }
    json_object_put(root);
    return words != NULL && encoding->length <= ENCODING_ROOM;
}

static bool jsonc_run_encode(void *state, bench_result *result)
{
    return encoding_run(state, result, jsonc_encode);
}

static const char jsonc_note[] = "with its check of UTF-8, a cut character is an error";

const bench_contestant bench_jsonc[] = {
    {"json-c", BENCH_DECODE_REQUEST, BENCH_CHUNKS, NULL, jsonc_open, dom_run_request,
     dom_release, jsonc_close, dom_room},
    {"json-c", BENCH_DECODE_START, BENCH_CHUNKS, NULL, jsonc_open, dom_run_start,
     dom_release, jsonc_close, dom_room},
    {"json-c", BENCH_DECODE_GET, BENCH_CHUNKS, jsonc_note, jsonc_open, dom_run_get,
     dom_release, jsonc_close, dom_room},
    {"json-c", BENCH_ENCODE_REQUEST, 0, NULL, encoding_open, jsonc_run_encode, NULL,
     encoding_close, NULL},
    {.name = NULL},
};
