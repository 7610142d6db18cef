/*
 * schema/start.c - StartDataSourceIntrospection: its shapes, and the descriptor.
 *
 * The request names a cluster, a secret and a database; the response names the
 * introspection that has begun. The patterns stand here as published, for the words of
 * a violation. schema/arn has the automata that check them.
 *
 * Source: service model appsync-2017-07-25. The documented maxima are those of the Data
 * API, which AppSync calls in the end.
 */
#include "schema/agreement.h"
#include "schema/arn/arn.h"
#include "schema/operation.h"
#include "schema/rows.h"
#include "schema/shared.h"

#include <dsi/start.h>

/* ------------------------------------------- StartDataSourceIntrospectionRequest */

/*
 * The Data API takes ARNs of at most 570 characters, and database names of at most 64.
 */
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

DSI_SHAPE(static, resource_arn_type,
          dsi_string) = {.name = "RdsDataApiConfigResourceArn",
                         .kind = DSI_KIND_STRING,
                         .size = sizeof(dsi_string),
                         .constraint = &resource_arn_constraint};

DSI_SHAPE(static, secret_arn_type, dsi_string) = {.name = "RdsDataApiConfigSecretArn",
                                                  .kind = DSI_KIND_STRING,
                                                  .size = sizeof(dsi_string),
                                                  .constraint = &secret_arn_constraint};

DSI_SHAPE(static, database_name_type,
          dsi_string) = {.name = "RdsDataApiConfigDatabaseName",
                         .kind = DSI_KIND_STRING,
                         .size = sizeof(dsi_string),
                         .constraint = &database_name_constraint};

static const dsi_member config_members[] = {
    {DSI_REQUIRED(dsi_rds_data_api_config, resource_arn, "resourceArn",
                  resource_arn_type),
     DSI_HELP("ARN", "the Aurora cluster")},
    {DSI_REQUIRED(dsi_rds_data_api_config, secret_arn, "secretArn", secret_arn_type),
     DSI_HELP("ARN", "the secret with the credentials of its database")},
    {DSI_REQUIRED(dsi_rds_data_api_config, database_name, "databaseName",
                  database_name_type),
     DSI_HELP("NAME", "the database")},
};

DSI_SHAPE(static, config_type, const dsi_rds_data_api_config *) = {
    DSI_STRUCTURE("RdsDataApiConfig", dsi_rds_data_api_config, config_members),
    .agree = dsi_agree_rds_data_api_config};

static const dsi_member start_request_members[] = {
    {DSI_OPTIONAL(dsi_start_request, rds_data_api_config, "rdsDataApiConfig",
                  config_type)},
};

static const dsi_type start_request = {
    DSI_STRUCTURE("StartDataSourceIntrospectionRequest", dsi_start_request,
                  start_request_members),
    .levels = 2};

/* ------------------------------------------ StartDataSourceIntrospectionResponse */

static const dsi_member start_response_members[] = {
    {DSI_OPTIONAL(dsi_start_response, introspection_id, "introspectionId",
                  dsi_shape_string),
     DSI_HELP_ID},
    {DSI_OPTIONAL(dsi_start_response, introspection_status, "introspectionStatus",
                  dsi_shape_status),
     DSI_HELP_STATUS},
    {DSI_OPTIONAL(dsi_start_response, introspection_status_detail,
                  "introspectionStatusDetail", dsi_shape_string),
     DSI_HELP_DETAIL},
};

static const dsi_type start_response = {
    DSI_STRUCTURE("StartDataSourceIntrospectionResponse", dsi_start_response,
                  start_response_members),
    .levels = 1};

/* ----------------------------------------------------------------- the operation */

static const dsi_modelled_error start_errors[] = {{"BadRequestException", 400},
                                                  {"UnauthorizedException", 401},
                                                  {"NotFoundException", 404},
                                                  {"InternalFailureException", 500},
                                                  {NULL, 0}};

const dsi_operation dsi_operation_start = {.name = "StartDataSourceIntrospection",
                                           .method = "POST",
                                           .path = "/v1/datasources/introspections",
                                           .input = &start_request,
                                           .output = &start_response,
                                           .errors = start_errors,
                                           DSI_ANSWER_LAYOUT(dsi_start_answer)};
