/* The tables. Rows stand in the model's order, which is the order of encoding. */
#include "schema/shapes.h"

#include "schema/agreement.h"
#include "schema/arn.h"
#include "schema/label.h"

#include <dsi/get.h>
#include <dsi/start.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

#define BOUND(structure, field, wire, shape, is_required, where)                       \
    {                                                                                  \
        .name = (wire), .name_length = sizeof(wire) - 1,                               \
        .offset = offsetof(structure, field), .type = &(shape),                        \
        .required = (is_required), .location = (where)                                 \
    }
#define OPTIONAL(structure, field, wire, shape)                                        \
    BOUND(structure, field, wire, shape, false, DSI_IN_BODY)
#define REQUIRED(structure, field, wire, shape)                                        \
    BOUND(structure, field, wire, shape, true, DSI_IN_BODY)
#define LABEL(structure, field, wire, shape)                                           \
    BOUND(structure, field, wire, shape, true, DSI_IN_PATH)
#define QUERY(structure, field, wire, shape)                                           \
    BOUND(structure, field, wire, shape, false, DSI_IN_QUERY)

#define STRUCTURE(shape, structure, rows)                                              \
    .name = (shape), .kind = DSI_KIND_STRUCT, .size = sizeof(structure),               \
    .members = (rows), .member_count = COUNT(rows)

#define LIST(shape, structure, item)                                                   \
    .name = (shape), .kind = DSI_KIND_LIST, .size = sizeof(structure),                 \
    .element = &(item)

