#include "fuzz/shape.h"

#include <string.h>

#define TEXT(structure, field, wire)                                                   \
    {                                                                                  \
        (wire), offsetof(structure, field), &text                                      \
    }
#define MEMBER(structure, field, wire, type)                                           \
    {                                                                                  \
        (wire), offsetof(structure, field), &(type)                                    \
    }
#define END                                                                            \
    {                                                                                  \
        NULL, 0, NULL                                                                  \
    }
#define STRUCTURE(structure, rows)                                                     \
    {                                                                                  \
        .kind = SHAPE_STRUCT, .size = sizeof(structure), .members = (rows)             \
    }
#define LIST(structure, item)                                                          \
    {                                                                                  \
        .kind = SHAPE_LIST, .size = sizeof(structure), .element = &(item)              \
    }

static const char *const status_values[] = {"PROCESSING", "FAILED", "SUCCESS", NULL};
static const char *const reason_values[] = {"CODE_ERROR", NULL};

static const shape text = {.kind = SHAPE_TEXT, .size = sizeof(dsi_string)};
static const shape status = {
    .kind = SHAPE_ENUM, .size = sizeof(shape_enum), .values = status_values};
static const shape reason = {
    .kind = SHAPE_ENUM, .size = sizeof(shape_enum), .values = reason_values};
static const shape int32 = {.kind = SHAPE_INT32, .size = sizeof(dsi_optional_int32)};
static const shape int64 = {.kind = SHAPE_INT64, .size = sizeof(dsi_optional_int64)};
static const shape boolean = {.kind = SHAPE_BOOLEAN, .size = sizeof(dsi_optional_bool)};
static const shape texts = LIST(dsi_strings, text);

/* ------------------------------------------------------------------------ Start */

static const shape_member config_members[] = {
    TEXT(dsi_rds_data_api_config, resource_arn, "resourceArn"),
    TEXT(dsi_rds_data_api_config, secret_arn, "secretArn"),
    TEXT(dsi_rds_data_api_config, database_name, "databaseName"), END};
static const shape config = STRUCTURE(dsi_rds_data_api_config, config_members);

static const shape_member start_request_members[] = {
    MEMBER(dsi_start_request, rds_data_api_config, "rdsDataApiConfig", config), END};
const shape shape_start_request = STRUCTURE(dsi_start_request, start_request_members);

static const shape_member start_response_members[] = {
    TEXT(dsi_start_response, introspection_id, "introspectionId"),
    MEMBER(dsi_start_response, introspection_status, "introspectionStatus", status),
    TEXT(dsi_start_response, introspection_status_detail, "introspectionStatusDetail"),
    END};
const shape shape_start_response = STRUCTURE(dsi_start_response,
                                             start_response_members);

/* -------------------------------------------------------------------------- Get */

static const shape_member get_request_members[] = {
    TEXT(dsi_get_request, introspection_id, "introspectionId"),
    MEMBER(dsi_get_request, include_models_sdl, "includeModelsSDL", boolean),
    TEXT(dsi_get_request, next_token, "nextToken"),
    MEMBER(dsi_get_request, max_results, "maxResults", int32), END};
const shape shape_get_request = STRUCTURE(dsi_get_request, get_request_members);

static const shape field_type;
static const shape_member field_type_members[] = {
    TEXT(dsi_model_field_type, kind, "kind"), TEXT(dsi_model_field_type, name, "name"),
    MEMBER(dsi_model_field_type, type, "type", field_type),
    MEMBER(dsi_model_field_type, values, "values", texts), END};
static const shape field_type = STRUCTURE(dsi_model_field_type, field_type_members);

static const shape_member field_members[] = {
    TEXT(dsi_model_field, name, "name"),
    MEMBER(dsi_model_field, type, "type", field_type),
    MEMBER(dsi_model_field, length, "length", int64), END};
static const shape field = STRUCTURE(dsi_model_field, field_members);
static const shape fields = LIST(dsi_model_fields, field);

static const shape_member index_members[] = {
    TEXT(dsi_model_index, name, "name"),
    MEMBER(dsi_model_index, fields, "fields", texts), END};
static const shape key = STRUCTURE(dsi_model_index, index_members);
static const shape keys = LIST(dsi_model_indexes, key);

