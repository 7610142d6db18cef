#include "tests/schema/shapes_facts.h"

#include <string.h>

#define BOUND(wire, of_shape, is_required, where)                                      \
    {                                                                                  \
        .name = (wire), .shape = (of_shape), .required = (is_required),                \
        .location = (where)                                                            \
    }
#define OPTIONAL(wire, shape) BOUND(wire, shape, false, DSI_IN_BODY)
#define REQUIRED(wire, shape) BOUND(wire, shape, true, DSI_IN_BODY)
#define LABEL(wire, shape) BOUND(wire, shape, true, DSI_IN_PATH)
#define QUERY(wire, shape) BOUND(wire, shape, false, DSI_IN_QUERY)

const shape_fact shape_facts[] = {
    {.name = "StartDataSourceIntrospectionRequest",
     .kind = DSI_KIND_STRUCT,
     .members = {OPTIONAL("rdsDataApiConfig", "RdsDataApiConfig")}},
    {.name = "RdsDataApiConfig",
     .kind = DSI_KIND_STRUCT,
     .members = {REQUIRED("resourceArn", "RdsDataApiConfigResourceArn"),
                 REQUIRED("secretArn", "RdsDataApiConfigSecretArn"),
                 REQUIRED("databaseName", "RdsDataApiConfigDatabaseName")}},
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
     .members = {OPTIONAL("introspectionId", "String"),
                 OPTIONAL("introspectionStatus", "DataSourceIntrospectionStatus"),
                 OPTIONAL("introspectionStatusDetail", "String")}},
    {.name = "DataSourceIntrospectionStatus",
     .kind = DSI_KIND_ENUM,
     .values = {"PROCESSING", "FAILED", "SUCCESS"}},
    {.name = "GetDataSourceIntrospectionRequest",
     .kind = DSI_KIND_STRUCT,
     .members = {LABEL("introspectionId", "IntrospectionId"),
                 QUERY("includeModelsSDL", "Boolean"),
                 QUERY("nextToken", "PaginationToken"),
                 QUERY("maxResults", "MaxResults")}},
    {.name = "IntrospectionId",
     .kind = DSI_KIND_STRING,
     .constrained = true,
     .minimum = 1,
     .maximum = SIZE_MAX,
     .mismatch = DSI_E_DOT_SEGMENT},
    {.name = "PaginationToken",
     .kind = DSI_KIND_STRING,
     .constrained = true,
     .minimum = 1,
     .maximum = 65536,
     .pattern = "^[\\S]+$"},
    {.name = "MaxResults",
     .kind = DSI_KIND_INT32,
     .constrained = true,
     .minimum = 0,
     .maximum = 25},
    {.name = "GetDataSourceIntrospectionResponse",
     .kind = DSI_KIND_STRUCT,
     .members = {OPTIONAL("introspectionId", "String"),
                 OPTIONAL("introspectionStatus", "DataSourceIntrospectionStatus"),
                 OPTIONAL("introspectionStatusDetail", "String"),
                 OPTIONAL("introspectionResult", "DataSourceIntrospectionResult")}},
    {.name = "DataSourceIntrospectionResult",
     .kind = DSI_KIND_STRUCT,
     .members = {OPTIONAL("models", "DataSourceIntrospectionModels"),
                 OPTIONAL("nextToken", "PaginationToken")}},
    {.name = "DataSourceIntrospectionModels",
     .kind = DSI_KIND_LIST,
     .element = "DataSourceIntrospectionModel"},
    {.name = "DataSourceIntrospectionModel",
     .kind = DSI_KIND_STRUCT,
     .members = {OPTIONAL("name", "String"),
                 OPTIONAL("fields", "DataSourceIntrospectionModelFields"),
                 OPTIONAL("primaryKey", "DataSourceIntrospectionModelIndex"),
                 OPTIONAL("indexes", "DataSourceIntrospectionModelIndexes"),
                 OPTIONAL("sdl", "String")}},
    {.name = "DataSourceIntrospectionModelFields",
     .kind = DSI_KIND_LIST,
     .element = "DataSourceIntrospectionModelField"},
    {.name = "DataSourceIntrospectionModelField",
     .kind = DSI_KIND_STRUCT,
     .members = {OPTIONAL("name", "String"),
                 OPTIONAL("type", "DataSourceIntrospectionModelFieldType"),
                 OPTIONAL("length", "Long")}},
    {.name = "DataSourceIntrospectionModelFieldType",
     .kind = DSI_KIND_STRUCT,
     .members = {OPTIONAL("kind", "String"), OPTIONAL("name", "String"),
                 OPTIONAL("type", "DataSourceIntrospectionModelFieldType"),
                 OPTIONAL("values", "Strings")}},
    {.name = "DataSourceIntrospectionModelIndexes",
     .kind = DSI_KIND_LIST,
     .element = "DataSourceIntrospectionModelIndex"},
    {.name = "DataSourceIntrospectionModelIndex",
     .kind = DSI_KIND_STRUCT,
     .members = {OPTIONAL("name", "String"), OPTIONAL("fields", "Strings")}},
    {.name = "BadRequestException",
     .kind = DSI_KIND_STRUCT,
     .members = {OPTIONAL("message", "String"), OPTIONAL("reason", "BadRequestReason"),
                 OPTIONAL("detail", "BadRequestDetail")}},
    {.name = "BadRequestReason", .kind = DSI_KIND_ENUM, .values = {"CODE_ERROR"}},
    {.name = "BadRequestDetail",
     .kind = DSI_KIND_STRUCT,
     .members = {OPTIONAL("codeErrors", "CodeErrors")}},
    {.name = "CodeErrors", .kind = DSI_KIND_LIST, .element = "CodeError"},
    {.name = "CodeError",
     .kind = DSI_KIND_STRUCT,
     .members = {OPTIONAL("errorType", "String"), OPTIONAL("value", "String"),
                 OPTIONAL("location", "CodeErrorLocation")}},
    {.name = "CodeErrorLocation",
     .kind = DSI_KIND_STRUCT,
     .members = {OPTIONAL("line", "Integer"), OPTIONAL("column", "Integer"),
                 OPTIONAL("span", "Integer")}},
    {.name = "String", .kind = DSI_KIND_STRING},
    {.name = "Strings", .kind = DSI_KIND_LIST, .element = "String"},
    {.name = "Integer", .kind = DSI_KIND_INT32},
    {.name = "Long", .kind = DSI_KIND_INT64},
    {.name = "Boolean", .kind = DSI_KIND_BOOLEAN},
};
const size_t shape_fact_count = sizeof shape_facts / sizeof *shape_facts;

/* Errors by name: the model's own order differs between the operations and means
 * nothing. */
const operation_fact operation_facts[] = {
    {"StartDataSourceIntrospection",
     "POST",
     "/v1/datasources/introspections",
     "StartDataSourceIntrospectionRequest",
     "StartDataSourceIntrospectionResponse",
     {{"BadRequestException", 400},
      {"InternalFailureException", 500},
      {"NotFoundException", 404},
      {"UnauthorizedException", 401}}},
    {"GetDataSourceIntrospection",
     "GET",
     "/v1/datasources/introspections/{introspectionId}",
     "GetDataSourceIntrospectionRequest",
     "GetDataSourceIntrospectionResponse",
     {{"BadRequestException", 400},
      {"InternalFailureException", 500},
      {"NotFoundException", 404}}},
};
const size_t operation_fact_count = sizeof operation_facts / sizeof *operation_facts;

const shape_fact *shape_fact_find(const char *name)
{
    for (size_t i = 0; i < shape_fact_count; i++) {
        if (strcmp(shape_facts[i].name, name) == 0) {
            return &shape_facts[i];
        }
    }
    return NULL;
}
