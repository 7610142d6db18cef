/*
 * schema/get.c - GetDataSourceIntrospection: its shapes, and the descriptor.
 *
 * The request has no body: its rows say which member is a label of the path, and which
 * are in the query. The response holds a page of models. A field's type can wrap
 * another one, so a page can be nested to any depth.
 *
 * Source: service model appsync-2017-07-25.
 */
#include <dsi/get.h>

#include "schema/label.h"
#include "schema/operation.h"
#include "schema/rows.h"
#include "schema/shared.h"

/* --------------------------------------------- GetDataSourceIntrospectionRequest */

/*
 * The model has no bounds for the id. HTTP has: an empty label and a dot segment are
 * not sent as they are (RFC 3986, 5.2.4).
 */
static const dsi_constraint introspection_id_constraint = {
    .minimum = 1,
    .maximum = SIZE_MAX,
    .match = dsi_match_label,
    .mismatch = DSI_E_DOT_SEGMENT};

DSI_SHAPE(static, introspection_id_type,
          dsi_string) = {.name = "IntrospectionId",
                         .kind = DSI_KIND_STRING,
                         .size = sizeof(dsi_string),
                         .constraint = &introspection_id_constraint};

static const dsi_member get_request_members[] = {
    {DSI_LABEL(dsi_get_request, introspection_id, "introspectionId",
               introspection_id_type),
     DSI_HELP("ID", "as the response to the start-request gave it")},
    {DSI_QUERY(dsi_get_request, include_models_sdl, "includeModelsSDL",
               dsi_shape_boolean),
     DSI_HELP(NULL, "ask for each model's GraphQL schema")},
    {DSI_QUERY(dsi_get_request, next_token, "nextToken", dsi_shape_pagination_token),
     DSI_HELP("TOKEN", "the nextToken of the page before")},
    {DSI_QUERY(dsi_get_request, max_results, "maxResults", dsi_shape_max_results),
     DSI_HELP("N", "models per page; the published model allows 0 to 25")},
};

static const dsi_type get_request = {DSI_STRUCTURE("GetDataSourceIntrospectionRequest",
                                                   dsi_get_request,
                                                   get_request_members),
                                     .levels = 1};

/* -------------------------------------------- GetDataSourceIntrospectionResponse */

/* The one shape that has itself as a member. */
DSI_SHAPE(static, field_type_type, const dsi_model_field_type *);

static const dsi_member field_type_members[] = {
    {DSI_OPTIONAL(dsi_model_field_type, kind, "kind", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_model_field_type, name, "name", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_model_field_type, type, "type", field_type_type)},
    {DSI_OPTIONAL(dsi_model_field_type, values, "values", dsi_shape_strings)},
};

static const dsi_type field_type_type = {DSI_STRUCTURE(
    "DataSourceIntrospectionModelFieldType", dsi_model_field_type, field_type_members)};

static const dsi_member field_members[] = {
    {DSI_OPTIONAL(dsi_model_field, name, "name", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_model_field, type, "type", field_type_type)},
    {DSI_OPTIONAL(dsi_model_field, length, "length", dsi_shape_long)},
};

DSI_SHAPE(static, field_type, dsi_model_field) = {
    DSI_STRUCTURE("DataSourceIntrospectionModelField", dsi_model_field, field_members)};

DSI_SHAPE(static, fields_type, dsi_model_fields) = {
    DSI_LIST("DataSourceIntrospectionModelFields", dsi_model_fields, field_type)};

static const dsi_member index_members[] = {
    {DSI_OPTIONAL(dsi_model_index, name, "name", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_model_index, fields, "fields", dsi_shape_strings)},
};

DSI_SHAPE(static, index_type, const dsi_model_index *) = {
    DSI_STRUCTURE("DataSourceIntrospectionModelIndex", dsi_model_index, index_members)};

DSI_SHAPE(static, indexes_type, dsi_model_indexes) = {
    DSI_LIST("DataSourceIntrospectionModelIndexes", dsi_model_indexes, index_type)};

static const dsi_member model_members[] = {
    {DSI_OPTIONAL(dsi_model, name, "name", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_model, fields, "fields", fields_type)},
    {DSI_OPTIONAL(dsi_model, primary_key, "primaryKey", index_type)},
    {DSI_OPTIONAL(dsi_model, indexes, "indexes", indexes_type)},
    {DSI_OPTIONAL(dsi_model, sdl, "sdl", dsi_shape_string)},
};

const dsi_type dsi_shape_model = {
    DSI_STRUCTURE("DataSourceIntrospectionModel", dsi_model, model_members)};

DSI_SHAPE(static, models_type, dsi_models) = {
    DSI_LIST("DataSourceIntrospectionModels", dsi_models, dsi_shape_model)};

static const dsi_member result_members[] = {
    {DSI_OPTIONAL(dsi_introspection_result, models, "models", models_type)},
    {DSI_OPTIONAL(dsi_introspection_result, next_token, "nextToken",
                  dsi_shape_pagination_token)},
};

DSI_SHAPE(static, result_type, const dsi_introspection_result *) = {
    DSI_STRUCTURE("DataSourceIntrospectionResult", dsi_introspection_result,
                  result_members)};

static const dsi_member get_response_members[] = {
    {DSI_OPTIONAL(dsi_get_response, introspection_id, "introspectionId",
                  dsi_shape_string),
     DSI_HELP_ID},
    {DSI_OPTIONAL(dsi_get_response, introspection_status, "introspectionStatus",
                  dsi_shape_status),
     DSI_HELP_STATUS},
    {DSI_OPTIONAL(dsi_get_response, introspection_status_detail,
                  "introspectionStatusDetail", dsi_shape_string),
     DSI_HELP_DETAIL},
    /* A command line cannot express a page, and its token is of no use without it. */
    {DSI_OPTIONAL(dsi_get_response, introspection_result, "introspectionResult",
                  result_type),
     DSI_NO_FIELD},
};

static const dsi_type get_response = {DSI_STRUCTURE(
    "GetDataSourceIntrospectionResponse", dsi_get_response, get_response_members)};

/* ----------------------------------------------------------------- the operation */

static const dsi_modelled_error get_errors[] = {{"BadRequestException", 400},
                                                {"NotFoundException", 404},
                                                {"InternalFailureException", 500},
                                                {NULL, 0}};

const dsi_operation dsi_operation_get = {
    .name = "GetDataSourceIntrospection",
    .method = "GET",
    .path = "/v1/datasources/introspections/{introspectionId}",
    .input = &get_request,
    .output = &get_response,
    .errors = get_errors,
    .streamed = &models_type,
    .taken_offset = offsetof(dsi_get_answer, models_taken),
    DSI_ANSWER_LAYOUT(dsi_get_answer)};
