/* schema/shared.c - the shapes that more than one operation has. */
#include "schema/shared.h"

#include "schema/label.h"

const dsi_type dsi_shape_string = {
    .name = "String", .kind = DSI_KIND_STRING, .size = sizeof(dsi_string)};

const dsi_type dsi_shape_integer = {
    .name = "Integer", .kind = DSI_KIND_INT32, .size = sizeof(dsi_optional_int32)};

const dsi_type dsi_shape_long = {
    .name = "Long", .kind = DSI_KIND_INT64, .size = sizeof(dsi_optional_int64)};

const dsi_type dsi_shape_boolean = {
    .name = "Boolean", .kind = DSI_KIND_BOOLEAN, .size = sizeof(dsi_optional_bool)};

const dsi_type dsi_shape_strings = {DSI_LIST("Strings", dsi_strings, dsi_shape_string)};

static const dsi_string status_values[] = {
    DSI_VALUE(DSI_STATUS_PROCESSING, "PROCESSING"),
    DSI_VALUE(DSI_STATUS_FAILED, "FAILED"),
    DSI_VALUE(DSI_STATUS_SUCCESS, "SUCCESS"),
};

const dsi_type dsi_shape_status = {DSI_ENUM(
    "DataSourceIntrospectionStatus", dsi_introspection_status_text, status_values)};

/* One edition of the model leaves the anchors out; the whole string is meant. */
static const dsi_constraint pagination_token_constraint = {
    .minimum = 1,
    .maximum = 65536,
    .pattern = "^[\\S]+$",
    .match = dsi_match_pagination_token};

const dsi_type dsi_shape_pagination_token = {
    .name = "PaginationToken",
    .kind = DSI_KIND_STRING,
    .size = sizeof(dsi_string),
    .constraint = &pagination_token_constraint};

static const dsi_constraint max_results_constraint = {.minimum = 0, .maximum = 25};

const dsi_type dsi_shape_max_results = {.name = "MaxResults",
                                        .kind = DSI_KIND_INT32,
                                        .size = sizeof(dsi_optional_int32),
                                        .constraint = &max_results_constraint};
