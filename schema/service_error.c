/*
 * schema/service_error.c - the shapes of service errors.
 *
 *     ErrorBody            what a client reads: every spelling that front ends use
 *     BadRequestException  what a server writes: the model's members only
 *     ErrorReport          what dsi_service_error_write writes, for logs
 *     ServiceError         what a copy follows; on no wire
 *
 * Each has rows of its own, so that reading may be generous and writing strict.
 */
#include "schema/service_error.h"

#include "schema/rows.h"
#include "schema/shared.h"

static const dsi_string reason_values[] = {
    DSI_VALUE(DSI_REASON_CODE_ERROR, "CODE_ERROR"),
};

DSI_SHAPE(static, reason_type, dsi_bad_request_reason_text) = {
    DSI_ENUM("BadRequestReason", dsi_bad_request_reason_text, reason_values)};

static const dsi_member location_members[] = {
    {DSI_OPTIONAL(dsi_code_error_location, line, "line", dsi_shape_integer)},
    {DSI_OPTIONAL(dsi_code_error_location, column, "column", dsi_shape_integer)},
    {DSI_OPTIONAL(dsi_code_error_location, span, "span", dsi_shape_integer)},
};

DSI_SHAPE(static, location_type, const dsi_code_error_location *) = {
    DSI_STRUCTURE("CodeErrorLocation", dsi_code_error_location, location_members)};

static const dsi_member code_error_members[] = {
    {DSI_OPTIONAL(dsi_code_error, error_type, "errorType", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_code_error, value, "value", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_code_error, location, "location", location_type)},
};

DSI_SHAPE(static, code_error_type, dsi_code_error) = {
    DSI_STRUCTURE("CodeError", dsi_code_error, code_error_members)};

DSI_SHAPE(static, code_errors_type,
          dsi_code_errors) = {DSI_LIST("CodeErrors", dsi_code_errors, code_error_type)};

static const dsi_member detail_members[] = {
    {DSI_OPTIONAL(dsi_bad_request_detail, code_errors, "codeErrors", code_errors_type)},
};

DSI_SHAPE(static, detail_type, const dsi_bad_request_detail *) = {
    DSI_STRUCTURE("BadRequestDetail", dsi_bad_request_detail, detail_members)};

static const dsi_member exception_members[] = {
    {DSI_OPTIONAL(dsi_exception, message, "message", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_exception, reason, "reason", reason_type)},
    {DSI_OPTIONAL(dsi_exception, detail, "detail", detail_type)},
};

const dsi_type dsi_shape_exception = {
    DSI_STRUCTURE("BadRequestException", dsi_exception, exception_members),
    .levels = 5};

static const dsi_member error_body_members[] = {
    {DSI_OPTIONAL(dsi_error_body, message, "message", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_error_body, reason, "reason", reason_type)},
    {DSI_OPTIONAL(dsi_error_body, detail, "detail", detail_type)},
    {DSI_OPTIONAL(dsi_error_body, capital_message, "Message", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_error_body, error_message, "errorMessage", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_error_body, code, "code", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_error_body, capital_code, "Code", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_error_body, type, "__type", dsi_shape_string)},
};

const dsi_type dsi_shape_error_body = {
    DSI_STRUCTURE("ErrorBody", dsi_error_body, error_body_members)};

static const dsi_member unread_report_members[] = {
    {DSI_OPTIONAL(dsi_unread_report, code, "code", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_unread_report, offset, "offset", dsi_shape_long)},
};

DSI_SHAPE(static, unread_report_type, const dsi_unread_report *) = {
    DSI_STRUCTURE("UnreadReport", dsi_unread_report, unread_report_members)};

static const dsi_member error_report_members[] = {
    {DSI_OPTIONAL(dsi_error_report, type, "type", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_error_report, status, "status", dsi_shape_integer)},
    {DSI_OPTIONAL(dsi_error_report, fault, "fault", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_error_report, error_class, "class", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_error_report, message, "message", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_error_report, reason, "reason", reason_type)},
    {DSI_OPTIONAL(dsi_error_report, detail, "detail", detail_type)},
    {DSI_OPTIONAL(dsi_error_report, request_id, "requestId", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_error_report, unread, "unread", unread_report_type)},
    {DSI_OPTIONAL(dsi_error_report, retry_after_ms, "retryAfterMs", dsi_shape_long)},
};

const dsi_type dsi_shape_error_report = {
    DSI_STRUCTURE("ErrorReport", dsi_error_report, error_report_members), .levels = 5};

/* Their names are those of C: this shape is on no wire. */
static const dsi_member service_error_members[] = {
    {DSI_OPTIONAL(dsi_service_error, type, "type", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_service_error, message, "message", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_service_error, request_id, "request_id", dsi_shape_string)},
    {DSI_OPTIONAL(dsi_service_error, reason, "reason", reason_type)},
    {DSI_OPTIONAL(dsi_service_error, detail, "detail", detail_type)},
};

const dsi_type dsi_shape_service_error = {
    DSI_STRUCTURE("ServiceError", dsi_service_error, service_error_members)};

/* ------------------------------------------------------------- names of enumerators */

const char *dsi_fault_name(dsi_fault fault)
{
    static const char *const names[] = {"?", "client", "server"};

    return names[(size_t)fault < sizeof names / sizeof *names ? fault : 0];
}

const char *dsi_error_class_name(dsi_error_class error_class)
{
    static const char *const names[] = {"?",         "modelled", "auth",  "throttle",
                                        "transient", "client",   "server"};

    return names[(size_t)error_class < sizeof names / sizeof *names ? error_class : 0];
}
