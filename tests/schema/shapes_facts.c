#include "tests/schema/shapes_facts.h"

#include <string.h>

const shape_fact shape_facts[] = {
    {.name = "StartDataSourceIntrospectionRequest",
     .kind = DSI_KIND_STRUCT,
     .members = {{"rdsDataApiConfig", "RdsDataApiConfig", false}}},
    {.name = "RdsDataApiConfig",
     .kind = DSI_KIND_STRUCT,
     .members = {{"resourceArn", "RdsDataApiConfigResourceArn", true},
                 {"secretArn", "RdsDataApiConfigSecretArn", true},
                 {"databaseName", "RdsDataApiConfigDatabaseName", true}}},
    {.name = "RdsDataApiConfigResourceArn",
     .kind = DSI_KIND_STRING,
     .constrained = true,
     .minimum = 20,
     .maximum = 2048,
     .documented_maximum = 570,
     .pattern = "^arn:[a-z-]*:rds:[a-z0-9-]*:\\d{12}:cluster:[0-9A-Za-z_/-]*$"},
    {.name = "RdsDataApiConfigSecretArn",
     .kind = DSI_KIND_STRING,
     .constrained = true,
     .minimum = 20,
     .maximum = 2048,
     .documented_maximum = 570,
     .pattern = "^arn:[a-z-]*:secretsmanager:[a-z0-9-]*:\\d{12}"
                ":secret:[0-9A-Za-z_/+=.@!-]*$"},
    {.name = "RdsDataApiConfigDatabaseName",
     .kind = DSI_KIND_STRING,
     .constrained = true,
     .minimum = 1,
     .maximum = 128,
     .documented_maximum = 64},
    {.name = "StartDataSourceIntrospectionResponse",
     .kind = DSI_KIND_STRUCT,
     .members = {{"introspectionId", "String", false},
                 {"introspectionStatus", "DataSourceIntrospectionStatus", false},
                 {"introspectionStatusDetail", "String", false}}},
    {.name = "DataSourceIntrospectionStatus",
     .kind = DSI_KIND_ENUM,
     .values = {"PROCESSING", "FAILED", "SUCCESS"}},
    {.name = "BadRequestException",
     .kind = DSI_KIND_STRUCT,
     .members = {{"message", "String", false},
                 {"reason", "BadRequestReason", false},
                 {"detail", "BadRequestDetail", false}}},
    {.name = "BadRequestReason", .kind = DSI_KIND_ENUM, .values = {"CODE_ERROR"}},
    {.name = "BadRequestDetail",
     .kind = DSI_KIND_STRUCT,
     .members = {{"codeErrors", "CodeErrors", false}}},
    {.name = "CodeErrors", .kind = DSI_KIND_LIST, .element = "CodeError"},
    {.name = "CodeError",
     .kind = DSI_KIND_STRUCT,
     .members = {{"errorType", "String", false},
                 {"value", "String", false},
                 {"location", "CodeErrorLocation", false}}},
    {.name = "CodeErrorLocation",
     .kind = DSI_KIND_STRUCT,
     .members = {{"line", "Integer", false},
                 {"column", "Integer", false},
                 {"span", "Integer", false}}},
    {.name = "String", .kind = DSI_KIND_STRING},
    {.name = "Integer", .kind = DSI_KIND_INT32},
};
const size_t shape_fact_count = sizeof shape_facts / sizeof *shape_facts;

/* By name: the model's own order differs between the operations and means nothing. */
const error_fact start_error_facts[] = {
    {"BadRequestException", 400},
    {"InternalFailureException", 500},
    {"NotFoundException", 404},
    {"UnauthorizedException", 401},
};
const size_t start_error_fact_count = sizeof start_error_facts /
                                      sizeof *start_error_facts;

const shape_fact *shape_fact_find(const char *name)
{
    for (size_t i = 0; i < shape_fact_count; i++) {
        if (strcmp(shape_facts[i].name, name) == 0) {
            return &shape_facts[i];
        }
    }
    return NULL;
}
