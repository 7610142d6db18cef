/* cJSON. It does not check UTF-8. */
#include <cjson/cJSON.h>

#include "bench.h"

typedef const cJSON *dom_node;

typedef struct dom_cursor {
    dom_node node;
    bool left;
} dom_cursor;

typedef struct dom_document {
    cJSON *root;
} dom_document;

static bool dom_parse(dom_document *document, dsi_string body)
{
    document->root = cJSON_ParseWithLengthOpts(body.data, body.length + 1, NULL, true);
    return document->root != NULL;
}

static void dom_free(dom_document *document)
{
    cJSON_Delete(document->root);
}

static dom_node dom_root(const dom_document *document)
{
    return document->root;
}

static dom_node dom_member(dom_node object, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

static bool dom_is_absent(dom_node node)
{
    return node == NULL || cJSON_IsNull(node);
}

static bool dom_is_object(dom_node node)
{
    return cJSON_IsObject(node);
}

static bool dom_is_array(dom_node node)
{
    return cJSON_IsArray(node);
}

static bool dom_text(dom_node node, dsi_string *text)
{
    *text = dsi_str(node->valuestring);
    return cJSON_IsString(node);
}

static bool dom_integer(dom_node node, int64_t *value)
{
    *value = (int64_t)node->valuedouble;
    return cJSON_IsNumber(node) && (double)*value == node->valuedouble;
}

static size_t dom_count(dom_node array)
{
    return (size_t)cJSON_GetArraySize(array);
}

static dom_cursor dom_first(dom_node array)
{
    return (dom_cursor){.node = array->child, .left = array->child != NULL};
}

static void dom_next(dom_cursor *cursor)
{
    cursor->node = cursor->node->next;
    cursor->left = cursor->node != NULL;
}

#include "dom.h"
#include "encoding.h"

static void *cjson_open_regexec(const bench_input *input)
{
    return dom_open_with(input, BENCH_REGEXEC);
}

static bool cjson_build(cJSON *root, const dsi_rds_data_api_config *config)
{
    cJSON *object = cJSON_AddObjectToObject(root, "rdsDataApiConfig");

    return object != NULL &&
           cJSON_AddStringToObject(object, "resourceArn", config->resource_arn.data) &&
           cJSON_AddStringToObject(object, "secretArn", config->secret_arn.data) &&
           cJSON_AddStringToObject(object, "databaseName", config->database_name.data);
}

static bool cjson_encode(encoding_peer *encoding, const dsi_start_request *request)
{
    cJSON *root = cJSON_CreateObject();
    bool good = root != NULL && cjson_build(root, request->rds_data_api_config) &&
                cJSON_PrintPreallocated(root, encoding->buffer, ENCODING_ROOM, 0);

    encoding->length = good ? strlen(encoding->buffer) : 0;
    cJSON_Delete(root);
    return good;
}

static bool cjson_run_encode(void *state, bench_result *result)
{
    return encoding_run(state, result, cjson_encode);
}

static const char cjson_note[] = "UTF-8 is not checked";

const bench_contestant bench_cjson[] = {
    {"cjson", BENCH_DECODE_REQUEST, 0, cjson_note, dom_open, dom_run_request,
     dom_release, dom_close, dom_room},
    {"cjson+regexec", BENCH_DECODE_REQUEST, 0, cjson_note, cjson_open_regexec,
     dom_run_request, dom_release, dom_close, dom_room},
    {"cjson", BENCH_DECODE_START, 0, cjson_note, dom_open, dom_run_start, dom_release,
     dom_close, dom_room},
    {"cjson", BENCH_DECODE_GET, 0, cjson_note, dom_open, dom_run_get, dom_release,
     dom_close, dom_room},
    {"cjson", BENCH_ENCODE_REQUEST, 0, cjson_note, encoding_open, cjson_run_encode,
     NULL, encoding_close, NULL},
    {.name = NULL},
};
