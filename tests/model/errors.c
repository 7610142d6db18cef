/*
 * tests/model/errors.c - modelled errors, and shapes that several operations use.
 */
#include "tests/model/rows.h"

const model_shape model_string = STRING("String", NULL);
const model_shape model_strings = LIST("Strings", dsi_strings, model_string);
const model_shape model_integer = {
    .name = "Integer", .kind = MODEL_INT32, .size = sizeof(dsi_optional_int32)};
const model_shape model_long = {
    .name = "Long", .kind = MODEL_INT64, .size = sizeof(dsi_optional_int64)};
const model_shape model_boolean = {
    .name = "Boolean", .kind = MODEL_BOOLEAN, .size = sizeof(dsi_optional_bool)};

static const char *const status_values[] = {"PROCESSING", "FAILED", "SUCCESS", NULL};
const model_shape model_status = ENUM("DataSourceIntrospectionStatus",
                                      dsi_introspection_status_text, status_values);

static const model_rules token_rules = {
    .minimum = 1, .maximum = 65536, .pattern = "^[\\S]+$"};
const model_shape model_token = STRING("PaginationToken", &token_rules);

static const model_rules max_results_rules = {.minimum = 0, .maximum = 25};
const model_shape model_max_results = {.name = "MaxResults",
                                       .kind = MODEL_INT32,
                                       .size = sizeof(dsi_optional_int32),
                                       .rules = &max_results_rules};

static const char *const reason_values[] = {"CODE_ERROR", NULL};
const model_shape model_reason = ENUM("BadRequestReason", dsi_bad_request_reason_text,
                                      reason_values);

static const model_member location_members[] = {
    OPTIONAL(dsi_code_error_location, line, "line", model_integer),
    OPTIONAL(dsi_code_error_location, column, "column", model_integer),
    OPTIONAL(dsi_code_error_location, span, "span", model_integer), END};
static const model_shape location = STRUCTURE(
    "CodeErrorLocation", dsi_code_error_location, location_members);

static const model_member code_error_members[] = {
    OPTIONAL(dsi_code_error, error_type, "errorType", model_string),
    OPTIONAL(dsi_code_error, value, "value", model_string),
    OPTIONAL(dsi_code_error, location, "location", location), END};
static const model_shape code_error = STRUCTURE("CodeError", dsi_code_error,
                                                code_error_members);
static const model_shape code_errors = LIST("CodeErrors", dsi_code_errors, code_error);

static const model_member detail_members[] = {
    OPTIONAL(dsi_bad_request_detail, code_errors, "codeErrors", code_errors), END};
const model_shape model_detail = STRUCTURE("BadRequestDetail", dsi_bad_request_detail,
                                           detail_members);

static const model_member exception_members[] = {
    OPTIONAL(dsi_service_error, message, "message", model_string),
    OPTIONAL(dsi_service_error, reason, "reason", model_reason),
    OPTIONAL(dsi_service_error, detail, "detail", model_detail), END};
const model_shape model_exception = STRUCTURE("BadRequestException", dsi_service_error,
                                              exception_members);
