/* tests/schema/own_shapes.c - the account of dsi's own shapes. */
#include "tests/schema/own_shapes.h"

#include "tests/model/rows.h"

#include "schema/service_error.h"

#include <string.h>

static const model_member exception_members[] = {
    OPTIONAL(dsi_exception, message, "message", model_string),
    OPTIONAL(dsi_exception, reason, "reason", model_reason),
    OPTIONAL(dsi_exception, detail, "detail", model_detail), END};
static const model_shape exception = STRUCTURE("BadRequestException", dsi_exception,
                                               exception_members);

static const model_member body_members[] = {
    OPTIONAL(dsi_error_body, message, "message", model_string),
    OPTIONAL(dsi_error_body, reason, "reason", model_reason),
    OPTIONAL(dsi_error_body, detail, "detail", model_detail),
    OPTIONAL(dsi_error_body, capital_message, "Message", model_string),
    OPTIONAL(dsi_error_body, error_message, "errorMessage", model_string),
    OPTIONAL(dsi_error_body, code, "code", model_string),
    OPTIONAL(dsi_error_body, capital_code, "Code", model_string),
    OPTIONAL(dsi_error_body, type, "__type", model_string),
    END};
static const model_shape body = STRUCTURE("ErrorBody", dsi_error_body, body_members);

static const model_member unread_members[] = {
    OPTIONAL(dsi_unread_report, code, "code", model_string),
    OPTIONAL(dsi_unread_report, offset, "offset", model_long), END};
static const model_shape unread = STRUCTURE("UnreadReport", dsi_unread_report,
                                            unread_members);

static const model_member report_members[] = {
    OPTIONAL(dsi_error_report, type, "type", model_string),
    OPTIONAL(dsi_error_report, status, "status", model_integer),
    OPTIONAL(dsi_error_report, fault, "fault", model_string),
    OPTIONAL(dsi_error_report, error_class, "class", model_string),
    OPTIONAL(dsi_error_report, message, "message", model_string),
    OPTIONAL(dsi_error_report, reason, "reason", model_reason),
    OPTIONAL(dsi_error_report, detail, "detail", model_detail),
    OPTIONAL(dsi_error_report, request_id, "requestId", model_string),
    OPTIONAL(dsi_error_report, unread, "unread", unread),
    OPTIONAL(dsi_error_report, retry_after_ms, "retryAfterMs", model_long),
    END};
static const model_shape report = STRUCTURE("ErrorReport", dsi_error_report,
                                            report_members);

/* Exists in C only: no message on the wire has this shape. */
static const model_member service_error_members[] = {
    OPTIONAL(dsi_service_error, type, "type", model_string),
    OPTIONAL(dsi_service_error, message, "message", model_string),
    OPTIONAL(dsi_service_error, request_id, "request_id", model_string),
    OPTIONAL(dsi_service_error, reason, "reason", model_reason),
    OPTIONAL(dsi_service_error, detail, "detail", model_detail),
    END};
static const model_shape service_error = STRUCTURE("ServiceError", dsi_service_error,
                                                   service_error_members);

const model_shape *const own_shapes[] = {&exception, &body,          &unread,
                                         &report,    &service_error, NULL};

const model_shape *own_shape_named(const char *name)
{
    for (size_t i = 0; own_shapes[i] != NULL; i++) {
        if (strcmp(own_shapes[i]->name, name) == 0) {
            return own_shapes[i];
        }
    }
    return model_shape_named(name);
}