static const shape_member model_members[] = {
    TEXT(dsi_model, name, "name"),
    MEMBER(dsi_model, fields, "fields", fields),
    MEMBER(dsi_model, primary_key, "primaryKey", key),
    MEMBER(dsi_model, indexes, "indexes", keys),
    TEXT(dsi_model, sdl, "sdl"),
    END};
static const shape model = STRUCTURE(dsi_model, model_members);
static const shape models = LIST(dsi_models, model);

static const shape_member result_members[] = {
    MEMBER(dsi_introspection_result, models, "models", models),
    TEXT(dsi_introspection_result, next_token, "nextToken"), END};
static const shape result = STRUCTURE(dsi_introspection_result, result_members);

static const shape_member get_response_members[] = {
    TEXT(dsi_get_response, introspection_id, "introspectionId"),
    MEMBER(dsi_get_response, introspection_status, "introspectionStatus", status),
    TEXT(dsi_get_response, introspection_status_detail, "introspectionStatusDetail"),
    MEMBER(dsi_get_response, introspection_result, "introspectionResult", result), END};
const shape shape_get_response = STRUCTURE(dsi_get_response, get_response_members);

/* ----------------------------------------------------------------------- errors */

static const shape_member location_members[] = {
    MEMBER(dsi_code_error_location, line, "line", int32),
    MEMBER(dsi_code_error_location, column, "column", int32),
    MEMBER(dsi_code_error_location, span, "span", int32), END};
static const shape location = STRUCTURE(dsi_code_error_location, location_members);

static const shape_member code_error_members[] = {
    TEXT(dsi_code_error, error_type, "errorType"), TEXT(dsi_code_error, value, "value"),
    MEMBER(dsi_code_error, location, "location", location), END};
static const shape code_error = STRUCTURE(dsi_code_error, code_error_members);
static const shape code_errors = LIST(dsi_code_errors, code_error);

static const shape_member detail_members[] = {
    MEMBER(dsi_bad_request_detail, code_errors, "codeErrors", code_errors), END};
static const shape detail = STRUCTURE(dsi_bad_request_detail, detail_members);

static const shape_member exception_members[] = {
    TEXT(dsi_service_error, message, "message"),
    MEMBER(dsi_service_error, reason, "reason", reason),
    MEMBER(dsi_service_error, detail, "detail", detail), END};
const shape shape_exception = STRUCTURE(dsi_service_error, exception_members);

/* ------------------------------------------------------------------- the values */

shape_enum shape_get_enum(const void *place)
{
    shape_enum value;

    memcpy(&value, place, sizeof value);
    return value;
}

shape_list shape_get_list(const void *place)
{
    shape_list list;

    memcpy(&list, place, sizeof list);
    return list;
}

dsi_string shape_get_text(const shape *type, const void *place)
{
    return type->kind == SHAPE_ENUM ? shape_get_enum(place).text
                                    : *(const dsi_string *)place;
}

int64_t shape_get_integer(const shape *type, const void *place)
{
    return type->kind == SHAPE_INT32 ? ((const dsi_optional_int32 *)place)->value
                                     : ((const dsi_optional_int64 *)place)->value;
}

const void *shape_get(const shape_member *member, const void *object)
{
    const void *place = (const char *)object + member->offset;
    const void *pointer;
    bool is_set = true;

    switch (member->shape->kind) {
    case SHAPE_STRUCT:
        memcpy(&pointer, place, sizeof pointer);
        return pointer;
    case SHAPE_LIST:
        is_set = shape_get_list(place).items != NULL;
        break;
    case SHAPE_INT32:
        is_set = ((const dsi_optional_int32 *)place)->present;
        break;
    case SHAPE_INT64:
        is_set = ((const dsi_optional_int64 *)place)->present;
        break;
    case SHAPE_BOOLEAN:
        is_set = ((const dsi_optional_bool *)place)->present;
        break;
    default:
        is_set = shape_get_text(member->shape, place).data != NULL;
    }
    return is_set ? place : NULL;
}

const void *shape_item(const shape *type, const shape_list *list, size_t i)
{
    return (const char *)list->items + i * type->element->size;
}