/* A typed enum or list must lie in memory as its generic face does. */
#define SAME_ENUM(typed)                                                               \
    _Static_assert(sizeof(typed) == sizeof(dsi_enum_value) &&                          \
                       sizeof(((typed *)NULL)->value) == sizeof(dsi_tag) &&            \
                       offsetof(typed, text) == offsetof(dsi_enum_value, text),        \
                   #typed)
#define SAME_LIST(typed)                                                               \
    _Static_assert(sizeof(typed) == sizeof(dsi_list) &&                                \
                       offsetof(typed, count) == offsetof(dsi_list, count) &&          \
                       offsetof(typed, dropped) == offsetof(dsi_list, dropped),        \
                   #typed)

SAME_ENUM(dsi_introspection_status_text);
SAME_ENUM(dsi_bad_request_reason_text);
SAME_LIST(dsi_code_errors);
SAME_LIST(dsi_strings);
SAME_LIST(dsi_model_fields);
SAME_LIST(dsi_model_indexes);
SAME_LIST(dsi_models);

/* ---------------------------------------------------------------- simple shapes */

static const dsi_type string_type = {
    .name = "String", .kind = DSI_KIND_STRING, .size = sizeof(dsi_string)};

static const dsi_type integer_type = {
    .name = "Integer", .kind = DSI_KIND_INT32, .size = sizeof(dsi_optional_int32)};

static const dsi_type long_type = {
    .name = "Long", .kind = DSI_KIND_INT64, .size = sizeof(dsi_optional_int64)};

static const dsi_type boolean_type = {
    .name = "Boolean", .kind = DSI_KIND_BOOLEAN, .size = sizeof(dsi_optional_bool)};

static const char *const status_values[] = {"PROCESSING", "FAILED", "SUCCESS"};

const dsi_type dsi_type_status = {.name = "DataSourceIntrospectionStatus",
                                  .kind = DSI_KIND_ENUM,
                                  .size = sizeof(dsi_introspection_status_text),
                                  .values = status_values,
                                  .value_count = COUNT(status_values)};

static const char *const reason_values[] = {"CODE_ERROR"};

static const dsi_type reason_type = {.name = "BadRequestReason",
                                     .kind = DSI_KIND_ENUM,
                                     .size = sizeof(dsi_bad_request_reason_text),
                                     .values = reason_values,
                                     .value_count = COUNT(reason_values)};

/* ------------------------------------------- StartDataSourceIntrospectionRequest */

/* The Data API takes ARNs of at most 570 characters and database names of 64. */
static const dsi_constraint resource_arn_constraint = {
    .minimum = 20,
    .maximum = DSI_ARN_LENGTH_MAX,
    .pattern = "^arn:[a-z-]*:rds:[a-z0-9-]*:\\d{12}:cluster:[0-9A-Za-z_/-]*$",
    .match = dsi_match_rds_cluster,
    .ascii = true,
    .documented_maximum = 570};

static const dsi_constraint secret_arn_constraint = {
    .minimum = 20,
    .maximum = DSI_ARN_LENGTH_MAX,
    .pattern = "^arn:[a-z-]*:secretsmanager:[a-z0-9-]*:\\d{12}:secret:"
               "[0-9A-Za-z_/+=.@!-]*$",
    .match = dsi_match_secret,
    .ascii = true,
    .documented_maximum = 570};

static const dsi_constraint database_name_constraint = {
    .minimum = 1, .maximum = 128, .documented_maximum = 64};

static const dsi_type resource_arn_type = {.name = "RdsDataApiConfigResourceArn",
                                           .kind = DSI_KIND_STRING,
                                           .size = sizeof(dsi_string),
                                           .constraint = &resource_arn_constraint};

static const dsi_type secret_arn_type = {.name = "RdsDataApiConfigSecretArn",
                                         .kind = DSI_KIND_STRING,
                                         .size = sizeof(dsi_string),
                                         .constraint = &secret_arn_constraint};

static const dsi_type database_name_type = {.name = "RdsDataApiConfigDatabaseName",
                                            .kind = DSI_KIND_STRING,
                                            .size = sizeof(dsi_string),
                                            .constraint = &database_name_constraint};

static const dsi_member config_members[] = {
    REQUIRED(dsi_rds_data_api_config, resource_arn, "resourceArn", resource_arn_type),
    REQUIRED(dsi_rds_data_api_config, secret_arn, "secretArn", secret_arn_type),
    REQUIRED(dsi_rds_data_api_config, database_name, "databaseName",
             database_name_type),
};

static const dsi_type config_type = {
    STRUCTURE("RdsDataApiConfig", dsi_rds_data_api_config, config_members),
    .agree = dsi_agree_rds_data_api_config};

static const dsi_member start_request_members[] = {
    OPTIONAL(dsi_start_request, rds_data_api_config, "rdsDataApiConfig", config_type),
};

const dsi_type dsi_type_start_request = {STRUCTURE(
    "StartDataSourceIntrospectionRequest", dsi_start_request, start_request_members)};

/* ------------------------------------------ StartDataSourceIntrospectionResponse */

static const dsi_member start_response_members[] = {
    OPTIONAL(dsi_start_response, introspection_id, "introspectionId", string_type),
    OPTIONAL(dsi_start_response, introspection_status, "introspectionStatus",
             dsi_type_status),
    OPTIONAL(dsi_start_response, introspection_status_detail,
             "introspectionStatusDetail", string_type),
};

const dsi_type dsi_type_start_response = {
    STRUCTURE("StartDataSourceIntrospectionResponse", dsi_start_response,
              start_response_members)};

/* --------------------------------------------- GetDataSourceIntrospectionRequest */

/* The model has no bounds for it; the path has. */
static const dsi_constraint introspection_id_constraint = {
    .minimum = 1,
    .maximum = SIZE_MAX,
    .match = dsi_match_label,
    .mismatch = DSI_E_DOT_SEGMENT};

static const dsi_type introspection_id_type = {
    .name = "IntrospectionId",
    .kind = DSI_KIND_STRING,
    .size = sizeof(dsi_string),
    .constraint = &introspection_id_constraint};

/* One edition of the model leaves the anchors out; the whole string is meant. */
static const dsi_constraint pagination_token_constraint = {
    .minimum = 1,
    .maximum = 65536,
    .pattern = "^[\\S]+$",
    .match = dsi_match_pagination_token};

static const dsi_type pagination_token_type = {
    .name = "PaginationToken",
    .kind = DSI_KIND_STRING,
    .size = sizeof(dsi_string),
    .constraint = &pagination_token_constraint};

static const dsi_constraint max_results_constraint = {.minimum = 0, .maximum = 25};

static const dsi_type max_results_type = {.name = "MaxResults",
                                          .kind = DSI_KIND_INT32,
                                          .size = sizeof(dsi_optional_int32),
                                          .constraint = &max_results_constraint};

static const dsi_member get_request_members[] = {
    LABEL(dsi_get_request, introspection_id, "introspectionId", introspection_id_type),
    QUERY(dsi_get_request, include_models_sdl, "includeModelsSDL", boolean_type),
    QUERY(dsi_get_request, next_token, "nextToken", pagination_token_type),
    QUERY(dsi_get_request, max_results, "maxResults", max_results_type),
};

const dsi_type dsi_type_get_request = {STRUCTURE("GetDataSourceIntrospectionRequest",
                                                 dsi_get_request, get_request_members)};

/* -------------------------------------------- GetDataSourceIntrospectionResponse */

static const dsi_type strings_type = {LIST("Strings", dsi_strings, string_type)};

/* The one shape that has itself as a member. */
static const dsi_type field_type_type;

static const dsi_member field_type_members[] = {
    OPTIONAL(dsi_model_field_type, kind, "kind", string_type),
    OPTIONAL(dsi_model_field_type, name, "name", string_type),
    OPTIONAL(dsi_model_field_type, type, "type", field_type_type),
    OPTIONAL(dsi_model_field_type, values, "values", strings_type),
};

static const dsi_type field_type_type = {STRUCTURE(
    "DataSourceIntrospectionModelFieldType", dsi_model_field_type, field_type_members)};

static const dsi_member field_members[] = {
    OPTIONAL(dsi_model_field, name, "name", string_type),
    OPTIONAL(dsi_model_field, type, "type", field_type_type),
    OPTIONAL(dsi_model_field, length, "length", long_type),
};

static const dsi_type field_type = {
    STRUCTURE("DataSourceIntrospectionModelField", dsi_model_field, field_members)};

static const dsi_type fields_type = {
    LIST("DataSourceIntrospectionModelFields", dsi_model_fields, field_type)};

static const dsi_member index_members[] = {
    OPTIONAL(dsi_model_index, name, "name", string_type),
    OPTIONAL(dsi_model_index, fields, "fields", strings_type),
};

static const dsi_type index_type = {
    STRUCTURE("DataSourceIntrospectionModelIndex", dsi_model_index, index_members)};

static const dsi_type indexes_type = {
    LIST("DataSourceIntrospectionModelIndexes", dsi_model_indexes, index_type)};

static const dsi_member model_members[] = {
    OPTIONAL(dsi_model, name, "name", string_type),
    OPTIONAL(dsi_model, fields, "fields", fields_type),
    OPTIONAL(dsi_model, primary_key, "primaryKey", index_type),
    OPTIONAL(dsi_model, indexes, "indexes", indexes_type),
    OPTIONAL(dsi_model, sdl, "sdl", string_type),
};

const dsi_type dsi_type_model = {
    STRUCTURE("DataSourceIntrospectionModel", dsi_model, model_members)};

const dsi_type dsi_type_models = {
    LIST("DataSourceIntrospectionModels", dsi_models, dsi_type_model)};

static const dsi_member result_members[] = {
    OPTIONAL(dsi_introspection_result, models, "models", dsi_type_models),
    OPTIONAL(dsi_introspection_result, next_token, "nextToken", pagination_token_type),
};

static const dsi_type result_type = {STRUCTURE(
    "DataSourceIntrospectionResult", dsi_introspection_result, result_members)};

static const dsi_member get_response_members[] = {
    OPTIONAL(dsi_get_response, introspection_id, "introspectionId", string_type),
    OPTIONAL(dsi_get_response, introspection_status, "introspectionStatus",
             dsi_type_status),
    OPTIONAL(dsi_get_response, introspection_status_detail, "introspectionStatusDetail",
             string_type),
    OPTIONAL(dsi_get_response, introspection_result, "introspectionResult",
             result_type),
};

const dsi_type dsi_type_get_response = {STRUCTURE(
    "GetDataSourceIntrospectionResponse", dsi_get_response, get_response_members)};

/* ----------------------------------------------------------------- error answers */

static const dsi_member location_members[] = {
    OPTIONAL(dsi_code_error_location, line, "line", integer_type),
    OPTIONAL(dsi_code_error_location, column, "column", integer_type),
    OPTIONAL(dsi_code_error_location, span, "span", integer_type),
};

static const dsi_type location_type = {
    STRUCTURE("CodeErrorLocation", dsi_code_error_location, location_members)};

static const dsi_member code_error_members[] = {
    OPTIONAL(dsi_code_error, error_type, "errorType", string_type),
    OPTIONAL(dsi_code_error, value, "value", string_type),
    OPTIONAL(dsi_code_error, location, "location", location_type),
};

static const dsi_type code_error_type = {
    STRUCTURE("CodeError", dsi_code_error, code_error_members)};

static const dsi_type code_errors_type = {
    LIST("CodeErrors", dsi_code_errors, code_error_type)};

static const dsi_member detail_members[] = {
    OPTIONAL(dsi_bad_request_detail, code_errors, "codeErrors", code_errors_type),
};

static const dsi_type detail_type = {
    STRUCTURE("BadRequestDetail", dsi_bad_request_detail, detail_members)};

static const dsi_member exception_members[] = {
    OPTIONAL(dsi_exception, message, "message", string_type),
    OPTIONAL(dsi_exception, reason, "reason", reason_type),
    OPTIONAL(dsi_exception, detail, "detail", detail_type),
};

const dsi_type dsi_type_exception = {
    STRUCTURE("BadRequestException", dsi_exception, exception_members)};

static const dsi_member error_body_members[] = {
    OPTIONAL(dsi_error_body, message, "message", string_type),
    OPTIONAL(dsi_error_body, reason, "reason", reason_type),
    OPTIONAL(dsi_error_body, detail, "detail", detail_type),
    OPTIONAL(dsi_error_body, capital_message, "Message", string_type),
    OPTIONAL(dsi_error_body, error_message, "errorMessage", string_type),
    OPTIONAL(dsi_error_body, code, "code", string_type),
    OPTIONAL(dsi_error_body, capital_code, "Code", string_type),
    OPTIONAL(dsi_error_body, type, "__type", string_type),
};

const dsi_type dsi_type_error_body = {
    STRUCTURE("ErrorBody", dsi_error_body, error_body_members)};

static const dsi_member unread_report_members[] = {
    OPTIONAL(dsi_unread_report, code, "code", string_type),
    OPTIONAL(dsi_unread_report, offset, "offset", long_type),
};

static const dsi_type unread_report_type = {
    STRUCTURE("UnreadReport", dsi_unread_report, unread_report_members)};

static const dsi_member error_report_members[] = {
    OPTIONAL(dsi_error_report, type, "type", string_type),
    OPTIONAL(dsi_error_report, status, "status", integer_type),
    OPTIONAL(dsi_error_report, fault, "fault", string_type),
    OPTIONAL(dsi_error_report, error_class, "class", string_type),
    OPTIONAL(dsi_error_report, message, "message", string_type),
    OPTIONAL(dsi_error_report, reason, "reason", reason_type),
    OPTIONAL(dsi_error_report, detail, "detail", detail_type),
    OPTIONAL(dsi_error_report, request_id, "requestId", string_type),
    OPTIONAL(dsi_error_report, unread, "unread", unread_report_type),
    OPTIONAL(dsi_error_report, retry_after_ms, "retryAfterMs", long_type),
};

const dsi_type dsi_type_error_report = {
    STRUCTURE("ErrorReport", dsi_error_report, error_report_members)};
