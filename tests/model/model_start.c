/* tests/model/model_start.c - the account of StartDataSourceIntrospection. */
#include "tests/model/rows.h"
#include "tests/model/typed.h"

static const model_rules resource_arn_rules = {
    .minimum = 20,
    .maximum = 2048,
    .documented_maximum = 570,
    .pattern = "^arn:[a-z-]*:rds:[a-z0-9-]*:\\d{12}:cluster:[0-9A-Za-z_/-]*$"};
static const model_shape resource_arn = STRING("RdsDataApiConfigResourceArn",
                                               &resource_arn_rules);

static const model_rules secret_arn_rules = {
    .minimum = 20,
    .maximum = 2048,
    .documented_maximum = 570,
    .pattern = "^arn:[a-z-]*:secretsmanager:[a-z0-9-]*:\\d{12}"
               ":secret:[0-9A-Za-z_/+=.@!-]*$"};
static const model_shape secret_arn = STRING("RdsDataApiConfigSecretArn",
                                             &secret_arn_rules);

static const model_rules database_name_rules = {
    .minimum = 1, .maximum = 128, .documented_maximum = 64};
static const model_shape database_name = STRING("RdsDataApiConfigDatabaseName",
                                                &database_name_rules);

static const model_member config_members[] = {
    REQUIRED(dsi_rds_data_api_config, resource_arn, "resourceArn", resource_arn),
    REQUIRED(dsi_rds_data_api_config, secret_arn, "secretArn", secret_arn),
    REQUIRED(dsi_rds_data_api_config, database_name, "databaseName", database_name),
    END};
static const model_shape config = STRUCTURE("RdsDataApiConfig", dsi_rds_data_api_config,
                                            config_members);

static const model_member request_members[] = {
    OPTIONAL(dsi_start_request, rds_data_api_config, "rdsDataApiConfig", config), END};
static const model_shape start_request = STRUCTURE(
    "StartDataSourceIntrospectionRequest", dsi_start_request, request_members);

static const model_member response_members[] = {
    OPTIONAL(dsi_start_response, introspection_id, "introspectionId", model_string),
    OPTIONAL(dsi_start_response, introspection_status, "introspectionStatus",
             model_status),
    OPTIONAL(dsi_start_response, introspection_status_detail,
             "introspectionStatusDetail", model_string),
    END};
static const model_shape start_response = STRUCTURE(
    "StartDataSourceIntrospectionResponse", dsi_start_response, response_members);

static const model_error errors[] = {{"BadRequestException", 400},
                                     {"InternalFailureException", 500},
                                     {"NotFoundException", 404},
                                     {"UnauthorizedException", 401},
                                     {NULL, 0}};

/* ---------------------------------------------------------------- typed functions */

TYPED_REQUEST(start_request)
TYPED_BODY(start_request)
TYPED_PATH(start_request)
TYPED_ANSWER(start_answer)
TYPED_KEPT(start_answer)

static const model_typed typed_request = {TYPED_REQUEST_ROWS(start_request),
                                          TYPED_BODY_ROWS(start_request)};
static const model_typed typed_response = {TYPED_ANSWER_ROWS(start_answer)};

/* ------------------------------------------------------------------ the operation */

const model_operation model_start = {.name = "StartDataSourceIntrospection",
                                     .stem = "start",
                                     .method = "POST",
                                     .path = "/v1/datasources/introspections",
                                     .input = &start_request,
                                     .output = &start_response,
                                     .errors = errors,
                                     ANSWER(dsi_start_answer),
                                     .request = &typed_request,
                                     .response = &typed_response,
                                     .request_sum = 0xa69fea75b441e6af,
                                     .response_sum = 0x7d30e29a6aeb078c};
