/* tests/model/model_get.c - the account of GetDataSourceIntrospection. */
#include "tests/model/rows.h"
#include "tests/model/typed.h"

/* --------------------------------------------------------------------- the request */

static const model_rules id_rules = {
    .minimum = 1, .maximum = SIZE_MAX, .mismatch = DSI_E_DOT_SEGMENT};
static const model_shape id = STRING("IntrospectionId", &id_rules);

static const model_member request_members[] = {
    LABEL(dsi_get_request, introspection_id, "introspectionId", id),
    QUERY(dsi_get_request, include_models_sdl, "includeModelsSDL", model_boolean),
    QUERY(dsi_get_request, next_token, "nextToken", model_token),
    QUERY(dsi_get_request, max_results, "maxResults", model_max_results), END};
static const model_shape get_request = STRUCTURE("GetDataSourceIntrospectionRequest",
                                                 dsi_get_request, request_members);

/* -------------------------------------------------------------------- the response */

static const model_shape field_type;
static const model_member field_type_members[] = {
    OPTIONAL(dsi_model_field_type, kind, "kind", model_string),
    OPTIONAL(dsi_model_field_type, name, "name", model_string),
    OPTIONAL(dsi_model_field_type, type, "type", field_type),
    OPTIONAL(dsi_model_field_type, values, "values", model_strings), END};
static const model_shape field_type = STRUCTURE(
    "DataSourceIntrospectionModelFieldType", dsi_model_field_type, field_type_members);

static const model_member field_members[] = {
    OPTIONAL(dsi_model_field, name, "name", model_string),
    OPTIONAL(dsi_model_field, type, "type", field_type),
    OPTIONAL(dsi_model_field, length, "length", model_long), END};
static const model_shape field = STRUCTURE("DataSourceIntrospectionModelField",
                                           dsi_model_field, field_members);
static const model_shape fields = LIST("DataSourceIntrospectionModelFields",
                                       dsi_model_fields, field);

static const model_member index_members[] = {
    OPTIONAL(dsi_model_index, name, "name", model_string),
    OPTIONAL(dsi_model_index, fields, "fields", model_strings), END};
static const model_shape key = STRUCTURE("DataSourceIntrospectionModelIndex",
                                         dsi_model_index, index_members);
static const model_shape keys = LIST("DataSourceIntrospectionModelIndexes",
                                     dsi_model_indexes, key);

static const model_member table_members[] = {
    OPTIONAL(dsi_model, name, "name", model_string),
    OPTIONAL(dsi_model, fields, "fields", fields),
    OPTIONAL(dsi_model, primary_key, "primaryKey", key),
    OPTIONAL(dsi_model, indexes, "indexes", keys),
    OPTIONAL(dsi_model, sdl, "sdl", model_string),
    END};
static const model_shape table = STRUCTURE("DataSourceIntrospectionModel", dsi_model,
                                           table_members);
static const model_shape tables = LIST("DataSourceIntrospectionModels", dsi_models,
                                       table);

static const model_member result_members[] = {
    OPTIONAL(dsi_introspection_result, models, "models", tables),
    OPTIONAL(dsi_introspection_result, next_token, "nextToken", model_token), END};
static const model_shape result = STRUCTURE("DataSourceIntrospectionResult",
                                            dsi_introspection_result, result_members);

static const model_member response_members[] = {
    OPTIONAL(dsi_get_response, introspection_id, "introspectionId", model_string),
    OPTIONAL(dsi_get_response, introspection_status, "introspectionStatus",
             model_status),
    OPTIONAL(dsi_get_response, introspection_status_detail, "introspectionStatusDetail",
             model_string),
    OPTIONAL(dsi_get_response, introspection_result, "introspectionResult", result),
    END};
static const model_shape get_response = STRUCTURE("GetDataSourceIntrospectionResponse",
                                                  dsi_get_response, response_members);

static const model_error errors[] = {{"BadRequestException", 400},
                                     {"InternalFailureException", 500},
                                     {"NotFoundException", 404},
                                     {NULL, 0}};

/* ---------------------------------------------------------------- typed functions */

TYPED_REQUEST(get_request)
TYPED_TARGET(get_request)
TYPED_ANSWER(get_answer)

static bool get_take_model(void *context, const dsi_model *model)
{
    const dsi_item_sink *items = context;

    return items->take(items->context, model);
}

static dsi_model_sink get_models(const dsi_message_options *options)
{
    return (dsi_model_sink){.take = get_take_model, .context = (void *)&options->items};
}

static dsi_decoder *get_answer_begin(void *block, size_t size,
                                     const dsi_message_options *options,
                                     dsi_error *error)
{
    const dsi_model_sink models = get_models(options);

    return dsi_get_answer_begin(block, size, &options->head,
                                options->items.take != NULL ? &models : NULL,
                                &options->decode, error);
}

static const void *get_answer_decode(void *block, size_t size, dsi_string body,
                                     const dsi_message_options *options,
                                     dsi_error *error)
{
    const dsi_model_sink models = get_models(options);

    return dsi_get_answer_decode(block, size, &options->head, body,
                                 options->items.take != NULL ? &models : NULL,
                                 &options->decode, error);
}

static bool get_next_model(void *context, const dsi_model **model)
{
    const model_source *source = context;

    *model = source->next(source->context);
    return true;
}

static bool get_models_write(const void *answer, const model_source *source,
                             const dsi_sink *sink, dsi_error *error)
{
    dsi_model_source models = {.next = get_next_model, .context = (void *)source};

    return dsi_get_answer_models_write(answer, &models, sink, NULL, error);
}

static const model_typed typed_request = {TYPED_REQUEST_ROWS(get_request),
                                          TYPED_TARGET_ROWS(get_request)};
static const model_typed typed_response = {TYPED_ANSWER_ROWS(get_answer),
                                           .write_items = get_models_write};

/* ------------------------------------------------------------------ the operation */

const model_operation model_get = {
    .name = "GetDataSourceIntrospection",
    .stem = "get",
    .method = "GET",
    .path = "/v1/datasources/introspections/{introspectionId}",
    .input = &get_request,
    .output = &get_response,
    .errors = errors,
    .items = "/introspectionResult/models",
    ANSWER(dsi_get_answer),
    .answer.taken = offsetof(dsi_get_answer, models_taken),
    .request = &typed_request,
    .response = &typed_response,
    .request_sum = 0x4a864b66180335d1,
    .response_sum = 0xcf5afcf08d3e379d};
